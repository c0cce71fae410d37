import Diagnostics

/// The file of a Jupyter notebook, and where in it each cell that runs keeps what running gives.
package struct JupyterDocument: Sendable {
    /// Where one cell's results stand.
    struct Place: Sendable {
        /// The value of `outputs`.
        let outputs: SourceSpan?
        /// The value of `execution_count`.
        let executionCount: SourceSpan?
        /// What it is now.
        let count: Int?
    }

    /// For each cell of the notebook.
    var places: [Place] = []
    /// Blanks for each level, as the file is written.
    let step: String
    /// Whether the file was of an older format: its text here is not the file's.
    let isUpgraded: Bool

    /// Levels around a cell's `outputs`: the notebook, its cells, the cell.
    private static let depth = 3

    /// The file with the outputs of some cells replaced, and nothing else.
    package func updated(_ source: SourceText, with runs: [Int: CellRun], renumbering: Bool)
        -> [UInt8]
    {
        var edits: [ByteEdit] = []
        for (index, run) in runs where index < places.count {
            let place = places[index]
            guard run.status != .skipped, let outputs = place.outputs else { continue }
            let number = renumbering ? run.number : place.count ?? run.number
            let json = JSON.array(JupyterOutputs.outputs(of: run, number: number))
            edits.append(
                ByteEdit(outputs, JSONWriter(step: step, depth: Self.depth).text(of: json)))
            if let count = place.executionCount, renumbering || place.count == nil {
                edits.append(ByteEdit(count, "\(number)"))
            }
        }
        return ByteEdit.apply(edits, to: source.utf8)
    }
}
