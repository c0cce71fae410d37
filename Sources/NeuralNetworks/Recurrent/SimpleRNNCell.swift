import Tensors

/// One time step of a simple recurrent network: h' = activation((x·W + b) + h·U).
package final class SimpleRNNCell: Layer {
    package let options: SimpleRNNOptions
    /// W, `D H`.
    package private(set) var kernel: Variable?
    /// U, `H H`.
    package private(set) var recurrentKernel: Variable?
    /// b, `H`; nil without a bias.
    package private(set) var bias: Variable?
    private var seeds: LayerSeeds

    package init(_ options: SimpleRNNOptions, layer: LayerOptions, context: LayerContext) {
        self.options = options
        seeds = LayerSeeds(options.seed)
        super.init("SimpleRNNCell", options: layer, context: context)
    }

    package override func build(_ input: Shape) throws {
        let units = options.units
        kernel = try addWeight("kernel", [input.innermost, units], options.kernelInitializer)
        recurrentKernel = try addWeight(
            "recurrent_kernel", [units, units], options.recurrentInitializer)
        if options.usesBias { bias = try addWeight("bias", [units], options.biasInitializer) }
        isBuilt = true
    }

    /// The masks of one call in training: of the inputs `N D`, and of the state `N H`.
    struct Masks {
        var input: Tensor?
        var state: Tensor?
    }

    func masks(batch: Int, features: Int) throws -> Masks {
        var masks = Masks()
        if options.dropout > 0 { masks.input = try mask([batch, features], rate: options.dropout) }
        if options.recurrentDropout > 0 {
            masks.state = try mask([batch, options.units], rate: options.recurrentDropout)
        }
        return masks
    }

    private func mask(_ shape: Shape, rate: Double) throws -> Tensor {
        let random = context.random.tensorflow.operation(seed: seeds.next())
        return try Dropout.apply(
            Tensor.filled(shape, with: .int(1), dtype), rate: rate, random: random)
    }

    /// One step: x is `N D`, h is `N H`; gives the new state `N H`, which is also the output.
    package func step(_ x: Tensor, _ h: Tensor, isTraining: Bool) throws -> Tensor {
        if !isBuilt { try context.within(name) { try build(x.shape) } }
        let masks =
            isTraining
            ? try masks(batch: x.shape.dimensions.first ?? 1, features: x.shape.innermost) : Masks()
        return try step(x, h, masks)
    }

    func step(_ x: Tensor, _ h: Tensor, _ masks: Masks) throws -> Tensor {
        guard let kernel, let recurrentKernel else { return h }
        let x = try masks.input.map { try x * $0 } ?? x
        let h = try masks.state.map { try h * $0 } ?? h
        var z = try x.matmul(kernel.value)
        if let bias { z = try z + bias.value }
        return try options.activation(z + h.matmul(recurrentKernel.value))
    }
}
