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
                    "Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=\(rank)). Received: axis=(\(axes.map(String.init).joined(separator: ", "))\(axes.count == 1 ? "," : ""))"
                )
            }
            return place
        }.sorted()
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
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
        guard isFused(axes, x) else { return try normalizedByMoments(x, axes, wide) }
        let count = axes.reduce(1) { $0 * x.shape[$1] }
        let rows = try x.reshaped(to: [x.count / Swift.max(count, 1), count])
        var result = try rows.rowsNormalized(epsilon: options.epsilon).reshaped(to: x.shape)
        if let gamma { result = try result * gamma.value.reshaped(to: wide) }
        if let beta { result = try result + beta.value.reshaped(to: wide) }
        return result
    }

    /// Whether TensorFlow's kernel for batches does the work: the axes are the last ones, and epsilon is not less than
    /// that kernel takes.
    private func isFused(_ axes: [Int], _ x: Tensor) -> Bool {
        axes == Array((x.rank - axes.count)..<x.rank) && x.dtype == .float32
            && options.epsilon >= 1.001e-5 && x.count > 0
    }

    private func normalizedByMoments(
        _ x: Tensor, _ axes: [Int], _ wide: Shape
    ) throws -> Tensor {
        let mean = try x.mean(axes: axes, keeping: true)
        let squares = try BinaryOperation.squaredDifference(x, UnaryOperation.stopGradient(mean))
        let variance = try squares.mean(axes: axes, keeping: true)
        var inverse = try UnaryOperation.reciprocalSquareRoot(variance + options.epsilon)
        if let gamma { inverse = try inverse * gamma.value.reshaped(to: wide) }
        guard let beta else { return try x * inverse - mean * inverse }
        return try x * inverse + (beta.value.reshaped(to: wide) - mean * inverse)
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
