import Tensors

/// How the losses of the samples become one number.
package enum LossReduction: String, Sendable {
    case auto, none, sum
    case sumOverBatchSize = "sum_over_batch_size"

    /// The losses, each times its weight, as this asks for.
    package func apply(_ losses: Tensor, weights: Tensor?) throws -> Tensor {
        var losses = losses
        if let weights {
            let weights = try weights.cast(to: losses.dtype).aligned(with: losses)
            losses = try losses * weights
        }
        switch self {
        case .none: return losses
        case .sum: return try losses.sum()
        case .auto, .sumOverBatchSize:
            let total = try losses.sum()
            guard losses.count > 0 else { return try total * 0 }
            return try total / Double(losses.count)
        }
    }
}

extension Tensor {
    /// These weights in the rank of the losses they weigh: an axis of length 1 more or less at the end.
    package func aligned(with losses: Tensor) throws -> Tensor {
        if rank == losses.rank + 1, shape.innermost == 1 {
            return try reshaped(to: Shape(Array(shape.dimensions.dropLast())))
        }
        if losses.rank == rank + 1, rank > 0 {
            return try reshaped(to: Shape(shape.dimensions + [1]))
        }
        return self
    }
}

/// Brings labels and predictions to one rank where one of them has an axis of length 1 more at the end.
package enum RankAlignment {
    /// The pair in one rank.
    package static func aligned(
        _ truth: Tensor, _ prediction: Tensor
    ) throws -> (truth: Tensor, prediction: Tensor) {
        let difference = prediction.rank - truth.rank
        guard difference != 1 || prediction.shape.innermost == 1 else { return (truth, prediction) }
        if difference == 1 { return (truth, try prediction.withoutLastAxis()) }
        if difference == -1, truth.shape.innermost == 1 {
            return (try truth.withoutLastAxis(), prediction)
        }
        return (truth, prediction)
    }
}

extension Tensor {
    fileprivate func withoutLastAxis() throws -> Tensor {
        try reshaped(to: Shape(Array(shape.dimensions.dropLast())))
    }
}
