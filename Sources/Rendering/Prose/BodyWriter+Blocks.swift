import Diagnostics
import Notebooks

extension BodyWriter {
    mutating func write(_ block: Block) {
        stand(at: block.line)
        guard depth < NoteWalk.deepest else {
            warnOnce(
                "lists and quotes nested deeper than \(NoteWalk.deepest) levels are left out",
                at: "")
            return
        }
        depth += 1
        defer { depth -= 1 }
        if !block.isRawHTML { html += sanitizer.closeParagraph() }
        switch block.kind {
        case .paragraph(let text): writeParagraph(text)
        case .heading(_, let text): writeHeading(text, line: block.line)
        case .quote(let blocks): writeElement("blockquote") { $0.write(blocks) }
        case .list(let list): write(list)
        case .table(let table): write(table)
        case .thematicBreak: html += "<hr>\n"
        case .code(let language, let text): writeCode(text, language: language)
        case .math(let tex): writeMath(Formula(tex: tex, isDisplayed: true), element: "div")
        case .html(let text): writeRaw(text)
        case .footnote(let label, let number, let blocks): footnotes.append((label, number, blocks))
        case .cell(let index): writeCell(index)
        }
    }

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    /// An element with the attributes as written, its content in a container.
    mutating func writeElement(
        _ name: String, _ attributes: String = "", _ body: (inout BodyWriter) -> Void
    ) {
        html += "<\(name)\(attributes)>"
        container(body)
        html += "</\(name)>\n"
    }

    private mutating func writeParagraph(_ text: [Inline]) {
        // The page has its own table of contents.
        if text.count == 1, text.plainText.lowercased() == "[toc]" { return }
        let raw = text.compactMap { if case .html(let html) = $0 { html } else { nil } }.joined()
        if HTMLSanitizer.hasBlocks(raw) {
            writeElement("div", " class=\"p\"") { $0.write(text) }
        } else {
            writeElement("p") { $0.write(text) }
        }
    }

    private mutating func writeHeading(_ text: [Inline], line: Int) {
        if isInOutput {
            writeElement("p", " class=\"heading\"") { $0.write(text) }
            return
        }
        guard line != outline.titleLine else { return }
        let plain = text.plainText
        let heading = outline[line: line]
        let anchor = heading?.anchor ?? anchors.unique(AnchorNames.slug(plain))
        writeElement("h\(heading?.level ?? 2)", " id=\"\(anchor.escapedHTML)\"") { writer in
            writer.write(text)
            writer.html += " <a class=\"anchor\" href=\"#\(anchor.escapedHTML)\""
            writer.html += " aria-label=\"\(plain.escapedHTML)\"></a>"
        }
    }

    private mutating func write(_ list: Block.List) {
        let name = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let isTaskList = list.items.contains { $0.isDone != nil }
        let classes = [list.isTight ? "tight" : nil, isTaskList ? "tasks" : nil].compactMap { $0 }
        let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        writeElement(name, start + attribute) { writer in
            for item in list.items { writer.write(item, isTight: list.isTight) }
        }
    }

    private mutating func write(_ item: Block.ListItem, isTight: Bool) {
        let section = isInOutput ? nil : item.blocks.first.flatMap { outline[line: $0.line] }
        let isHeading =
            item.blocks.first.map { if case .heading = $0.kind { true } else { false } } ?? false
        let anchor = isHeading ? nil : section?.anchor
        let attributes = anchor.map { " id=\"\($0.escapedHTML)\" class=\"section\"" } ?? ""
        writeElement("li", attributes) { writer in
            if let isDone = item.isDone {
                writer.html += "<input type=\"checkbox\" disabled\(isDone ? " checked" : "")> "
            }
            for block in item.blocks {
                if isTight, case .paragraph(let text) = block.kind {
                    writer.stand(at: block.line)
                    writer.write(text)
                    writer.html += "\n"
                } else {
                    writer.write(block)
                }
            }
        }
    }

    private mutating func write(_ table: Block.Table) {
        html += "<div class=\"table\">"
        writeElement("table") { writer in
            writer.writeElement("thead") { $0.write(row: table.header, of: table, cell: "th") }
            guard !table.rows.isEmpty else { return }
            writer.writeElement("tbody") { writer in
                for row in table.rows { writer.write(row: row, of: table, cell: "td") }
            }
        }
        html += "</div>\n"
    }

    private mutating func write(row: [[Inline]], of table: Block.Table, cell: String) {
        writeElement("tr") { writer in
            for (column, text) in row.enumerated() {
                let alignment = column < table.alignments.count ? table.alignments[column] : .none
                let attribute =
                    alignment == .none ? "" : " style=\"text-align: \(alignment.rawValue)\""
                writer.writeElement(cell, attribute) { $0.write(text) }
            }
        }
    }

    private mutating func writeCode(_ text: String, language: String) {
        let isPython = ["python", "py", "python3", "ipython"].contains(language.lowercased())
        let code = isPython ? CodeHighlighting.html(text) : text.escapedHTML
        html += "<pre class=\"listing\"><code>\(code)</code></pre>\n"
    }

    private mutating func writeRaw(_ text: String) {
        let pieces = sanitizer.clean(text, anchors: &anchors)
        write(pieces)
        html += "\n"
    }

    /// Writes what is left of raw HTML, its pictures fetched or framed.
    mutating func write(_ pieces: [HTMLSanitizer.Piece]) {
        for piece in pieces {
            switch piece {
            case .markup(let markup): html += markup
            case .picture(let tag): writePicture(tag)
            }
        }
    }

    mutating func writeFootnotes() {
        guard !footnotes.isEmpty else { return }
        html += "<section class=\"footnotes\" id=\"footnotes\" role=\"doc-endnotes\">"
        html += "<h2>\(phrases.footnotes)</h2>\n<ol>"
        for (label, number, blocks) in footnotes.sorted(by: { $0.number < $1.number }) {
            writeElement("li", " id=\"fn-\(number)\" value=\"\(number)\"") { writer in
                let link =
                    "<a class=\"back\" href=\"#fnref-\(number)\" role=\"doc-backlink\""
                    + " aria-label=\"\(writer.phrases.back): \(label.escapedHTML)\">↩</a>"
                writer.writeFootnote(blocks, back: link)
            }
        }
        html += "</ol></section>\n"
    }
}

extension BodyWriter {
    /// The way back stands at the end of a footnote's last paragraph.
    private mutating func writeFootnote(_ blocks: [Block], back link: String) {
        guard let last = blocks.last, case .paragraph(let text) = last.kind else {
            write(blocks)
            html += link
            return
        }
        write(Array(blocks.dropLast()))
        html += sanitizer.closeParagraph()
        stand(at: last.line)
        writeElement("p") { writer in
            writer.write(text)
            writer.html += " " + link
        }
    }
}

extension Block {
    fileprivate var isRawHTML: Bool {
        if case .html = kind { true } else { false }
    }
}
