/// Formulas between single dollars.
enum InlineMath {
    /// The end of the formula whose opening dollar is the first byte: the next dollar must close
    /// it.
    ///
    /// As in pandoc, a dollar opens only before something that is no blank, and closes only behind
    /// something that is no blank and not before a digit, so that `$5 and $6` stays what it is.
    static func end(_ text: ArraySlice<UInt8>, _ code: CodeSpans) -> Int? {
        guard let close = close(text, code) else { return nil }
        let inner = text[(text.startIndex + 1)..<close]
        guard let first = inner.first, let last = inner.last else { return nil }
        let next = text[(close + 1)...].first
        if first.isWhitespace || last.isWhitespace {
            return first.isWhitespace && last.isWhitespace && isTeX(inner) ? close + 1 : nil
        }
        return next?.isDigit ?? false ? nil : close + 1
    }

    /// The next dollar that no backslash and no code span hides.
    static func close(_ text: ArraySlice<UInt8>, _ code: CodeSpans) -> Int? {
        var position = text.startIndex + 1
        while position < text.endIndex {
            switch text[position] {
            case ASCII.dollar: return position
            case ASCII.backslash: position += 2
            case ASCII.backtick: position = code.end(at: position)
            case 0: return nil
            default: position += 1
            }
        }
        return nil
    }

    /// Whether a text can only be TeX: a command, a superscript or a braced subscript.
    static func isTeX(_ text: ArraySlice<UInt8>) -> Bool {
        for (byte, next) in zip(text, text.dropFirst()) {
            if byte == ASCII.backslash, next.isLetter { return true }
            if byte == UInt8(ascii: "^") { return true }
            if byte == UInt8(ascii: "_"), next == ASCII.openBrace { return true }
        }
        return false
    }
}
