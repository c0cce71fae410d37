import Notebooks

extension BodyWriter {
    /// Writes the notes that the text's marks lead to.
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
