import Tensors

/// Makes each example's features have mean 0 and variance 1, then scales and shifts them.
package final class LayerNormalization: Layer {
    private let options: NormalizationOptions
    private let axes: [Int]
    private var gamma: Variable?
    private var beta: Variable?

    package init(
        axes: [Int], _ options: NormalizationOptions, layer: LayerOptions, context: LayerContext
    ) {
        self.axes = axes
        self.options = options
        super.init("LayerNormalization", options: layer, context: context)
        supportsMasking = true
    }

    private func resolved(rank: Int) throws -> [Int] {
        try axes.map { axis in
            let place = axis < 0 ? axis + rank : axis
            guard (0..<rank).contains(place) else {
                throw LayerError.value(
                    "Invalid value for `axis` argument. Expected 0 <= axis < inputs.shape.rank (with inputs.shape.rank=\(rank)). Received: axis=\(axis)"
                )
            }
            return place
        }.sorted()
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let input = inputs.first else { return }
        let shape = Shape(try resolved(rank: input.rank).map { input[$0] ?? 1 })
        gamma = try options.scale(of: self, shape)
        beta = try options.shift(of: self, shape)
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        let axes = try resolved(rank: x.rank)
        let wide = Shape(x.shape.dimensions.enumerated().map { axes.contains($0) ? $1 : 1 })
        let mean = try x.mean(axes: axes, keeping: true)
        let centred = try x - mean
        let variance = try UnaryOperation.square(centred).mean(axes: axes, keeping: true)
        let inverse = try UnaryOperation.reciprocalSquareRoot(variance + options.epsilon)
        var result = try centred * inverse
        if let gamma { result = try result * gamma.value.reshaped(to: wide) }
        if let beta { result = try result + beta.value.reshaped(to: wide) }
        return result
    }
}

/// What normalising layers are made with.
package struct NormalizationOptions {
    package var epsilon = 0.001
    package var shifts = true
    package var scales = true
    package var betaInitializer = Initializer("Zeros", .zeros)
    package var gammaInitializer = Initializer("Ones", .ones)
    package var betaRules = WeightRules()
    package var gammaRules = WeightRules()

    package init() {}

    func scale(of layer: Layer, _ shape: Shape) throws -> Variable? {
        guard scales else { return nil }
        return try layer.addWeight("gamma", shape, gammaInitializer, rules: gammaRules)
    }

    func shift(of layer: Layer, _ shape: Shape) throws -> Variable? {
        guard shifts else { return nil }
        return try layer.addWeight("beta", shape, betaInitializer, rules: betaRules)
    }
}
