import Foundation
import Notebooks
import PythonModules

/// What is known of a note's cells from an earlier run.
struct KnownCells {
    /// The cells as they ran.
    let all: [KeptCell]
    /// What was known behind the last of them.
    let end: EndEvent
    /// Those from the first on that have not changed.
    let cells: ArraySlice<KeptCell>
    /// How many of them would give the same again.
    let usable: Int
    private let cause: RunReason.Cause?
    /// The first of the last cells that have not changed and would give the same again in the same state.
    private let tail: Int

    init(_ run: KeptRun, of notebook: Notebook) {
        let all = run.cells
        (self.all, end) = (all, run.end)
        let same = zip(all, notebook.cells).prefix { $0.key == Data(KeptCell.key(of: $1)) }.count
        cells = all[..<same]
        var answers: [FileRead: Bool] = [:]
        var usable = 0
        var cause: RunReason.Cause?
        for (kept, cell) in zip(cells, notebook.cells) {
            cause = kept.obstacle(at: cell, &answers)
            if cause != nil { break }
            usable += 1
        }
        (self.usable, self.cause) = (usable, cause)
        var tail = all.count
        while tail > 0, all.count == notebook.cells.count {
            let (kept, cell) = (all[tail - 1], notebook.cells[tail - 1])
            guard kept.key == Data(KeptCell.key(of: cell)), kept.obstacle(at: cell, &answers) == nil
            else { break }
            tail -= 1
        }
        self.tail = tail
    }

    /// The cells behind some that have run anew, where they would give what they gave.
    func rest(behind cells: [KeptCell]) -> ArraySlice<KeptCell>? {
        let count = cells.count
        guard count < all.count, count >= tail, let new = cells.last?.fingerprint,
            new == all[count - 1].fingerprint
        else { return nil }
        return all[count...]
    }

    /// Whether it pays to know the state behind a cell: the next one may not have to run again.
    func decides(at index: Int) -> Bool {
        guard index + 1 < all.count, index + 1 >= tail else { return false }
        return all[index].fingerprint != nil
            || all[index + 1].event.run.duration >= Self.longDuration
    }

    /// Seconds: longer than telling two states apart.
    private static let longDuration = 0.3

    /// Why unchanged cells run again where the first that runs is this one; nil where none does.
    func reason(from first: Int, to end: Int) -> RunReason? {
        if let cause, usable < cells.count, first < min(cells.count, end) {
            return RunReason(cells: first..<min(cells.count, end), cause: cause)
        }
        guard first < usable,
            let obstacle = cells[first..<usable].last(where: { $0.unstorable != nil })?.unstorable
        else { return nil }
        return RunReason(
            cells: first..<usable,
            cause: .unstorable(what: obstacle.what, name: obstacle.name))
    }
}
