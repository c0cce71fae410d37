import Tensors

/// A layer that disturbs its inputs while training.
package final class NoiseLayer: SeededLayer {
    /// Whether there is noise at all.
    private let isActive: Bool
    private let disturb: (_ x: Tensor, any RandomSource) throws -> Tensor

    init(
        _ className: String, seed: Int?, isActive: Bool = true, layer: LayerOptions,
        context: LayerContext, disturb: @escaping (_ x: Tensor, any RandomSource) throws -> Tensor
    ) {
        self.isActive = isActive
        self.disturb = disturb
        super.init(className, seed: seed, options: layer, context: context)
    }

    package override var callParameters: [String] { ["inputs", "training"] }

    package override func wasTraced() { _ = seeds.next() }

    package override func call(_ call: Call) throws -> Argument {
        guard isActive, call.isTraining == true, let x = call.inputs.tensors.first else {
            return call.inputs
        }
        return .tensor(try disturb(x, context.random.tensorflow.operation(seed: seeds.next())))
    }
}

/// The layers that disturb their inputs while training.
package enum NoiseLayers {
    /// Normal noise added to the inputs.
    package static func gaussianNoise(
        deviation: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        NoiseLayer("GaussianNoise", seed: seed, layer: layer, context: context) { x, random in
            try x + random.normal(x.shape, mean: 0, deviation: deviation, dtype: x.dtype)
        }
    }

    /// Inputs multiplied by normal noise around 1.
    package static func gaussianDropout(
        rate: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        let deviation = (rate / (1 - rate)).squareRoot()
        return NoiseLayer(
            "GaussianDropout", seed: seed, isActive: rate > 0 && rate < 1, layer: layer,
            context: context
        ) { x, random in
            try x * random.normal(x.shape, mean: 1, deviation: deviation, dtype: x.dtype)
        }
    }

    /// Dropout that keeps the mean and the variance of self-normalising inputs.
    package static func alphaDropout(
        rate: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        // The limit of SELU for large negative inputs: -scale·alpha.
        let floor = -1.7580993408473766
        return NoiseLayer(
            "AlphaDropout", seed: seed, isActive: rate > 0 && rate < 1, layer: layer,
            context: context
        ) { x, random in
            let kept = try random.keepMask(x.shape, rate: rate, dtype: x.dtype).cast(to: x.dtype)
            let scale = 1 / ((1 - rate) * (1 + rate * floor * floor)).squareRoot()
            let shift = -scale * floor * rate
            let mixed = try x * kept + (1 - kept) * floor
            return try mixed * scale + shift
        }
    }

    /// The inputs as they are, with a penalty on them.
    package static func activityRegularization(
        l1: Double, l2: Double, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        var layer = layer
        layer.activityPenalty = { x in
            let absolute = try UnaryOperation.absolute(x).sum() * l1
            return try absolute + UnaryOperation.square(x).sum() * l2
        }
        return FunctionLayer("ActivityRegularization", layer: layer, context: context) { x, _ in x }
    }
}
