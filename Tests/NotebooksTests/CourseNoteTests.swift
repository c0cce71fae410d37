import Diagnostics
import Foundation
import Notebooks
import Testing

private let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/seeds").standardized
private let notesAreThere = FileManager.default.fileExists(atPath: folder.path())

/// The two course notes that nbrun was made for, where they lie beside the project.
@Suite(.enabled(if: notesAreThere, "the course notes do not lie beside the project"))
struct CourseNoteTests {
    private func note(_ name: String) throws -> Notebook {
        let bytes = try Data(contentsOf: folder.appending(path: name))
        return NotebookReader.read(SourceText(name: name, utf8: Array(bytes)))
    }

    @Test func theExportedNotebookHasFiveCells() throws {
        let notebook = try note("rnn-cells.md")
        #expect(notebook.diagnostics.isEmpty)
        #expect(notebook.cells.map(\.prompt) == [2, 3, 5, 6, 7])
        #expect(notebook.cells.map(\.source.lineStarts.count) == [3, 6, 12, 10, 9])
        #expect(
            notebook.cells.map { $0.source.line($0.source.lineStarts.count) } == [
                "from tensorflow import keras", "cell.trainable_variables", "id(out), id(xt1[0])",
                "out2, state2 = cell2(out, state0)", "x.shape",
            ])
        #expect(
            notebook.cells.map { $0.recordedOutput?.split(separator: "\n").count } == [
                nil, 10, 2, nil, 1,
            ])
        #expect(notebook.cells[4].recordedOutput == "TensorShape([4, 64])")
        #expect(
            outline(notebook.blocks).hasSuffix(
                "<cell 0><cell 1><cell 2><h3>多层Cell</h3>"
                    + "<p><img ../images/multi_rnn_cell.png multi_rnn_cell></p><cell 3><cell 4>"))
    }

    @Test func theNoteOfFormulasHasThreeCellsInItsLists() throws {
        let notebook = try note("rnn-math.md")
        #expect(notebook.diagnostics.isEmpty)
        #expect(
            notebook.cells.map { $0.source.origin?.lines.first } == [
                SourcePosition(line: 80, column: 5), SourcePosition(line: 94, column: 5),
                SourcePosition(line: 117, column: 5),
            ])
        let shown = outline(notebook.blocks)
        for number in 1...9 { #expect(shown.contains("\\tag{\(number)}</math>")) }
        #expect(shown.contains("戳⟨t⟩上") && !shown.contains("$"))
    }
}
