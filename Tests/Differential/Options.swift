/// What the command line asks for.
struct Options {
    enum Task {
        /// The programs of a folder.
        case folder(String)
        /// Programs from a seed.
        case random
        /// Damaged copies of a folder's programs, which only ours runs.
        case mutants(String)
    }

    var task = Task.random
    var seed: UInt64 = 1
    var count = 1000
    /// Programs that one process runs.
    var batch = 500
    /// Whether examples are made as short as they stay different.
    var shrinks = true
    var reference = "python3"
    var ours = ".build/release/RunPython"

    static let usage = """
        usage: Differential [--folder FOLDER | --mutants FOLDER] [--seed N] [--count N] [--batch N] [--shrink no]
                            [--python PROGRAM] [--ours PROGRAM]
        """

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw UsageError(name) }
            switch name {
            case "--folder": task = .folder(value)
            case "--mutants": task = .mutants(value)
            case "--python": reference = value
            case "--ours": ours = value
            case "--shrink": shrinks = value != "no"
            default: try setNumber(name, value)
            }
        }
    }

    private mutating func setNumber(_ name: String, _ value: String) throws {
        guard let number = Int(value), number > 0 else { throw UsageError(name) }
        switch name {
        case "--seed": seed = UInt64(number)
        case "--count": count = number
        case "--batch": batch = number
        default: throw UsageError(name)
        }
    }
}

/// An option that is none, or has no value.
struct UsageError: Error, CustomStringConvertible {
    let name: String
    init(_ name: String) { self.name = name }
    var description: String { "\(name)?\n\(Options.usage)" }
}
