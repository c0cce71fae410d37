/// Strings and bytes in quotes, as Python's `repr` writes them.
package enum QuotedText {
    /// `b'…'`.
    package static func bytes(_ bytes: [UInt8]) -> String {
        let quote = quote(bytes.contains(UInt8(ascii: "'")), bytes.contains(UInt8(ascii: "\"")))
        let inner = bytes.map { byte in
            escaped(Unicode.Scalar(byte), quote)
                ?? (0x20..<0x7F ~= byte
                    ? String(Unicode.Scalar(byte)) : hex(UInt32(byte), "x", 2))
        }
        return "b" + quote + inner.joined() + quote
    }

    /// `'…'`.
    package static func string(_ text: String) -> String {
        let quote = quote(text.contains("'"), text.contains("\""))
        let inner = text.unicodeScalars.map { scalar in
            escaped(scalar, quote) ?? (isPrintable(scalar) ? String(scalar) : numbered(scalar))
        }
        return quote + inner.joined() + quote
    }

    private static func quote(_ hasSingle: Bool, _ hasDouble: Bool) -> String {
        hasSingle && !hasDouble ? "\"" : "'"
    }

    private static func escaped(_ scalar: Unicode.Scalar, _ quote: String) -> String? {
        switch scalar {
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: String(scalar) == quote ? "\\" + quote : nil
        }
    }

    private static func numbered(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case ..<0x100: hex(scalar.value, "x", 2)
        case ..<0x10000: hex(scalar.value, "u", 4)
        default: hex(scalar.value, "U", 8)
        }
    }

    private static func hex(_ value: UInt32, _ letter: String, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return "\\" + letter + String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// Python prints letters, marks, numbers, punctuation and symbols, and of the separators only the
    /// space.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return false
        default: return true
        }
    }
}
