extension Tensor {
    /// The elements in opposite order along these axes: a view.
    package func reversed(axes: [Int]) throws -> Tensor {
        let resolved = try axes.map { try self.resolved(axis: $0, in: "ReverseV2") }
        return try UnaryOperation.reverse(axes: resolved)(self)
    }

    /// The elements moved on by so many places along an axis, those at the end coming back at the start.
    package func rolled(by shift: Int, axis: Int) throws -> Tensor {
        let resolved = try resolved(axis: axis, in: "Roll")
        let length = shape[resolved]
        guard length > 0 else { return self }
        let cut = ((-shift % length) + length) % length
        guard cut != 0 else { return try UnaryOperation.identity(self) }
        let parts = try split(sizes: [cut, length - cut], axis: resolved)
        return try Tensor.concatenate([parts[1], parts[0]], axis: resolved)
    }
}

extension UnaryOperation {
    /// The elements in opposite order along axes that exist.
    static func reverse(axes: [Int]) -> UnaryOperation {
        UnaryOperation(
            "ReverseV2",
            { x in
                var (strides, offset) = (x.strides, x.offset)
                for axis in Set(axes) {
                    offset += max(0, x.shape[axis] - 1) * strides[axis]
                    strides[axis] = -strides[axis]
                }
                return x.view(shape: x.shape, strides: strides, offset: offset)
            },
            pullback: { _, _ in { try reverse(axes: axes)($0) } })
    }
}
