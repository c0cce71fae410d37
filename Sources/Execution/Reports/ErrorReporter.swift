import Diagnostics
import Notebooks
import PythonRuntime

/// Turns an exception that ended a cell into what the page and the terminal show.
struct ErrorReporter {
    private let python: Interpreter
    /// The number of the cell whose lines have an origin.
    private let numbers: [LineOrigin: Int]

    init(_ python: Interpreter, numbers: [LineOrigin: Int]) {
        self.python = python
        self.numbers = numbers
    }

    func report(_ exception: ExceptionObject) -> ErrorReport {
        ErrorReport(
            name: exception.type.name, value: (try? python.str(.object(exception))) ?? "",
            frames: exception.trace.reversed().map(frame),
            traceback: TracebackText(in: python).lines(of: exception), hints: exception.hints)
    }

    private func frame(_ entry: TraceEntry) -> ErrorReport.Frame {
        let place = Diagnostic.Place(entry.span, in: entry.source)
        return ErrorReport.Frame(
            file: place.file,
            cell: entry.source.origin.flatMap { numbers[$0] }.map { "In [\($0)]" },
            function: entry.function.isEmpty ? "<module>" : entry.function,
            position: place.position,
            excerpt: place.excerpt)
    }
}
