/// The whole sequence of a simple recurrent layer as one operation: h[t] = tanh((x[t]·W + b) + h[t-1]·U).
///
/// Shapes: x[N, T, D], W[D, H], U[H, H], b[H], h[N, H]. The results are every h as [N, T, H] and the last one.
/// The numbers are those of the single operations, step by step, and so are the gradients; what is saved is a
/// tensor for each of them. Kept for the gradients are the operands and h.
package struct SimpleRecurrence {
    /// The sequence x[N, T, D].
    package var inputs: Tensor
    /// W[D, H].
    package var kernel: Tensor
    /// U[H, H].
    package var recurrentKernel: Tensor
    /// b[H].
    package var bias: Tensor?
    /// h before the first step, [N, H]; zeros where it is missing.
    package var initialState: Tensor?
    /// A mask [N, D] that x is multiplied by at every step.
    package var inputDropout: Tensor?
    /// A mask [N, H] that h is multiplied by before every product.
    package var recurrentDropout: Tensor?
    /// How the gradients of the steps add up.
    package var gradientOrder = GradientOrder.grouped

    /// A layer without dropout that starts from zeros.
    package init(inputs: Tensor, kernel: Tensor, recurrentKernel: Tensor, bias: Tensor? = nil) {
        self.inputs = inputs
        self.kernel = kernel
        self.recurrentKernel = recurrentKernel
        self.bias = bias
    }

    /// All states [N, T, H] and the last one [N, H], noted on the tapes that follow an operand.
    package func run() throws -> (sequence: Tensor, last: Tensor) {
        let (dropouts, order) = (
            (inputDropout?.contiguous(), recurrentDropout?.contiguous()), gradientOrder
        )
        let hasBias = bias != nil
        let operands = [inputs, kernel, recurrentKernel] + [bias, initialState].compactMap { $0 }
        func parts(_ operands: [Tensor]) -> SimpleRecurrenceParts {
            SimpleRecurrenceParts(
                x: operands[0].withNeighbouringFeatures, w: operands[1].contiguous(),
                u: operands[2].contiguous(), bias: hasBias ? operands[3].contiguous() : nil,
                start: operands.count > (hasBias ? 4 : 3) ? operands.last?.contiguous() : nil,
                inputDropout: dropouts.0, recurrentDropout: dropouts.1)
        }
        try parts(operands).check()
        let results = parts(operands.map(\.detached)).forward()
        Tensor.record(results, from: operands) {
            let (parts, states) = (parts(operands.map(\.detached)), results[0].detached)
            return { upstream, wanted in
                parts.backward(
                    states: states, sequence: upstream[0], last: upstream[1], wanted, order)
            }
        }
        return (results[0], results[1])
    }
}

/// How the gradients that the steps of a loop contribute to one tensor add up.
package enum GradientOrder: Sendable {
    /// As a tape adds terms that meet: in groups of eight.
    case grouped
    /// As the backward loop of a compiled function does: one by one, last step first.
    case sequential
}

/// The operands of a simple recurrence, laid out for the loops.
struct SimpleRecurrenceParts {
    let x: Tensor
    let w: Tensor
    let u: Tensor
    let bias: Tensor?
    let start: Tensor?
    let inputDropout: Tensor?
    let recurrentDropout: Tensor?

    /// Throws where shapes or types do not fit each other.
    func check() throws {
        guard x.rank == 3, w.rank == 2, u.rank == 2 else {
            throw TensorError.rank(operation: "SimpleRNN", needed: 3, x.shape)
        }
        guard x.shape[2] == w.shape[0] else {
            throw TensorError.matrixSizes(
                operation: "MatMul", [x.shape[0], x.shape[2]], w.shape, transposed: [false, false])
        }
        guard w.shape[1] == u.shape[0], u.shape[0] == u.shape[1] else {
            throw TensorError.matrixSizes(
                operation: "MatMul", [x.shape[0], w.shape[1]], u.shape, transposed: [false, false])
        }
        for (position, operand) in [w, u, bias, start].enumerated() {
            guard let operand, operand.dtype != x.dtype else { continue }
            throw TensorError.typeMismatch(
                operation: "MatMul", position: position + 1, expected: x.dtype, found: operand.dtype
            )
        }
        guard x.dtype == .float32 || x.dtype == .float64 else {
            throw TensorError.unsupportedType(operation: "MatMul", x.dtype)
        }
    }

    /// Every state [N, T, H] and the last one [N, H].
    func forward() -> [Tensor] {
        let (n, t, h) = (x.shape[0], x.shape[1], u.shape[0])
        let states = Tensor.timeMajor(batch: n, time: t, features: h, x.dtype)
        if x.dtype == .float32 {
            SimpleRecurrencePass<Float>(self, states).forward()
        } else {
            SimpleRecurrencePass<Double>(self, states).forward()
        }
        let last =
            t > 0
            ? states.slice(axis: 1, at: t - 1).copy()
            : start?.copy() ?? Tensor(zeros: [n, h], x.dtype)
        return [states, last]
    }

    /// The gradients of x, W, U, and of b and the initial state where there are any.
    func backward(
        states: Tensor, sequence: Tensor?, last: Tensor?, _ wanted: [Bool], _ order: GradientOrder
    ) -> [Gradient?] {
        let (n, t, h) = (x.shape[0], x.shape[1], u.shape[0])
        let gradients = SimpleRecurrenceGradients(
            x: Tensor.timeMajor(batch: n, time: t, features: x.shape[2], x.dtype),
            w: Tensor(zeros: w.shape, x.dtype), u: Tensor(zeros: u.shape, x.dtype),
            bias: Tensor(zeros: [h], x.dtype), start: Tensor(zeros: [n, h], x.dtype))
        if x.dtype == .float32 {
            SimpleRecurrencePass<Float>(self, states)
                .backward(sequence, last, into: gradients, wanted, order)
        } else {
            SimpleRecurrencePass<Double>(self, states)
                .backward(sequence, last, into: gradients, wanted, order)
        }
        let all =
            [gradients.x, gradients.w, gradients.u] + (bias == nil ? [] : [gradients.bias])
            + (start == nil ? [] : [gradients.start])
        return zip(all, wanted).map { $1 ? .dense($0) : nil }
    }
}

/// Where the gradients of a simple recurrence go.
struct SimpleRecurrenceGradients {
    let x: Tensor
    let w: Tensor
    let u: Tensor
    let bias: Tensor
    let start: Tensor
}
