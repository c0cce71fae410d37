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
}

extension Block {
    fileprivate var isRawHTML: Bool {
        if case .html = kind { true } else { false }
    }
}
