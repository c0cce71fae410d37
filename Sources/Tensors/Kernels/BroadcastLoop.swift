/// The walk over operands that are stretched to one shape: rows are handed to a loop, the axes around them
/// are counted here. Neighbouring axes that every operand walks evenly are merged, so that most walks are one
/// row.
struct BroadcastLoop {
    private var lengths: [Int] = []
    private var strides: [[Int]]

    /// A walk over `shape` for operands that have been stretched to it.
    init(shape: Shape, _ operands: [Tensor]) {
        strides = Array(repeating: [], count: operands.count)
        let own = operands.map(\.strides)
        for axis in shape.dimensions.indices where shape[axis] != 1 {
            let length = shape[axis]
            if let last = lengths.indices.last,
                own.indices.allSatisfy({ strides[$0][last] == own[$0][axis] * length })
            {
                lengths[last] *= length
                for operand in own.indices { strides[operand][last] = own[operand][axis] }
            } else {
                lengths.append(length)
                for operand in own.indices { strides[operand].append(own[operand][axis]) }
            }
        }
    }

    /// The length of a row.
    var rowLength: Int { lengths.last ?? 1 }

    /// The step of an operand along a row.
    func rowStep(of operand: Int) -> Int { strides[operand].last ?? 1 }

    /// Calls `body` for each row with the operands' offsets and the number of elements before the row.
    func forEachRow(_ body: (_ offsets: [Int], _ done: Int) -> Void) {
        if lengths.contains(0) { return }
        var offsets = Array(repeating: 0, count: strides.count)
        guard lengths.count > 1 else { return body(offsets, 0) }
        var index = Array(repeating: 0, count: lengths.count - 1)
        let rows = lengths.dropLast().reduce(1, *)
        for row in 0..<rows {
            body(offsets, row * rowLength)
            advance(&index, &offsets)
        }
    }

    private func advance(_ index: inout [Int], _ offsets: inout [Int]) {
        for axis in index.indices.reversed() {
            index[axis] += 1
            for operand in offsets.indices { offsets[operand] += strides[operand][axis] }
            if index[axis] < lengths[axis] { return }
            for operand in offsets.indices {
                offsets[operand] -= strides[operand][axis] * lengths[axis]
            }
            index[axis] = 0
        }
    }
}
