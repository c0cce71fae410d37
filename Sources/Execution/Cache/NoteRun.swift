import Notebooks
import PythonModules

/// What running a note gave, and what besides its text decided that.
package struct NoteRun: Sendable {
    package let note: ExecutedNotebook
    /// What the note read from its folder.
    package let reads: [FileRead]
    /// Whether something in the result says on which lines of the file the cells stand.
    let seesLines: Bool
    /// Whether another run would give the same: no clock was read, no seed was drawn, nobody interrupted it.
    package let isRepeatable: Bool
    /// Whether an earlier run gave it, and nothing was executed.
    package var isSaved = false
    /// The cells from the first on that an earlier run gave.
    package var savedCells = 0
    /// The cells up to the last that an earlier run gave, behind others that ran.
    package var savedBehind = 0
    /// Why cells ran again that had not changed themselves; nil where none did.
    package var reason: RunReason?

    init(note: ExecutedNotebook, reads: [FileRead], seesLines: Bool, isRepeatable: Bool) {
        (self.note, self.reads) = (note, reads)
        (self.seesLines, self.isRepeatable) = (seesLines, isRepeatable)
    }

    /// The run that cells make together.
    init(
        _ notebook: Notebook, _ options: SessionOptions, _ events: [CellEvent], _ end: EndEvent
    ) {
        var note = ExecutedNotebook(
            notebook: notebook, runs: events.map(\.run), variables: end.variables,
            prelude: end.prelude,
            diagnostics: notebook.diagnostics + end.diagnostics + events.flatMap(\.diagnostics))
        note.files = end.files.sorted { $0.key < $1.key }.map {
            WrittenFile(path: $0.key, bytes: [UInt8]($0.value))
        }
        self.init(
            note: note, reads: events.reads,
            seesLines: events.last?.seesLines ?? false || !end.diagnostics.isEmpty,
            isRepeatable: !events.contains { $0.hasReadClock || $0.wasInterrupted }
                && !options.seed.isRandom)
    }
}

extension [CellEvent] {
    /// What all of them read: the last knows it of all before, but for those that ran anew without it.
    fileprivate var reads: [FileRead] {
        var known = Set(last?.reads ?? [])
        return (last?.reads ?? []) + flatMap(\.reads).filter { known.insert($0).inserted }
    }
}

/// Why cells ran that an earlier run had run as they are.
package struct RunReason: Sendable, Equatable {
    /// The cells that ran, from 0, without the one that was changed.
    package let cells: Range<Int>
    package let cause: Cause

    package enum Cause: Sendable, Equatable {
        /// The state before them cannot be kept: what of it, and the variable that leads there.
        case unstorable(what: String, name: String?)
        /// A file that they read has changed.
        case changedFile
        /// The first of them reads the clock.
        case clock
        /// The cells stand on other lines, which they have told.
        case movedLines
    }
}

extension RunReason: CustomStringConvertible {
    package var description: String {
        let which =
            cells.count == 1
            ? "cell \(cells.lowerBound + 1)"
            : "cells \(cells.lowerBound + 1) to \(cells.upperBound)"
        let why =
            switch cause {
            case .unstorable(let what, let name?):
                "`\(name)` leads to \(what), which cannot be kept"
            case .unstorable(let what, nil): "\(what) cannot be kept"
            case .changedFile: "a file has changed"
            case .clock: "they read the clock"
            case .movedLines: "they tell on which lines they stand"
            }
        return "\(which) ran again: \(why)"
    }
}
