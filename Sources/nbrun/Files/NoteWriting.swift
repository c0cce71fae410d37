import Diagnostics
import Execution
import Foundation
import Notebooks
import Recordings

/// Writes the outputs of a run into the note that was run.
struct NoteWriting {
    /// The cells whose outputs were written.
    private(set) var written: Set<Int> = []
    /// What the user should know: the outputs that could not be written, and why.
    private(set) var news: [Diagnostic] = []

    /// Records the outputs of some cells. Throws a `Diagnostic` where the note changed while it ran.
    init(
        _ note: ExecutedNotebook, at path: String, cells: Set<Int>, isDryRun: Bool
    ) throws {
        let notebook = note.notebook
        let (bytes, refused) = Self.updated(note, cells)
        written = cells.subtracting(refused)
        for index in refused { news.append(Self.refusal(of: notebook.cells[index])) }
        guard bytes != notebook.source.utf8 else { return }
        if isDryRun {
            news += cells.subtracting(refused).sorted().map {
                let line = notebook.cells[$0].source.filePosition(of: 0).line
                return Diagnostic(
                    .note, "\(path):\(line): the output of this cell would be written")
            }
            return
        }
        guard path != "-" else {
            throw Diagnostic(
                .error, "standard input cannot be written to", hints: ["name the note's file"])
        }
        guard try NoteFile.read(path).utf8 == notebook.source.utf8 else {
            throw Diagnostic(
                .error, "\(path) was changed while its cells ran, so nothing was written",
                hints: ["run the command again"])
        }
        try WholeFile.write(bytes, to: path)
        news.append(
            Diagnostic(
                .note, "\(path): \(written.count) output\(written.count == 1 ? "" : "s") written"))
    }

    private static func updated(
        _ note: ExecutedNotebook, _ cells: Set<Int>
    ) -> (bytes: [UInt8], refused: [Int]) {
        let notebook = note.notebook
        if let document = notebook.jupyter {
            let runs = cells.map { ($0, note.runs[$0]) }
            let bytes = document.updated(
                notebook.source, with: Dictionary(uniqueKeysWithValues: runs), renumbering: false)
            return (bytes, [])
        }
        var outputs = RecordedOutputs(notebook)
        for (cell, run) in zip(notebook.cells, note.runs) where cells.contains(cell.index) {
            outputs.record(OutputText.text(of: run), for: cell)
        }
        return outputs.result()
    }

    private static func refusal(of cell: Cell) -> Diagnostic {
        Diagnostic(
            .warning,
            "the output of this cell cannot be recorded here: it would be read as something else",
            at: Diagnostic.Place(SourceSpan(0, 1), in: cell.source),
            hints: ["put the cell into a ```python fence of its own"])
    }
}
