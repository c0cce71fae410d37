import Diagnostics
import Notebooks
import Rendering

extension FuzzTarget {
    /// Markdown to page, with cells that did not run and formulas that nobody sets.
    static let notes = FuzzTarget(name: "notes") { bytes in
        PageCheck.render(NotebookReader.read(SourceText(name: "note.md", utf8: bytes)))
    }

    /// An `.ipynb` to page, and to an `.ipynb` again.
    static let jupyter = FuzzTarget(name: "jupyter") { bytes in
        let source = SourceText(name: "note.ipynb", utf8: bytes)
        guard let note = try? JupyterReader.read(source) else { return }
        PageCheck.render(note)
        var run = CellRun(number: 7, status: .succeeded)
        run.outputs = [.stream(.stdout, "h: (4, 64)\n")]
        let runs = Dictionary(uniqueKeysWithValues: note.cells.map { ($0.index, run) })
        guard let document = note.jupyter else { return }
        let updated = document.updated(note.source, with: runs, renumbering: true)
        guard (try? JupyterReader.read(SourceText(name: "note.ipynb", utf8: updated))) != nil else {
            fatalError("an .ipynb that was read could not be read again after an update")
        }
    }

    /// What a cell may have shown, to page.
    static let outputs = FuzzTarget(name: "outputs") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        var run = CellRun(number: 1, status: .succeeded)
        run.outputs = [
            .stream(.stdout, text), .result(["text/plain": text, "text/html": text]),
            .display(["image/svg+xml": text, "text/plain": ""]),
            .display(["text/markdown": text, "text/plain": ""]),
            .display(["text/latex": text, "text/plain": ""]),
        ]
        let note = NotebookReader.read(SourceText(name: "note.md", text: "```python\n1\n```\n"))
        PageCheck.render(note, runs: [run])
    }

    /// A formula through KaTeX to page.
    static let formulas = FuzzTarget(name: "formulas") { bytes in
        let text = "$$\n" + String(decoding: bytes, as: UTF8.self) + "\n$$\n"
        let typesetter = Typesetter(pool, store: FormulaStore())
        PageCheck.render(
            NotebookReader.read(SourceText(name: "note.md", text: text)), typesetter: typesetter)
    }

    private static let pool = KaTeXPool(assets: .installed(), cache: nil)
}

/// Renders a page and looks for what no note may bring into it.
private enum PageCheck {
    /// Elements that run or load something; nbrun's own pages have the first of them once.
    private static let active = [
        "<script", "<iframe", "<object", "<embed", "<base", "<applet", "<frame", "<meta http-equiv",
    ]

    static func render(
        _ note: Notebook, runs: [CellRun]? = nil,
        typesetter: Typesetter = Typesetter(assets: nil, cache: nil)
    ) {
        let page = html(of: note, runs, typesetter)
        for element in active where count(element, in: page) != count(element, in: own) {
            fatalError("a note brought \(element) into its page")
        }
    }

    /// The page of a note with nothing in it.
    private static let own = html(
        of: NotebookReader.read(SourceText(name: "note.md", text: "")), [],
        Typesetter(assets: nil, cache: nil))

    private static func html(
        of note: Notebook, _ runs: [CellRun]?, _ typesetter: Typesetter
    ) -> [UInt8] {
        let skipped = note.cells.map { _ in CellRun(number: 1, status: .skipped) }
        let executed = ExecutedNotebook(notebook: note, runs: runs ?? skipped, variables: [])
        guard let templates, let format = OutputFormats.named("html"),
            let options = try? RenderOptions(typesetter: typesetter, templates: templates),
            let page = try? format.render(executed, options: options)
        else { fatalError("a page could not be rendered") }
        return page.bytes
    }

    private static let templates = try? TemplateSet()

    /// How often ASCII text stands in bytes, whatever its case.
    private static func count(_ text: String, in bytes: [UInt8]) -> Int {
        let wanted = Array(text.utf8)
        var count = 0
        for start in bytes.indices where bytes[start] == wanted[0] {
            let end = start + wanted.count
            guard end <= bytes.count else { break }
            if zip(bytes[start..<end], wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { count += 1 }
        }
        return count
    }
}
