/// What is measured, and how often.
struct Options {
    /// An odd number has a median that was measured; eleven are enough to see past a disturbance or two.
    var runs = 11
    var program = ".build/release/nbrun"
    /// Runs a Python file as `python3` does.
    var pythonRunner = ".build/release/RunPython"
    /// A Python with TensorFlow, PyTorch and NumPy to compare with; nil where there is none.
    var peers: String?
    /// A word of the titles of the tables that are wanted; all of them without one.
    var only: String?
    /// Notes, and folders of notes.
    var paths: [String] = []

    static let usage = """
        usage: Benchmarks [--runs N] [--program NBRUN] [--peers PYTHON] [--only WORD] NOTE-OR-FOLDER ...
        """

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--runs":
                guard let count = rest.popFirst().flatMap(Int.init), count > 0 else {
                    throw BenchmarkError("--runs takes a number from 1\n\(Self.usage)")
                }
                runs = count
            case "--program": program = try Self.value(of: argument, "a path", &rest)
            case "--peers": peers = try Self.value(of: argument, "a path", &rest)
            case "--only": only = try Self.value(of: argument, "a word", &rest)
            case let option where option.hasPrefix("-"):
                throw BenchmarkError("there is no option \(option)\n\(Self.usage)")
            default: paths.append(argument)
            }
        }
    }

    /// Whether the table of this title is wanted.
    func wants(_ title: String) -> Bool {
        only.map { title.lowercased().contains($0.lowercased()) } ?? true
    }

    private static func value(
        of option: String, _ kind: String, _ rest: inout ArraySlice<String>
    ) throws -> String {
        guard let value = rest.popFirst() else {
            throw BenchmarkError("\(option) takes \(kind)\n\(usage)")
        }
        return value
    }
}
