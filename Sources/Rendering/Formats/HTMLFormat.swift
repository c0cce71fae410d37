import Diagnostics
import Notebooks

/// A page that is one file and loads nothing.
struct HTMLFormat: OutputFormat {
    let name = "html"
    let fileExtension = "html"

    func render(_ note: ExecutedNotebook, options: RenderOptions) throws -> Page {
        let language = NoteLanguage.tag(of: note.notebook)
        let phrases = Phrases(language: language)
        var body = BodyWriter(note, options: options, phrases: phrases)
        body.write()
        let style = try style(for: body)
        let script = options.templates.script
        let title = body.captured { $0.write($0.outline.title) }
        var values: [String: Any] = [
            "language": language, "title": body.outline.title.plainText, "heading": title,
            "style": style, "script": script, "words": phrases.values, "body": body.html,
            "policy": ContentSecurityPolicy.policy(script: script, style: style).escapedHTML,
            "hasShapes": options.showsShapes && note.runs.contains { !$0.shapeNotes.isEmpty },
        ]
        values["titleAnchor"] = body.outline.titleAnchor
        values["author"] = note.notebook.frontMatter.author
        if body.outline.contents.count > 1 { values["contents"] = ["tree": contents(of: &body)] }
        if !note.prelude.isEmpty { values["prelude"] = ["lines": note.prelude] }
        if !note.variables.isEmpty { values["variables"] = note.variables.templateValues }
        let page = options.templates.render("page", values)
        return Page(bytes: Array(page.utf8), diagnostics: body.diagnostics)
    }

    private func style(for body: BodyWriter) throws -> String {
        let style = StyleSheet.compact(body.options.templates.style)
        guard !body.math.isEmpty, let assets = body.options.typesetter.assets else { return style }
        return try MathStyle(assets).sheet(for: body.math) + style
    }

    /// The table of contents as nested lists.
    private func contents(of body: inout BodyWriter) -> String {
        let entries = body.outline.contents
        return body.captured { writer in
            writer.isInLink = true
            var levels: [Int] = []
            for entry in entries {
                while let last = levels.last, last > entry.level {
                    writer.html += "</li></ol>"
                    levels.removeLast()
                }
                if levels.last == entry.level {
                    writer.html += "</li>"
                } else {
                    writer.html += "<ol>"
                    levels.append(entry.level)
                }
                writer.html += "<li><a href=\"#\(entry.anchor.escapedHTML)\">"
                writer.container { $0.write(entry.text.withoutNotes) }
                writer.html += "</a>"
            }
            writer.html += String(repeating: "</li></ol>", count: levels.count)
            writer.isInLink = false
        }
    }
}

extension [Inline] {
    /// The text without what may stand in a page only once or loads something: footnote marks, pictures.
    fileprivate var withoutNotes: [Inline] {
        filter { inline in
            switch inline {
            case .footnoteReference, .image, .html: false
            default: true
            }
        }
    }
}
