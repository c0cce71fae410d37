import Tensors

/// One time step of a gated recurrent unit with gates z, r and g: h' = σ(z)·h + (1 - σ(z))·tanh(g).
package final class GRUCell: StandardCell {
    package init(_ options: RecurrentOptions, layer: LayerOptions, context: LayerContext) {
        var options = options
        // Masks of the state differ by gate, so that the gates have products of their own.
        if options.recurrentDropout != 0 { options.separatesGates = true }
        super.init("GRUCell", gates: 3, options, layer: layer, context: context)
    }

    /// b: `2 3·H` for the products of x and of h where the reset comes after, else `3·H`.
    override func makeBias(_ width: Int) throws -> Variable {
        let shape: Shape = options.resetsAfterProduct ? [2, width] : [width]
        return try addWeight("bias", shape, options.biasInitializer, rules: options.biasRules)
    }

    package override func copy() -> Cell? {
        let (options, layer) = copiedOptions()
        return GRUCell(options, layer: layer, context: context)
    }

    package override func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        guard let h = states.first else {
            throw LayerError("IndexError", "list index out of range")
        }
        let inputs = try inputProducts(x, isTraining)
        let masks = try stateMasks(h, isTraining: isTraining)
        func kept(_ gate: Int) throws -> Tensor { masks.isEmpty ? h : try h * masks[gate] }
        let inner = try stateProducts(kept)
        let z = try options.recurrentActivation(inputs[0] + inner[0])
        let r = try options.recurrentActivation(inputs[1] + inner[1])
        let g: Tensor
        if options.resetsAfterProduct {
            g = try r * inner[2]
        } else {
            g = try (r * kept(2)).matmul(splitGates(kernels().recurrent, 3)[2])
        }
        let candidate = try options.activation(inputs[2] + g)
        let ones = try Tensor.filled(.scalar, with: .int(1), z.dtype)
        let new = try z * h + (ones - z) * candidate
        return (new, [new])
    }

    /// The two biases, that of x first.
    private func biases() throws -> [Tensor] {
        guard let bias else { return [] }
        return options.resetsAfterProduct ? try bias.value.unstacked(axis: 0) : [bias.value]
    }

    private func inputProducts(_ x: Tensor, _ isTraining: Bool) throws -> [Tensor] {
        let kernel = try kernels().kernel
        let masks = try inputMasks(x, isTraining: isTraining)
        let bias = try biases().first
        if !options.separatesGates {
            let product = try (masks.first.map { try x * $0 } ?? x).matmul(kernel)
            return try splitGates(bias.map { try product.addingBias($0) } ?? product, 3)
        }
        let (w, b) = (try splitGates(kernel, 3), try bias.map { try splitGates($0, 3) })
        return try (0..<3).map { gate in
            let product = try (masks.isEmpty ? x : x * masks[gate]).matmul(w[gate])
            return try b.map { try product.addingBias($0[gate]) } ?? product
        }
    }

    private func stateProducts(_ kept: (Int) throws -> Tensor) throws -> [Tensor] {
        let recurrent = try kernels().recurrent
        let count = options.resetsAfterProduct ? 3 : 2
        let bias = options.resetsAfterProduct ? try biases().dropFirst().first : nil
        if !options.separatesGates {
            let u =
                count == 3
                ? recurrent
                : try Tensor.concatenate(
                    Array(splitGates(recurrent, 3).prefix(2)), axis: -1)
            let product = try kept(0).matmul(u)
            return try splitGates(bias.map { try product.addingBias($0) } ?? product, count)
        }
        let (u, b) = (try splitGates(recurrent, 3), try bias.map { try splitGates($0, 3) })
        return try (0..<count).map { gate in
            let product = try kept(gate).matmul(u[gate])
            return try b.map { try product.addingBias($0[gate]) } ?? product
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
        var result = try recurrence(.gated, x, states)
        result.gradientOrder = context.isCompiled ? .sequential : .grouped
        return result
    }
}
