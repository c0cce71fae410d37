/// Recognises raw HTML and autolinks inside running text, so that nothing is looked for in them.
enum InlineHTML {
    /// The end of an opening or closing tag that begins at the first byte.
    static func tag(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text.dropFirst()
        let isClosing = rest.first == UInt8(ascii: "/")
        if isClosing { rest.removeFirst() }
        guard let first = rest.first, first.isLetter else { return nil }
        rest = rest.drop { $0.isLetter || $0.isDigit || $0 == ASCII.dash }
        if !isClosing { rest = attributes(rest) }
        rest = rest.drop(while: \.isWhitespace)
        if !isClosing, rest.first == UInt8(ascii: "/") { rest.removeFirst() }
        return rest.first == ASCII.greater ? rest.startIndex + 1 : nil
    }

    /// The end of `<scheme:…>` or `<name@host>`.
    static func autolink(_ text: ArraySlice<UInt8>) -> Int? {
        var hasMark = false
        for (offset, byte) in zip(text.indices, text).dropFirst() {
            if byte == ASCII.greater { return hasMark ? offset + 1 : nil }
            if byte <= ASCII.space || byte == ASCII.less { return nil }
            if byte == ASCII.colon || byte == UInt8(ascii: "@") { hasMark = true }
        }
        return nil
    }

    private static func attributes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text
        while rest.first?.isWhitespace ?? false {
            let name = rest.drop(while: \.isWhitespace)
            guard let first = name.first, isNameStart(first) else { return rest }
            rest = name.drop {
                isNameStart($0) || $0.isDigit || $0 == ASCII.dash || $0 == UInt8(ascii: ".")
            }
            let equals = rest.drop(while: \.isWhitespace)
            if equals.first == ASCII.equals {
                guard let end = value(equals.dropFirst().drop(while: \.isWhitespace)) else {
                    return []
                }
                rest = rest[end...]
            }
        }
        return rest
    }

    private static func value(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            return text.dropFirst().firstIndex(of: first).map { $0 + 1 }
        }
        let end = text.drop { !$0.isWhitespace && !"\"'=<>`".utf8.contains($0) }.startIndex
        return end > text.startIndex ? end : nil
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_") || byte == ASCII.colon
    }
}
