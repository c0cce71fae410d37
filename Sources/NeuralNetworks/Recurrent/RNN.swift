import Tensors

/// A recurrent network over whole sequences `N T D`: a cell, step by step.
package final class RNN: Layer {
    package struct Sequence: Sendable, Codable {
        /// Whether the outputs of all steps are given, `N T H`, and not only the last, `N H`.
        package var returnsSequences = false
        package var returnsState = false
        package var goesBackwards = false
        /// Whether the next call goes on from the last state of this one.
        package var isStateful = false
        package var unrolls = false
        /// Whether sequences are `T N D`.
        package var isTimeMajor = false
        /// Whether steps that a mask leaves out give zeros, and not the output before.
        package var zeroesMasked = false

        package init() {}
    }

    package let cell: Cell
    /// Whether the layer is one of a class of its own, which drops inputs step by step, and not `RNN`.
    private let isStandard: Bool
    package var sequence: Sequence
    /// The states that a stateful layer goes on from, `N H` each.
    package private(set) var states: [Variable] = []
    private var stepShape: PartialShape?

    package init(
        _ cell: Cell, className: String = "RNN", sequence: Sequence, layer: LayerOptions,
        context: LayerContext
    ) {
        self.cell = cell
        self.sequence = sequence
        isStandard = className != "RNN"
        super.init(className, options: layer, context: context)
        supportsMasking = true
        keep(cell)
    }

    package override var memory: LayerMemory? {
        get {
            var memory = LayerMemory()
            (memory.states, memory.sequence) = (states, sequence)
            return memory
        }
        set {
            guard let newValue else { return }
            (states, sequence) = (newValue.states, newValue.sequence ?? sequence)
        }
    }

    package override var children: [Layer] { [cell] }

    package override var callParameters: [String] {
        className == "RNN"
            ? ["inputs", "mask", "training", "initial_state", "constants"]
            : className == "SimpleRNN"
                ? ["sequence", "mask", "training", "initial_state"]
                : ["inputs", "mask", "training", "initial_state"]
    }

    package override var inputSpecs: [InputSpec] {
        guard cell is StandardCell else { return [] }
        guard let features = stepShape?.innermost else { return [InputSpec(rank: 3)] }
        let batch = sequence.isStateful ? states.first?.shape[0] : nil
        return [InputSpec(shape: [batch, nil, features])]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        guard let input = inputs.first, input.rank >= 3 else {
            throw LayerError.value(
                "Input 0 of layer \"\(name)\" is incompatible with the layer: expected ndim=3, found ndim=\(inputs.first?.rank ?? 0)."
            )
        }
        let batch = input[sequence.isTimeMajor ? 1 : 0]
        let step = PartialShape([batch] + input.dimensions.dropFirst(2))
        try context.within(cell.name) { try cell.buildIfNeeded(.shape(step)) }
        stepShape = step
        if sequence.isStateful, states.isEmpty { try makeStates(batch: batch) }
    }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard cell is StandardCell || cell is StackedRNNCells, !sequence.returnsState,
            let input = inputs.first, inputs.count == 1, input.rank == 3
        else { return nil }
        let size = cell.outputSize
        let batch = input[sequence.isTimeMajor ? 1 : 0]
        guard sequence.returnsSequences else { return [batch, size] }
        return input.replacingInnermost(size)
    }

    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool {
        inputIsMasked && sequence.returnsSequences
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument {
        sequence.returnsSequences ? mask.leaves.first ?? .none : .none
    }

    package override func call(_ call: Call) throws -> Argument {
        // A list of the sequence and its initial states stands for both.
        var given = call.inputs.items.compactMap(\.tensor)
        guard !given.isEmpty else { throw LayerError.value("Layer \(name) takes a tensor.") }
        let x = given.removeFirst()
        let initial = call["initial_state"]?.tensors ?? given
        let result = try run(
            x, initial: initial, mask: call.mask.leaves.first?.tensor,
            isTraining: call.isTraining ?? false)
        guard sequence.returnsState else { return .tensor(result.output) }
        return .list([.tensor(result.output)] + cell.nested(result.states))
    }

    /// Runs the cell over the steps of x, from `initial` states or from zeros.
    package func run(_ x: Tensor, initial: [Tensor], mask: Tensor?, isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        if !context.isProbing { cell.forgetMasks() }
        if context.isCompiled, !sequence.unrolls, !context.isProbing {
            context.weightsOverSequences.formUnion(cell.weights.map { ObjectIdentifier($0) })
        }
        let batch = x.shape[sequence.isTimeMajor ? 1 : 0]
        let start = try startingStates(initial, batch: batch)
        guard x.shape[sequence.isTimeMajor ? 0 : 1] > 0 else {
            throw LayerError.value(
                "Layer \"\(name)\" was called with sequences without steps: shape \(x.shape).")
        }
        let result: (output: Tensor, states: [Tensor])
        if mask == nil, let whole = try wholeRun(x, start, isTraining) {
            result = whole
        } else if isTraining, dropsWholeSequences {
            let run = StepwiseRun(
                step: { try self.cell.step($0, $1, isTraining: false) }, sequence: sequence,
                mask: mask)
            result = try run.run(cell.dropped(x, isTraining: true), start)
        } else {
            let run = StepwiseRun(step: self.step(isTraining), sequence: sequence, mask: mask)
            result = try run.run(x, start)
        }
        if sequence.isStateful, !context.isProbing {
            for (state, value) in zip(states, result.states) where state.shape == value.shape {
                state.assign(value)
            }
        }
        return result
    }

    /// Whether TensorFlow runs the layer as a function of its own, which hides the shapes of what it gives.
    var hidesShapes: Bool {
        guard isStandard, !sequence.unrolls, let cell = cell as? StandardCell else { return false }
        return cell.dropsWholeSequences
    }

    /// Whether inputs are dropped before the first step, as Keras' own operation for gated layers does.
    private var dropsWholeSequences: Bool {
        guard isStandard, !sequence.unrolls, let cell = cell as? StandardCell else { return false }
        return cell.drops && cell.dropsWholeSequences
    }

    /// One step. In a graph the steps are a loop's body, where masks are drawn anew for each.
    private func step(_ isTraining: Bool) -> (Tensor, [Tensor]) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        let random = context.random.tensorflow
        guard isTraining, cell.drops, !sequence.unrolls, !context.isProbing,
            let loop = random.loopGraph()
        else { return { try self.cell.step($0, $1, isTraining: isTraining) } }
        cell.skipMasks()
        return { x, states in
            self.cell.forgetMasks()
            return try random.running(loop) {
                try self.cell.step(x, states, isTraining: isTraining)
            }
        }
    }

    /// The run as one operation, where the cell is one of the usual.
    private func wholeRun(_ x: Tensor, _ start: [Tensor], _ isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    )? {
        guard !context.stepsThroughSequences, x.dtype == .float32 || x.dtype == .float64 else {
            return nil
        }
        if isTraining, !isStandard, !(cell is StandardCell) || cell.drops { return nil }
        // Steps that are written out one by one drop inputs as the cell does, each gate with a mask of its own.
        if isTraining, sequence.unrolls, cell.drops, !(cell is SimpleRNNCell) { return nil }
        // Inside a graph every step has masks of its own, but for whole sequences of gated cells.
        if isTraining, cell is SimpleRNNCell, cell.drops, !sequence.unrolls,
            context.random.tensorflow.isInGraph
        {
            return nil
        }
        var steps = try cell.dropped(x, isTraining: isTraining)
        if sequence.isTimeMajor { steps = try steps.swapping(0, 1).compacted() }
        if sequence.goesBackwards { steps = try steps.reversed(axes: [1]) }
        guard
            var recurrence = try cell.recurrence(steps, states: start, isTraining: isTraining)
        else { return nil }
        if !isStandard { recurrence.gradientOrder = context.isCompiled ? .sequential : .grouped }
        let (all, last) = try recurrence.run()
        guard sequence.returnsSequences else { return (last[0], last) }
        return (sequence.isTimeMajor ? try all.swapping(0, 1).compacted() : all, last)
    }

    /// A layer made as this one was, under another name, and perhaps running the other way.
    package func copy(named name: String, goesBackwards: Bool) throws -> RNN {
        guard let cell = try cell.copy() else {
            throw LayerError.value("The cell \(cell.name) cannot be copied.")
        }
        var sequence = sequence
        sequence.goesBackwards = goesBackwards
        var options = LayerOptions(name: name, dtype: dtype)
        options.isTrainable = isTrainable
        options.activityPenalty = activityPenalty
        return RNN(
            cell, className: className, sequence: sequence, layer: options, context: context)
    }

    // MARK: States

    private func startingStates(_ initial: [Tensor], batch: Int) throws -> [Tensor] {
        guard initial.isEmpty else {
            return initial
        }
        if sequence.isStateful {
            if states.isEmpty, !context.isProbing { try makeStates(batch: batch) }
            if states.first?.shape[0] == batch { return states.map(\.value) }
        }
        return try cell.initialStates(batch: batch)
    }

    package override func validate(_ call: Call) throws {
        try requireMaskForEachStep(call)
        let initial = call["initial_state"]?.shapes ?? Array(call.inputs.shapes.dropFirst())
        let sizes = cell.stateSizes
        guard !initial.isEmpty,
            initial.count != sizes.count
                || zip(initial, sizes).contains(where: { $0.rank > 0 && $0.innermost != $1 })
        else { return }
        let specs = initial.map { "InputSpec(shape=\($0), ndim=\($0.rank))" }
        throw LayerError.value(
            "An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([\(specs.joined(separator: ", "))]); however `cell.state_size` is \(cell is StackedRNNCells || sizes.count > 1 ? "\(sizes)" : "[\(sizes.first ?? 0)]")"
        )
    }

    /// A mask tells of every step of every sequence.
    private func requireMaskForEachStep(_ call: Call) throws {
        guard let mask = call.mask.tensor, let x = call.inputs.shapes.first, x.rank >= 2 else {
            return
        }
        let wanted = sequence.isTimeMajor ? [x[1], x[0]] : [x[0], x[1]]
        let found = mask.shape.dimensions
        let fits =
            found.count >= 2
            && zip(found, wanted).allSatisfy { length, step in step == nil || length == step }
        guard !fits else { return }
        throw LayerError.value(
            "The mask of layer \"\(name)\" must have the shape \(PartialShape(wanted)), found shape=\(mask.shape)"
        )
    }

    private func makeStates(batch: Int?) throws {
        guard let batch else {
            throw LayerError.value(
                "If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors: \n- If using a Sequential model, specify the batch size by passing a `batch_input_shape` argument to your first layer.\n- If using the functional API, specify the batch size by passing a `batch_shape` argument to your Input layer."
            )
        }
        states = try cell.initialStates(batch: batch).map {
            Variable($0, name: "\(name)/Variable", isTrainable: false, tapes: context.tapes)
        }
    }

    /// Forgets the states of a stateful layer, or begins from given values.
    package func resetStates(to values: [Tensor]? = nil) throws {
        guard sequence.isStateful else {
            throw LayerError("AttributeError", "Layer must be stateful.")
        }
        if let values, values.count != states.count {
            throw LayerError.value(
                "Layer \(name) expects \(states.count) states, but it received \(values.count) state values."
            )
        }
        for (index, state) in states.enumerated() {
            let value =
                try values?[index].cast(to: state.dtype) ?? Tensor(zeros: state.shape, state.dtype)
            guard value.shape == state.shape else {
                throw LayerError.value(
                    "State \(index) is incompatible with layer \(name): expected shape=\(state.shape), found shape=\(value.shape)"
                )
            }
            state.assign(value)
        }
    }
}
