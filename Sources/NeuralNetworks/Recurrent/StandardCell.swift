import Tensors

/// What SimpleRNN's, LSTM's and GRU's cells have in common: two kernels, a bias, masks of dropout.
package class StandardCell: Cell {
    package let options: RecurrentOptions
    /// G, how many gates the kernels hold side by side.
    let gates: Int
    var masks: DropoutMasks
    /// W, `D G·H`; nil before it is built.
    package private(set) var kernel: Variable?
    /// U, `H G·H`.
    package private(set) var recurrentKernel: Variable?
    /// b; nil without a bias.
    package private(set) var bias: Variable?

    init(
        _ className: String, gates: Int, _ options: RecurrentOptions, layer: LayerOptions,
        context: LayerContext
    ) {
        self.options = options
        self.gates = gates
        masks = DropoutMasks(seed: options.seed)
        super.init(className, options: layer, context: context)
    }

    package override var memory: LayerMemory? {
        get { masks.memory }
        set { if let newValue { masks.memory = newValue } }
    }

    package override var stateSizes: [Int] { [options.units] }
    package override var outputSize: Int { options.units }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let features = inputs.first?.innermost else {
            throw LayerError.value(
                "The last dimension of the inputs to `\(className)` should be defined. Found None.")
        }
        let units = options.units
        let width = try Self.product(units, gates)
        kernel = try addWeight(
            "kernel", [features, width], options.kernelInitializer, rules: options.kernelRules)
        recurrentKernel = try addWeight(
            "recurrent_kernel", [units, width], options.recurrentInitializer,
            rules: options.recurrentRules)
        if options.usesBias { bias = try makeBias(width) }
    }

    /// Makes b.
    func makeBias(_ width: Int) throws -> Variable {
        try addWeight("bias", [width], options.biasInitializer, rules: options.biasRules)
    }

    private static func product(_ a: Int, _ b: Int) throws -> Int {
        let (result, overflows) = a.multipliedReportingOverflow(by: b)
        if overflows { throw LayerError.units(a) }
        return result
    }

    package override func forgetMasks() { masks.forget() }

    /// What a copy of this cell is made with: the same rules, whose seeds are drawn anew.
    func copiedOptions() -> (options: RecurrentOptions, layer: LayerOptions) {
        var options = options
        options.kernelInitializer = options.kernelInitializer.copy()
        options.recurrentInitializer = options.recurrentInitializer.copy()
        options.biasInitializer = options.biasInitializer.copy()
        return (options, LayerOptions(name: name, dtype: dtype))
    }

    /// Whether the inputs of all steps are dropped at once, before there are steps.
    var dropsWholeSequences: Bool { false }

    package override var drops: Bool { options.dropout > 0 || options.recurrentDropout > 0 }

    package override func skipMasks() {
        for rate in [options.dropout, options.recurrentDropout] where rate > 0 {
            masks.skip(gates, context.random)
        }
    }

    func inputMasks(_ x: Tensor, isTraining: Bool) throws -> [Tensor] {
        guard isTraining else { return [] }
        return try masks.forInputs(x, rate: options.dropout, gates: gates, context.random)
    }

    func stateMasks(_ h: Tensor, isTraining: Bool) throws -> [Tensor] {
        guard isTraining else { return [] }
        return try masks.forStates(h, rate: options.recurrentDropout, gates: gates, context.random)
    }

    /// The kernels, which a built cell has.
    func kernels() throws -> (kernel: Tensor, recurrent: Tensor) {
        guard let kernel, let recurrentKernel else {
            throw LayerError.value("The cell \(name) has not been built.")
        }
        return (kernel.value, recurrentKernel.value)
    }

    /// One step of a call in which there is nothing to make, to cast, to mask, to drop or to note; nil in any other,
    /// also in one that goes wrong.
    package func quickStep(_ x: Tensor, _ states: [Tensor]) -> (output: Tensor, states: [Tensor])? {
        guard isBuilt, !drops, activityPenalty == nil, callLosses.isEmpty, !context.isProbing,
            x.dtype == dtype, x.mask == nil,
            states.allSatisfy({ $0.dtype == dtype && $0.mask == nil }),
            let result = try? step(x, states, isTraining: false),
            result.states.count == states.count
        else { return nil }
        return result
    }

    /// The operation on a whole sequence that this cell's formula is, as far as its options are usual.
    func recurrence(_ cell: Recurrence.Cell, _ x: Tensor, _ states: [Tensor]) throws -> Recurrence {
        let (kernel, recurrent) = try kernels()
        var result = Recurrence(
            cell, inputs: x, kernel: kernel, recurrentKernel: recurrent, bias: bias?.value)
        result.initialStates = states
        return result
    }
}

/// `N G·H` as its gates, `N H` each.
func splitGates(_ x: Tensor, _ count: Int) throws -> [Tensor] {
    try x.split(parts: count, axis: -1)
}
