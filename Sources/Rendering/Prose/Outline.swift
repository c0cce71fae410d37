import Notebooks

/// A note's headings: their anchors, their levels in the page, and which of them is its title.
struct Outline {
    struct Heading {
        /// From 1, the page's title, to 6.
        var level: Int
        var anchor: String
        var text: [Inline]
    }

    /// What the page is called.
    private(set) var title: [Inline]
    /// The line of the heading that stands as the title at the head of the page and not again below.
    private(set) var titleLine: Int?
    private(set) var titleAnchor: String?
    private var headings: [Int: Heading] = [:]
    /// The entries of the table of contents.
    private(set) var contents: [Heading] = []

    init(_ note: Notebook, anchors: inout AnchorNames) {
        var found: [(line: Int, level: Int, text: [Inline])] = []
        NoteWalk.blocks(note.blocks) { block in
            if case .heading(let level, let text) = block.kind {
                found.append((block.line, level, text))
            }
        }
        title = [.text(note.frontMatter.title ?? note.source.stem)]
        if note.frontMatter.title == nil,
            let first = Self.leadingTitle(of: note, among: found.map(\.level))
        {
            title = first.text
            titleLine = first.line
            titleAnchor = anchors.unique(AnchorNames.slug(first.text.plainText))
        }
        let top = found.filter { $0.line != titleLine }.map(\.level).min() ?? 1
        for (line, level, text) in found where line != titleLine {
            let anchor = anchors.unique(AnchorNames.slug(text.plainText))
            let heading = Heading(level: min(level - top + 2, 6), anchor: anchor, text: text)
            headings[line] = heading
            contents.append(heading)
        }
        if contents.isEmpty { addItems(of: note.blocks, anchors: &anchors) }
    }

    subscript(line line: Int) -> Heading? { headings[line] }

    func contains(anchor: String) -> Bool {
        anchor == titleAnchor || headings.values.contains { $0.anchor == anchor }
    }

    /// The heading a note begins with, when no other has its rank.
    private static func leadingTitle(of note: Notebook, among levels: [Int]) -> (
        line: Int, text: [Inline]
    )? {
        guard let first = note.blocks.first, case .heading(let level, let text) = first.kind,
            levels.filter({ $0 <= level }).count == 1
        else { return nil }
        return (first.line, text)
    }

    /// A note without headings that is one long list has the lists' items as its sections.
    private mutating func addItems(of blocks: [Block], anchors: inout AnchorNames, level: Int = 2) {
        for block in blocks {
            guard level <= 3, case .list(let list) = block.kind else { continue }
            for item in list.items {
                guard let first = item.blocks.first, item.blocks.count > 1,
                    case .paragraph(let text) = first.kind, Self.isHeading(text)
                else { continue }
                let anchor = anchors.unique(AnchorNames.slug(text.plainText))
                let heading = Heading(level: level, anchor: anchor, text: text)
                headings[first.line] = heading
                contents.append(heading)
                addItems(of: Array(item.blocks.dropFirst()), anchors: &anchors, level: level + 1)
            }
        }
    }

    private static func isHeading(_ text: [Inline]) -> Bool {
        let plain = text.plainText
        let hasBreak = text.contains { inline in
            switch inline {
            case .softBreak, .lineBreak, .image: true
            default: false
            }
        }
        // Two dozen full-width characters: longer ones are sentences.
        return !hasBreak
            && (1...48).contains(
                plain.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) })
    }
}
