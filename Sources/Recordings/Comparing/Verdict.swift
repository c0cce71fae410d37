import Notebooks

/// What holding a cell to its recorded output gave.
package enum Verdict: Sendable {
    /// Equal to the letter; or nothing was recorded and nothing was shown.
    case same
    /// Equal but for numbers within the tolerance, addresses and durations.
    case close(relativeError: Double)
    /// Equal but for values that no seed fixes, of which only the kind and the shape were compared.
    case shape(reason: String)
    /// The error that the recording shows.
    case raisedAsRecorded
    case differs(Difference)
    /// An error where none was recorded.
    case raised(ErrorReport)
    /// The cell shows something, and no output was recorded.
    case unrecorded
    case skipped(reason: String)

    /// Whether the note no longer tells the truth.
    package var isFailure: Bool {
        switch self {
        case .differs, .raised: true
        default: false
        }
    }

    /// The verdict in one word, for reports that programs read.
    package var name: String {
        switch self {
        case .same: "same"
        case .close: "close"
        case .shape: "shape"
        case .raisedAsRecorded: "raised as recorded"
        case .differs: "differs"
        case .raised: "raised"
        case .unrecorded: "unrecorded"
        case .skipped: "skipped"
        }
    }
}

/// A cell and what became of its recorded output.
package struct CellVerdict: Sendable {
    package let cell: Cell
    /// The `n` of `In [n]`.
    package let number: Int
    package let verdict: Verdict
    /// Wall time in seconds.
    package let duration: Double
}

/// A note's cells and what became of their recorded outputs.
package struct NoteVerdict: Sendable {
    /// The note's path.
    package let note: String
    package let cells: [CellVerdict]

    package var failures: [CellVerdict] { cells.filter(\.verdict.isFailure) }
    package var duration: Double { cells.reduce(0) { $0 + $1.duration } }
}

extension CellVerdict {
    /// Whether accepting writes the cell's output: where it differs or is missing, and not where an error
    /// stands that nobody expected.
    package var isAcceptable: Bool {
        switch verdict {
        case .differs, .unrecorded: true
        default: false
        }
    }
}

extension NoteVerdict {
    /// The cells that a name stands for, their label or their number; all where it stands for none.
    package func only(_ name: String) -> NoteVerdict {
        let named = cells.filter { $0.title == name || "\($0.number)" == name }
        return named.isEmpty ? self : NoteVerdict(note: note, cells: named)
    }

    /// The verdicts after the outputs of some cells were recorded.
    package func accepting(_ written: Set<Int>) -> NoteVerdict {
        NoteVerdict(
            note: note,
            cells: cells.map { cell in
                guard written.contains(cell.cell.index) else { return cell }
                return CellVerdict(
                    cell: cell.cell, number: cell.number, verdict: .same, duration: cell.duration)
            })
    }
}
