import Notebooks

/// Holds a whole note to its recorded outputs.
package struct NoteCheck {
    private let options: CheckOptions

    package init(_ options: CheckOptions) { self.options = options }

    /// The verdicts on an executed note. `rerun` runs it once more with other unseeded numbers; it is asked at
    /// most once, and only where an output differs that such numbers can have reached.
    package func verdict(
        on note: ExecutedNotebook, rerun: @escaping () -> ExecutedNotebook
    ) -> NoteVerdict {
        let probe = Probe(rerun)
        var sources: [VaryingSource] = []
        var verdicts: [CellVerdict] = []
        for (cell, run) in zip(note.notebook.cells, note.runs) {
            sources += run.sources
            let reached = run.reached(by: sources)
            let comparison = CellComparison(cell: cell, run: reached, options: options) {
                reached.sources.isEmpty ? nil : probe.run(of: cell.index)
            }
            verdicts.append(
                CellVerdict(
                    cell: cell, number: run.number, verdict: comparison.verdict(),
                    duration: run.duration))
        }
        return NoteVerdict(note: note.notebook.source.name, cells: verdicts)
    }
}

/// A second run of a note, made when it is first asked for.
private final class Probe {
    private lazy var note = rerun()
    private let rerun: () -> ExecutedNotebook

    init(_ rerun: @escaping () -> ExecutedNotebook) { self.rerun = rerun }

    func run(of index: Int) -> CellRun? {
        note.runs.indices.contains(index) ? note.runs[index] : nil
    }
}

extension CellRun {
    /// The run with all varying calls that its values can come from.
    fileprivate func reached(by sources: [VaryingSource]) -> CellRun {
        var run = self
        run.sources = sources
        return run
    }
}
