/// What is measured, and how often.
struct Options {
    /// An odd number has a median that was measured; eleven are enough to see past a disturbance or two.
    var runs = 11
    var program = ".build/release/nbrun"
    /// Runs a Python file as `python3` does.
    var pythonRunner = ".build/release/RunPython"
    /// Notes, and folders of notes.
    var paths: [String] = []

    static let usage = "usage: Benchmarks [--runs N] [--program NBRUN] NOTE-OR-FOLDER ..."

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--runs":
                guard let count = rest.popFirst().flatMap(Int.init), count > 0 else {
                    throw BenchmarkError("--runs takes a number from 1\n\(Self.usage)")
                }
                runs = count
            case "--program":
                guard let path = rest.popFirst() else {
                    throw BenchmarkError("--program takes a path\n\(Self.usage)")
                }
                program = path
            case let option where option.hasPrefix("-"):
                throw BenchmarkError("there is no option \(option)\n\(Self.usage)")
            default: paths.append(argument)
            }
        }
    }
}
