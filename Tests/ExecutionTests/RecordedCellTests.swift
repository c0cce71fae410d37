import Diagnostics
import Foundation
import Notebooks
import Testing

@testable import Execution

/// Single cells print, show and raise what they did in TensorFlow 2.15 with NumPy 1.26 and IPython.
struct RecordedCellTests {
    struct Recorded: Decodable {
        let name: String
        let code: String
        let stdout: String
        let result: String?
        let error: String?

        enum CodingKeys: String, CodingKey {
            case name, code, stdout, error
            case result = "result_repr"
        }
    }

    /// What every cell begins with.
    private static let imports = """
        import numpy as np
        import tensorflow as tf
        from tensorflow import keras
        from tensorflow.keras import layers

        """

    static let cells: [String: Recorded] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("References/cells.json")
        guard let data = try? Data(contentsOf: file),
            let cells = try? JSONDecoder().decode([Recorded].self, from: data)
        else { return [:] }
        return Dictionary(cells.map { ($0.name, $0) }) { first, _ in first }
    }()

    @Test func thereAreCells() { #expect(Self.cells.count >= 100) }

    @Test(arguments: cells.keys.sorted()) func aCellPrintsWhatItDid(_ name: String) throws {
        let cell = try #require(Self.cells[name])
        let note = "```python\n\(Self.imports)\(cell.code)\n```\n"
        let executed = NotebookSession.run(
            NotebookReader.read(SourceText(name: "\(name).md", text: note)))
        let run = try #require(executed.runs.first)
        let found = Printed(run)
        #expect(found.stdout.trimmed == cell.stdout.trimmed, "\(cell.code)")
        #expect(found.result.trimmed == (cell.result ?? "").trimmed, "\(cell.code)")
        #expect(found.error.trimmed == (cell.error ?? "").trimmed, "\(cell.code)")
    }
}
