/// The whole sequence of a recurrent layer as one operation.
///
/// Shapes, with G gates: x[N, T, D], W[D, G·H], U[H, G·H], states [N, H]. The results are every h as [N, T, H]
/// and the last states. The numbers are those of the single operations, step by step, and so are the gradients;
/// what is saved is a tensor for each of them. Kept for the gradients are the operands, the gates and the states.
package struct Recurrence {
    /// The formula of a step.
    package enum Cell: Sendable {
        /// h = tanh((x·W + b) + h·U); b[H].
        case simple
        /// The long short-term memory with gates i, f, g, o: c = σ(f)·c + σ(i)·tanh(g), h = σ(o)·tanh(c), of
        /// (x·W + h·U) + b; b[4·H], states h and c.
        case longShortTerm
        /// The gated recurrent unit whose reset gate comes after the product: gates z, r, g of x·W + b[0] and
        /// h·U + b[1]; h = z·h + (1 - z)·tanh(xg + r·hg); b[2, 3·H].
        case gated
    }

    /// The formula of a step.
    package var cell: Cell
    /// The sequence x[N, T, D].
    package var inputs: Tensor
    /// W[D, G·H].
    package var kernel: Tensor
    /// U[H, G·H].
    package var recurrentKernel: Tensor
    /// The bias, if there is one.
    package var bias: Tensor?
    /// The states before the first step, [N, H]; zeros where there are none.
    package var initialStates: [Tensor] = []
    /// A mask [N, D] that x is multiplied by at every step.
    package var inputDropout: Tensor?
    /// A mask [N, H] that h is multiplied by before every product.
    package var recurrentDropout: Tensor?
    /// Whether the simple cell adds its bias to the sum of both products, as TensorFlow's compiled functions do.
    package var addsBiasLast = false
    /// How the gradients of the steps add up.
    package var gradientOrder = GradientOrder.grouped

    /// A layer without dropout that starts from zeros.
    package init(
        _ cell: Cell, inputs: Tensor, kernel: Tensor, recurrentKernel: Tensor, bias: Tensor? = nil
    ) {
        self.cell = cell
        self.inputs = inputs
        self.kernel = kernel
        self.recurrentKernel = recurrentKernel
        self.bias = bias
    }

    /// Every h [N, T, H] and the last states [N, H], noted on the tapes that follow an operand.
    package func run() throws -> (sequence: Tensor, states: [Tensor]) {
        let operands = [inputs, kernel, recurrentKernel] + [bias].compactMap { $0 } + initialStates
        let parts = try RecurrenceParts(self)
        let trace = parts.forward()
        let results = [trace.sequence] + trace.lastStates(of: parts)
        let order = gradientOrder
        Tensor.record(results, from: operands) {
            let kept = trace.detached
            return { upstream, wanted in parts.backward(kept, upstream, wanted, order) }
        }
        return (results[0], Array(results[1...]))
    }
}

/// How the gradients that the steps of a loop contribute to one tensor add up.
package enum GradientOrder: Sendable {
    /// As a tape adds terms that meet: in groups of eight.
    case grouped
    /// As the backward loop of a compiled function does: one by one, last step first.
    case sequential
}
