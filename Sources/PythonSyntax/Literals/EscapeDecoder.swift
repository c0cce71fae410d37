/// Replaces the escapes of a string or bytes literal by what they stand for.
struct EscapeDecoder {
    /// An escape that means nothing, in the words of CPython.
    struct Problem: Error {
        var message: String
    }

    private let bytes: ArraySlice<UInt8>
    private var cursor: Int
    private var output: [UInt8] = []

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        cursor = bytes.startIndex
        output.reserveCapacity(bytes.count)
    }

    /// The text of a literal's characters.
    static func text(_ bytes: ArraySlice<UInt8>, isRaw: Bool) throws(Problem) -> String {
        String(decoding: try decode(bytes, isRaw: isRaw, isBytes: false), as: UTF8.self)
    }

    /// The bytes of a literal's characters.
    static func bytes(_ bytes: ArraySlice<UInt8>, isRaw: Bool) throws(Problem) -> [UInt8] {
        try decode(bytes, isRaw: isRaw, isBytes: true)
    }

    private static func decode(
        _ bytes: ArraySlice<UInt8>, isRaw: Bool, isBytes: Bool
    ) throws(Problem) -> [UInt8] {
        let special: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "\r")]
        guard bytes.contains(where: special.contains) else { return Array(bytes) }
        var decoder = EscapeDecoder(bytes)
        while decoder.cursor < bytes.endIndex {
            if bytes[decoder.cursor] == UInt8(ascii: "\\"), !isRaw {
                if isBytes { try decoder.byteEscape() } else { try decoder.textEscape() }
            } else {
                decoder.copy()
            }
        }
        return decoder.output
    }
}

extension EscapeDecoder {
    /// Copies a byte; every kind of line end becomes `\n`.
    private mutating func copy() {
        let byte = bytes[cursor]
        cursor += 1
        guard byte == UInt8(ascii: "\r") else { return output.append(byte) }
        output.append(UInt8(ascii: "\n"))
        if peek == UInt8(ascii: "\n") { cursor += 1 }
    }

    private var peek: UInt8? { cursor < bytes.endIndex ? bytes[cursor] : nil }

    private mutating func append(_ value: UInt32) {
        output.append(contentsOf: String(Unicode.Scalar(codePoint: value)).utf8)
    }

    /// The escapes that texts and bytes share; false where the next byte begins none of them.
    private mutating func commonEscape() -> Bool {
        guard let letter = peek else { return false }
        if let plain = Self.plain[letter] {
            output.append(plain)
            cursor += 1
        } else if letter == UInt8(ascii: "\n") || letter == UInt8(ascii: "\r") {
            copy()
            output.removeLast()
        } else {
            return false
        }
        return true
    }

    private static let plain: [UInt8: UInt8] = [
        UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "'"): UInt8(ascii: "'"),
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D,
    ]

    private var octalDigit: UInt32? {
        guard let byte = peek, NumberBase.octal.contains(byte) else { return nil }
        return UInt32(byte - UInt8(ascii: "0"))
    }

    /// Up to three octal digits; nil where none stands.
    private mutating func octal() -> UInt32? {
        guard var value = octalDigit else { return nil }
        cursor += 1
        for _ in 0..<2 {
            guard let digit = octalDigit else { break }
            value = value * 8 + digit
            cursor += 1
        }
        return value
    }

    /// Exactly `count` hexadecimal digits; nil, and behind the good ones, where one is missing.
    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = peek, NumberBase.hexadecimal.contains(byte),
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { return nil }
            value = value << 4 | UInt32(digit)
            cursor += 1
        }
        return value
    }

    private mutating func byteEscape() throws(Problem) {
        let start = cursor
        cursor += 1
        if commonEscape() { return }
        if let value = octal() { return output.append(UInt8(truncatingIfNeeded: value)) }
        guard peek == UInt8(ascii: "x") else { return output.append(UInt8(ascii: "\\")) }
        cursor += 1
        guard let value = hexadecimal(2) else {
            let position = start - bytes.startIndex
            throw Problem(message: "(value error) invalid \\x escape at position \(position)")
        }
        output.append(UInt8(truncatingIfNeeded: value))
    }

    private mutating func textEscape() throws(Problem) {
        let start = cursor
        cursor += 1
        if commonEscape() { return }
        if let value = octal() { return append(value) }
        switch peek {
        case UInt8(ascii: "x"): try numericEscape(2, "\\xXX", from: start)
        case UInt8(ascii: "u"): try numericEscape(4, "\\uXXXX", from: start)
        case UInt8(ascii: "U"): try numericEscape(8, "\\UXXXXXXXX", from: start)
        case UInt8(ascii: "N"): try namedEscape(from: start)
        default: output.append(UInt8(ascii: "\\"))
        }
    }

    private mutating func numericEscape(
        _ digits: Int, _ form: String, from start: Int
    ) throws(Problem) {
        cursor += 1
        guard let value = hexadecimal(digits) else {
            throw problem("truncated \(form) escape", from: start)
        }
        guard value <= 0x10_FFFF else { throw problem("illegal Unicode character", from: start) }
        append(value)
    }

    private mutating func namedEscape(from start: Int) throws(Problem) {
        cursor += 1
        let malformed = "malformed \\N character escape"
        guard peek == UInt8(ascii: "{") else { throw problem(malformed, from: start) }
        cursor += 1
        let nameStart = cursor
        while let byte = peek, byte != UInt8(ascii: "}") { cursor += 1 }
        guard peek != nil, cursor > nameStart else { throw problem(malformed, from: start) }
        let name = String(decoding: bytes[nameStart..<cursor], as: UTF8.self)
        cursor += 1
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw problem("unknown Unicode character name", from: start)
        }
        append(scalar.value)
    }

    private func problem(_ reason: String, from start: Int) -> Problem {
        let first = Self.escapedLength(bytes[..<start])
        let last = Self.escapedLength(bytes[..<cursor]) - 1
        let place =
            first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
        return Problem(
            message: "(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)")
    }

    /// The length of a text for CPython, which first writes each character beyond ASCII as `\U0000abcd`
    /// and a backslash before one as `\u005c`.
    private static func escapedLength(_ bytes: ArraySlice<UInt8>) -> Int {
        var length = 0
        var isEscaped = false
        for byte in bytes where byte & 0xC0 != 0x80 {
            if byte >= 0x80 {
                length += isEscaped ? 15 : 10
                isEscaped = false
            } else {
                length += 1
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            }
        }
        return length
    }
}
