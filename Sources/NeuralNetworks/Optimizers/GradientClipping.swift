import Tensors

/// Keeps gradients from growing beyond a limit.
enum GradientClipping {
    /// The gradients under the limit that the options name first.
    static func clip(_ gradients: [Gradient], _ options: OptimizerOptions) throws -> [Gradient] {
        if let limit = options.clipNorm, limit > 0 {
            return try gradients.map { try $0.mapValues { try $0.clipped(toNorm: limit) } }
        }
        if let limit = options.globalClipNorm, limit > 0 {
            return try clip(gradients, toGlobalNorm: limit)
        }
        if let limit = options.clipValue, limit > 0 {
            return try gradients.map { gradient in
                try gradient.mapValues { try $0.clipped(to: $0.scalar(-limit), $0.scalar(limit)) }
            }
        }
        return gradients
    }

    private static func clip(
        _ gradients: [Gradient], toGlobalNorm limit: Double
    ) throws -> [Gradient] {
        guard let type = gradients.first?.values.dtype else { return gradients }
        let halves = try gradients.map { try ($0.values * $0.values * 0.5).sum() }
        let half = try Tensor.stack(halves, axis: 0).sum()
        let norm = try UnaryOperation.squareRoot(half * 2)
        let limit = Tensor(.float(limit), type)
        let one = Tensor(.float(1), type)
        let scale = try limit * BinaryOperation.minimum(one / norm, one / limit)
        // A norm that is no number must not pass for a small one.
        let safe = norm.isFinite().item.isTrue ? scale : Tensor(.float(.nan), type)
        return try gradients.map { try $0.mapValues { try $0 * safe } }
    }
}

extension Tensor {
    /// This tensor, shortened where its Euclidean norm is beyond `limit`.
    package func clipped(toNorm limit: Double) throws -> Tensor {
        let square = try (self * self).sum(keeping: true)
        let norm = square.item.double > 0 ? try UnaryOperation.squareRoot(square) : square
        return try (self * limit)
            / BinaryOperation.maximum(norm.reshaped(to: .scalar), scalar(limit))
    }

    /// A single number of this tensor's type.
    func scalar(_ value: Double) -> Tensor { Tensor(.float(value), dtype) }
}

extension Gradient {
    /// The numbers of the gradient: all, or those of the rows that were looked up.
    var values: Tensor {
        switch self {
        case .dense(let tensor): tensor
        case .rows(let slices): slices.values
        }
    }

    /// The gradient with its numbers replaced.
    func mapValues(_ change: (Tensor) throws -> Tensor) rethrows -> Gradient {
        switch self {
        case .dense(let tensor): .dense(try change(tensor))
        case .rows(let slices): .rows(slices.with(try change(slices.values)))
        }
    }
}
