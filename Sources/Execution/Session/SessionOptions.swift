import PythonModules
import PythonRuntime

/// How a notebook is run.
package struct SessionOptions: Sendable, Codable {
    /// Where unseeded random numbers come from.
    package var seed: SeedPolicy
    /// Whether `tf`, `np`, `keras`, `layers` and `plt` are imported for a note that uses them unbound.
    package var prelude: Bool
    /// Whether the first unexpected failure skips the cells behind it.
    package var stopsOnError: Bool

    /// Values for names of the note, in the place of its own.
    package var parameters: Parameters

    /// Whether data sets that are not there are made up.
    package var syntheticData = false

    /// What a cell may take.
    package var limits = CellLimits()
    /// Receives the way to interrupt the cell that runs, before the first one does.
    package var onStart: (@Sendable (Interruption) -> Void)?

    /// All but the way to interrupt, which no other process can take.
    private enum CodingKeys: CodingKey { case seed, prelude, stopsOnError, parameters, limits }

    /// The options that decide what a run gives, as text.
    package var key: String {
        var options = self
        options.onStart = nil
        return "\(options)"
    }

    package init(
        seed: SeedPolicy = .fixed(SeedPolicy.usual), prelude: Bool = true,
        stopsOnError: Bool = false, parameters: Parameters = Parameters()
    ) {
        self.seed = seed
        self.prelude = prelude
        self.stopsOnError = stopsOnError
        self.parameters = parameters
    }
}

/// How far a run has come, for a progress line.
package struct SessionProgress: Sendable {
    /// The cell that begins, from 1; `count + 1` at the end.
    package let cell: Int
    package let count: Int

    package init(cell: Int, count: Int) {
        self.cell = cell
        self.count = count
    }
}
