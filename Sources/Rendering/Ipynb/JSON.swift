/// A JSON value, written as Jupyter writes its files: keys sorted, one blank for each level.
indirect enum JSON: Equatable {
    case null
    case integer(Int)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The lines of a text, each with its end, as nbformat stores them.
    static func lines(_ text: String) -> JSON {
        .array(text.splitKeepingLineEnds.map(JSON.string))
    }

    var text: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .null: text += "null"
        case .integer(let number): text += String(number)
        case .string(let string): Self.write(string, to: &text)
        case .array(let items):
            Self.write(items, between: ("[", "]"), to: &text, indent: indent) { item, text in
                item.write(to: &text, indent: indent + 1)
            }
        case .object(let members):
            let sorted = members.sorted {
                $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
            }
            Self.write(sorted, between: ("{", "}"), to: &text, indent: indent) { member, text in
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent + 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between marks: (String, String), to text: inout String, indent: Int,
        _ write: (Item, inout String) -> Void
    ) {
        text += marks.0
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: " ", count: indent + 1)
            write(item, &text)
        }
        if !items.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += marks.1
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension String {
    /// The lines with their ends; no empty one at the end.
    var splitKeepingLineEnds: [String] {
        var lines: [String] = []
        var start = utf8.startIndex
        while let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let next = utf8.index(after: end)
            lines.append(String(self[start..<next]))
            start = next
        }
        if start < endIndex { lines.append(String(self[start...])) }
        return lines
    }
}
