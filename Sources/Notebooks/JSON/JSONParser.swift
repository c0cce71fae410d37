import Diagnostics

/// Reads JSON (RFC 8259).
package struct JSONParser {
    private let source: SourceText
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Deeper nesting is no notebook but an attempt to exhaust the stack.
    private static let depthLimit = 200

    private init(_ source: SourceText) {
        self.source = source
        bytes = source.utf8
    }

    /// The value that a text holds. Throws a `Diagnostic` with the place where it ceases to be JSON.
    package static func parse(_ source: SourceText) throws(Diagnostic) -> JSONNode {
        var parser = JSONParser(source)
        if parser.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.position == parser.bytes.count else {
            throw parser.fault("something stands behind the end of the JSON")
        }
        return value
    }

    private func fault(_ message: String) -> Diagnostic {
        let span = SourceSpan(position, min(position + 1, bytes.count))
        return Diagnostic(.error, message, at: Diagnostic.Place(span, in: source))
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
            position += 1
        }
    }

    private mutating func value() throws(Diagnostic) -> JSONNode {
        skipBlanks()
        guard position < bytes.count else { throw fault("the JSON ends too early") }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw fault("the JSON is nested too deeply") }
        let start = position
        let kind: JSONNode.Kind =
            switch bytes[position] {
            case UInt8(ascii: "{"): .object(try members())
            case UInt8(ascii: "["): .array(try items())
            case UInt8(ascii: "\""): .string(try string())
            case UInt8(ascii: "t"): try word("true", .bool(true))
            case UInt8(ascii: "f"): try word("false", .bool(false))
            case UInt8(ascii: "n"): try word("null", .null)
            case UInt8(ascii: "N"): try word("NaN", .number("NaN"))
            default: .number(try number())
            }
        return JSONNode(kind: kind, span: SourceSpan(start, position))
    }

    private mutating func word(
        _ word: StaticString, _ kind: JSONNode.Kind
    ) throws(Diagnostic) -> JSONNode.Kind {
        let text = Array("\(word)".utf8)
        guard bytes[position...].starts(with: text) else { throw fault("this is no JSON") }
        position += text.count
        return kind
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func items() throws(Diagnostic) -> [JSONNode] {
        position += 1
        var items: [JSONNode] = []
        if take(UInt8(ascii: "]")) { return items }
        while true {
            items.append(try value())
            if take(UInt8(ascii: "]")) { return items }
            guard take(UInt8(ascii: ",")) else { throw fault("a `,` or a `]` is missing here") }
        }
    }

    private mutating func members() throws(Diagnostic) -> [JSONNode.Member] {
        position += 1
        var members: [JSONNode.Member] = []
        if take(UInt8(ascii: "}")) { return members }
        while true {
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw fault("a key in quotes is missing here")
            }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw fault("a `:` is missing here") }
            members.append(JSONNode.Member(key: key, value: try value()))
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else { throw fault("a `,` or a `}` is missing here") }
        }
    }

    private mutating func number() throws(Diagnostic) -> String {
        let end =
            bytes[position...].firstIndex { !"+-.0123456789eE".utf8.contains($0) } ?? bytes.count
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        guard Double(text) != nil else { throw fault("this is no JSON") }
        position = end
        return text
    }

    // MARK: Strings

    private mutating func string() throws(Diagnostic) -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
            default: text.append(byte)
            }
        }
        throw fault("a text is not closed")
    }

    private mutating func escaped() throws(Diagnostic) -> Character {
        guard position < bytes.count else { throw fault("a text is not closed") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "u"): return try unicode()
        default: throw fault("there is no escape like this")
        }
    }

    private mutating func unicode() throws(Diagnostic) -> Character {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        // Half of a pair; the other half must follow, or nothing readable stands here.
        guard bytes[position...].starts(with: Array("\\u".utf8)) else { return "\u{FFFD}" }
        let before = position
        position += 2
        let second = try hexadecimal()
        guard (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(second) else {
            position = before
            return "\u{FFFD}"
        }
        let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are missing here") }
        position = end
        return value
    }
}
