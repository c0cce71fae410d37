/// Walks the storage offsets of a strided block in row-major order.
package struct ElementOffsets: Sequence, IteratorProtocol {
    private let dimensions: [Int]
    private let strides: [Int]
    private var index: [Int]
    private var offset: Int
    private var remaining: Int

    /// The offsets of the elements of a block of `shape` that begins at `offset`.
    package init(shape: Shape, strides: [Int], offset: Int = 0) {
        dimensions = shape.dimensions
        self.strides = strides
        self.offset = offset
        index = Array(repeating: 0, count: shape.rank)
        remaining = shape.count
    }

    package mutating func next() -> Int? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        defer { advance() }
        return offset
    }

    private mutating func advance() {
        for axis in dimensions.indices.reversed() {
            index[axis] += 1
            offset += strides[axis]
            if index[axis] < dimensions[axis] { return }
            offset -= strides[axis] * dimensions[axis]
            index[axis] = 0
        }
    }
}
