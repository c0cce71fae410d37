import Notebooks

/// How strictly a note is held to its recorded outputs.
package struct CheckOptions: Sendable {
    /// For cells that do not say it themselves.
    package var mode: CellOptions.TestMode
    package var tolerance: Tolerance
    /// The numbers that `id()` gives.
    package var identities: ClosedRange<Int>

    package init(
        mode: CellOptions.TestMode = .close, tolerance: Tolerance = .usual,
        identities: ClosedRange<Int>
    ) {
        self.mode = mode
        self.tolerance = tolerance
        self.identities = identities
    }

    /// Why the numbers of a run need not be the recorded ones.
    func reason(_ run: CellRun) -> String {
        guard let source = run.sources.last else { return "it differs from run to run" }
        return source.description
    }
}
