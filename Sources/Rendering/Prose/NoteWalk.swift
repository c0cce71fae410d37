import Notebooks

/// Visits a note's blocks and inlines in the order a reader meets them.
enum NoteWalk {
    /// Deeper lists and quotes than this are not walked or shown: the stack is finite and the page is narrow.
    static let deepest = 60

    static func blocks(_ blocks: [Block], depth: Int = 0, _ visit: (Block) -> Void) {
        guard depth < deepest else { return }
        for block in blocks {
            visit(block)
            for children in block.children { self.blocks(children, depth: depth + 1, visit) }
        }
    }

    /// Every inline with the line of its block.
    static func inlines(_ blocks: [Block], _ visit: (Inline, Int) -> Void) {
        self.blocks(blocks) { block in
            for text in block.texts { inlines(text, line: block.line, visit) }
        }
    }

    /// Every formula, in the order of the text.
    static func formulas(_ blocks: [Block]) -> [Formula] {
        var formulas: [Formula] = []
        self.blocks(blocks) { block in
            if case .math(let tex) = block.kind {
                formulas.append(Formula(tex: tex, isDisplayed: true))
            }
            for text in block.texts {
                inlines(text, line: block.line) { inline, _ in
                    if case .math(let tex, let isDisplayed) = inline {
                        formulas.append(Formula(tex: tex, isDisplayed: isDisplayed))
                    }
                }
            }
        }
        return formulas
    }

    private static func inlines(
        _ inlines: [Inline], line: Int, depth: Int = 0, _ visit: (Inline, Int) -> Void
    ) {
        guard depth < deepest else { return }
        for inline in inlines {
            visit(inline, line)
            self.inlines(inline.children, line: line, depth: depth + 1, visit)
        }
    }
}

extension Block {
    /// The blocks inside, a list for each list item.
    var children: [[Block]] {
        switch kind {
        case .quote(let blocks), .footnote(_, _, let blocks): [blocks]
        case .list(let list): list.items.map(\.blocks)
        default: []
        }
    }

    /// The running texts of the block itself: a paragraph's one, a table's cells.
    var texts: [[Inline]] {
        switch kind {
        case .paragraph(let text), .heading(_, let text): [text]
        case .table(let table): table.header + table.rows.flatMap { $0 }
        default: []
        }
    }
}

extension Inline {
    var children: [Inline] {
        switch self {
        case .emphasis(let text), .strong(let text), .strikethrough(let text),
            .link(_, _, let text):
            text
        default: []
        }
    }
}

extension [Inline] {
    /// The text alone: what a page's title or a picture's description can hold.
    package var plainText: String { map(\.plainText).joined() }
}

extension Inline {
    fileprivate var plainText: String {
        switch self {
        case .text(let text), .code(let text), .math(let text, _): text
        case .image(_, _, let alternative): alternative
        case .softBreak, .lineBreak: " "
        case .html, .footnoteReference: ""
        default: children.plainText
        }
    }
}
