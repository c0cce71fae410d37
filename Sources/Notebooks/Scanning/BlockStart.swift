/// Recognises the beginnings of blocks, as CommonMark defines them, in the text of a line.
enum BlockStart {
    /// The length of an ATX heading's mark.
    static func heading(_ text: ArraySlice<UInt8>) -> Int? {
        let level = text.prefix { $0 == ASCII.hash }.count
        guard (1...6).contains(level) else { return nil }
        let behind = text.dropFirst(level).first
        return behind == nil || behind!.isBlank ? level : nil
    }

    /// The character and length of a code fence that opens here, and its info string.
    static func fence(_ text: ArraySlice<UInt8>) -> (mark: UInt8, length: Int, info: Range<Int>)? {
        guard let mark = text.first, mark == ASCII.backtick || mark == ASCII.tilde else {
            return nil
        }
        let length = text.prefix { $0 == mark }.count
        let info = trimmed(text.dropFirst(length))
        guard length >= 3, mark == ASCII.tilde || !info.contains(mark) else { return nil }
        return (mark, length, info.startIndex..<info.endIndex)
    }

    /// Whether the text closes a fence of such marks.
    static func closesFence(_ text: ArraySlice<UInt8>, mark: UInt8, length: Int) -> Bool {
        let marks = text.prefix { $0 == mark }.count
        return marks >= length && text.dropFirst(marks).allSatisfy(\.isBlank)
    }

    /// Whether the text is a thematic break: three or more of one mark.
    static func isThematicBreak(_ text: ArraySlice<UInt8>) -> Bool {
        guard let mark = text.first, [ASCII.star, ASCII.dash, UInt8(ascii: "_")].contains(mark)
        else {
            return false
        }
        var count = 0
        for byte in text where !byte.isBlank {
            guard byte == mark else { return false }
            count += 1
        }
        return count >= 3
    }

    /// Whether the text underlines the paragraph above as a heading.
    static func isSetextUnderline(_ text: ArraySlice<UInt8>) -> Bool {
        guard let mark = text.first, mark == ASCII.equals || mark == ASCII.dash else {
            return false
        }
        return text.drop { $0 == mark }.allSatisfy(\.isBlank)
    }

    /// The length of a list marker; an item that interrupts a paragraph needs text, and the number
    /// 1.
    static func listMarker(_ text: ArraySlice<UInt8>, interrupting: Bool) -> Int? {
        guard let first = text.first else { return nil }
        var length = 1
        if first.isDigit {
            let digits = text.prefix { $0.isDigit }
            guard digits.count <= 9, !interrupting || isOne(digits),
                let delimiter = text.dropFirst(digits.count).first,
                delimiter == UInt8(ascii: ".") || delimiter == ASCII.closeParenthesis
            else { return nil }
            length = digits.count + 1
        } else if ![ASCII.star, ASCII.dash, UInt8(ascii: "+")].contains(first) {
            return nil
        }
        let behind = text.dropFirst(length)
        guard behind.first.map(\.isBlank) ?? true else { return nil }
        return interrupting && behind.allSatisfy(\.isBlank) ? nil : length
    }

    /// The length of `[^label]:` with the blanks behind it, and the label.
    static func footnote(_ text: ArraySlice<UInt8>) -> (length: Int, label: Range<Int>)? {
        guard text.starts(with: [ASCII.openBracket, UInt8(ascii: "^")]) else { return nil }
        let label = text.dropFirst(2).prefix { $0 != ASCII.closeBracket && !$0.isWhitespace }
        let behind = text[label.endIndex...]
        guard !label.isEmpty, behind.starts(with: [ASCII.closeBracket, ASCII.colon]) else {
            return nil
        }
        let end = behind.dropFirst(2).drop(while: \.isBlank).startIndex
        return (end - text.startIndex, label.startIndex..<label.endIndex)
    }

    /// Whether a line could be the row of dashes under a table's header.
    static func isTableDelimiter(_ text: ArraySlice<UInt8>) -> Bool {
        var hasDash = false
        for byte in text {
            switch byte {
            case ASCII.dash: hasDash = true
            case ASCII.pipe, ASCII.colon, ASCII.space, ASCII.tab: continue
            default: return false
            }
        }
        return hasDash
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: \.isBlank)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }

    private static func isOne(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.last == UInt8(ascii: "1") && digits.dropLast().allSatisfy { $0 == UInt8(ascii: "0") }
    }
}
