/// Lets through the HTML that cannot harm a reader, balanced, and drops the rest.
///
/// Markdown cuts raw HTML into pieces (`<b>`, text, `</b>`), so the sanitizer remembers the elements a
/// note has open. Each container of the page sets a floor: tags inside it cannot close what is outside.
struct HTMLSanitizer {
    /// Deeper nesting than anyone writes by hand; browsers themselves give up at 512.
    private static let deepest = 60

    /// What is left of a note's HTML.
    enum Piece: Equatable {
        case markup(String)
        /// A picture, which the page must fetch or frame.
        case picture(HTMLTag)
    }

    private var open: [String] = []
    private var floor = 0
    /// The element being skipped with its content, and how many of its name are open in it.
    private var skipped: (name: String, depth: Int)?

    /// Starts a container; give the result back to `leave`.
    mutating func enter() -> Int {
        defer { floor = open.count }
        return floor
    }

    /// Ends a container: the end tags of what its HTML left open.
    mutating func leave(_ outerFloor: Int) -> String {
        skipped = nil
        defer { floor = outerFloor }
        return close(to: floor)
    }

    /// The end tags needed before a block of the page may follow: a paragraph cannot hold one.
    mutating func closeParagraph() -> String {
        guard let index = open[floor...].lastIndex(of: "p") else { return "" }
        return close(to: index)
    }

    /// Whether a link is open, inside which no other may stand.
    var isInLink: Bool { open.contains("a") }

    /// Whether HTML contains elements that cannot stand in a paragraph.
    static func hasBlocks(_ html: String) -> Bool {
        HTMLTokenizer(html).contains { token in
            if case .start(let tag) = token { AllowedHTML.block.contains(tag.name) } else { false }
        }
    }

    /// The safe part of a piece of a note's HTML.
    mutating func clean(_ html: String, anchors: inout AnchorNames) -> [Piece] {
        var pieces: [Piece] = []
        for token in HTMLTokenizer(html) {
            switch token {
            case .text(let text):
                if skipped == nil {
                    pieces.append(.markup(HTMLEntities.escapeKeepingReferences(text)))
                }
            case .start(let tag):
                pieces += start(tag, anchors: &anchors)
            case .end(let name):
                pieces.append(.markup(end(name)))
            }
        }
        return pieces
    }

    private mutating func start(_ tag: HTMLTag, anchors: inout AnchorNames) -> [Piece] {
        if let skipped {
            if skipped.name == tag.name, !tag.isSelfClosing { self.skipped?.depth += 1 }
            return []
        }
        if AllowedHTML.dropped.contains(tag.name) {
            if !tag.isSelfClosing { skipped = (tag.name, 1) }
            return []
        }
        let isAllowed =
            AllowedHTML.phrase.contains(tag.name) || AllowedHTML.block.contains(tag.name)
        guard isAllowed, fits(tag.name) else { return [] }
        if tag.name == "img" { return [.picture(tag)] }
        let ends = impliedEnds(before: tag.name)
        if !AllowedHTML.void.contains(tag.name) { open.append(tag.name) }
        return [.markup(ends + Self.markup(of: tag, anchors: &anchors))]
    }

    private func fits(_ name: String) -> Bool {
        if open.count >= Self.deepest { return false }
        if name == "a" { return !isInLink }
        return !AllowedHTML.tableParts.contains(name) || open[floor...].contains("table")
    }

    private mutating func impliedEnds(before name: String) -> String {
        guard let rule = AllowedHTML.impliedEnd(of: name) else { return "" }
        for index in open.indices[floor...].reversed() {
            if rule.closes.contains(open[index]) { return close(to: index) }
            if rule.within.contains(open[index]) { break }
        }
        return ""
    }

    private mutating func end(_ name: String) -> String {
        if let skipped {
            guard skipped.name == name else { return "" }
            self.skipped = skipped.depth > 1 ? (name, skipped.depth - 1) : nil
            return ""
        }
        guard let index = open[floor...].lastIndex(of: name) else { return "" }
        return close(to: index)
    }

    private mutating func close(to count: Int) -> String {
        let ends = open[count...].reversed().map { Self.endMarkup(of: $0) }.joined()
        open.removeLast(open.count - count)
        return ends
    }

    /// Wide tables scroll in a box of their own.
    private static func endMarkup(of name: String) -> String {
        name == "table" ? "</table></div>" : "</\(name)>"
    }

    private static func markup(of tag: HTMLTag, anchors: inout AnchorNames) -> String {
        var html = tag.name == "table" ? "<div class=\"table\"><table" : "<\(tag.name)"
        if let anchor = (tag["id"] ?? tag["name"]).flatMap({ anchors.claim($0) }) {
            html += " id=\"\(anchor.escapedHTML)\""
        }
        for attribute in tag.attributes {
            guard let value = AllowedHTML.value(of: attribute, on: tag.name) else { continue }
            html += " \(attribute.name)=\"\(value.escapedHTML)\""
        }
        if tag.name == "a", let href = tag["href"], SafeURL.isRemote(href) {
            html += " rel=\"noopener\""
        }
        return html + ">"
    }
}
