import Diagnostics
import Notebooks

/// What must be the same for a cell not to be run again.
struct CellKey: Equatable {
    let code: [UInt8]
    let options: CellOptions
    let prompt: Int?
    let lines: LineOrigin?

    init(_ cell: Cell) {
        (code, options, prompt) = (cell.source.utf8, cell.options, cell.prompt)
        lines = cell.source.origin
    }
}

/// What decides the state before the first cell.
enum NoteBeginning {
    static func text(of notebook: Notebook, _ options: SessionOptions) -> String {
        let note = notebook.frontMatter
        return [
            notebook.source.name, options.key, "\(note.seed as UInt64?)",
            "\(note.prelude as Bool?)",
            Prelude.imports(for: notebook.cells).joined(separator: ";"),
            "\(notebook.cells.first(where: \.options.isParameters)?.index as Int?)",
        ].joined(separator: "\n")
    }
}
