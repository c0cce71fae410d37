import Diagnostics
import Foundation
import Notebooks
import Testing

@testable import Execution

/// The project's own notes print what TensorFlow 2.15 printed, cell by cell.
struct CourseNoteTests {
    struct Recorded: Decodable {
        let code: String
        let stdout: String
        let result: String?
        let error: String?

        var drawsModel: Bool {
            code.contains("nbrun.unroll(") || code.contains("keras.utils.plot_model(")
        }

        enum CodingKeys: String, CodingKey {
            case code, stdout, error
            case result = "result_repr"
        }
    }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let notes = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("notebooks")

    private static func recorded() throws -> [String: [Recorded]] {
        let file = tests.appendingPathComponent("References/course-notes.json")
        return try JSONDecoder().decode([String: [Recorded]].self, from: Data(contentsOf: file))
    }

    /// The sources of a note's cells.
    static func cells(of name: String) throws -> [String] {
        let file = notes.appendingPathComponent(name)
        let source = SourceText(name: name, utf8: [UInt8](try Data(contentsOf: file)))
        return NotebookReader.read(source).cells.map(\.source.text)
    }

    static let names = (try? recorded().keys.sorted()) ?? []

    @Test func thereAreNotes() { #expect(Self.names.count >= 8) }

    @Test(arguments: names) func everyCellPrintsWhatTensorFlowPrinted(_ name: String) throws {
        let file = Self.notes.appendingPathComponent(name)
        let notebook = NotebookReader.read(
            SourceText(name: name, utf8: [UInt8](try Data(contentsOf: file))))
        let wanted = try #require(Self.recorded()[name])
        let executed = NotebookSession.run(notebook)
        #expect(executed.runs.count == wanted.count)
        for (run, cell) in zip(executed.runs, wanted) {
            let found = Printed(run)
            #expect(found.stdout.trimmed == cell.stdout.trimmed, "\(cell.code)")
            // A picture of a model is ours; everything around it is not.
            if !cell.drawsModel {
                #expect(found.result.trimmed == (cell.result ?? "").trimmed, "\(cell.code)")
            }
            #expect(found.error.trimmed == (cell.error ?? "").trimmed, "\(cell.code)")
        }
    }
}

/// What a run printed, by kind.
struct Printed {
    var stdout = ""
    var result = ""
    var error = ""

    init(_ run: CellRun) {
        for output in run.outputs {
            switch output {
            case .stream(.stdout, let text): stdout += text
            case .result(let bundle): result = bundle["text/plain"] ?? ""
            case .error(let report): error = "\(report.name): \(report.value)"
            default: break
            }
        }
    }
}

extension String {
    /// Without blanks at the ends of lines and line ends at the end.
    var trimmed: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map {
            line -> Substring in
            var line = line
            while line.last == " " { line.removeLast() }
            return line
        }
        var text = lines.joined(separator: "\n")
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
