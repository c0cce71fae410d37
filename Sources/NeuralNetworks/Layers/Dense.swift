import Tensors

/// Every output from every input: activation(x·W + b), for `… D` gives `… H`.
package final class Dense: Layer {
    package struct Options {
        /// H.
        package var units: Int
        package var activation = Activation.linear
        package var usesBias = true
        package var kernelInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
        package var biasInitializer = Initializer("Zeros", .zeros)
        package var kernelRules = WeightRules()
        package var biasRules = WeightRules()

        /// Throws where the number of units is none.
        package init(units: Int) throws {
            guard units >= 0 else {
                throw LayerError.value(
                    "Received an invalid value for `units`, expected a positive integer. Received: units=\(units)"
                )
            }
            self.units = units
        }
    }

    package let options: Options
    private var features: Int?
    private var kernel: Variable?
    private var bias: Variable?

    package init(_ options: Options, layer: LayerOptions, context: LayerContext) {
        self.options = options
        super.init("Dense", options: layer, context: context)
        supportsMasking = true
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var inputSpecs: [InputSpec] {
        [InputSpec(minimumRank: 2, axes: features.map { [-1: $0] } ?? [:])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let shape = inputs.first, let features = shape.innermost else {
            throw LayerError.value(
                "The last dimension of the inputs to a Dense layer should be defined. Found None. Full input shape received: \(inputs.first ?? [])"
            )
        }
        self.features = features
        kernel = try addWeight(
            "kernel", [features, options.units], options.kernelInitializer,
            rules: options.kernelRules)
        if options.usesBias {
            bias = try addWeight(
                "bias", [options.units], options.biasInitializer, rules: options.biasRules)
        }
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        inputs.first?.replacingInnermost(options.units)
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let kernel else { return x }
        let x = x.dtype.isFloating ? x : try x.cast(to: dtype)
        var result: Tensor
        if x.rank > 2 {
            let rows = x.shape.removing(axis: x.rank - 1)
            let flat = try x.reshaped(to: [rows.count, x.shape.innermost])
            result = try flat.matmul(kernel.value).reshaped(
                to: Shape(rows.dimensions + [options.units]))
        } else {
            result = try x.matmul(kernel.value)
        }
        guard let bias else { return try options.activation(result, in: context) }
        result = try result.addingBias(bias.value)
        return context.fusesActivations && x.rank == 2
            ? try options.activation.ofProduct(result) : try options.activation(result, in: context)
    }
}
