/// Character references inside attribute values and text.
enum HTMLEntities {
    /// Names that a link could hide a scheme behind, and those that people write.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "colon": ":",
        "Tab": "\t", "NewLine": "\n", "sol": "/", "bsol": "\\", "lpar": "(", "rpar": ")",
        "num": "#",
        "period": ".", "comma": ",", "semi": ";", "excl": "!", "quest": "?", "equals": "=",
    ]

    /// The text with its references replaced; an unknown one stays as written.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            if let (value, length) = reference(at: rest) {
                result += value
                rest = rest.dropFirst(length)
            } else {
                result.append("&")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    /// Raw HTML text with every `&` that begins no reference escaped, ready to stand between tags.
    static func escapeKeepingReferences(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text.escapedHTML }
        var result = ""
        var rest = Substring(text)
        while let ampersand = rest.firstIndex(of: "&") {
            result += String(rest[..<ampersand]).escapedHTML
            rest = rest[ampersand...]
            let length = writtenReferenceLength(at: rest)
            result += length > 0 ? String(rest.prefix(length)) : "&amp;"
            rest = rest.dropFirst(max(length, 1))
        }
        return result + String(rest).escapedHTML
    }

    /// The length of `&name;` or `&#…;` at the start of the text; 0 where none stands.
    private static func writtenReferenceLength(at text: Substring) -> Int {
        let body = text.dropFirst().prefix(32)
        guard let semicolon = body.firstIndex(of: ";"), semicolon > body.startIndex else {
            return 0
        }
        let name = body[..<semicolon].utf8
        let letters = name.first == UInt8(ascii: "#") ? name.dropFirst() : name[...]
        guard !letters.isEmpty, letters.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else {
            return 0
        }
        return name.count + 2
    }

    private static func reference(at text: Substring) -> (value: String, length: Int)? {
        if text.hasPrefix("&#") { return numericReference(at: text) }
        let name = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
        guard let value = named[String(name)] else { return nil }
        let hasSemicolon = text.dropFirst(1 + name.count).first == ";"
        return (value, 1 + name.count + (hasSemicolon ? 1 : 0))
    }

    /// Browsers read `&#58` without a semicolon too.
    private static func numericReference(at text: Substring) -> (value: String, length: Int)? {
        var digits = text.dropFirst(2)
        var length = 2
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        if isHexadecimal {
            digits = digits.dropFirst()
            length += 1
        }
        digits = digits.prefix { $0.isASCII && (isHexadecimal ? $0.isHexDigit : $0.isNumber) }
        guard !digits.isEmpty else { return nil }
        length += digits.count
        if text.dropFirst(length).first == ";" { length += 1 }
        let code = UInt32(digits, radix: isHexadecimal ? 16 : 10) ?? 0xFFFD
        let scalar = code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
        return (String(Character(scalar)), length)
    }
}
