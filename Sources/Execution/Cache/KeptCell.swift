import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// A cell that has run, as it is kept.
struct KeptCell: Codable {
    let event: CellEvent
    /// What must be the same for the cell to be this one.
    let key: Data
    /// Where its lines stood.
    private(set) var lines: [SourcePosition]?
    /// How many bytes the state behind the cell takes that was kept; nil where none was.
    var stateBytes: Int?
    /// Why it could not be.
    var unstorable: UnstorableState?
    /// What tells the state behind the cell from others, but for the history of the session; nil where nobody
    /// asked.
    var fingerprint: StateFingerprint?
    /// Whether the history in the state that was kept is that of another text of the note.
    var hasOldHistory = false

    init(_ cell: Cell, _ event: CellEvent) {
        self.event = event
        key = Data(Self.key(of: cell))
        lines = cell.source.origin?.lines
    }

    static func key(of cell: Cell) -> [UInt8] {
        var key = KeyBytes()
        key.add("\(cell.prompt as Int?) \(cell.options)".utf8)
        key.add(cell.source.utf8)
        return key.bytes
    }
}

extension KeptCell {
    /// The cell where it stands now, behind others than it ran behind.
    func moved(to cell: Cell) -> KeptCell {
        var moved = self
        moved.lines = cell.source.origin?.lines
        moved.hasOldHistory = stateBytes != nil
        return moved
    }
}

/// What tells a state from others, for the cells behind it with their words: a length and two checksums.
struct StateFingerprint: Codable, Equatable {
    private let count: Int
    private let checksums: [UInt64]

    init(_ essence: [UInt8], words: Set<String>) {
        let bytes = essence + words.sorted().joined(separator: " ").utf8
        count = bytes.count
        checksums = [CacheKey.checksum(bytes), CacheKey.checksum(bytes.lazy.reversed())]
    }
}

/// What of a run is kept.
struct KeptRun: Codable {
    var cells: [KeptCell] = []
    /// What was known behind the last cell.
    var end = EndEvent.none
}

/// What of a state cannot be kept, and the variable that leads to it.
struct UnstorableState: Codable {
    let what: String
    let name: String?
}

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

extension KeptCell {
    /// Why a cell that has not changed may give something else now.
    fileprivate func obstacle(
        at cell: Cell, _ answers: inout [FileRead: Bool]
    ) -> RunReason.Cause? {
        if event.hasReadClock || event.wasInterrupted { return .clock }
        for read in event.reads {
            let isCurrent = answers[read] ?? read.isCurrent
            answers[read] = isCurrent
            if !isCurrent { return .changedFile }
        }
        return event.seesLines && lines != cell.source.origin?.lines ? .movedLines : nil
    }
}

/// Decides behind which cells of a run a state is kept.
struct StateKeeping {
    var cells: [KeptCell]
    /// Seconds that the last state took to keep.
    var price = 0.0
    /// Whether the history of the session is that of another text of the note.
    let hasOldHistory: Bool
    /// Seconds that cells must have taken.
    private let least: Double

    /// Below, cells run again before anybody notices.
    static let usualLeast = 0.15
    /// How much longer cells must take than keeping their state.
    private static let worth = 4.0
    /// Bytes that the states of a note may have together.
    static let limit = 256 << 20

    init(_ cells: [KeptCell], hasOldHistory: Bool, least: Double) {
        (self.cells, self.hasOldHistory, self.least) = (cells, hasOldHistory, least)
    }

    mutating func add(_ cell: KeptCell) { cells.append(cell) }

    /// Whether what ran since the last state took long enough. Behind the last cell but one everything counts:
    /// the last cell is the one that is edited, or has another put behind it.
    func isWorthIt(of count: Int) -> Bool {
        guard let last = cells.last, !last.event.hasReadClock, !last.event.wasInterrupted else {
            return false
        }
        let isNearEnd = cells.count >= count - 1
        let since = isNearEnd ? -1 : cells.lastIndex { $0.stateBytes != nil } ?? -1
        let seconds = cells[(since + 1)...].reduce(0) { $0 + $1.event.run.duration }
        return least == 0 || seconds >= max(least, (isNearEnd ? 1 : Self.worth) * price)
    }

    /// Gives up the oldest states until a new one fits; gives their places.
    mutating func makeRoom(for count: Int) -> [Int] {
        var total = cells.reduce(count) { $0 + ($1.stateBytes ?? 0) }
        var given: [Int] = []
        for index in cells.indices where total > Self.limit {
            guard let bytes = cells[index].stateBytes else { continue }
            total -= bytes
            cells[index].stateBytes = nil
            given.append(index)
        }
        return given
    }
}
