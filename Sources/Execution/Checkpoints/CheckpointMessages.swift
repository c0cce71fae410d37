import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// What a process that runs a note is asked to do.
struct RunRequest: Codable {
    /// The note's path and its file as it is now.
    let name: String
    let file: Data
    let options: SessionOptions
    /// The cell to begin at: those before it are as they were.
    let first: Int

    init(_ notebook: Notebook, options: SessionOptions, first: Int) {
        name = notebook.source.name
        file = Data(notebook.source.utf8)
        self.options = options
        self.first = first
    }

    /// The note, read in this process.
    func notebook() throws -> Notebook {
        let source = SourceText(name: name, utf8: [UInt8](file))
        return try JupyterReader.reads(source)
            ? JupyterReader.read(source) : NotebookReader.read(source)
    }
}

/// What such a process tells.
enum RunEvent: Codable {
    /// A cell has run.
    case cell(CellEvent)
    /// All cells have.
    case end(EndEvent)
    /// The process that ran them is gone.
    case failed
}

/// A cell that has run, and what the run depends on from the note's first cell to this one.
struct CellEvent: Codable {
    let run: CellRun
    /// What the magics and modules had to say.
    let diagnostics: [Diagnostic]
    let reads: [FileRead]
    let hasReadClock: Bool
    let wasInterrupted: Bool
    let seesLines: Bool
}

/// What is known when all cells have run.
struct EndEvent: Codable {
    let variables: [VariableSummary]
    let prelude: [String]
    /// What was said about the parameters.
    let diagnostics: [Diagnostic]
    /// What the cells wrote, by its path.
    let files: [String: Data]

    /// Where nothing ran.
    static let none = EndEvent(variables: [], prelude: [], diagnostics: [], files: [:])
}
