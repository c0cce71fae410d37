import FoundationEssentials

/// A program with its arguments, to be run as often as wanted.
struct Command {
    var program: String
    var arguments: [String]
    /// All of the environment, as `NAME=value`.
    var environment: [String]
    /// The file that receives what the program prints.
    var output = "/dev/null"
    /// Done before each run and not measured.
    var prepare: () -> Void = {}

    /// The environment is this process' own, with some names set anew.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
            .map { "\($0.key)=\($0.value)" }
    }

    var text: String { ([program] + arguments).joined(separator: " ") }
}
