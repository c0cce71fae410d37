import Diagnostics
import Notebooks

/// Puts outputs into a Markdown note and changes no other byte.
package struct RecordedOutputs {
    private let notebook: Notebook
    private var edits: [NewOutput] = []

    /// A cell's new output and the change that puts it there.
    private struct NewOutput {
        let cell: Int
        let text: String
        let edit: ByteEdit
    }

    package init(_ notebook: Notebook) { self.notebook = notebook }

    /// Records what a cell showed; an empty text stands for nothing.
    package mutating func record(_ text: String, for cell: Cell) {
        guard let place = cell.place else { return }
        let lines =
            text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
        let writer = RecordedOutputWriter(
            source: notebook.source, place: place, recorded: cell.recordedOutput,
            lines: lines.map(String.init))
        if let edit = writer.edit {
            edits.append(NewOutput(cell: cell.index, text: text, edit: edit))
        }
    }

    /// The note with its new outputs, and the cells whose output cannot stand where it would have to, since it
    /// would be read as something else there: those keep what they have.
    package func result() -> (bytes: [UInt8], refused: [Int]) {
        let bytes = ByteEdit.apply(edits.map(\.edit), to: notebook.source.utf8)
        if isFaithful(bytes, cells: edits.map(\.cell)) { return (bytes, []) }
        var kept: [NewOutput] = []
        var refused: [Int] = []
        for edit in edits {
            let trial = ByteEdit.apply((kept + [edit]).map(\.edit), to: notebook.source.utf8)
            if isFaithful(trial, cells: (kept + [edit]).map(\.cell)) {
                kept.append(edit)
            } else {
                refused.append(edit.cell)
            }
        }
        return (ByteEdit.apply(kept.map(\.edit), to: notebook.source.utf8), refused)
    }

    /// Whether the note, read again, has the same cells, and the same outputs but for the new ones.
    private func isFaithful(_ bytes: [UInt8], cells: [Int]) -> Bool {
        let again = NotebookReader.read(SourceText(name: notebook.source.name, utf8: bytes))
        guard again.cells.count == notebook.cells.count else { return false }
        let changed = Set(cells)
        return zip(again.cells, notebook.cells).allSatisfy { new, old in
            new.source.utf8 == old.source.utf8
                && (changed.contains(old.index) || new.recordedOutput == old.recordedOutput)
        }
            && edits.filter { changed.contains($0.cell) }.allSatisfy { edit in
                Self.isSame(again.cells[edit.cell].recordedOutput, edit.text)
            }
    }

    private static func isSame(_ recorded: String?, _ text: String) -> Bool {
        SettledText.lines(of: recorded ?? "").filter { !$0.isEmpty }
            == SettledText.lines(of: text).filter { !$0.isEmpty }
    }
}
