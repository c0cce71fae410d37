import Diagnostics

/// A bracket that waits for its partner.
struct OpenBracket {
    var byte: UInt8
    var offset: Int

    /// What is wrong with a bracket without a partner.
    var neverClosed: String { "'\(Character(Unicode.Scalar(byte)))' was never closed" }

    /// The bracket that closes this one.
    var partner: UInt8 {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: UInt8(ascii: "}")
        }
    }
}

extension Lexer {
    /// The number of open brackets that CPython allows.
    static var maximumBrackets: Int { 200 }

    /// The signs by the bytes they are spelled with, packed into one number.
    private static let kinds: [UInt32: Token.Kind] = {
        let signs = Token.Kind.allCases.filter { kind in
            kind.rawValue.utf8.allSatisfy { !($0 == UInt8(ascii: " ")) && isSignByte($0) }
        }
        return Dictionary(uniqueKeysWithValues: signs.map { (pack($0.rawValue.utf8), $0) })
    }()

    private static func isSignByte(_ byte: UInt8) -> Bool {
        !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func pack(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads the longest operator, bracket or separator at the cursor.
    mutating func sign() -> Token {
        let start = cursor
        for length in stride(from: min(3, end - start), through: 1, by: -1) {
            guard let kind = Self.kinds[Self.pack(bytes[start..<start + length])] else { continue }
            // `<>` was `!=` once; it is no operator now, and not two either.
            if kind == .less, byte(at: start + 1) == UInt8(ascii: ">") { break }
            cursor += length
            track(kind, at: start)
            return Token(kind, start, cursor)
        }
        return unknownSign()
    }

    private mutating func unknownSign() -> Token {
        let start = cursor
        let isOldNotEqual = bytes[start] == UInt8(ascii: "<")
        let scalar = Unicode.Scalar(bytes[start])
        cursor += isOldNotEqual ? 2 : 1
        if !scalar.isPrintable {
            note("invalid non-printable character \(codePoint(scalar))", start, cursor)
        }
        return Token(.unknown, start, cursor)
    }

    private mutating func track(_ kind: Token.Kind, at offset: Int) {
        switch kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            if brackets.count >= Self.maximumBrackets {
                note("too many nested parentheses", offset, offset + 1)
            }
            brackets.append(OpenBracket(byte: bytes[offset], offset: offset))
        case .rightParenthesis, .rightBracket, .rightBrace: close(at: offset)
        default: break
        }
    }

    private mutating func close(at offset: Int) {
        let closing = Character(Unicode.Scalar(bytes[offset]))
        guard let bracket = brackets.popLast() else {
            return note("unmatched '\(closing)'", offset, offset + 1)
        }
        guard bracket.partner != bytes[offset], fault == nil else { return }
        var message = "closing parenthesis '\(closing)' does not match opening parenthesis "
        message += "'\(Character(Unicode.Scalar(bracket.byte)))'"
        let line = line(of: bracket.offset)
        if line != self.line(of: offset) { message += " on line \(line)" }
        note(message, offset, offset + 1)
    }
}
