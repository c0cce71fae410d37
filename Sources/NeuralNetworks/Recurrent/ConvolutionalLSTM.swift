import Tensors

/// A long short-term memory whose products are convolutions: `N T S… C` gives `N O… F`, or `N T O… F`.
package final class ConvolutionalLSTM: Layer {
    private let options: Options
    package var sequence: RNN.Sequence
    private var masks: DropoutMasks
    private var channels: Int?
    private var kernel: Variable?
    private var recurrentKernel: Variable?
    private var bias: Variable?
    /// The states that a stateful layer goes on from.
    package private(set) var states: [Tensor] = []

    package struct Options {
        /// What the convolution of the inputs has; its activation is that of the candidates.
        package var convolution: Convolution.Options
        package var recurrentActivation = Activation.sigmoid
        package var recurrentInitializer = Initializer("Orthogonal", .orthogonal(gain: 1))
        package var recurrentRules = WeightRules()
        /// Whether the forget gate starts with a bias of one.
        package var startsRemembering = true
        /// The share of the inputs that training drops.
        package var dropout = 0.0
        /// The share of the state that training drops.
        package var recurrentDropout = 0.0
        package var seed: Int?

        package init(_ convolution: Convolution.Options) { self.convolution = convolution }
    }

    /// i, f, g and o.
    private static let gates = 4

    package init(
        _ className: String, _ options: Options, sequence: RNN.Sequence, layer: LayerOptions,
        context: LayerContext
    ) {
        self.options = options
        self.sequence = sequence
        masks = DropoutMasks(seed: options.seed)
        super.init(className, options: layer, context: context)
        supportsMasking = true
    }

    private var axes: Int { options.convolution.kernelSize.count }
    private var filters: Int { options.convolution.filters }

    package override var callParameters: [String] {
        ["inputs", "mask", "training", "initial_state"]
    }

    package override var inputSpecs: [InputSpec] {
        [InputSpec(rank: axes + 3, axes: channels.map { [-1: $0] } ?? [:])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let channels = inputs.first?.innermost else {
            throw LayerError.value(
                "The channel dimension of the inputs (last axis) should be defined. Found None. Full input shape received: input_shape=\(inputs.first ?? [])"
            )
        }
        self.channels = channels
        let (size, width) = (options.convolution.kernelSize, Self.gates * filters)
        kernel = try addWeight(
            "kernel", Shape(size + [channels, width]), options.convolution.kernelInitializer,
            rules: options.convolution.kernelRules)
        recurrentKernel = try addWeight(
            "recurrent_kernel", Shape(size + [filters, width]), options.recurrentInitializer,
            rules: options.recurrentRules)
        if options.convolution.usesBias { bias = try makeBias() }
    }

    private func makeBias() throws -> Variable {
        let rules = options.convolution.biasRules
        func part(_ length: Int) throws -> Tensor {
            try options.convolution.biasInitializer.values([length], dtype, random: context.random)
        }
        guard options.startsRemembering else {
            return addWeight("bias", try part(Self.gates * filters), rules: rules)
        }
        let values = try Tensor.concatenate(
            [part(filters), Tensor.filled([filters], with: .int(1), dtype), part(2 * filters)],
            axis: 0)
        return addWeight("bias", values, rules: rules)
    }

    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool {
        inputIsMasked && sequence.returnsSequences
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument {
        sequence.returnsSequences ? mask.leaves.first ?? .none : .none
    }

    package override func call(_ call: Call) throws -> Argument {
        var given = call.inputs.items.compactMap(\.tensor)
        guard !given.isEmpty else { throw LayerError.value("Layer \(name) takes a tensor.") }
        let x = given.removeFirst()
        guard x.shape[1] > 0 else {
            throw LayerError.value(
                "Layer \"\(name)\" was called with sequences without steps: shape \(x.shape).")
        }
        if !context.isProbing { masks.forget() }
        let isTraining = call.isTraining ?? false
        let start = try startingStates(call["initial_state"]?.tensors ?? given, x)
        let run = StepwiseRun(
            step: loopStep(isTraining), sequence: sequence, mask: call.mask.leaves.first?.tensor)
        let result = try run.run(x, start)
        if sequence.isStateful, !context.isProbing { states = result.states.map(\.detached) }
        guard sequence.returnsState else { return .tensor(result.output) }
        return .list(([result.output] + result.states).map(Argument.tensor))
    }

    /// One step. In a graph the steps are a loop's body, where masks are drawn anew for each.
    private func loopStep(_ isTraining: Bool) -> (Tensor, [Tensor]) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        let random = context.random.tensorflow
        let rates = [options.dropout, options.recurrentDropout].filter { $0 > 0 }
        guard isTraining, !rates.isEmpty, !context.isProbing, let loop = random.loopGraph() else {
            return { try self.step($0, $1, isTraining: isTraining) }
        }
        for _ in rates { masks.skip(Self.gates, context.random) }
        return { x, states in
            self.masks.forget()
            return try random.running(loop) { try self.step(x, states, isTraining: isTraining) }
        }
    }

    /// Given states, those of the last call, or zeros of the shape that the first step gives.
    private func startingStates(_ initial: [Tensor], _ x: Tensor) throws -> [Tensor] {
        if initial.count == 2 { return initial }
        guard initial.isEmpty else {
            throw LayerError.value(
                "An `initial_state` of 2 tensors is needed. Received: \(initial.count) tensors")
        }
        let lengths = zip(options.convolution.windows, x.shape.dimensions.dropFirst(2)).map {
            $0.outputLength(for: $1) ?? 0
        }
        let shape = Shape([x.shape[0]] + lengths.map { max($0, 0) } + [filters])
        if sequence.isStateful, states.count == 2, states[0].shape == shape { return states }
        return [Tensor(zeros: shape, dtype), Tensor(zeros: shape, dtype)]
    }

    /// Forgets the states of a stateful layer.
    package func resetStates() { states = [] }

    /// One step: x is `N S… C`, the states `N O… F`.
    private func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        let (h, c) = (states[0], states[1])
        let gates = try zip(inputGates(x, isTraining), stateGates(h, isTraining)).map {
            try $0 + $1
        }
        let (activation, gate) = (options.convolution.activation, options.recurrentActivation)
        let carry = try gate(gates[1]) * c + gate(gates[0]) * activation(gates[2])
        let new = try gate(gates[3]) * activation(carry)
        return (new, [new, carry])
    }

    private func inputGates(_ x: Tensor, _ isTraining: Bool) throws -> [Tensor] {
        guard let kernel else { return [] }
        let dropped =
            isTraining
            ? try masks.forInputs(x, rate: options.dropout, gates: Self.gates, context.random) : []
        let parts = try convolve(
            x, kernel.value, masks: dropped, windows: options.convolution.windows)
        guard let bias else { return parts }
        return try zip(parts, bias.value.split(parts: Self.gates, axis: -1)).map {
            try $0.addingBias($1)
        }
    }

    private func stateGates(_ h: Tensor, _ isTraining: Bool) throws -> [Tensor] {
        guard let recurrentKernel else { return [] }
        let dropped =
            isTraining
            ? try masks.forStates(
                h, rate: options.recurrentDropout, gates: Self.gates, context.random) : []
        let windows = options.convolution.kernelSize.map {
            Windows(size: $0, stride: 1, padding: .same)
        }
        return try convolve(h, recurrentKernel.value, masks: dropped, windows: windows)
    }

    /// The gates of one convolution, or where each has a mask of its own, of one each.
    private func convolve(
        _ x: Tensor, _ kernel: Tensor, masks: [Tensor], windows: [Windows]
    ) throws -> [Tensor] {
        guard !masks.isEmpty else {
            return try Convolution.convolve(x, kernel, windows: windows, layer: name)
                .split(parts: Self.gates, axis: -1)
        }
        return try zip(masks, kernel.split(parts: Self.gates, axis: -1)).map { mask, part in
            try Convolution.convolve(x * mask, part, windows: windows, layer: name)
        }
    }
}
