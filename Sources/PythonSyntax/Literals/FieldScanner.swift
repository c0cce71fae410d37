/// Finds the end of the expression in a field of an f-string, before it is read.
///
/// Up to Python 3.11 an expression in an f-string has no backslash, no comment, and not the quote of
/// its string; its end can be seen without understanding it.
struct FieldScanner {
    /// Why there is no such end.
    struct Problem: Error {
        var message: String
    }

    private let bytes: [UInt8]
    private let end: Int
    private var cursor: Int
    private var brackets: [UInt8] = []

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        cursor = range.lowerBound
        end = range.upperBound
    }

    /// The offset of the `}`, `!`, `:` or `=` behind the expression.
    mutating func expressionEnd() throws(Problem) -> Int {
        while cursor < end {
            let byte = bytes[cursor]
            switch byte {
            case UInt8(ascii: "\\"): throw backslash
            case UInt8(ascii: "'"), UInt8(ascii: "\""): try skipString(byte)
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): try open(byte)
            case UInt8(ascii: "#"):
                throw Problem(message: "f-string expression part cannot include '#'")
            default:
                if brackets.isEmpty, isEnd() { return cursor }
                try close(byte)
            }
            cursor += 1
        }
        if let open = brackets.last {
            throw Problem(message: "f-string: unmatched '\(character(open))'")
        }
        throw Problem(message: "f-string: expecting '}'")
    }

    private var backslash: Problem {
        Problem(message: "f-string expression part cannot include a backslash")
    }

    private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    private func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

    /// Whether the sign at the cursor ends the expression; the first sign of `==` or `!=` is skipped.
    private mutating func isEnd() -> Bool {
        let sign = bytes[cursor]
        if "!=<>".utf8.contains(sign), byte(at: cursor + 1) == UInt8(ascii: "=") {
            cursor += 1
            return false
        }
        return "!:=}".utf8.contains(sign)
    }

    private mutating func open(_ bracket: UInt8) throws(Problem) {
        guard brackets.count < Lexer.maximumBrackets else {
            throw Problem(message: "f-string: too many nested parenthesis")
        }
        brackets.append(bracket)
    }

    private mutating func close(_ byte: UInt8) throws(Problem) {
        guard ")]}".utf8.contains(byte) else { return }
        guard let opening = brackets.popLast() else {
            throw Problem(message: "f-string: unmatched '\(character(byte))'")
        }
        guard OpenBracket(byte: opening, offset: 0).partner == byte else {
            let message =
                "f-string: closing parenthesis '\(character(byte))' "
                + "does not match opening parenthesis '\(character(opening))'"
            throw Problem(message: message)
        }
    }

    /// Moves to the last quote of the string that begins at the cursor.
    private mutating func skipString(_ quote: UInt8) throws(Problem) {
        let isTriple = byte(at: cursor + 1) == quote && byte(at: cursor + 2) == quote
        cursor += isTriple ? 3 : 1
        while cursor < end {
            if bytes[cursor] == UInt8(ascii: "\\") { throw backslash }
            if bytes[cursor] == quote {
                guard isTriple else { return }
                if byte(at: cursor + 1) == quote, byte(at: cursor + 2) == quote {
                    cursor += 2
                    return
                }
            }
            cursor += 1
        }
        throw Problem(message: "f-string: unterminated string")
    }
}
