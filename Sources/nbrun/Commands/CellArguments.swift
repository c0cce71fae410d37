import ArgumentParser
import Execution
import PythonModules

/// The options of every command that runs cells.
struct CellArguments: ParsableArguments {
    @Option(help: "The seed of notes that set none: a number, or random.")
    var seed: SeedArgument = SeedArgument(policy: .fixed(SeedPolicy.usual))

    @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help:
            "A value for a name of the note, name=value, behind its parameters cell; may be repeated."
    )
    var parameters: [Parameters.Assignment] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Import tf, np, keras, layers and plt for notes that use them unbound.")
    var prelude = true

    @Option(help: "Seconds that a cell may run; 0 for as long as it takes.")
    var timeout: Double = 600

    @Option(
        help:
            "Memory that a run may take, as in 500M or 2G; three quarters of the machine's if not said."
    )
    var maxMemory: SizeArgument?

    @Flag(help: "Make up the data sets of Keras that are not beside the note; its page says so.")
    var syntheticData = false

    func validate() throws {
        guard timeout >= 0, timeout.isFinite else {
            throw ValidationError("--timeout is a number of seconds from 0.")
        }
    }

    /// What a session is to do.
    var session: SessionOptions {
        var options = SessionOptions(
            seed: seed.policy, prelude: prelude, parameters: Parameters(parameters))
        options.limits = CellLimits(
            seconds: timeout > 0 ? timeout : nil, bytes: maxMemory?.bytes ?? CellLimits.usualBytes)
        options.syntheticData = syntheticData
        options.onStart = { Interrupts.shared.add($0) }
        return options
    }
}

/// `--max-memory`.
struct SizeArgument: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        let units: [Character: Double] = ["K": 0x1p10, "M": 0x1p20, "G": 0x1p30, "T": 0x1p40]
        var text = argument.uppercased()
        if text.hasSuffix("IB") {
            text.removeLast(2)
        } else if text.hasSuffix("B") {
            text.removeLast()
        }
        var unit = 1.0
        if let last = text.last, let known = units[last] {
            unit = known
            text.removeLast()
        }
        guard let number = Double(text), number > 0, number * unit < 0x1p62 else { return nil }
        bytes = Int(number * unit)
    }
}
