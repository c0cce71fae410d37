import Tensors

/// Drops a share of its inputs while training, and scales the others to keep the mean.
package final class Dropout: Layer {
    /// The share that is dropped.
    package let rate: Double
    private let noiseShape: Shape?
    private var seeds: LayerSeeds

    /// Throws where the rate is no share.
    package init(
        rate: Double, noiseShape: Shape? = nil, seed: Int? = nil, layer: LayerOptions,
        context: LayerContext
    ) throws {
        guard (0...1).contains(rate) else {
            throw LayerError(
                "ValueError",
                "Invalid value \(rate) received for `rate`, expected a value between 0 and 1.")
        }
        self.rate = rate
        self.noiseShape = noiseShape
        seeds = LayerSeeds(seed)
        super.init("Dropout", options: layer, context: context)
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        try buildIfNeeded(x.shape)
        guard isTraining, rate > 0 else { return try UnaryOperation.identity(x) }
        let random = context.random.tensorflow.operation(seed: seeds.next())
        return try Self.apply(x, rate: rate, maskShape: noiseShape, random: random)
    }

    /// Each element scaled by 1/(1 - rate), or zero where the mask drops it.
    package static func apply(
        _ x: Tensor, rate: Double, maskShape: Shape? = nil, random: some RandomSource
    ) throws -> Tensor {
        if rate == 0 { return x }
        if rate == 1 { return try x * 0 }
        let kept = random.keepMask(maskShape ?? x.shape, rate: rate, dtype: x.dtype)
        let scaled = try x * (1 / (1 - rate))
        return try scaled * kept.cast(to: x.dtype)
    }
}
