import Diagnostics
import Notebooks

/// A page that is one file and loads nothing.
struct HTMLFormat: OutputFormat {
    let name = "html"
    let fileExtension = "html"

    func render(_ note: ExecutedNotebook, options: RenderOptions) throws -> Page {
        let content = NoteContent(note, options: options)
        let style = try style(for: content.math, options)
        let script = options.templates.script
        var values = content.templateValues
        values["style"] = style
        values["script"] = script
        values["policy"] =
            ContentSecurityPolicy.policy(script: script, style: style).escapedHTML
        let page = options.templates.render("page", values)
        return Page(bytes: Array(page.utf8), diagnostics: content.diagnostics)
    }

    private func style(for math: MathUse, _ options: RenderOptions) throws -> String {
        let style = StyleSheet.compact(options.templates.style)
        guard !math.isEmpty, let assets = options.typesetter.assets else { return style }
        return try MathStyle(assets).sheet(for: math) + style
    }
}
