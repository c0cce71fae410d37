import Diagnostics
import PythonRuntime

/// Magic lines inside blocks: they are done where the program comes to them.
final class BlockMagics {
    private let python: Interpreter
    private let recorder: OutputRecorder
    /// What is measured, by cell and line; a function may call itself.
    private var running: [Key: [Measurement]] = [:]
    private var said: [Diagnostic] = []

    private struct Key: Hashable {
        let origin: LineOrigin?
        let line: Int
    }

    private struct Measurement {
        let start: ContinuousClock.Instant
        /// Times that the statement has run.
        var runs = 0
    }

    init(_ python: Interpreter, _ recorder: OutputRecorder) {
        self.python = python
        self.recorder = recorder
    }

    /// The notes since the last time.
    func takeDiagnostics() -> [Diagnostic] {
        defer { said = [] }
        return said
    }

    /// Does what a line asks for; true where its statement is to run again.
    func run(_ line: ForeignLine) throws -> Bool {
        guard let magic = MagicLine(line: line.text) else { return false }
        guard case .line(let name) = magic.kind, name == "time" || name == "timeit" else {
            try perform(magic, line) { try $0.perform(magic, code: nil, at: $1) }
            return false
        }
        let key = Key(origin: line.source.origin, line: line.number)
        if line.phase == .begins {
            running[key, default: []].append(Measurement(start: .now))
            return false
        }
        guard var measurement = running[key]?.popLast() else { return false }
        measurement.runs += 1
        let options = name == "timeit" ? TimingOptions(magic.text) : nil
        if let options, measurement.runs < options.loops * options.repetitions {
            running[key, default: []].append(measurement)
            return true
        }
        let duration = measurement.start.duration(to: .now)
        try perform(magic, line) { $0.tell(duration, options, $1) }
        return false
    }

    private func perform(
        _ magic: MagicLine, _ line: ForeignLine,
        _ body: (inout MagicRunner, Diagnostic.Place) throws -> Void
    ) throws {
        let start = line.source.lineStarts[line.number - 1]
        let span = SourceSpan(start, start + line.text.utf8.count)
        var runner = MagicRunner(python, recorder) { _ in }
        defer { said += runner.diagnostics }
        try body(&runner, Diagnostic.Place(span, in: line.source))
    }
}
