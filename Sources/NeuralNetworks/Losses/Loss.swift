import Tensors

/// How far predictions are from the truth, for each sample.
package struct LossFunction: Sendable {
    /// The losses of the samples: labels and predictions [N, …] to [N].
    package typealias Body = @Sendable (_ truth: Tensor, _ prediction: Tensor) throws -> Tensor

    /// Keras' name of the function: `mean_squared_error`.
    package let name: String
    private let body: Body
    /// The losses as a graph computes them; nil where that makes no difference.
    private let graphBody: Body?

    package init(_ name: String, inGraph graphBody: Body? = nil, _ body: @escaping Body) {
        self.name = name
        self.body = body
        self.graphBody = graphBody
    }

    package func callAsFunction(
        _ truth: Tensor, _ prediction: Tensor, inGraph: Bool = false
    ) throws -> Tensor {
        try (inGraph ? graphBody ?? body : body)(truth, prediction)
    }
}

/// A loss function together with how its values become one number.
package final class Loss {
    package var name: String
    package let reduction: LossReduction
    /// Whether the losses are those of a graph, as in the steps that models compile.
    package var isInGraph = false
    private let function: (Tensor, Tensor, Bool) throws -> Tensor

    /// A loss of a known function, before which labels and predictions are brought to one rank.
    package init(_ function: LossFunction, name: String, reduction: LossReduction = .auto) {
        self.name = name
        self.reduction = reduction
        self.function = { truth, prediction, inGraph in
            let (truth, prediction) = try RankAlignment.aligned(truth, prediction)
            return try function(truth, prediction, inGraph: inGraph)
        }
    }

    /// A loss of one's own.
    package init(
        name: String, reduction: LossReduction,
        _ function: @escaping (_ truth: Tensor, _ prediction: Tensor) throws -> Tensor
    ) {
        self.name = name
        self.reduction = reduction
        self.function = { truth, prediction, _ in try function(truth, prediction) }
    }

    /// The losses of the samples.
    package func losses(_ truth: Tensor, _ prediction: Tensor) throws -> Tensor {
        try function(truth, prediction, isInGraph)
    }

    /// The loss of a batch, samples being weighed where weights are given.
    package func callAsFunction(
        _ truth: Tensor, _ prediction: Tensor, weights: Tensor? = nil
    ) throws -> Tensor {
        let losses = try losses(truth, prediction)
        let masks = [prediction.mask, losses.mask].compactMap { $0 }
        guard var mask = masks.first else {
            return try reduction.apply(losses, weights: weights)
        }
        if masks.count > 1 { mask = try mask.and(masks[1]) }
        // The mean is one over the steps that count.
        var shares = try mask.cast(to: losses.dtype)
        if reduction != .none, reduction != .sum {
            let valid = try shares.sum().item.double
            shares =
                try shares
                * Tensor(.float(Double(shares.count)), shares.dtype)
                .dividedOrZero(by: Tensor(.float(valid), shares.dtype))
        }
        let whole = try weights.map { try $0.cast(to: losses.dtype).aligned(with: shares) * shares }
        return try reduction.apply(losses, weights: whole ?? shares)
    }
}
