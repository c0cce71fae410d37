/// One walk through the sequence of a simple recurrence, forward or backward.
///
/// The walk is divided by rows of the batch, which never meet but in the gradients of the weights; those are
/// divided by rows of the weights. It is marked as sendable because the parts write to rows of their own and
/// only read what they share.
struct SimpleRecurrencePass<T: RecurrentFloat>: @unchecked Sendable {
    private let n: Int
    private let time: Int
    private let d: Int
    private let h: Int
    private let parts: SimpleRecurrenceParts
    private let x: SequenceView<T>
    private let w: MatrixView<T>
    private let u: MatrixView<T>
    private let states: Tensor
    private let y: UnsafeMutablePointer<T>
    private let inputMask: UnsafePointer<T>?
    private let stateMask: UnsafePointer<T>?

    /// The two factors of products, each with a dropout mask of its own.
    private enum Side {
        case inputs
        case states
    }

    /// A pass whose states lie, or will lie, in `states`, time-major.
    init(_ parts: SimpleRecurrenceParts, _ states: Tensor) {
        (n, time, d) = (parts.x.shape[0], parts.x.shape[1], parts.x.shape[2])
        h = parts.u.shape[0]
        self.parts = parts
        self.states = states
        x = parts.x.sequence(of: T.self)
        w = MatrixView(parts.w.pointer(to: T.self), rows: d, columns: h)
        u = MatrixView(parts.u.pointer(to: T.self), rows: h, columns: h)
        y = states.pointer(to: T.self)
        inputMask = parts.inputDropout.map { UnsafePointer($0.pointer(to: T.self)) }
        stateMask = parts.recurrentDropout.map { UnsafePointer($0.pointer(to: T.self)) }
    }

    /// Computes every state.
    func forward() {
        withExtendedLifetime((parts, states)) {
            WorkSplit.forEachPart(of: n, work: n * time * h * (d + h)) { forward(rows: $0) }
        }
    }

    private func forward(rows: Range<Int>) {
        let (inputOrder, recurrentOrder) = (
            ProductOrder.ofMatrices(m: n, n: h), ProductOrder.ofMatrices(m: n, n: h)
        )
        let bias = parts.bias.map { UnsafePointer($0.pointer(to: T.self)) }
        for t in 0..<time {
            let block = state(t, rows)
            masked(x.step(t).rows(rows), .inputs, rows) {
                MatrixKernel.multiply($0, w, order: inputOrder, into: block, cRow: h)
            }
            if let before = previousState(t) {
                masked(before.rows(rows), .states, rows) {
                    MatrixKernel.multiplyAdding(
                        $0, u, order: recurrentOrder, bias: bias, onto: block, cRow: h)
                }
            } else {
                let nothing = MatrixView(w.base, rows: rows.count, columns: 0)
                T.chains(nothing, u.rows(0..<0), block, h, adds: true, bias: bias)
            }
            T.tanh(rows.count * h, block)
        }
    }

    /// The rows of the state at a step.
    private func state(_ t: Int, _ rows: Range<Int>) -> UnsafeMutablePointer<T> {
        y + (t * n + rows.lowerBound) * h
    }

    /// The state before a step; nil for zeros.
    private func previousState(_ t: Int) -> MatrixView<T>? {
        if t > 0 { return MatrixView(y + (t - 1) * n * h, rows: n, columns: h) }
        return parts.start.map { MatrixView($0.pointer(to: T.self), rows: n, columns: h) }
    }

    private func mask(_ side: Side) -> UnsafePointer<T>? {
        side == .inputs ? inputMask : stateMask
    }

    /// Calls `body` with a block times the same rows of its dropout mask, if there is one.
    private func masked(
        _ block: MatrixView<T>, _ side: Side, _ rows: Range<Int>, _ body: (MatrixView<T>) -> Void
    ) {
        guard let mask = mask(side) else { return body(block) }
        let factors = mask + rows.lowerBound * block.columns
        withUnsafeTemporaryAllocation(of: T.self, capacity: block.rows * block.columns) { room in
            guard let base = room.baseAddress else { return }
            for row in 0..<block.rows {
                T.multiply(
                    block.columns, block.base + row * block.rowStep, factors + row * block.columns,
                    base + row * block.columns)
            }
            body(MatrixView(base, rows: block.rows, columns: block.columns))
        }
    }
}

// MARK: Backward

extension SimpleRecurrencePass {
    /// Computes the gradients that `wanted` asks for: of x, W, U, b and the initial state.
    func backward(
        _ sequence: Tensor?, _ last: Tensor?, into gradients: SimpleRecurrenceGradients,
        _ wanted: [Bool], _ order: GradientOrder
    ) {
        guard time > 0 else {
            if let last { gradients.start.write(from: last) }
            return
        }
        let upstream = sequence?.withNeighbouringFeatures
        let last = last?.contiguous()
        let inner = Tensor(uninitialized: [time, n, h], states.dtype)
        withExtendedLifetime((parts, states, upstream, last)) {
            let pull = BackwardWalk(
                upstream: upstream?.sequence(of: T.self), last: last?.pointer(to: T.self),
                inner: inner.pointer(to: T.self), start: gradients.start.pointer(to: T.self),
                inputs: wanted[0] ? gradients.x.pointer(to: T.self) : nil)
            MatrixKernel.withTransposed(u.transposed) { turnedU in
                MatrixKernel.withTransposed(w.transposed) { turnedW in
                    let turned = TurnedKernels(u: turnedU, w: turnedW)
                    WorkSplit.forEachPart(of: n, work: n * time * h * (d + h)) {
                        walkBack(pull, turned, rows: $0)
                    }
                }
            }
            addUp(pull, into: gradients, wanted, order)
        }
    }

    /// Where a walk back reads and writes; the parts keep to their rows.
    private struct BackwardWalk: @unchecked Sendable {
        let upstream: SequenceView<T>?
        let last: UnsafeMutablePointer<T>?
        /// The gradients of what the tanh was taken of, [T, N, H].
        let inner: UnsafeMutablePointer<T>
        let start: UnsafeMutablePointer<T>
        let inputs: UnsafeMutablePointer<T>?
    }

    /// Uᵀ and Wᵀ, row-major; only read.
    private struct TurnedKernels: @unchecked Sendable {
        let u: MatrixView<T>
        let w: MatrixView<T>
    }

    private func walkBack(_ walk: BackwardWalk, _ turned: TurnedKernels, rows: Range<Int>) {
        let (stateOrder, inputOrder) = (
            ProductOrder.ofMatrices(m: n, n: h, transposedB: true),
            ProductOrder.ofMatrices(m: n, n: d, transposedB: true)
        )
        let count = rows.count * h
        let carried = walk.start + rows.lowerBound * h
        for i in 0..<count { carried[i] = walk.last?[rows.lowerBound * h + i] ?? 0 }
        for t in (0..<time).reversed() {
            let block = walk.inner + (t * n + rows.lowerBound) * h
            meet(walk.upstream, t, carried, rows, into: block)
            T.tanhGradient(count, state(t, rows), block)
            let gradient = MatrixView(block, rows: rows.count, columns: h)
            MatrixKernel.multiply(gradient, turned.u, order: stateOrder, into: carried, cRow: h)
            scale(carried, .states, columns: h, rows)
            if let inputs = walk.inputs {
                let target = inputs + (t * n + rows.lowerBound) * d
                MatrixKernel.multiply(gradient, turned.w, order: inputOrder, into: target, cRow: d)
                scale(target, .inputs, columns: d, rows)
            }
        }
    }

    /// What reaches the state of a step: from its own output and from the next step.
    private func meet(
        _ upstream: SequenceView<T>?, _ t: Int, _ carried: UnsafeMutablePointer<T>,
        _ rows: Range<Int>, into block: UnsafeMutablePointer<T>
    ) {
        guard let own = upstream?.step(t).rows(rows) else {
            return block.update(from: carried, count: rows.count * h)
        }
        for row in 0..<rows.count {
            T.add(h, own.base + row * own.rowStep, carried + row * h, block + row * h)
        }
    }

    private func scale(
        _ block: UnsafeMutablePointer<T>, _ side: Side, columns: Int, _ rows: Range<Int>
    ) {
        guard let mask = mask(side) else { return }
        T.multiply(rows.count * columns, block, mask + rows.lowerBound * columns, block)
    }

    /// The gradients of W, U and b: sums over the steps of products over the batch.
    private func addUp(
        _ walk: BackwardWalk, into gradients: SimpleRecurrenceGradients, _ wanted: [Bool],
        _ order: GradientOrder
    ) {
        let sum = TimeSum(steps: time, order)
        if wanted[1] {
            addProducts(walk, sum, rows: d, into: gradients.w, .inputs) { x.step($0) }
        }
        if wanted[2] {
            addProducts(walk, sum, rows: h, into: gradients.u, .states) {
                previousState($0)
            }
        }
        guard parts.bias != nil, wanted[3] else { return }
        addBias(walk, sum, into: gradients.bias)
    }

    private func addProducts(
        _ walk: BackwardWalk, _ sum: TimeSum, rows count: Int, into total: Tensor, _ side: Side,
        _ left: @escaping @Sendable (Int) -> MatrixView<T>?
    ) {
        let order = ProductOrder.ofMatrices(m: count, n: h, transposedA: true)
        let target = SharedRows(base: total.pointer(to: T.self))
        WorkSplit.forEachPart(of: count, work: count * h * n * time) { rows in
            sum.run(count: rows.count * h, into: target.base + rows.lowerBound * h) {
                t, block, adds in
                guard let factor = left(t) else {
                    if !adds { block.update(repeating: 0, count: rows.count * h) }
                    return
                }
                masked(factor, side, 0..<n) { factor in
                    let (a, b) = (
                        factor.transposed.rows(rows),
                        MatrixView(walk.inner + t * n * h, rows: n, columns: h)
                    )
                    if adds {
                        MatrixKernel.multiplyAdding(a, b, order: order, onto: block, cRow: h)
                    } else {
                        MatrixKernel.multiply(a, b, order: order, into: block, cRow: h)
                    }
                }
            }
        }
    }

    private func addBias(_ walk: BackwardWalk, _ sum: TimeSum, into total: Tensor) {
        withUnsafeTemporaryAllocation(of: T.self, capacity: h) { room in
            guard let step = room.baseAddress else { return }
            flushingDenormals(of: .float32) {
                sum.run(count: h, into: total.pointer(to: T.self)) { t, target, adds in
                    T.sumFirst(n, h, walk.inner + t * n * h, adds ? step : target)
                    if adds { T.add(h, step, onto: target) }
                }
            }
        }
    }
}

/// Memory whose rows the parts of a divided loop write, each its own.
struct SharedRows<T>: @unchecked Sendable {
    let base: UnsafeMutablePointer<T>
}
