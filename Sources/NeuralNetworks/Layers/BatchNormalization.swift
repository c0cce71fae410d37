import Tensors

/// Makes each feature have mean 0 and variance 1 over a batch, and over all batches when not training.
package final class BatchNormalization: Layer {
    private let options: NormalizationOptions
    /// The axis of the features.
    package let axis: Int
    private let momentum: Double
    private let meanInitializer: Initializer
    private let varianceInitializer: Initializer
    private var gamma, beta, movingMean, movingVariance: Variable?
    private var features: Int?

    package init(
        axis: Int, momentum: Double, _ options: NormalizationOptions,
        meanInitializer: Initializer = Initializer("Zeros", .zeros),
        varianceInitializer: Initializer = Initializer("Ones", .ones), layer: LayerOptions,
        context: LayerContext
    ) {
        self.axis = axis
        self.momentum = momentum
        self.options = options
        self.meanInitializer = meanInitializer
        self.varianceInitializer = varianceInitializer
        super.init("BatchNormalization", options: layer, context: context)
        supportsMasking = true
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var callParameters: [String] { ["inputs", "training", "mask"] }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let input = inputs.first else { return }
        guard let place = Shape(input.dimensions.map { $0 ?? 1 }).resolved(axis: axis) else {
            throw LayerError.value(
                "Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=\(input.rank)). Received: axis=(\(axis),)"
            )
        }
        guard let features = input[place] else {
            throw LayerError.value(
                "Input has undefined `axis` dimension. Received input with shape \(input). Axis value: [\(place)]"
            )
        }
        let shape: Shape = [features]
        gamma = try options.scale(of: self, shape)
        beta = try options.shift(of: self, shape)
        movingMean = try addWeight("moving_mean", shape, meanInitializer, isTrainable: false)
        movingVariance = try addWeight(
            "moving_variance", shape, varianceInitializer, isTrainable: false)
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let movingMean, let movingVariance,
            let place = x.shape.resolved(axis: axis)
        else { return x }
        let wide = Shape(x.shape.dimensions.enumerated().map { $0 == place ? $1 : 1 })
        var mean = movingMean.value
        var variance = movingVariance.value
        // A layer that is not to be trained does not look at the batch either.
        if isTraining, isTrainable {
            let axes = x.shape.dimensions.indices.filter { $0 != place }
            (mean, variance) = try moments(of: x, axes: axes, wide: wide)
            try follow(mean, variance, count: x.count / max(x.shape[place], 1), rank: x.rank)
        }
        return try normalized(
            x, mean.reshaped(to: wide), variance.reshaped(to: wide), wide: wide)
    }

    private func moments(of x: Tensor, axes: [Int], wide: Shape) throws -> (Tensor, Tensor) {
        let mean = try x.mean(axes: axes, keeping: true)
        let centred = try BinaryOperation.squaredDifference(x, UnaryOperation.stopGradient(mean))
        let variance = try centred.mean(axes: axes, keeping: true)
        return (
            try mean.reshaped(to: [mean.count]), try variance.reshaped(to: [variance.count])
        )
    }

    private func normalized(
        _ x: Tensor, _ mean: Tensor, _ variance: Tensor, wide: Shape
    ) throws -> Tensor {
        var inverse = try UnaryOperation.reciprocalSquareRoot(variance + options.epsilon)
        if let gamma { inverse = try inverse * gamma.value.reshaped(to: wide) }
        // The kernel for images takes the mean away first.
        if x.rank == 4 {
            let scaled = try (x - mean) * inverse
            return try beta.map { try scaled + $0.value.reshaped(to: wide) } ?? scaled
        }
        let shift = try mean * inverse
        guard let beta else { return try x * inverse - shift }
        return try x * inverse + (beta.value.reshaped(to: wide) - shift)
    }

    /// Moves the averages towards those of a batch.
    private func follow(_ mean: Tensor, _ variance: Tensor, count: Int, rank: Int) throws {
        guard !context.isProbing, let movingMean, let movingVariance else { return }
        // The kernel for images corrects the variance for its own mean.
        let corrected =
            rank == 4 && count > 1
            ? try variance * (Double(count) / Double(count - 1)) : variance
        for (moving, value) in [(movingMean, mean), (movingVariance, corrected)] {
            let old = moving.value
            moving.assign(try old - (old - value.detached) * (1 - momentum))
        }
    }
}
