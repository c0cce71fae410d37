/// The operands of a recurrence, checked and laid out for the loops; no tape follows them.
struct RecurrenceParts {
    let cell: Recurrence.Cell
    let x: Tensor
    let w: Tensor
    let u: Tensor
    let bias: Tensor?
    /// The states before the first step; zeros where none were given.
    let start: [Tensor]
    /// Whether the states before the first step were given.
    let hasStart: Bool
    /// Whether a bias that comes before h·U otherwise comes after it.
    let addsBiasLast: Bool
    let inputDropout: Tensor?
    let recurrentDropout: Tensor?

    /// The batch N, the time T, the features D and the units H.
    var n: Int { x.shape[0] }
    var time: Int { x.shape[1] }
    var d: Int { x.shape[2] }
    var h: Int { u.shape[0] }

    /// Throws where shapes or types do not fit each other.
    init(_ layer: Recurrence) throws {
        cell = layer.cell
        x = layer.inputs.detached.withNeighbouringFeatures
        w = layer.kernel.detached.contiguous()
        u = layer.recurrentKernel.detached.contiguous()
        bias = layer.bias?.detached.contiguous()
        inputDropout = layer.inputDropout?.detached.contiguous()
        recurrentDropout = layer.recurrentDropout?.detached.contiguous()
        hasStart = !layer.initialStates.isEmpty
        addsBiasLast = layer.addsBiasLast
        guard x.rank == 3 else {
            throw TensorError.rank(operation: "RNN", needed: 3, x.shape)
        }
        let zeros = Shape([x.shape[0], u.shape.innermost / layer.cell.gates])
        start =
            hasStart
            ? layer.initialStates.map { $0.detached.contiguous() }
            : (0..<layer.cell.stateCount).map { _ in Tensor(zeros: zeros, layer.inputs.dtype) }
        try check()
    }

    private func check() throws {
        for (left, right) in [([n, d], w), ([n, start[0].shape.innermost], u)] {
            guard right.rank == 2, left[1] == right.shape[0], left[0] == n else {
                throw TensorError.matrixSizes(
                    operation: "MatMul", Shape(left), right.shape, transposed: [false, false])
            }
        }
        guard w.shape[1] == u.shape[1], u.shape[1] == h * cell.gates else {
            throw TensorError.notBroadcastable(
                operation: "AddV2", [[n, w.shape[1]], [n, u.shape[1]]])
        }
        for state in start where state.shape != [n, h] {
            throw TensorError.notBroadcastable(operation: "AddV2", [[n, h], state.shape])
        }
        for (position, operand) in ([w, u, bias] + start).enumerated() {
            guard let operand, operand.dtype != x.dtype else { continue }
            throw TensorError.typeMismatch(
                operation: "MatMul", position: position + 1, expected: x.dtype, found: operand.dtype
            )
        }
        guard x.dtype == .float32 || x.dtype == .float64 else {
            throw TensorError.unsupportedType(operation: "MatMul", x.dtype)
        }
    }

    /// Computes every state.
    func forward() -> RecurrenceTrace {
        let trace = RecurrenceTrace(self)
        switch (cell, x.dtype) {
        case (.simple, .float32): RecurrencePass<SimpleCell<Float>>(self, trace).forward()
        case (.simple, _): RecurrencePass<SimpleCell<Double>>(self, trace).forward()
        case (.longShortTerm, .float32):
            RecurrencePass<LongShortTermCell<Float>>(self, trace).forward()
        case (.longShortTerm, _): RecurrencePass<LongShortTermCell<Double>>(self, trace).forward()
        case (.gated, .float32): RecurrencePass<GatedCell<Float>>(self, trace).forward()
        case (.gated, _): RecurrencePass<GatedCell<Double>>(self, trace).forward()
        }
        return trace
    }

    /// The gradients of the operands that `wanted` asks for, from those of the sequence and the last states.
    func backward(
        _ trace: RecurrenceTrace, _ upstream: [Tensor?], _ wanted: [Bool], _ order: GradientOrder
    ) -> [Gradient?] {
        let gradients = RecurrenceGradients(self, wantsInputs: wanted[0])
        func run<C: RecurrentCell>(_ cell: C.Type) {
            RecurrencePass<C>(self, trace).backward(upstream, wanted, order, into: gradients)
        }
        switch (cell, x.dtype) {
        case (.simple, .float32): run(SimpleCell<Float>.self)
        case (.simple, _): run(SimpleCell<Double>.self)
        case (.longShortTerm, .float32): run(LongShortTermCell<Float>.self)
        case (.longShortTerm, _): run(LongShortTermCell<Double>.self)
        case (.gated, .float32): run(GatedCell<Float>.self)
        case (.gated, _): run(GatedCell<Double>.self)
        }
        let all =
            [gradients.x, gradients.w, gradients.u] + [gradients.bias].compactMap { $0 }
            + (hasStart ? gradients.start : [])
        return zip(all, wanted).map { gradient, isWanted in
            isWanted ? gradient.map(Gradient.dense) : nil
        }
    }
}

extension Recurrence.Cell {
    /// The number of gates G.
    var gates: Int {
        switch self {
        case .simple: 1
        case .longShortTerm: 4
        case .gated: 3
        }
    }

    /// The number of states that one step hands to the next.
    var stateCount: Int { self == .longShortTerm ? 2 : 1 }
}

/// What a forward pass leaves behind: time-major blocks of every step.
struct RecurrenceTrace {
    /// Every h as [N, T, H].
    let sequence: Tensor
    /// The gates after their activations, [T, N, G·H]; for the simple cell these are the states.
    let gates: Tensor
    /// What else a step keeps, [T, N, H]: the carry c, or the part of h·U that the reset gate scales.
    let kept: Tensor?

    /// Memory for a pass over `parts`.
    init(_ parts: RecurrenceParts) {
        let (n, time, h, dtype) = (parts.n, parts.time, parts.h, parts.x.dtype)
        let block = Tensor(uninitialized: [time, n, h], dtype)
        sequence = block.view(shape: [n, time, h], strides: [h, n * h, 1], offset: 0)
        let isSimple = parts.cell == .simple
        gates =
            isSimple ? block : Tensor(uninitialized: [time, n, parts.cell.gates * h], dtype)
        kept = isSimple ? nil : Tensor(uninitialized: [time, n, h], dtype)
    }

    private init(sequence: Tensor, gates: Tensor, kept: Tensor?) {
        (self.sequence, self.gates, self.kept) = (sequence, gates, kept)
    }

    /// Copies of the states after the last step, which do not keep the whole sequence alive.
    func lastStates(of parts: RecurrenceParts) -> [Tensor] {
        guard parts.time > 0 else { return parts.start.map { $0.copy() } }
        let last = parts.time - 1
        let carry = parts.cell == .longShortTerm ? kept?.slice(axis: 0, at: last).copy() : nil
        return [sequence.slice(axis: 1, at: last).copy()] + [carry].compactMap { $0 }
    }

    /// The same memory, without the tensors that were handed out.
    var detached: RecurrenceTrace {
        RecurrenceTrace(
            sequence: sequence.view(
                shape: sequence.shape, strides: sequence.strides, offset: sequence.offset),
            gates: gates, kept: kept)
    }
}

/// Where the gradients of a recurrence go.
struct RecurrenceGradients {
    /// Nothing where it is not wanted.
    let x: Tensor?
    let w: Tensor
    let u: Tensor
    let bias: Tensor?
    let start: [Tensor]

    init(_ parts: RecurrenceParts, wantsInputs: Bool) {
        let dtype = parts.x.dtype
        x =
            wantsInputs
            ? .timeMajor(batch: parts.n, time: parts.time, features: parts.d, dtype) : nil
        w = Tensor(zeros: parts.w.shape, dtype)
        u = Tensor(zeros: parts.u.shape, dtype)
        bias = parts.bias.map { Tensor(zeros: $0.shape, dtype) }
        start = parts.start.map { Tensor(zeros: $0.shape, dtype) }
    }
}
