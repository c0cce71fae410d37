import Tensors

/// A simple recurrent network over whole sequences `N T D`.
package final class SimpleRNN: Layer {
    package struct Sequence: Sendable {
        /// Whether the outputs of all steps are given, `N T H`, and not only the last, `N H`.
        package var returnsSequences = false
        package var returnsState = false
        package var goesBackwards = false
        /// Whether the next call goes on from the last state of this one.
        package var isStateful = false
        package var unrolls = false
        /// Whether sequences are `T N D`.
        package var isTimeMajor = false

        package init() {}
    }

    package let cell: SimpleRNNCell
    package let sequence: Sequence
    /// The state that a stateful layer goes on from, `N H`.
    package private(set) var state: Variable?
    private var features: Int?

    package init(
        _ options: SimpleRNNOptions, sequence: Sequence, layer: LayerOptions, context: LayerContext
    ) {
        self.sequence = sequence
        var own = LayerOptions()
        own.name = "simple_rnn_cell"
        own.dtype = layer.dtype
        cell = SimpleRNNCell(options, layer: own, context: context)
        super.init("SimpleRNN", options: layer, context: context)
    }

    package override var children: [Layer] { [cell] }

    package override func build(_ input: Shape) throws {
        try context.within(name) {
            try context.within(cell.name) { try cell.buildIfNeeded([input[0], input.innermost]) }
        }
        features = input.innermost
        isBuilt = true
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        try call(x, isTraining: isTraining).output
    }

    /// What a call gives.
    package struct Output {
        /// `N H`, or `N T H`.
        package let output: Tensor
        /// The last state, `N H`, where the layer returns it.
        package let state: Tensor?
    }

    /// Runs the cell over the steps of x, from `initial` or from zeros.
    package func call(_ x: Tensor, initial: Tensor? = nil, mask: Tensor? = nil, isTraining: Bool)
        throws -> Output
    {
        try check(x)
        try buildIfNeeded(x.shape)
        let steps = try orderedSteps(of: x)
        var h = try initial ?? startingState(batch: x.shape[sequence.isTimeMajor ? 1 : 0])
        let masks =
            isTraining
            ? try cell.masks(batch: h.shape[0], features: x.shape.innermost) : SimpleRNNCell.Masks()
        let kept = try mask.map { try stepMasks(of: $0) }
        var outputs: [Tensor] = []
        for (index, step) in steps.enumerated() {
            let new = try cell.step(step, h, masks)
            h = try kept.map { try Tensor.select($0[index], new, h) } ?? new
            if sequence.returnsSequences { outputs.append(h) }
        }
        if sequence.isStateful { state?.assign(h) }
        let output =
            sequence.returnsSequences
            ? try Tensor.stack(outputs, axis: sequence.isTimeMajor ? 0 : 1) : h
        return Output(output: output, state: sequence.returnsState ? h : nil)
    }

    /// Forgets the state of a stateful layer, or begins from given values.
    package func resetState(to values: Tensor? = nil) throws {
        guard sequence.isStateful else {
            throw LayerError("AttributeError", "Layer must be stateful.")
        }
        guard let state else { return }
        state.assign(try values ?? Tensor.filled(state.shape, with: .int(0), state.dtype))
    }

    private func startingState(batch: Int) throws -> Tensor {
        let zeros = try Tensor.filled([batch, cell.options.units], with: .int(0), dtype)
        guard sequence.isStateful else { return zeros }
        if let state { return state.value }
        let made = Variable(
            zeros, name: "\(name)/Variable", isTrainable: false, tapes: context.tapes)
        state = made
        return made.value
    }

    private func orderedSteps(of x: Tensor) throws -> [Tensor] {
        let steps = try x.unstacked(axis: sequence.isTimeMajor ? 0 : 1)
        return sequence.goesBackwards ? steps.reversed() : steps
    }

    /// For each step which sequences of the batch go on, `N 1`.
    private func stepMasks(of mask: Tensor) throws -> [Tensor] {
        let steps = try mask.cast(to: .bool).unstacked(axis: sequence.isTimeMajor ? 0 : 1)
            .map { try $0.expanded(at: -1) }
        return sequence.goesBackwards ? steps.reversed() : steps
    }

    private func check(_ x: Tensor) throws {
        if x.rank != 3 {
            throw LayerError(
                "ValueError",
                "Input 0 of layer \"\(name)\" is incompatible with the layer: expected ndim=3, found ndim=\(x.rank). Full shape received: \(x.shape)",
                hints: ["a recurrent layer takes sequences: (batch, time, features)"])
        }
        if let features, x.shape.innermost != features {
            throw LayerError(
                "ValueError",
                "Input 0 of layer \"\(name)\" is incompatible with the layer: expected shape=(None, None, \(features)), found shape=\(x.shape)"
            )
        }
    }
}
