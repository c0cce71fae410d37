import Diagnostics
import Notebooks
import PythonRuntime

/// Does what IPython's lines ask for.
///
/// A duration is another one on every run, and the same note must give the same page: the page says `<t>`
/// where Jupyter prints a time, and the measured one goes to the terminal as a note. For the same reason
/// `%timeit` runs its statement once where no `-n` tells how often.
struct MagicRunner {
    let python: Interpreter
    let recorder: OutputRecorder
    /// Runs Python of the cell; true shows the value of its last expression.
    let run: (SourceText) throws -> Void
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ python: Interpreter, _ recorder: OutputRecorder,
        run: @escaping (SourceText) throws -> Void
    ) {
        self.python = python
        self.recorder = recorder
        self.run = run
    }

    /// Line magics that only matter to Jupyter: they mean nothing here, and nothing is lost.
    private static let harmless: Set<String> = [
        "matplotlib", "config", "load_ext", "autoreload", "reload_ext", "unload_ext", "aimport",
        "tensorflow_version", "pylab", "precision", "colors", "autosave", "autoindent", "pip",
        "conda",
        "env", "set_env", "xmode", "gui", "doctest_mode", "reset", "logstart", "logstop", "cd",
    ]

    mutating func perform(_ magic: MagicLine, code: SourceText?, at place: Diagnostic.Place) throws
    {
        switch magic.kind {
        case .shell: throw refusal("!\(magic.text): commands")
        case .help: try ObjectHelp(python).describe(magic.text)
        case .line(let name): try performLine(name, magic.text, code, place)
        case .cell(let name): try performCell(name, magic.text, code, place)
        }
    }

    private mutating func performLine(
        _ name: String, _ text: String, _ code: SourceText?, _ place: Diagnostic.Place
    ) throws {
        switch name {
        case "time": try time(code, place)
        case "timeit": try timeit(TimingOptions(text), code, place)
        case "whos": try WhoListing(python).printTable()
        case "who", "who_ls": try WhoListing(python).printNames()
        case "run": try runFile(text)
        case "pinfo", "pinfo2": try ObjectHelp(python).describe(text)
        case "sx", "system", "bash", "sh": throw refusal("%\(name): commands")
        case _ where Self.harmless.contains(name): break
        default: throw unknown("Line magic function `%\(name)` not found.", name)
        }
    }

    private mutating func performCell(
        _ name: String, _ text: String, _ code: SourceText?, _ place: Diagnostic.Place
    ) throws {
        switch name {
        case "time": try time(code, place)
        case "timeit": try timeit(TimingOptions(text), code, place)
        case "capture": try recorder.discarding { try code.map(run) }
        case "bash", "sh", "script", "cmd", "perl", "ruby": throw refusal("%%\(name): commands")
        case "writefile", "file":
            throw python.error(
                "PermissionError",
                "%%\(name) is not available in nbrun (a note may not write files)")
        default: throw unknown("Cell magic `%%\(name)` not found.", name)
        }
    }

    // MARK: Times

    private mutating func time(_ code: SourceText?, _ place: Diagnostic.Place) throws {
        tell(try measured { try code.map(run) }, nil, place)
    }

    /// Shows how long a statement took: once, or so often as the options of `%timeit` say.
    mutating func tell(
        _ duration: Duration, _ options: TimingOptions?, _ place: Diagnostic.Place
    ) {
        guard let options else {
            python.output.stdout("CPU times: user <t>, sys: <t>, total: <t>\nWall time: <t>\n")
            return tell("this took \(Self.text(of: duration))", place)
        }
        python.output.stdout("<t> ± <t> per loop \(options.summary)\n")
        let count = options.loops * options.repetitions
        tell("one loop took \(Self.text(of: duration / count))", place)
    }

    private mutating func timeit(
        _ options: TimingOptions, _ code: SourceText?, _ place: Diagnostic.Place
    ) throws {
        let count = options.loops * options.repetitions
        let duration = try measured {
            for _ in 0..<count {
                try code.map(run)
                python.displayed = nil
            }
        }
        tell(duration, options, place)
    }

    private func measured(_ body: () throws -> Void) rethrows -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        try body()
        return clock.now - start
    }

    private mutating func tell(_ message: String, _ place: Diagnostic.Place) {
        diagnostics.append(Diagnostic(.note, message, at: place))
    }

    /// `1.25 ms`: three digits that count.
    static func text(of duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
        for (unit, size) in [("s", 1e9), ("ms", 1e6), ("µs", 1e3)] where nanoseconds >= size {
            return "\((nanoseconds / size * 100).rounded() / 100) \(unit)"
        }
        return "\(nanoseconds.rounded()) ns"
    }

    // MARK: Files and mistakes

    /// `%run file.py`: the file as a program of its own, whose variables the note then has.
    private func runFile(_ text: String) throws {
        let name = String(text.split(separator: " ").first ?? "")
        guard !name.isEmpty, let open = python.builtins["open"] else {
            throw unknown("you must provide at least a filename.", "run")
        }
        let file = try python.call(open, [.string(name, in: python)])
        let source = try python.callMethod(file, "read").text ?? ""
        let namespace = Namespace()
        namespace["__name__"] = .string("__main__", in: python)
        namespace["__file__"] = .string(name, in: python)
        try python.run(SourceText(name: name, text: source), in: namespace)
        for variable in namespace.names where !variable.hasPrefix("__") {
            python.main.namespace[variable] = namespace[variable]
        }
    }

    private func refusal(_ what: String) -> PythonError {
        python.error(
            "NotImplementedError",
            "\(what) are not available in nbrun (a note may not start programs)")
    }

    private func unknown(_ message: String, _ name: String) -> PythonError {
        let type = python.state(UsageErrorType.self) { UsageErrorType(in: $0) }.type
        let failure = python.error(type, [.string(message, in: python)])
        let known = ["time", "timeit", "whos", "who", "run", "capture"]
        let near = Spelling.nearest(to: name, among: known + Self.harmless)
        failure.exception.hints.append(
            near.map { "did you mean `%\($0)`?" }
                ?? "the magics of nbrun are \(known.map { "%" + $0 }.joined(separator: ", "))")
        return failure
    }
}

/// IPython's `UsageError`.
private final class UsageErrorType {
    let type: TypeObject

    init(in python: Interpreter) {
        let base = python.types.exception("Exception")
        type = TypeObject(
            "UsageError", bases: [base], module: "IPython.core.error", metatype: base.type,
            in: python)
    }
}
