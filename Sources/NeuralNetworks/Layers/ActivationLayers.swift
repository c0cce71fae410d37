import Tensors

/// Layers that apply a function to each element.
package enum ActivationLayers {
    package static func activation(
        _ activation: Activation, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("Activation", layer: layer, context: context) { [unowned context] x, _ in
            try activation(x, in: context)
        }
    }

    /// x above the threshold, `slope`·(x - threshold) below it, never above `limit`.
    package static func relu(
        limit: Double?, slope: Double, threshold: Double, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("ReLU", layer: layer, context: context) { x, _ in
            try relu(x, limit: limit, slope: slope, threshold: threshold)
        }
    }

    /// Keras' `relu` with all its parameters.
    package static func relu(
        _ x: Tensor, limit: Double?, slope: Double, threshold: Double
    ) throws -> Tensor {
        var result: Tensor
        if threshold == 0 {
            result =
                slope == 0
                ? try UnaryOperation.relu(x) : try UnaryOperation.leakyRelu(slope: slope)(x)
        } else {
            let above = try ComparisonOperation.greater(x, x.filled(threshold)).cast(to: x.dtype)
            result = try x * above
            if slope != 0 {
                let below = try UnaryOperation.relu(threshold - x)
                result = try result - below * slope
            }
        }
        if let limit {
            result = try result.clipped(
                to: result.filled(slope == 0 ? 0 : -.infinity), result.filled(limit))
        }
        return result
    }

    package static func leakyReLU(
        slope: Double, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("LeakyReLU", layer: layer, context: context) { x, _ in
            try UnaryOperation.leakyRelu(slope: slope)(x)
        }
    }

    package static func elu(
        scale: Double, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("ELU", layer: layer, context: context) { x, _ in try elu(x, scale: scale) }
    }

    /// Keras' `elu`: below zero, `scale`·(exp x - 1).
    package static func elu(_ x: Tensor, scale: Double) throws -> Tensor {
        let result = try UnaryOperation.elu(x)
        guard scale != 1 else { return result }
        let isPositive = try ComparisonOperation.greater(x, x.filled(0))
        return try Tensor.select(isPositive, result, result * scale)
    }

    package static func thresholdedReLU(
        threshold: Double, layer: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("ThresholdedReLU", layer: layer, context: context) { x, _ in
            try x * ComparisonOperation.greater(x, x.filled(threshold)).cast(to: x.dtype)
        }
    }

    package static func softmax(
        axes: [Int], layer: LayerOptions, context: LayerContext
    ) -> Layer {
        let result = FunctionLayer(
            "Softmax", layer: layer, context: context, parameters: ["inputs", "mask"]
        ) { call in
            guard var x = call.inputs.tensors.first else { return call.inputs }
            if let mask = call.mask.tensor {
                x = try x + (1 - mask.cast(to: x.dtype)) * -1e9
            }
            guard axes.count > 1 else { return .tensor(try x.softmax(axis: axes.first ?? -1)) }
            let total = try x.logSumExp(axes: axes, keeping: true)
            return .tensor(try UnaryOperation.exp(x - total))
        }
        result.supportsMasking = true
        return result
    }
}

extension Tensor {
    /// A number of this tensor's type.
    func filled(_ value: Double) -> Tensor { Tensor(.float(value), dtype) }
}

/// x where it is positive, and a learnt share of it elsewhere.
package final class PReLU: Layer {
    private let initializer: Initializer
    private let rules: WeightRules
    private let sharedAxes: [Int]
    private var slope: Variable?

    package init(
        initializer: Initializer, rules: WeightRules, sharedAxes: [Int], layer: LayerOptions,
        context: LayerContext
    ) {
        self.initializer = initializer
        self.rules = rules
        self.sharedAxes = sharedAxes
        super.init("PReLU", options: layer, context: context)
        supportsMasking = true
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override func build(_ inputs: [PartialShape]) throws {
        let lengths = inputs.first?.dimensions.dropFirst().enumerated().map { axis, length in
            sharedAxes.contains(axis + 1) ? 1 : length ?? 1
        }
        slope = try addWeight("alpha", Shape(lengths ?? []), initializer, rules: rules)
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let slope else { return x }
        let negative =
            try UnaryOperation.negate(slope.value) * UnaryOperation.relu(UnaryOperation.negate(x))
        return try UnaryOperation.relu(x) + negative
    }
}
