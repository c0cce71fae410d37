import Diagnostics

/// Cuts a Python text into tokens, one call of `next` each.
///
/// The first mistake is kept in `fault`; the lexer goes on behind it as well as it can, so that a
/// text that is being written can still be coloured.
package struct Lexer {
    let bytes: [UInt8]
    /// The end of the part of `bytes` that is read.
    let end: Int
    var cursor: Int
    /// The first mistake, as CPython words it.
    package internal(set) var fault: SyntaxFault?
    /// Whether `fault` counts only for who reads up to it; other mistakes count before any mistake of
    /// the grammar.
    var isFaultLate = false
    /// The innermost bracket that was open at `fault`.
    var bracketAtFault: OpenBracket?
    /// The brackets that are open.
    var brackets: [OpenBracket] = []
    /// The columns of the open blocks, the outermost first.
    var indentation: [IndentationColumn] = [IndentationColumn()]
    /// The `indent` (1) or `dedent` (negative) tokens that are due.
    var dueIndents = 0
    var isAtLineStart: Bool
    /// Whether the line holds nothing but blanks and a comment.
    var isLineBlank = false
    /// Where the comment at the end of the line begins: CPython counts it to the change of line.
    var commentStart: Int?
    /// Whether the text stands in a replacement field of an f-string, where a new line is a blank.
    let isEnclosed: Bool

    /// Reads a whole text.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
        cursor = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        isAtLineStart = true
        isEnclosed = false
    }

    /// Reads an expression that stands inside of a literal.
    init(_ bytes: [UInt8], enclosed range: Range<Int>) {
        self.bytes = bytes
        end = range.upperBound
        cursor = range.lowerBound
        isAtLineStart = false
        isEnclosed = true
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The next token; `end` for ever once the text is used up.
    package mutating func next() -> Token {
        while true {
            if isAtLineStart { startLine() }
            if let token = dueIndentation() { return token }
            skipBlanks()
            guard cursor < end else { return endOfText() }
            guard isLineEnd(at: cursor) else { return visibleToken() }
            if let token = newline() { return token }
        }
    }

    private mutating func visibleToken() -> Token {
        let byte = bytes[cursor]
        switch byte {
        case UInt8(ascii: "#"): return comment()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(from: cursor)
        case UInt8(ascii: "."): return isDigit(at: cursor + 1) ? number() : sign()
        default: return isNameByte(byte) ? word() : sign()
        }
    }

    /// Notes a mistake; the first one counts.
    mutating func note(
        _ message: String, _ start: Int, _ stop: Int,
        as kind: SyntaxFault.Kind = .syntaxError, isLate: Bool = false
    ) {
        guard fault == nil else { return }
        isFaultLate = isLate
        bracketAtFault = brackets.last
        fault = SyntaxFault(kind, message, at: SourceSpan(start, stop))
    }

    /// The byte at an offset; 0 past the end.
    func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

    /// Whether a line ends at an offset (`\n`, `\r\n` or `\r`).
    func isLineEnd(at offset: Int) -> Bool {
        offset < end && (bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r"))
    }

    /// The offset behind the line end at an offset.
    func lineEnd(at offset: Int) -> Int {
        let isPair =
            bytes[offset] == UInt8(ascii: "\r") && byte(at: offset + 1) == UInt8(ascii: "\n")
        return offset + (isPair ? 2 : 1)
    }

    /// The line, from 1, of an offset.
    func line(of offset: Int) -> Int {
        bytes[..<min(offset, bytes.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
}

extension Lexer {
    private mutating func skipBlanks() {
        while cursor < end {
            switch bytes[cursor] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\u{C}"): cursor += 1
            case UInt8(ascii: "\\"): guard continueLine() else { return }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                guard isInsideBrackets else { return }
                cursor = lineEnd(at: cursor)
            default: return
            }
        }
    }

    private var isInsideBrackets: Bool { isEnclosed || !brackets.isEmpty }

    /// Steps over a backslash and the line end behind it; false where no line end follows.
    mutating func continueLine() -> Bool {
        guard isLineEnd(at: cursor + 1) else {
            guard cursor + 1 < end else {
                noteUnexpectedEnd()
                return false
            }
            note(
                "unexpected character after line continuation character", cursor + 1, cursor + 2,
                isLate: true)
            return false
        }
        let next = lineEnd(at: cursor + 1)
        if next >= end { noteUnexpectedEnd() }
        cursor = next
        return true
    }

    private mutating func noteUnexpectedEnd() {
        noteOpenBracket()
        note("unexpected EOF while parsing", cursor + 1, cursor + 1, isLate: true)
    }

    private mutating func comment() -> Token {
        let start = cursor
        while cursor < end, !isLineEnd(at: cursor) { cursor += 1 }
        commentStart = start
        return Token(.comment, start, cursor)
    }

    /// Steps over a line end; no token where the line was blank.
    private mutating func newline() -> Token? {
        let start = cursor
        cursor = lineEnd(at: cursor)
        isAtLineStart = true
        return isLineBlank ? nil : Token(.newline, commentStart ?? start, start)
    }

    /// Notes the innermost bracket that is still open at the end.
    private mutating func noteOpenBracket() {
        guard let bracket = brackets.last else { return }
        note(bracket.neverClosed, bracket.offset, bracket.offset + 1, isLate: true)
        brackets.removeAll()
    }

    private mutating func endOfText() -> Token {
        noteOpenBracket()
        if !isEnclosed, !isLineBlank {
            isLineBlank = true
            return Token(.newline, commentStart ?? end, end)
        }
        if indentation.count > 1 {
            indentation.removeLast()
            return Token(.dedent, end, end)
        }
        return Token(.end, end, end)
    }
}
