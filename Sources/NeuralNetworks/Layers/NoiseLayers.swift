import Tensors

/// Layers that disturb their inputs while training.
package enum NoiseLayers {
    /// Normal noise added to the inputs.
    package static func gaussianNoise(
        deviation: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        var seeds = LayerSeeds(seed)
        let result = FunctionLayer(
            "GaussianNoise", layer: layer, context: context, takesTraining: true
        ) { x, isTraining in
            guard isTraining else { return x }
            return try x
                + context.random.tensorflow.operation(seed: seeds.next()).normal(
                    x.shape, mean: 0, deviation: deviation, dtype: x.dtype)
        }
        result.traced = { _ = seeds.next() }
        return result
    }

    /// Inputs multiplied by normal noise around 1.
    package static func gaussianDropout(
        rate: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        var seeds = LayerSeeds(seed)
        let result = FunctionLayer(
            "GaussianDropout", layer: layer, context: context, takesTraining: true
        ) { x, isTraining in
            guard isTraining, rate > 0, rate < 1 else { return x }
            return try x
                * context.random.tensorflow.operation(seed: seeds.next()).normal(
                    x.shape, mean: 1, deviation: (rate / (1 - rate)).squareRoot(), dtype: x.dtype)
        }
        result.traced = { _ = seeds.next() }
        return result
    }

    /// Dropout that keeps the mean and the variance of self-normalising inputs.
    package static func alphaDropout(
        rate: Double, seed: Int?, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        var seeds = LayerSeeds(seed)
        let result = FunctionLayer(
            "AlphaDropout", layer: layer, context: context, takesTraining: true
        ) { x, isTraining in
            guard isTraining, rate > 0, rate < 1 else { return x }
            // The limit of SELU for large negative inputs: -scale·alpha.
            let floor = -1.7580993408473766
            let random = context.random.tensorflow.operation(seed: seeds.next())
            let kept = try random.keepMask(x.shape, rate: rate, dtype: x.dtype).cast(to: x.dtype)
            let scale = 1 / ((1 - rate) * (1 + rate * floor * floor)).squareRoot()
            let shift = -scale * floor * rate
            let mixed = try x * kept + (1 - kept) * floor
            return try mixed * scale + shift
        }
        result.traced = { _ = seeds.next() }
        return result
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
