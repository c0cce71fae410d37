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
