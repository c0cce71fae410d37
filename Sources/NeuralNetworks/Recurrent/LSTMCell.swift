import Tensors

/// One time step of a long short-term memory with gates i, f, g and o: c' = σ(f)·c + σ(i)·tanh(g),
/// h' = σ(o)·tanh(c').
package final class LSTMCell: StandardCell {
    package init(_ options: RecurrentOptions, layer: LayerOptions, context: LayerContext) {
        var options = options
        // Masks of the state differ by gate, so that the gates have products of their own.
        if options.recurrentDropout != 0 { options.separatesGates = true }
        super.init("LSTMCell", gates: 4, options, layer: layer, context: context)
    }

    package override var stateSizes: [Int] { [options.units, options.units] }
    package override var stateNesting: StateNesting {
        .list([.size(options.units), .size(options.units)])
    }

    /// b, `4·H`: the forget gate's part is ones where the cell starts remembering.
    override func makeBias(_ width: Int) throws -> Variable {
        let units = options.units
        guard options.startsRemembering else { return try super.makeBias(width) }
        func part(_ length: Int) throws -> Tensor {
            try options.biasInitializer.values([length], dtype, random: context.random)
        }
        let values = try Tensor.concatenate(
            [part(units), Tensor.filled([units], with: .int(1), dtype), part(2 * units)], axis: 0)
        return addWeight("bias", values, rules: options.biasRules)
    }

    package override func copy() -> Cell? {
        let (options, layer) = copiedOptions()
        return LSTMCell(options, layer: layer, context: context)
    }

    package override func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        guard states.count > 1 else { throw LayerError("IndexError", "list index out of range") }
        let (h, c) = (states[0], states[1])
        let z =
            options.separatesGates
            ? try separateProducts(x, h, isTraining) : try jointProducts(x, h, isTraining)
        let (i, f) = (try options.recurrentActivation(z[0]), try options.recurrentActivation(z[1]))
        let carry = try f * c + i * options.activation(z[2])
        let new = try options.recurrentActivation(z[3]) * options.activation(carry)
        return (new, [new, carry])
    }

    private func jointProducts(_ x: Tensor, _ h: Tensor, _ isTraining: Bool) throws -> [Tensor] {
        let (kernel, recurrent) = try kernels()
        let masked = try inputMasks(x, isTraining: isTraining).first.map { try x * $0 } ?? x
        let z = try masked.matmul(kernel) + h.matmul(recurrent)
        return try splitGates(bias.map { try z.addingBias($0.value) } ?? z, 4)
    }

    private func separateProducts(_ x: Tensor, _ h: Tensor, _ isTraining: Bool) throws -> [Tensor] {
        let (kernel, recurrent) = try kernels()
        let inputs = try inputMasks(x, isTraining: isTraining)
        let states = try stateMasks(h, isTraining: isTraining)
        let (w, u) = (try splitGates(kernel, 4), try splitGates(recurrent, 4))
        let b = try bias.map { try splitGates($0.value, 4) }
        return try (0..<4).map { gate in
            let masked = inputs.isEmpty ? x : try x * inputs[gate]
            let kept = states.isEmpty ? h : try h * states[gate]
            var z = try masked.matmul(w[gate])
            if let b { z = try z.addingBias(b[gate]) }
            return try z + kept.matmul(u[gate])
        }
    }

    override var dropsWholeSequences: Bool { options.isUsual && options.usesBias }

    /// The masks of a whole sequence differ from step to step; the first of them is used.
    package override func dropped(_ x: Tensor, isTraining: Bool) throws -> Tensor {
        guard options.isUsual, options.usesBias else { return x }
        return try inputMasks(x, isTraining: isTraining).first.map { try x * $0 } ?? x
    }

    package override func recurrence(_ x: Tensor, states: [Tensor], isTraining: Bool) throws
        -> Recurrence?
    {
        guard options.isUsual, options.usesBias else { return nil }
        var result = try recurrence(.longShortTerm, x, states)
        result.gradientOrder = context.isCompiled ? .sequential : .grouped
        return result
    }
}
