import Tensors

/// Makes each feature have mean 0 and variance 1, as it has them in data that was shown before.
package final class Normalization: Layer {
    private let axes: [Int]
    private let inverts: Bool
    /// The mean and the variance of each feature; nil before data was shown.
    package private(set) var moments: (mean: Tensor, variance: Tensor)?
    private var batches: [Tensor] = []

    package init(
        axes: [Int], inverts: Bool, moments: (mean: Tensor, variance: Tensor)?,
        layer: LayerOptions, context: LayerContext
    ) {
        self.axes = axes
        self.inverts = inverts
        self.moments = moments
        super.init("Normalization", options: layer, context: context)
    }

    /// Forgets the data that was shown.
    package func beginAdapting() { batches = [] }

    /// Takes in a batch of data.
    package func adapt(to batch: Tensor) throws {
        var batch = try batch.cast(to: dtype)
        if batch.rank == 1, !axes.isEmpty { batch = try batch.expanded(at: -1) }
        batches.append(batch)
    }

    /// Makes the weights from the data.
    package func finishAdapting() throws {
        guard let first = batches.first else { return }
        let all =
            first.rank == 0
            ? try Tensor.stack(batches, axis: 0)
            : try Tensor.concatenate(batches, axis: 0)
        let kept = axes.map { $0 < 0 ? $0 + all.rank : $0 }
        guard kept.allSatisfy(all.shape.dimensions.indices.contains) else {
            throw LayerError.value(
                "All `axis` values must be in the range [-ndim, ndim). Found ndim: `\(all.rank)`, with axis: \(axes)"
            )
        }
        let reduced = all.shape.dimensions.indices.filter { !kept.contains($0) }
        let mean = try all.mean(axes: reduced, keeping: true)
        let variance = try UnaryOperation.square(all - mean).mean(axes: reduced, keeping: true)
        batches = []
        if ownWeights.isEmpty {
            let shape = Shape(kept.map { all.shape[$0] })
            addWeight("mean", try mean.reshaped(to: shape), isTrainable: false)
            addWeight("variance", try variance.reshaped(to: shape), isTrainable: false)
            addWeight("count", Tensor(.int(all.shape[0]), .int64), isTrainable: false)
        }
        moments =
            axes.isEmpty
            ? (try mean.reshaped(to: .scalar), try variance.reshaped(to: .scalar))
            : (mean, variance)
        isBuilt = true
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        let x = try x.cast(to: dtype)
        guard let (mean, variance) = moments else {
            // Before data was shown, features are taken to have mean 0 and variance 1.
            return x
        }
        let deviation = try UnaryOperation.squareRoot(variance)
        if inverts { return try mean + x * deviation }
        return try (x - mean) / BinaryOperation.maximum(deviation, deviation.filled(1e-7))
    }
}

/// Layers that prepare numbers.
package enum NumberPreprocessing {
    /// x·scale + offset.
    package static func rescaling(
        scale: Tensor, offset: Tensor, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("Rescaling", layer: layer, context: context) { x, _ in
            let x = try x.cast(to: layer.dtype)
            return try x * scale.cast(to: x.dtype) + offset.cast(to: x.dtype)
        }
    }

    /// Numbers below `depth` as vectors of zeros and ones, or of counts.
    package static func categoryEncoding(
        depth: Int, output: TokenTable.Output, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("CategoryEncoding", layer: layer, context: context) { x, _ in
            guard x.scalars.allSatisfy({ (0..<depth).contains($0.int) }) else {
                throw FaceError(
                    "InvalidArgumentError",
                    "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'Input values must be in the range 0 <= values < num_tokens with num_tokens=\(depth)'"
                )
            }
            let table = TokenTable(mask: nil, unknown: nil)
            return try table.encoded(x.cast(to: .int64), output, depth: depth)
        }
    }
}
