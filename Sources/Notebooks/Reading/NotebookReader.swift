import Diagnostics

/// Reads a Markdown note.
package enum NotebookReader {
    /// The notebook of a note; whatever is wrong with it stands in its diagnostics.
    ///
    /// Formulas and cells are found in the raw lines first and kept away from Markdown, which would
    /// spoil them; what Markdown makes of the rest becomes the blocks, with both in their places.
    package static func read(_ source: SourceText) -> Notebook {
        let note = NoteText(source)
        let head = FrontMatterReader(note)
        let findings = BlockScanner.findings(in: note, fromLine: head.lineCount)
        var text = ProtectedText(note, edits: [headEdit(note, head)] + findings.edits)
        let encoding = EncodingCheck.diagnostic(for: note)
        if encoding != nil { text.repair() }
        var builder = NotebookBuilder(note, findings: findings, text: text)
        let blocks = builder.blocks(of: MarkdownParser.parse(text.bytes))
        let diagnostics = head.diagnostics + findings.diagnostics + builder.diagnostics
        return Notebook(
            source: source, frontMatter: head.frontMatter, blocks: blocks, cells: builder.cells,
            diagnostics: limited((encoding.map { [$0] } ?? []) + sorted(diagnostics)))
    }

    /// Leaves out the byte order mark and the front matter.
    private static func headEdit(_ note: NoteText, _ head: FrontMatterReader) -> Edit {
        Edit(range: 0..<note.lines(0..<head.lineCount).upperBound, replacement: .nothing)
    }

    /// Nobody reads thousands of diagnostics; the first ones stand for the rest.
    private static func limited(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let limit = 100
        guard diagnostics.count > limit else { return diagnostics }
        let rest = "\(diagnostics.count - limit) more warnings about this note are not shown"
        return diagnostics.prefix(limit) + [Diagnostic(.note, rest)]
    }

    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.enumerated().sorted { first, second in
            let lines = [first, second].map { $0.element.place?.position.line ?? 0 }
            return lines[0] == lines[1] ? first.offset < second.offset : lines[0] < lines[1]
        }.map(\.element)
    }
}
