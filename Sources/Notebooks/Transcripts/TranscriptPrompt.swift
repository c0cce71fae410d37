/// A line that Jupyter's text export puts before a cell's code, `In [2]:`, or its value, `Out[2]:`.
struct TranscriptPrompt: Equatable, Sendable {
    let isInput: Bool
    /// nil for `In [ ]:`.
    let number: Int?
    /// The first byte behind the colon and the blanks.
    let end: Int

    init?(_ text: ArraySlice<UInt8>) {
        isInput = text.starts(with: "In".utf8)
        guard isInput || text.starts(with: "Out".utf8) else { return nil }
        let bracket = text.dropFirst(isInput ? 2 : 3).drop(while: \.isBlank)
        guard bracket.first == ASCII.openBracket,
            let close = bracket.firstIndex(of: ASCII.closeBracket)
        else { return nil }
        let inner = bracket[(bracket.startIndex + 1)..<close].filter { !$0.isBlank }
        guard inner.allSatisfy(\.isDigit) || inner == [ASCII.star],
            text[(close + 1)...].first == ASCII.colon
        else { return nil }
        number = Int(String(decoding: inner, as: UTF8.self))
        let behind = text[(close + 2)...].drop(while: \.isBlank)
        // `Out[2]: # the shape`
        let isComment = !isInput && behind.first == ASCII.hash
        end = isComment ? behind.endIndex : behind.startIndex
    }
}
