import Tensors

/// One time step of a simple recurrent network: h' = activation((x·W + b) + h·U).
package final class SimpleRNNCell: StandardCell {
    package init(_ options: RecurrentOptions, layer: LayerOptions, context: LayerContext) {
        super.init("SimpleRNNCell", gates: 1, options, layer: layer, context: context)
    }

    package override func copy() -> Cell? {
        let (options, layer) = copiedOptions()
        return SimpleRNNCell(options, layer: layer, context: context)
    }

    package override func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        guard let h = states.first else {
            throw LayerError("IndexError", "list index out of range")
        }
        let (kernel, recurrent) = try kernels()
        let addsBiasLast =
            context.addsBiasLast && !Self.joinedToBias.contains(options.activation.name)
        if options.activation.name == "tanh", !(isTraining && drops), !addsBiasLast,
            let new = Recurrence.simpleStep(
                x, h, kernel: kernel, recurrentKernel: recurrent, bias: bias?.value)
        {
            return (new, [new])
        }
        if addsBiasLast, x.shape[0] == 1, x.rank == 2, !(isTraining && drops), let bias {
            // The only row of a batch is multiplied in one chain of sums, in graphs.
            let rows = try Tensor.concatenate([h, x], axis: 1)
            let matrix = try Tensor.concatenate([recurrent, kernel], axis: 0)
            let sum = try rows.matmul(matrix).addingBias(bias.value)
            let new = try options.activation(sum, in: context)
            return (new, [new])
        }
        let masked = try inputMasks(x, isTraining: isTraining).first.map { try x * $0 } ?? x
        var z = try masked.matmul(kernel)
        if let bias, !addsBiasLast { z = try z.addingBias(bias.value) }
        let kept = try stateMasks(h, isTraining: isTraining).first.map { try h * $0 } ?? h
        z = try z + kept.matmul(recurrent)
        if let bias, addsBiasLast { z = try z.addingBias(bias.value) }
        let new = try options.activation(z, in: context)
        return (new, [new])
    }

    /// The activations that graphs join to the sums before them, which then keep their order.
    private static let joinedToBias: Set<String> = ["relu", "relu6", "elu"]

    package override func recurrence(_ x: Tensor, states: [Tensor], isTraining: Bool) throws
        -> Recurrence?
    {
        guard options.activation.name == "tanh" else { return nil }
        var result = try recurrence(.simple, x, states)
        if isTraining, options.dropout > 0 || options.recurrentDropout > 0 {
            let first = try x.indexed([.all, .integer(0)])
            result.inputDropout = try inputMasks(first, isTraining: true).first
            let state = try states.first ?? initialStates(batch: x.shape[0])[0]
            result.recurrentDropout = try stateMasks(state, isTraining: true).first
        }
        result.addsBiasLast = context.addsBiasLast
        result.gradientOrder = context.isCompiled ? .sequential : .grouped
        return result
    }
}
