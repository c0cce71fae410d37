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
        if body.outline.contents.count > 1 { values["contents"] = ["tree": body.contents()] }
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
}
