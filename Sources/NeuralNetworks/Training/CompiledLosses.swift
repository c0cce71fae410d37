import Tensors

/// The losses of a model's outputs, added up to the one that training lessens.
package final class CompiledLosses {
    /// What costs an output; nil for an output that costs nothing.
    package struct Part {
        package let loss: Loss?
        package let weight: Double?
        /// The mean of this loss, where a model has several.
        let mean: Mean?

        package init(loss: Loss?, weight: Double?, name: String?) {
            self.loss = loss
            self.weight = weight
            mean = name.map { Mean(name: $0) }
        }
    }

    /// A loss that could not be told, and what of.
    package struct Failure {
        package let name: String
        package let truth, prediction: Tensor
    }

    package let parts: [Part]
    /// The loss that went wrong last.
    package private(set) var failure: Failure?
    /// The mean of the whole loss: `loss`.
    package let total = Mean(name: "loss")

    package init(_ parts: [Part]) { self.parts = parts }

    /// The mean losses, the whole one first.
    package var metrics: [Metric] { [total] + parts.compactMap(\.mean) }

    /// The loss of a batch, with the penalties of the layers; nil where nothing costs anything.
    package func callAsFunction(
        _ truths: [Tensor?], _ predictions: [Tensor], weights: [Tensor?], penalties: [Tensor]
    ) throws -> Tensor? {
        var terms: [Tensor] = []
        let batch = predictions.first?.shape.dimensions.first ?? 1
        for (place, part) in parts.enumerated() where place < predictions.count {
            guard let loss = part.loss, place < truths.count, let truth = truths[place] else {
                continue
            }
            var value = try self.loss(
                loss, truth, predictions[place], place < weights.count ? weights[place] : nil)
            let share = Tensor(.int(batch), .float32)
            try part.mean?.update(values: value.detached, weights: share)
            if let weight = part.weight { value = try value * weight }
            terms.append(value)
        }
        if !penalties.isEmpty { terms.append(try Tensor.sum(of: penalties)) }
        guard !terms.isEmpty else { return nil }
        let sum = try Tensor.sum(of: terms)
        try total.update(values: sum.detached, weights: Tensor(.int(batch), .float32))
        return sum
    }

    private func loss(
        _ loss: Loss, _ truth: Tensor, _ prediction: Tensor, _ weights: Tensor?
    ) throws -> Tensor {
        let (truth, weights) = try Batch.matched(truth, prediction, weights)
        do {
            return try loss(
                truth, prediction, weights: Batch.masked(weights, by: prediction.mask, prediction))
        } catch {
            failure = Failure(name: loss.name, truth: truth, prediction: prediction)
            throw error
        }
    }
}

/// Labels and weights beside predictions.
package enum Batch {
    /// Labels, and weights, in the rank and the type of the predictions.
    static func matched(
        _ truth: Tensor, _ prediction: Tensor, _ weights: Tensor?
    ) throws -> (truth: Tensor, weights: Tensor?) {
        var truth = truth
        var weights = weights
        if truth.rank == 1, prediction.rank == 2 { truth = try truth.expanded(at: -1) }
        if let given = weights {
            if given.rank == 1, prediction.rank == 2 { weights = try given.expanded(at: -1) }
            weights = try weights?.cast(to: prediction.dtype)
        }
        let isSame =
            truth.dtype.isFloating && prediction.dtype.isFloating
            || truth.dtype.isInteger && prediction.dtype.isInteger
        if isSame, truth.dtype != prediction.dtype { truth = try truth.cast(to: prediction.dtype) }
        return (truth, weights)
    }

    /// Weights that are zero where a mask says that steps do not count.
    static func masked(_ weights: Tensor?, by mask: Tensor?, _ prediction: Tensor) throws -> Tensor?
    {
        guard let mask else { return weights }
        let numbers = try mask.cast(to: prediction.dtype)
        guard let weights else { return numbers }
        return try weights.aligned(with: numbers) * numbers
    }
}
