extension Tensor {
    /// Zeros of `shape` to which slices of `updates` are added at the coordinates in this tensor's last axis.
    package func scattering(_ updates: Tensor, into shape: Shape) throws -> Tensor {
        try shape.requireRoom(for: updates.dtype)
        let depth = self.shape.innermost
        let lead = Shape(Array(shape.dimensions[..<Swift.min(depth, shape.rank)]))
        let rest = Array(shape.dimensions[Swift.min(depth, shape.rank)...])
        let rows = try flatRows(into: lead, of: shape, operation: "ScatterNd")
        let values = try updates.reshaped(to: Shape([rows.count] + rest))
        return try values.scatterAdded(
            atRows: Tensor(rows.map(Int64.init)), of: Shape([lead.count] + rest)
        ).reshaped(to: shape)
    }

    /// A copy whose slices at `coordinates` are replaced by those of `updates`.
    package func updated(at coordinates: Tensor, with updates: Tensor) throws -> Tensor {
        let ones = Tensor(repeating: .int(1), shape: updates.shape, dtype)
        let hits = try coordinates.scattering(ones, into: shape)
        let kept = try ComparisonOperation.equal(hits, hits.number(0))
        let values = try coordinates.scatteringLast(updates, into: shape)
        return try Tensor.select(kept, self, values)
    }

    /// A copy to whose slices at `coordinates` those of `updates` are added.
    package func adding(_ updates: Tensor, at coordinates: Tensor) throws -> Tensor {
        try self + coordinates.scattering(updates, into: shape)
    }

    /// Zeros of `shape` in which slices of `updates` stand at coordinates, the last one winning.
    private func scatteringLast(_ updates: Tensor, into shape: Shape) throws -> Tensor {
        let depth = self.shape.innermost
        let lead = Shape(Array(shape.dimensions[..<Swift.min(depth, shape.rank)]))
        let rest = Array(shape.dimensions[Swift.min(depth, shape.rank)...])
        let rows = try flatRows(into: lead, of: shape, operation: "TensorScatterUpdate")
        var winner: [Int: Int] = [:]
        for (place, row) in rows.enumerated() { winner[row] = place }
        let order = winner.sorted { $0.key < $1.key }
        let values = try updates.reshaped(to: Shape([rows.count] + rest))
            .gathered(Tensor(order.map { Int64($0.value) }))
        return try values.scatterAdded(
            atRows: Tensor(order.map { Int64($0.key) }), of: Shape([lead.count] + rest)
        ).reshaped(to: shape)
    }

    /// Vectors of zeros with `on` at the place each element names; `depth` long, along a new axis.
    package func oneHot(
        depth: Int, on: Scalar, off: Scalar, axis: Int = -1, dtype: DType
    ) throws -> Tensor {
        guard depth >= 0 else { throw TensorError.negativeLength(operation: "OneHot", depth) }
        let position = axis < 0 ? axis + rank + 1 : axis
        guard (0...rank).contains(position) else {
            throw TensorError.axisOutOfRange(operation: "OneHot", axis: axis, rank: rank)
        }
        try Shape([count, depth]).requireRoom(for: dtype)
        let result = Tensor(repeating: off, shape: Shape([count, depth]), dtype)
        for (row, place) in ints.enumerated() where (0..<depth).contains(place) {
            result[[row, place]] = on
        }
        return try result.reshaped(to: Shape(shape.dimensions + [depth]))
            .movingAxes([rank], to: [position]).contiguous()
    }
}
