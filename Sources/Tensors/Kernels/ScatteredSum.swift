/// TensorFlow's sum of all elements of a tensor with gaps, which are gathered piece by piece and not copied as a whole.
struct ScatteredSum<T: Summable> {
    /// Shorter rows are quicker to copy at once.
    private static var rowWorthGathering: Int { 16 }

    /// TensorFlow adds so many elements by vectors, and halves what is longer.
    private static var pieceLength: Int { 1024 * T.vectorWidth }

    private let base: UnsafePointer<T>
    private let count: Int
    private let rowLength: Int
    private let lengths: [Int]
    private let steps: [Int]

    /// Nil where the elements of rows are no neighbours, or where gathering does not pay.
    init?(_ source: Tensor) {
        guard !source.isContiguous, source.count > Self.pieceLength, source.strides.last == 1,
            source.shape.innermost >= Self.rowWorthGathering
        else { return nil }
        base = UnsafePointer(source.pointer(to: T.self))
        count = source.count
        rowLength = source.shape.innermost
        lengths = source.shape.dimensions.dropLast()
        steps = source.strides.dropLast()
    }

    func run() -> T {
        withUnsafeTemporaryAllocation(of: T.self, capacity: Self.pieceLength) { room in
            room.baseAddress.map { sum(from: 0, count, $0) } ?? 0
        }
    }

    private func sum(from first: Int, _ count: Int, _ room: UnsafeMutablePointer<T>) -> T {
        guard count > Self.pieceLength else {
            gather(from: first, count, into: room)
            return T.sum(count, room, first: first)
        }
        let width = T.vectorWidth
        let middle = (first + (count + 1) / 2 + width - 1) / width * width
        return sum(from: first, middle - first, room)
            + sum(from: middle, first + count - middle, room)
    }

    private func gather(from first: Int, _ count: Int, into room: UnsafeMutablePointer<T>) {
        var done = 0
        while done < count {
            let (row, place) = (first + done).quotientAndRemainder(dividingBy: rowLength)
            let run = min(rowLength - place, count - done)
            (room + done).update(from: base + offset(of: row) + place, count: run)
            done += run
        }
    }

    private func offset(of row: Int) -> Int {
        var (rest, offset) = (row, 0)
        for axis in lengths.indices.reversed() {
            let (above, index) = rest.quotientAndRemainder(dividingBy: lengths[axis])
            offset += index * steps[axis]
            rest = above
        }
        return offset
    }
}
