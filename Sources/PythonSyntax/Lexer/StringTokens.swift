import Diagnostics

extension Lexer {
    /// Reads a string from its opening quote at the cursor; `start` is where its prefix begins.
    mutating func string(from start: Int) -> Token {
        let quote = bytes[cursor]
        let isTriple = byte(at: cursor + 1) == quote && byte(at: cursor + 2) == quote
        cursor += isTriple ? 3 : 1
        let isClosed = isTriple ? skipTripleQuoted(quote) : skipSingleQuoted(quote)
        if !isClosed { noteUnterminated(isTriple: isTriple, from: start) }
        return Token(.string, start, cursor)
    }

    private mutating func skipSingleQuoted(_ quote: UInt8) -> Bool {
        while cursor < end, !isLineEnd(at: cursor) {
            if bytes[cursor] == quote {
                cursor += 1
                return true
            }
            skipCharacter()
        }
        return false
    }

    private mutating func skipTripleQuoted(_ quote: UInt8) -> Bool {
        while cursor < end {
            if bytes[cursor] == quote, byte(at: cursor + 1) == quote, byte(at: cursor + 2) == quote
            {
                cursor += 3
                return true
            }
            skipCharacter()
        }
        return false
    }

    /// Steps over a byte, or over a backslash and what it escapes.
    private mutating func skipCharacter() {
        guard bytes[cursor] == UInt8(ascii: "\\"), cursor + 1 < end else {
            cursor += 1
            return
        }
        cursor = isLineEnd(at: cursor + 1) ? lineEnd(at: cursor + 1) : cursor + 2
    }

    private mutating func noteUnterminated(isTriple: Bool, from start: Int) {
        guard fault == nil else { return }
        let kind = isTriple ? "triple-quoted string literal" : "string literal"
        let isAfterLine = cursor > 0 && bytes[cursor - 1] == UInt8(ascii: "\n")
        let line = line(of: isAfterLine ? cursor - 1 : cursor)
        note("unterminated \(kind) (detected at line \(line))", start, start + 1)
    }
}
