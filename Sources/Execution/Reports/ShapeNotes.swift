import Diagnostics
import Notebooks
import PythonRuntime

/// The shapes that a cell's assignments produced, for the margin.
struct ShapeNotes {
    private let summary: ValueSummary

    init(_ python: Interpreter) { summary = ValueSummary(python) }

    func notes(for assignments: [Assignment], in source: SourceText) -> [ShapeNote] {
        assignments.compactMap { assignment in
            guard let shape = summary.shape(of: assignment.value) else { return nil }
            return ShapeNote(
                line: source.position(of: assignment.span.start).line, name: assignment.name,
                shape: shape, dtype: summary.dtype(of: assignment.value) ?? "")
        }
    }
}
