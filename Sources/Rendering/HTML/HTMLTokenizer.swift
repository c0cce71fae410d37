/// Splits HTML the way browsers do: it never fails, whatever the text.
struct HTMLTokenizer: Sequence, IteratorProtocol {
    /// Elements whose content is text up to their own end tag.
    private static let rawText: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
    ]

    private let bytes: [UInt8]
    private var position = 0
    /// XML names (SVG) keep their case and their elements have no raw text.
    private let isXML: Bool
    private var pending: [HTMLToken] = []

    init(_ html: String, isXML: Bool = false) {
        bytes = Array(html.utf8)
        self.isXML = isXML
    }

    mutating func next() -> HTMLToken? {
        if !pending.isEmpty { return pending.removeFirst() }
        let start = position
        while position < bytes.count {
            let textEnd = position
            guard bytes[position] == UInt8(ascii: "<"), let markup = markup() else {
                position = Swift.max(position, textEnd + 1)
                continue
            }
            if case .token(let token) = markup { pending.append(token) }
            if textEnd > start { return .text(text(start, textEnd)) }
            return next()
        }
        return position > start ? .text(text(start, position)) : nil
    }

    private enum Markup {
        case token(HTMLToken)
        case ignored
    }

    /// Reads what a `<` begins; nil, with the position unmoved, when it is only a character.
    private mutating func markup() -> Markup? {
        guard position + 1 < bytes.count else { return nil }
        switch bytes[position + 1] {
        case let byte where byte.isASCIILetter:
            position += 1
            return tag().map { tag in
                if !isXML, Self.rawText.contains(tag.name) { skipRawText(of: tag.name) }
                return .token(.start(tag))
            } ?? .ignored
        case UInt8(ascii: "/"):
            return endTag()
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            skipDeclaration()
            return .ignored
        default:
            return nil
        }
    }

    private mutating func endTag() -> Markup? {
        guard position + 2 < bytes.count else { return nil }
        guard bytes[position + 2].isASCIILetter else {
            position += 2
            skip(past: ">")
            return .ignored
        }
        position += 2
        return tag().map { .token(.end(name: $0.name)) } ?? .ignored
    }

    private mutating func skipDeclaration() {
        if starts(with: "<![CDATA["), isXML {
            position += 9
            skip(past: "]]>")
        } else if starts(with: "<!-->") || starts(with: "<!--->") {
            skip(past: ">")
        } else if starts(with: "<!--") {
            position += 4
            skipComment()
        } else {
            skip(past: ">")
        }
    }

    private mutating func skipComment() {
        while position < bytes.count, !starts(with: "-->"), !starts(with: "--!>") { position += 1 }
        skip(past: ">")
    }

    /// Drops the text of a `<script>` and its like; its end tag is read next.
    private mutating func skipRawText(of name: String) {
        while position < bytes.count {
            if starts(with: "</" + name, ignoringCase: true) {
                let after = position + 2 + name.utf8.count
                if after >= bytes.count || bytes[after].isTagDelimiter { return }
            }
            position += 1
        }
    }

    /// Reads a tag from its name on; nil when the text ends inside it.
    private mutating func tag() -> HTMLTag? {
        var tag = HTMLTag(name: name { $0.isTagDelimiter }, attributes: [])
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return tag
            }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                position += 1
                tag.isSelfClosing = byte == UInt8(ascii: "/") && peek(">")
                continue
            }
            guard let attribute = attribute() else { return nil }
            if tag[attribute.name] == nil { tag.attributes.append(attribute) }
        }
        return nil
    }

    private mutating func attribute() -> HTMLTag.Attribute? {
        let first = position
        position += 1  // A name may begin with "=".
        let rest = name { $0.isTagDelimiter || $0 == UInt8(ascii: "=") }
        let name = (isXML ? text(first, first + 1) : text(first, first + 1).lowercased()) + rest
        skipSpaces()
        guard peek("=") else { return HTMLTag.Attribute(name: name, value: "") }
        position += 1
        skipSpaces()
        guard position < bytes.count else { return nil }
        return value().map { .init(name: name, value: HTMLEntities.decode($0)) }
    }

    private mutating func value() -> String? {
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = position
            while position < bytes.count, !bytes[position].isHTMLSpace, !peek(">") { position += 1 }
            return text(start, position)
        }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        guard position < bytes.count else { return nil }
        position += 1
        return text(start, position - 1)
    }

    private mutating func name(until isEnd: (UInt8) -> Bool) -> String {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        let name = text(start, position)
        return isXML ? name : name.lowercased()
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position].isHTMLSpace { position += 1 }
    }

    private mutating func skip(past end: StaticString) {
        while position < bytes.count, !starts(with: end.description) { position += 1 }
        position = Swift.min(position + end.utf8CodeUnitCount, bytes.count)
    }

    private func peek(_ character: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: character)
    }

    private func starts(with text: String, ignoringCase: Bool = false) -> Bool {
        guard position + text.utf8.count <= bytes.count else { return false }
        return zip(bytes[position...], text.utf8).allSatisfy { found, wanted in
            found == wanted || ignoringCase && found.lowercasedASCII == wanted
        }
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Space, tab, line feed, form feed, carriage return: what separates attributes.
    var isHTMLSpace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
    }

    fileprivate var isTagDelimiter: Bool {
        isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">")
    }
}
