import Diagnostics

/// A JSON value that was read, and where it stands in its file.
package struct JSONNode: Sendable {
    package indirect enum Kind: Sendable {
        case null
        case bool(Bool)
        /// A number as written.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    package struct Member: Sendable {
        package let key: String
        package let value: JSONNode
    }

    package let kind: Kind
    package let span: SourceSpan

    /// The member of an object; the last one where a key stands twice, nil elsewhere.
    package subscript(key: String) -> JSONNode? {
        guard case .object(let members) = kind else { return nil }
        return members.last { $0.key == key }?.value
    }

    package var string: String? { if case .string(let text) = kind { text } else { nil } }
    package var integer: Int? { if case .number(let text) = kind { Int(text) } else { nil } }
    package var items: [JSONNode]? { if case .array(let items) = kind { items } else { nil } }
    package var members: [Member]? { if case .object(let members) = kind { members } else { nil } }

    /// A text, or the lines of one put together, as nbformat stores them.
    package var joined: String? {
        if let string { return string }
        guard let items else { return nil }
        let lines = items.compactMap(\.string)
        return lines.count == items.count ? lines.joined() : nil
    }

    /// The value to be written again.
    package var json: JSON {
        switch kind {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let items): .array(items.map(\.json))
        case .object(let members): .object(members.map { ($0.key, $0.value.json) })
        }
    }
}
