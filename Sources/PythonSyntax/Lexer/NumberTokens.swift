import Diagnostics

extension Lexer {
    func isDigit(at offset: Int) -> Bool {
        offset < end && bytes[offset] >= UInt8(ascii: "0") && bytes[offset] <= UInt8(ascii: "9")
    }

    /// Reads a number: `12`, `1_000`, `0x1f`, `1.5e-3`, `.5`, `3j`.
    mutating func number() -> Token {
        let start = cursor
        if bytes[cursor] == UInt8(ascii: "0"), let base = NumberBase(byte(at: cursor + 1)) {
            cursor += 2
            digits(of: base)
        } else {
            decimalNumber()
        }
        return Token(.number, start, cursor)
    }

    private mutating func decimalNumber() {
        let start = cursor
        var zerosEnd = start
        var isInteger = true
        if bytes[cursor] != UInt8(ascii: ".") {
            guard decimalDigits() else { return }
            zerosEnd = leadingZeros(from: start)
        }
        if byte(at: cursor) == UInt8(ascii: ".") {
            isInteger = false
            cursor += 1
            if isDigit(at: cursor) { guard decimalDigits() else { return } }
        }
        switch exponent() {
        case .absent: break
        case .present: isInteger = false
        case .broken: return
        }
        if byte(at: cursor) | 0x20 == UInt8(ascii: "j") {
            cursor += 1
            return endNumber("imaginary")
        }
        if isInteger, bytes[start] == UInt8(ascii: "0"), zerosEnd < cursor {
            let message =
                "leading zeros in decimal integer literals are not permitted; "
                + "use an 0o prefix for octal integers"
            return note(message, start, zerosEnd)
        }
        endNumber("decimal")
    }

    /// Reads digits with single underscores between them; false after a mistake.
    private mutating func decimalDigits() -> Bool {
        while true {
            while isDigit(at: cursor) { cursor += 1 }
            guard byte(at: cursor) == UInt8(ascii: "_") else { return true }
            cursor += 1
            guard isDigit(at: cursor) else {
                note("invalid decimal literal", cursor - 1, cursor)
                skipName()
                return false
            }
        }
    }

    /// The end of the zeros and underscores that an integer starts with.
    private func leadingZeros(from start: Int) -> Int {
        var offset = start
        while offset < cursor, [UInt8(ascii: "0"), UInt8(ascii: "_")].contains(bytes[offset]) {
            offset += 1
        }
        return offset
    }

    private enum Exponent { case absent, present, broken }

    private mutating func exponent() -> Exponent {
        guard byte(at: cursor) | 0x20 == UInt8(ascii: "e") else { return .absent }
        let hasSign = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte(at: cursor + 1))
        guard isDigit(at: cursor + (hasSign ? 2 : 1)) else {
            guard hasSign else { return .absent }
            cursor += 2
            note("invalid decimal literal", cursor - 1, cursor)
            return .broken
        }
        cursor += hasSign ? 2 : 1
        return decimalDigits() ? .present : .broken
    }

    private mutating func digits(of base: NumberBase) {
        repeat {
            if byte(at: cursor) == UInt8(ascii: "_") { cursor += 1 }
            guard base.contains(byte(at: cursor)) else {
                return noteMissingDigit(of: base)
            }
            while base.contains(byte(at: cursor)) { cursor += 1 }
        } while byte(at: cursor) == UInt8(ascii: "_")
        if isDigit(at: cursor) { return noteMissingDigit(of: base) }
        endNumber(base.rawValue)
    }

    private mutating func noteMissingDigit(of base: NumberBase) {
        if isDigit(at: cursor) {
            let digit = Character(Unicode.Scalar(bytes[cursor]))
            note("invalid digit '\(digit)' in \(base.rawValue) literal", cursor, cursor + 1)
        } else {
            note("invalid \(base.rawValue) literal", cursor - 1, cursor)
        }
        skipName()
    }

    /// Checks that no name is glued to a number, except a keyword as in `1if x else 2`.
    private mutating func endNumber(_ kind: String) {
        guard cursor < end, bytes[cursor] < 0x80, isNameByte(bytes[cursor]), !isKeywordAhead else {
            return
        }
        note("invalid \(kind) literal", cursor - 1, cursor)
        skipName()
    }

    private var isKeywordAhead: Bool {
        // CPython looks behind the longer ones for the end of the word, but not behind these.
        if ["if", "in", "is"].contains(where: isAhead) { return true }
        return ["and", "else", "for", "or", "not"].contains { word in
            let next = byte(at: cursor + word.utf8.count)
            return isAhead(word) && (next >= 0x80 || !isNameByte(next))
        }
    }

    private func isAhead(_ word: String) -> Bool {
        cursor + word.utf8.count <= end && bytes[cursor...].starts(with: word.utf8)
    }
}

/// The bases that have a prefix; the raw value is their name in messages.
enum NumberBase: String {
    case hexadecimal, octal, binary

    /// The base behind the letter of a prefix.
    init?(_ letter: UInt8) {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): self = .hexadecimal
        case UInt8(ascii: "o"): self = .octal
        case UInt8(ascii: "b"): self = .binary
        default: return nil
        }
    }

    var radix: Int {
        switch self {
        case .hexadecimal: 16
        case .octal: 8
        case .binary: 2
        }
    }

    /// Whether a byte is a digit of the base.
    func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) < radix
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
            self == .hexadecimal
        default: false
        }
    }
}
