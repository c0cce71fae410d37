import Diagnostics

/// Reads the inside of an f-string: its text, and the expressions in braces.
struct FormattedStringReader {
    /// The reader of the text that the f-string stands in.
    let reader: SyntaxReader
    let isRaw: Bool
    private var cursor: Int
    private let end: Int

    /// How many format specifications may stand within each other.
    private static let maximumLevel = 2

    private var bytes: [UInt8] { reader.bytes }

    init(_ reader: SyntaxReader, _ range: Range<Int>, isRaw: Bool) {
        self.reader = reader
        self.isRaw = isRaw
        cursor = range.lowerBound
        end = range.upperBound
    }

    /// The parts up to the end of the string.
    mutating func parts() throws(ParseFailure) -> [FormattedPart] {
        try parts(level: 0)
    }

    private mutating func parts(level: Int) throws(ParseFailure) -> [FormattedPart] {
        var parts: [FormattedPart] = []
        while cursor < end {
            let text = try literal(level: level)
            if !text.isEmpty { parts.append(.text(text)) }
            guard cursor < end else { break }
            if bytes[cursor] == UInt8(ascii: "{") {
                parts.append(.value(try field(level: level)))
            } else if level > 0 {
                break
            }
        }
        return parts
    }

    /// The text up to a field, to the end of the specification, or to the end.
    private mutating func literal(level: Int) throws(ParseFailure) -> String {
        var text = ""
        var start = cursor
        while cursor < end {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\\"), !isRaw {
                skipEscape()
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                guard level == 0 else { break }
                if cursor + 1 < end, bytes[cursor + 1] == byte {
                    text += try decoded(start..<cursor + 1)
                    cursor += 2
                    start = cursor
                    continue
                }
                guard byte == UInt8(ascii: "{") else {
                    throw reader.faultAtFurthest("f-string: single '}' is not allowed")
                }
                break
            } else {
                cursor += 1
            }
        }
        return text + (try decoded(start..<cursor))
    }

    /// Steps over a backslash and the character behind it; the name of a `\N{…}` is no field.
    private mutating func skipEscape() {
        cursor += 1
        guard cursor < end else { return }
        if bytes[cursor] == UInt8(ascii: "N") {
            cursor += 1
            guard cursor < end, bytes[cursor] == UInt8(ascii: "{") else { return }
            while cursor < end, bytes[cursor] != UInt8(ascii: "}") { cursor += 1 }
            cursor = min(cursor + 1, end)
        } else if bytes[cursor] != UInt8(ascii: "{"), bytes[cursor] != UInt8(ascii: "}") {
            cursor += 1
        }
    }

    private func decoded(_ range: Range<Int>) throws(ParseFailure) -> String {
        do {
            return try EscapeDecoder.text(bytes[range], isRaw: isRaw)
        } catch {
            throw reader.faultAtFurthest(error.message)
        }
    }
}

extension FormattedStringReader {
    /// `{expression=!r:specification}`.
    private mutating func field(level: Int) throws(ParseFailure) -> FormattedValue {
        guard level < Self.maximumLevel else {
            throw reader.faultAtFurthest("f-string: expressions nested too deeply")
        }
        let start = cursor + 1
        var scanner = FieldScanner(bytes, start..<end)
        do { cursor = try scanner.expressionEnd() } catch {
            throw reader.faultAtFurthest(error.message)
        }
        var result = FormattedValue(value: try expression(start..<cursor))
        if bytes[cursor] == UInt8(ascii: "=") { result.label = try label(from: start) }
        if try peek() == UInt8(ascii: "!") { result.conversion = try conversion() }
        if try peek() == UInt8(ascii: ":") {
            cursor += 1
            _ = try peek()
            result.specification = try parts(level: level + 1)
        }
        guard try peek() == UInt8(ascii: "}") else { throw unclosed() }
        cursor += 1
        if result.label != nil, result.conversion == nil, result.specification == nil {
            result.conversion = "r"
        }
        return result
    }

    private func unclosed() -> ParseFailure {
        reader.faultAtFurthest("f-string: expecting '}'")
    }

    /// The next byte, which must not be missing.
    private func peek() throws(ParseFailure) -> UInt8 {
        guard cursor < end else { throw unclosed() }
        return bytes[cursor]
    }

    /// The text of the expression with the equals sign and the blanks around it.
    private mutating func label(from start: Int) throws(ParseFailure) -> String {
        cursor += 1
        while isBlank(try peek()) { cursor += 1 }
        do {
            return try EscapeDecoder.text(bytes[start..<cursor], isRaw: true)
        } catch {
            throw reader.faultAtFurthest(error.message)
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    private mutating func conversion() throws(ParseFailure) -> Character {
        cursor += 1
        let letter = Character(Unicode.Scalar(try peek()))
        cursor += 1
        guard "sra".contains(letter) else {
            let message = "f-string: invalid conversion character: expected 's', 'r', or 'a'"
            throw reader.faultAtFurthest(message)
        }
        return letter
    }

    private func expression(_ range: Range<Int>) throws(ParseFailure) -> Expression {
        guard !bytes[range].allSatisfy(isBlank) else {
            let sign = Character(Unicode.Scalar(bytes[range.upperBound]))
            let message =
                sign == "}"
                ? "f-string: empty expression not allowed"
                : "f-string: expression required before '\(sign)'"
            throw reader.faultAtFurthest(message)
        }
        return try reader.enclosedExpression(range)
    }
}
