/// The ways to write a displayed formula that spans several lines.
enum DisplayMath: Equatable, Sendable {
    /// `$$ … $$`
    case dollars
    /// `\[ … \]`
    case brackets
    /// `\begin{name} … \end{name}`
    case environment(String)

    /// A formula that a line opens and does not close.
    struct Opening: Equatable {
        let form: DisplayMath
        /// The first byte of the delimiter, and the first byte of the TeX.
        let start: Int
        let texStart: Int
    }

    /// What ends the formula.
    var closer: String {
        switch self {
        case .dollars: "$$"
        case .brackets: "\\]"
        case .environment(let name): "\\end{\(name)}"
        }
    }

    /// Whether the delimiters belong to the TeX.
    var keepsDelimiters: Bool { self != .dollars && self != .brackets }

    /// The formula that the text of a line leaves open.
    static func opening(in text: ArraySlice<UInt8>) -> Opening? {
        guard text.contains(ASCII.dollar) || text.first == ASCII.backslash else { return nil }
        if let form = atStart(of: text) {
            let texStart = text.startIndex + (form.keepsDelimiters ? 0 : 2)
            guard form.close(in: text[(text.startIndex + 2)...]) == nil else { return nil }
            return Opening(form: form, start: text.startIndex, texStart: texStart)
        }
        return openDollars(in: text)
    }

    /// The form whose opening delimiter the text begins with, dollars left out.
    static func atStart(of text: ArraySlice<UInt8>) -> DisplayMath? {
        if text.starts(with: "\\[".utf8) { return .brackets }
        guard text.starts(with: "\\begin{".utf8) else { return nil }
        let name = text.dropFirst(7).prefix { $0.isLetter || $0 == ASCII.star }
        let known = String(decoding: name, as: UTF8.self)
        guard text[name.endIndex...].first == ASCII.closeBrace, environments.contains(known) else {
            return nil
        }
        return .environment(known)
    }

    /// The first byte of the closing delimiter.
    func close(in text: ArraySlice<UInt8>) -> Int? {
        let closer = Array(closer.utf8)
        var position = text.startIndex
        while position < text.endIndex {
            if text[position...].starts(with: closer) { return position }
            position += text[position] == ASCII.backslash ? 2 : 1
        }
        return nil
    }

    private static func openDollars(in text: ArraySlice<UInt8>) -> Opening? {
        let code = CodeSpans(text)
        var position = text.startIndex
        while position < text.endIndex {
            let rest = text[position...]
            switch text[position] {
            case ASCII.backslash: position += 2
            case ASCII.backtick: position = code.end(at: position)
            case ASCII.dollar where rest.dropFirst().first == ASCII.dollar:
                let inner = rest.dropFirst(2)
                guard let close = DisplayMath.dollars.close(in: inner) else {
                    return Opening(form: .dollars, start: position, texStart: inner.startIndex)
                }
                position = close + 2
            case ASCII.dollar: position = InlineMath.end(rest, code) ?? position + 1
            default: position += 1
            }
        }
        return nil
    }

    /// The environments that display a formula by themselves.
    private static let environments: Set<String> = [
        "equation", "equation*", "align", "align*", "gather", "gather*", "multline", "multline*",
        "eqnarray", "eqnarray*", "alignat", "alignat*", "flalign", "flalign*", "displaymath",
        "aligned", "gathered", "split", "cases", "matrix", "bmatrix", "pmatrix", "vmatrix", "array",
    ]
}
