/// A JSON value to be written; an object keeps its members in their order.
package indirect enum JSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number as it is written in a file.
    case number(String)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// An object with its keys sorted, as Jupyter writes them.
    package static func sorted(_ members: [String: JSON]) -> JSON {
        .object(
            members.sorted {
                $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
            }.map { ($0.key, $0.value) })
    }

    /// The lines of a text, each with its end, as nbformat stores them.
    package static func lines(_ text: String) -> JSON {
        .array(text.splitKeepingLineEnds.map(JSON.string))
    }

    /// The text with one member or item a line, as Jupyter writes its files.
    package var text: String { JSONWriter().text(of: self) }
}

/// Writes JSON with one member or item a line.
package struct JSONWriter {
    /// Blanks for each level.
    private let step: String
    /// Levels around the value, for one that goes into a file.
    private let depth: Int

    package init(step: String = " ", depth: Int = 0) {
        self.step = step
        self.depth = depth
    }

    package func text(of value: JSON) -> String {
        var text = ""
        write(value, to: &text, depth)
        return text
    }

    private func write(_ value: JSON, to text: inout String, _ depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number
        case .string(let string): write(string, to: &text)
        case .array(let items):
            write(items, between: ("[", "]"), to: &text, depth) { item, text in
                write(item, to: &text, depth + 1)
            }
        case .object(let members):
            write(members, between: ("{", "}"), to: &text, depth) { member, text in
                write(member.key, to: &text)
                text += ": "
                write(member.value, to: &text, depth + 1)
            }
        }
    }

    private func write<Item>(
        _ items: [Item], between marks: (String, String), to text: inout String, _ depth: Int,
        _ write: (Item, inout String) -> Void
    ) {
        text += marks.0
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: step, count: depth + 1)
            write(item, &text)
        }
        if !items.isEmpty { text += "\n" + String(repeating: step, count: depth) }
        text += marks.1
    }

    private func write(_ string: String, to text: inout String) {
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
    /// Whether the last line has an end, `\r\n` too.
    package var endsLine: Bool { utf8.last == UInt8(ascii: "\n") }

    /// The lines with their ends; no empty one at the end.
    package var splitKeepingLineEnds: [String] {
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
