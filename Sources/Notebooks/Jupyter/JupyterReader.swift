import Diagnostics

/// Reads a Jupyter notebook: nbformat 4, and 3 by upgrading it.
package struct JupyterReader {
    private let source: SourceText
    private var document: JupyterDocument
    private var notebook: Notebook
    private let isPython: Bool

    /// Whether a file holds a Jupyter notebook, by its name or its first bytes.
    package static func reads(_ source: SourceText) -> Bool {
        if source.name.hasSuffix(".ipynb") { return true }
        let start = source.utf8.prefix(4096)
        guard start.first(where: { !$0.isWhitespace }) == UInt8(ascii: "{") else { return false }
        return String(decoding: start, as: UTF8.self).contains("\"cell_type\"")
    }

    /// The notebook of a file. Throws a `Diagnostic` for a file that is damaged or of an unknown format.
    package static func read(_ source: SourceText) throws(Diagnostic) -> Notebook {
        let root = try JSONParser.parse(source)
        guard let major = root["nbformat"]?.integer else {
            throw Diagnostic(
                .error, "\(source.name) is JSON, but no notebook: it has no `nbformat`")
        }
        guard major <= 4 else {
            throw Diagnostic(
                .error, "\(source.name) has notebook format \(major); nbrun knows 3 and 4")
        }
        if major < 4 {
            let text = JupyterUpgrade.upgraded(root).text + "\n"
            let upgraded = SourceText(name: source.name, text: text)
            return try read(upgraded, JSONParser.parse(upgraded), isUpgraded: true)
        }
        return try read(source, root, isUpgraded: false)
    }

    private static func read(
        _ source: SourceText, _ root: JSONNode, isUpgraded: Bool
    ) throws(Diagnostic) -> Notebook {
        guard let cells = root["cells"]?.items else {
            throw Diagnostic(.error, "\(source.name) is no notebook: it has no list of `cells`")
        }
        var reader = JupyterReader(source, root, isUpgraded: isUpgraded)
        for cell in cells { reader.read(JupyterCell(cell)) }
        reader.notebook.jupyter = reader.document
        return reader.notebook
    }

    private init(_ source: SourceText, _ root: JSONNode, isUpgraded: Bool) {
        self.source = source
        document = JupyterDocument(step: Self.step(of: source), isUpgraded: isUpgraded)
        notebook = Notebook(source: source)
        let metadata = root["metadata"]
        notebook.frontMatter.title = metadata?["title"]?.string
        let language =
            metadata?["kernelspec"]?["language"]?.string
            ?? metadata?["language_info"]?["name"]?.string ?? "python"
        isPython = language.lowercased().hasPrefix("python")
        if !isPython {
            notebook.diagnostics.append(
                Diagnostic(
                    .warning, "\(source.name) is written in \(language); its cells are not run",
                    hints: ["nbrun runs Python"]))
        }
    }

    /// The blanks before the first member.
    private static func step(of source: SourceText) -> String {
        let line = source.line(2)
        let blanks = line.prefix { $0 == " " || $0 == "\t" }
        return blanks.isEmpty ? " " : String(blanks)
    }

    // MARK: Cells

    private mutating func read(_ cell: JupyterCell) {
        switch cell.kind {
        case .markdown: readMarkdown(cell)
        case .code where cell.isPython: readCode(cell)
        case .code: addBlock(.code(language: cell.language, text: cell.text), of: cell)
        case .raw: readRaw(cell)
        }
    }

    private func text(of cell: JupyterCell) -> SourceText {
        SourceText(name: source.name, text: cell.text, origin: cell.origin(in: source))
    }

    private mutating func addBlock(_ kind: Block.Kind, of cell: JupyterCell) {
        notebook.blocks.append(Block(kind, line: cell.origin(in: source).lines[0].line))
    }

    private mutating func readRaw(_ cell: JupyterCell) {
        guard notebook.blocks.isEmpty, notebook.cells.isEmpty, cell.text.hasPrefix("---") else {
            addBlock(.code(language: "", text: cell.text), of: cell)
            return
        }
        let read = NotebookReader.read(text(of: cell))
        let title = notebook.frontMatter.title
        notebook.frontMatter = read.frontMatter
        notebook.frontMatter.title = read.frontMatter.title ?? title
        notebook.diagnostics += read.diagnostics
    }

    private mutating func readMarkdown(_ cell: JupyterCell) {
        let origin = cell.origin(in: source)
        let read = NotebookReader.read(text(of: cell))
        notebook.diagnostics += read.diagnostics
        let placing = BlockPlacing(origin: origin, cells: read.cells)
        notebook.blocks += read.blocks.map(placing.placed)
    }

    private mutating func readCode(_ cell: JupyterCell) {
        let source = text(of: cell)
        let read = CellOptionReader(source, tags: cell.tags.joined(separator: " "))
        var options = read.options
        if cell.hidesSource { options.echo = false }
        if !isPython { options.eval = false }
        notebook.diagnostics += read.diagnostics
        addBlock(.cell(notebook.cells.count), of: cell)
        notebook.cells.append(
            Cell(
                index: notebook.cells.count, source: source, options: options,
                recordedOutput: cell.recordedOutput))
        document.places.append(
            JupyterDocument.Place(
                outputs: cell.outputs?.span, executionCount: cell.executionCount?.span,
                count: cell.executionCount?.integer))
    }
}

/// Puts the blocks of a Markdown cell into the notebook's file; code in it is shown and not run.
private struct BlockPlacing {
    let origin: LineOrigin
    let cells: [Cell]

    func placed(_ block: Block) -> Block {
        Block(
            placed(block.kind),
            line: origin.filePosition(of: SourcePosition(line: block.line, column: 1)).line)
    }

    private func placed(_ kind: Block.Kind) -> Block.Kind {
        switch kind {
        case .quote(let blocks): .quote(blocks.map(placed))
        case .list(var list):
            {
                for index in list.items.indices {
                    list.items[index].blocks = list.items[index].blocks.map(placed)
                }
                return .list(list)
            }()
        case .footnote(let label, let number, let blocks):
            .footnote(label: label, number: number, blocks.map(placed))
        case .cell(let index):
            .code(language: "python", text: cells[index].source.text)
        default: kind
        }
    }
}
