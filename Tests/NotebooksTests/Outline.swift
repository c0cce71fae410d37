import Diagnostics
import Notebooks

/// A note's blocks as one line of tags, so that expectations fit in tables.
func outline(_ markdown: String) -> String { outline(read(markdown).blocks) }

func read(_ markdown: String) -> Notebook {
    NotebookReader.read(SourceText(name: "note.md", text: markdown))
}

func outline(_ blocks: [Block]) -> String { blocks.map(outline).joined() }

private func outline(_ block: Block) -> String {
    switch block.kind {
    case .paragraph(let inlines): "<p>\(outline(inlines))</p>"
    case .heading(let level, let inlines): "<h\(level)>\(outline(inlines))</h\(level)>"
    case .quote(let blocks): "<quote>\(outline(blocks))</quote>"
    case .list(let list): outline(list)
    case .table(let table): outline(table)
    case .thematicBreak: "<hr>"
    case .code(let language, let text): "<pre \(language)>\(text)</pre>"
    case .math(let tex): "<math>\(tex)</math>"
    case .html(let html): "<html>\(html)</html>"
    case .footnote(let label, let number, let blocks):
        "<note \(label) \(number)>\(outline(blocks))</note>"
    case .cell(let index): "<cell \(index)>"
    }
}

private func outline(_ list: Block.List) -> String {
    let items = list.items.map { item in
        "<li>" + (item.isDone.map { $0 ? "[x]" : "[ ]" } ?? "") + outline(item.blocks)
    }
    let kind = list.start.map { "ol \($0)" } ?? "ul"
    return "<\(kind)\(list.isTight ? "" : " loose")>\(items.joined())</>"
}

private func outline(_ table: Block.Table) -> String {
    let rows = ([table.header] + table.rows).map { $0.map(outline).joined(separator: "|") }
    return "<table \(table.alignments.map { String($0.rawValue.first!) }.joined())>"
        + rows.joined(separator: "/") + "</table>"
}

func outline(_ inlines: [Inline]) -> String { inlines.map(outline).joined() }

private func outline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .emphasis(let inner): "<i>\(outline(inner))</i>"
    case .strong(let inner): "<b>\(outline(inner))</b>"
    case .strikethrough(let inner): "<s>\(outline(inner))</s>"
    case .code(let code): "<code>\(code)</code>"
    case .link(let destination, _, let inner): "<a \(destination)>\(outline(inner))</a>"
    case .image(let source, _, let alternative): "<img \(source) \(alternative)>"
    case .math(let tex, let isDisplayed): isDisplayed ? "⟪\(tex)⟫" : "⟨\(tex)⟩"
    case .html(let html): "{\(html)}"
    case .footnoteReference(let label, let number): "[^\(label) \(number)]"
    case .softBreak: "↵"
    case .lineBreak: "<br>"
    }
}
