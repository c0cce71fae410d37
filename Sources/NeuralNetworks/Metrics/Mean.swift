import Tensors

/// The mean, or only the sum, of all values since the last reset.
open class Mean: Metric {
    private let isSum: Bool
    private var total: Variable?
    private var count: Variable?

    package init(name: String = "mean", isSum: Bool = false, dtype: DType = .float32) {
        self.isSum = isSum
        super.init(name: name, dtype: dtype)
        total = addVariable("total")
        if !isSum { count = addVariable("count") }
    }

    /// Takes in values of any shape.
    package func update(values: Tensor, weights: Tensor? = nil) throws {
        var values = try values.detached.cast(to: dtype)
        var sharedWeights: Tensor?
        if let weights {
            let weights = try weights.detached.cast(to: dtype).aligned(with: values)
            if let whole = weights.spread(over: values.shape) {
                sharedWeights = whole
            } else {
                // Values of several axes for each weight are averaged first.
                let axes = Array(min(weights.rank, values.rank)..<values.rank)
                values = try isSum ? values.sum(axes: axes) : values.mean(axes: axes)
                sharedWeights = weights
            }
            values = try values * (sharedWeights ?? weights)
        }
        try total?.add(values.sum())
        let number = try sharedWeights?.sum() ?? Tensor(.int(values.count), dtype)
        try count?.add(number)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        try update(values: truth, weights: weights)
    }

    package override func result() throws -> Tensor {
        guard let total else { return try super.result() }
        guard let count else { return total.value }
        return try total.value.dividedOrZero(by: count.value)
    }
}

extension Tensor {
    /// These weights as one for each value of a shape; nil where they are too few for that.
    fileprivate func spread(over shape: Shape) -> Tensor? {
        guard rank == 0 || rank == shape.rank, self.shape.stretches(to: shape) else { return nil }
        return stretched(to: shape).contiguous()
    }
}

/// The mean of a function of labels and predictions.
package final class MeanOfFunction: Mean {
    private let function: LossFunction

    package init(_ function: LossFunction, name: String, dtype: DType = .float32) {
        self.function = function
        super.init(name: name, dtype: dtype)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        let logits = prediction.logits
        let (truth, aligned) = try RankAlignment.aligned(
            truth.detached.cast(to: dtype), prediction.detached.cast(to: dtype))
        if let logits, aligned.shape == logits.shape, logits.dtype == dtype {
            aligned.logits = logits.detached
        }
        try update(values: function(truth, aligned), weights: weights)
    }
}

/// The root of the mean squared distance of predictions from labels.
package final class RootMeanSquaredError: Mean {
    package init(name: String = "root_mean_squared_error") {
        super.init(name: name)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        let (truth, prediction) = try RankAlignment.aligned(
            truth.detached.cast(to: dtype), prediction.detached.cast(to: dtype))
        try update(
            values: BinaryOperation.squaredDifference(prediction, truth), weights: weights)
    }

    package override func result() throws -> Tensor {
        try UnaryOperation.squareRoot(super.result())
    }
}

/// The mean of tensors of one shape, element by element.
package final class MeanTensor: Metric {
    private var total: Variable?
    private var count: Variable?

    package override init(name: String = "mean_tensor", dtype: DType = .float32) {
        super.init(name: name, dtype: dtype)
    }

    /// Takes in a tensor, which must have the shape of the ones before.
    package func update(values: Tensor, weights: Tensor? = nil) throws {
        var values = try values.detached.cast(to: dtype)
        if total == nil {
            total = addVariable("total", values.shape)
            count = addVariable("count", values.shape)
        }
        guard let total, let count else { return }
        guard total.shape == values.shape else {
            throw LayerError(
                "ValueError",
                "MeanTensor input values must always have the same shape. Expected shape (set during the first call): \(total.shape). Got: \(values.shape)."
            )
        }
        var number = Tensor(repeating: .int(1), shape: values.shape, dtype)
        if let weights {
            let weights = try weights.detached.cast(to: dtype).aligned(with: values)
            number = try number * weights
            values = try values * weights
        }
        try total.add(values)
        try count.add(number)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        try update(values: truth, weights: weights)
    }

    package override func result() throws -> Tensor {
        guard let total, let count else {
            throw LayerError(
                "ValueError",
                "MeanTensor does not have any value yet. Please call the MeanTensor instance or use `.update_state(value)` before retrieving the result."
            )
        }
        return try total.value.dividedOrZero(by: count.value)
    }
}
