extension Tensor {
    /// The whole tensor so many times along each axis.
    package func tiled(_ multiples: [Int]) throws -> Tensor {
        guard multiples.count == rank else {
            throw TensorError.multiples(given: multiples.count, rank: rank)
        }
        guard multiples.contains(where: { $0 != 1 }) else {
            return try UnaryOperation.identity(self)
        }
        let spread = Shape(shape.dimensions.flatMap { [1, $0] })
        let stretched = Shape(zip(multiples, shape.dimensions).flatMap { [$0, $1] })
        try stretched.requireRoom(for: dtype)
        let result = Shape(zip(multiples, shape.dimensions).map { $0 * $1 })
        return try reshaped(to: spread).broadcast(to: stretched).reshaped(to: result)
    }

    /// Each slice along an axis repeated so many times, one count for all or one for each.
    package func repeated(_ counts: [Int], axis: Int) throws -> Tensor {
        let resolved = try resolved(axis: axis, in: "Repeat")
        let length = shape[resolved]
        guard counts.count == 1 || counts.count == length else {
            throw TensorError.repeats(given: counts.count, length: length)
        }
        let rowCount = counts.count == 1 ? [counts[0], length] : [counts.reduce(0, &+)]
        try Shape(rowCount).requireRoom(for: .int64)
        let rows = (0..<length).flatMap { row in
            Array(repeating: Int64(row), count: counts.count == 1 ? counts[0] : counts[row])
        }
        return try gathered(Tensor(rows), axis: resolved)
    }
}

extension Tensor {
    /// This tensor, or where its elements have gaps a row-major copy that gradients flow back through.
    package func compacted() throws -> Tensor {
        isContiguous ? self : try UnaryOperation.compact(self)
    }
}

extension UnaryOperation {
    /// The tensor itself, as a tensor of its own.
    package static let identity: Self = Self(
        "Identity", { $0.view(shape: $0.shape, strides: $0.strides, offset: $0.offset) },
        pullback: { _, _ in { $0 } })

    /// The elements as a row-major block without gaps.
    static let compact: Self = Self("Snapshot", { $0.contiguous() }, pullback: { _, _ in { $0 } })

    /// The tensor itself, through which nothing flows back.
    package static let stopGradient: Self = Self(
        "StopGradient", { $0.view(shape: $0.shape, strides: $0.strides, offset: $0.offset) })
}
