/// A part of a batch's states [N, H]: some rows, and of these some units.
struct BatchBlock {
    let rows: Range<Int>
    let units: Range<Int>
    /// The columns of gates [N, G·H] that belong to the units.
    let columns: [Range<Int>]

    /// A block of states of `h` units with `gates` gates.
    init(rows: Range<Int>, units: Range<Int>, of h: Int, gates: Int) {
        self.rows = rows
        self.units = units
        columns =
            units.count == h
            ? [0..<gates * h]
            : (0..<gates).map { $0 * h + units.lowerBound..<$0 * h + units.upperBound }
    }
}

/// Equal runs of elements in rows that are `step` apart; one run where there are no gaps.
struct RowRuns {
    let rows: Int
    let length: Int
    let step: Int
    /// Where in a row the runs begin.
    var start = 0

    /// Calls `body` with where each run begins and how long it is.
    @inline(__always)
    func forEach(_ body: (_ place: Int, _ count: Int) -> Void) {
        if length == step { return body(start, rows * length) }
        for row in 0..<rows { body(row * step + start, length) }
    }
}
