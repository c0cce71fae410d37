import PythonSyntax

/// How `repr` writes texts and bytes.
enum Quoting {
    /// A text in quotes.
    static func repr(_ text: String) -> String {
        let quote = quote(text)
        var result = String(quote)
        result.reserveCapacity(text.utf8.count + 2)
        if isPlain(text, quote) {
            result += text
        } else {
            for scalar in text.unicodeScalars {
                append(scalar, quote, to: &result)
            }
        }
        result.unicodeScalars.append(quote)
        return result
    }

    /// Double quotes only where they spare escapes.
    private static func quote(_ text: String) -> Unicode.Scalar {
        let hasSingle = text.utf8.contains(UInt8(ascii: "'"))
        return hasSingle && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
    }

    /// Whether all of the text stands for itself: printable ASCII without quotes and backslashes.
    private static func isPlain(_ text: String, _ quote: Unicode.Scalar) -> Bool {
        let quote = UInt8(truncatingIfNeeded: quote.value)
        return text.withBytes { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != quote && $0 != 0x5C }
        }
    }

    private static func append(
        _ scalar: Unicode.Scalar, _ quote: Unicode.Scalar, to result: inout String
    ) {
        switch scalar {
        case quote, "\\":
            result += "\\"
            result.unicodeScalars.append(scalar)
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if ScalarClass.isPrintable(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += escape(scalar)
            }
        }
    }

    /// `\xe9`, `\u4e2d`, `\U0001f600`.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar.codePoint {
        case ..<0x100: "\\x" + hex(scalar.codePoint, 2)
        case ..<0x10000: "\\u" + hex(scalar.codePoint, 4)
        default: "\\U" + hex(scalar.codePoint, 8)
        }
    }

    /// A text that every encoding of Unicode has: halves of surrogate pairs are escaped.
    static func encodable(_ text: String) -> String {
        guard text.utf8.contains(Unicode.Scalar.loneSurrogateByte) else { return text }
        return text.unicodeScalars.map { $0.isLoneSurrogate ? escape($0) : String($0) }.joined()
    }

    static func hex(_ value: some BinaryInteger, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }

    /// `b'…'`; a bytearray escapes its single quotes between double ones, too.
    static func repr(_ bytes: [UInt8], escapesSingleQuotes: Bool = false) -> String {
        let hasSingle = bytes.contains(UInt8(ascii: "'"))
        let isDouble = hasSingle && !bytes.contains(UInt8(ascii: "\""))
        let quote: Unicode.Scalar = isDouble ? "\"" : "'"
        let escaped: Unicode.Scalar = escapesSingleQuotes ? "'" : quote
        var result = "b" + String(quote)
        for byte in bytes {
            let scalar = Unicode.Scalar(byte)
            if byte < 0x80 {
                append(scalar, escaped, to: &result)
            } else {
                result += escape(scalar)
            }
        }
        return result + String(quote)
    }
}
