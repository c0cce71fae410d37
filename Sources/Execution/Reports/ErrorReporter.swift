import Diagnostics
import Notebooks
import PythonRuntime

/// Turns an exception that ended a cell into what the page and the terminal show.
struct ErrorReporter {
    private let python: Interpreter
    private let noteName: String
    private let cellNumber: Int

    init(_ python: Interpreter, noteName: String, cellNumber: Int) {
        self.python = python
        self.noteName = noteName
        self.cellNumber = cellNumber
    }

    func report(_ exception: ExceptionObject) -> ErrorReport {
        let text = (try? python.str(.object(exception))) ?? ""
        return ErrorReport(
            name: exception.type.name, value: text, frames: exception.trace.reversed().map(frame),
            traceback: [], hints: exception.hints)
    }

    private func frame(_ entry: TraceEntry) -> ErrorReport.Frame {
        let place = Diagnostic.Place(entry.span, in: entry.source)
        return ErrorReport.Frame(
            file: place.file, cell: nil, function: entry.function, position: place.position,
            excerpt: place.excerpt)
    }
}
