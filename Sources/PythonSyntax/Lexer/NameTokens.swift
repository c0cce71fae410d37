import Diagnostics

extension Lexer {
    /// Whether a byte may be part of a name; every byte beyond ASCII may, until it is looked at closely.
    func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    mutating func skipName() {
        while cursor < end, isNameByte(bytes[cursor]) { cursor += 1 }
    }

    /// Reads a name, a keyword, or a string with a prefix.
    mutating func word() -> Token {
        let start = cursor
        if let quote = quoteBehindPrefix() {
            cursor = quote
            return string(from: start)
        }
        var isASCII = true
        while cursor < end, isNameByte(bytes[cursor]) {
            if bytes[cursor] >= 0x80 { isASCII = false }
            cursor += 1
        }
        if !isASCII, let length = noteInvalidCharacter(from: start) {
            return Token(.unknown, start, length)
        }
        return Token(Keywords.kind(of: bytes[start..<cursor]), start, cursor)
    }

    /// The offset of the quote when the letters at the cursor are the prefix of a string.
    private func quoteBehindPrefix() -> Int? {
        var offset = cursor
        while offset < end, offset - cursor <= StringPrefix.maximumLength {
            if [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[offset]) {
                return StringPrefix(bytes[cursor..<offset]) == nil ? nil : offset
            }
            offset += 1
        }
        return nil
    }

    /// Notes the first character that no name may hold, and moves behind it; nil when all may.
    private mutating func noteInvalidCharacter(from start: Int) -> Int? {
        var offset = start
        for scalar in String(decoding: bytes[start..<cursor], as: UTF8.self).unicodeScalars {
            let length = UTF8.width(scalar)
            guard isNameScalar(scalar, isFirst: offset == start) else {
                note(message(forInvalid: scalar), offset, offset + length)
                // A lone sign is coloured by itself; a name that ends before it stays a name.
                cursor = min(offset + length, cursor)
                return cursor
            }
            offset += length
        }
        return nil
    }

    private func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        if scalar == "_" { return true }
        let properties = scalar.properties
        return isFirst ? properties.isXIDStart : properties.isXIDContinue
    }

    private func message(forInvalid scalar: Unicode.Scalar) -> String {
        let code = codePoint(scalar)
        return scalar.isPrintable
            ? "invalid character '\(scalar)' (\(code))" : "invalid non-printable character \(code)"
    }

    /// `U+00A0`.
    func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension Unicode.Scalar {
    /// Whether Python shows the character as it is rather than as an escape.
    package var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
