extension Tensor {
    /// A view of this tensor stretched to `target`.
    package func broadcast(to target: Shape) throws -> Tensor {
        guard shape.stretches(to: target) else {
            throw TensorError.notStretchable(shape, to: target)
        }
        try target.requireRoom(for: dtype)
        return try UnaryOperation.broadcast(to: target)(self)
    }

    /// The sum over all axes along which `target` was stretched to reach this shape.
    package func summed(to target: Shape) throws -> Tensor {
        guard shape != target else { return self }
        return try sum(axes: target.stretchedAxes(in: shape), keeping: false).reshaped(to: target)
    }
}

extension UnaryOperation {
    /// The elements repeated along stretched axes, without being copied.
    static func broadcast(to target: Shape) -> UnaryOperation {
        UnaryOperation(
            "BroadcastTo", { $0.stretched(to: target) },
            pullback: { x, _ in
                let original = x.shape
                return { try $0.summed(to: original) }
            })
    }
}
