extension RecurrencePass {
    /// Computes the gradients that `wanted` asks for: of x, W, U, the bias and the initial states.
    func backward(
        _ upstream: [Tensor?], _ wanted: [Bool], _ order: GradientOrder,
        into gradients: RecurrenceGradients
    ) {
        let upstream =
            [upstream[0]?.withNeighbouringFeatures] + upstream[1...].map { $0?.contiguous() }
        let inner = (0..<(C.separatesProducts ? 2 : 1)).map { _ in
            Tensor(uninitialized: [time, n, width], parts.x.dtype)
        }
        withExtendedLifetime((parts, trace, upstream, inner, gradients)) {
            let walk = BackwardWalk<T>(
                upstream, inner, gradients, wantsInputs: wanted[0])
            MatrixKernel.withTransposed(u.transposed) { turnedU in
                MatrixKernel.withTransposed(w.transposed) { turnedW in
                    let turned = TurnedKernels(u: turnedU, w: turnedW)
                    WorkSplit.forEachPart(of: n, work: n * time * width * (d + h)) {
                        walkBack(walk, turned, $0)
                    }
                }
            }
            guard time > 0 else { return }
            let sum = TimeSum(steps: time, order)
            if wanted[1] { addProducts(walk.inner, sum, .inputs, rows: d, into: gradients.w) }
            if wanted[2] {
                addProducts(walk.innerRecurrent, sum, .states, rows: h, into: gradients.u)
            }
            if let bias = gradients.bias, wanted[3] { addBias(walk, sum, into: bias) }
        }
    }

    private func walkBack(_ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ rows: Range<Int>) {
        let count = rows.count * h
        let carried = walk.starts[0] + rows.lowerBound * h
        let carry = walk.starts.count > 1 ? walk.starts[1] + rows.lowerBound * h : nil
        for (position, target) in [carried, carry].enumerated() {
            guard let target, let last = walk.lasts[position] else { continue }
            target.update(from: last + rows.lowerBound * h, count: count)
        }
        withScratch(2 * count) { room in
            guard let upstream = room, let direct = room.map({ $0 + count }) else { return }
            direct.update(repeating: 0, count: count)
            for t in (0..<time).reversed() {
                meet(walk.upstream, t, direct, carried, rows, into: upstream)
                stepBack(walk, t, rows, upstream: upstream, carry)
                if C.separatesProducts { direct.update(from: upstream, count: count) }
                handBack(walk, turned, t, rows, carried)
            }
            if C.separatesProducts { T.add(count, direct, onto: carried) }
        }
    }

    /// What reaches the state of a step: from its own output, from the next step without a product, and from
    /// the next step's product, added in this order.
    private func meet(
        _ upstream: SequenceView<T>?, _ t: Int, _ direct: UnsafeMutablePointer<T>,
        _ carried: UnsafeMutablePointer<T>, _ rows: Range<Int>, into block: UnsafeMutablePointer<T>
    ) {
        let count = rows.count * h
        if let own = upstream?.step(t).rows(rows) {
            for row in 0..<rows.count {
                T.add(h, own.base + row * own.rowStep, direct + row * h, block + row * h)
            }
            T.add(count, carried, onto: block)
        } else {
            T.add(count, direct, carried, block)
        }
    }

    private func stepBack(
        _ walk: BackwardWalk<T>, _ t: Int, _ rows: Range<Int>, upstream: UnsafeMutablePointer<T>,
        _ carry: UnsafeMutablePointer<T>?
    ) {
        let place = (t * n + rows.lowerBound) * width
        C.backward(
            BackwardStep(
                rows: rows.count, units: h, whole: whole(rows), gates: gates(t, rows),
                kept: kept(t, rows), state: state(t, rows), before: before(t).rows(rows).base,
                beforeCarry: carryBefore(t, rows), upstream: upstream, carry: carry,
                inner: walk.inner + place,
                innerRecurrent: C.separatesProducts ? walk.innerRecurrent + place : nil))
    }

    /// The gradients of the two factors that the step's products were made of.
    private func handBack(
        _ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ t: Int, _ rows: Range<Int>,
        _ carried: UnsafeMutablePointer<T>
    ) {
        let place = (t * n + rows.lowerBound) * width
        let recurrent = MatrixView(walk.innerRecurrent + place, rows: rows.count, columns: width)
        MatrixKernel.multiply(
            recurrent, turned.u, order: .ofMatrices(m: n, n: h, transposedB: true), into: carried,
            cRow: h)
        scale(carried, .states, columns: h, rows)
        guard let inputs = walk.inputs else { return }
        let target = inputs + (t * n + rows.lowerBound) * d
        MatrixKernel.multiply(
            MatrixView(walk.inner + place, rows: rows.count, columns: width), turned.w,
            order: .ofMatrices(m: n, n: d, transposedB: true), into: target, cRow: d)
        scale(target, .inputs, columns: d, rows)
    }

    private func scale(
        _ block: UnsafeMutablePointer<T>, _ side: Side, columns: Int, _ rows: Range<Int>
    ) {
        guard let mask = mask(side) else { return }
        T.multiply(rows.count * columns, block, mask + rows.lowerBound * columns, block)
    }

    /// The sum over the steps of products over the batch: the gradient of W or U.
    private func addProducts(
        _ inner: UnsafeMutablePointer<T>, _ sum: TimeSum, _ side: Side, rows count: Int,
        into total: Tensor
    ) {
        let order = ProductOrder.ofMatrices(m: count, n: width, transposedA: true)
        let shared = SharedRows(target: total.pointer(to: T.self), source: inner)
        WorkSplit.forEachPart(of: count, work: count * width * n * time) { rows in
            let target = shared.target + rows.lowerBound * width
            sum.run(count: rows.count * width, into: target) { t, block, adds in
                masked(side == .inputs ? x.step(t) : before(t), side, 0..<n) { factor in
                    let a = factor.transposed.rows(rows)
                    let b = MatrixView(shared.source + t * n * width, rows: n, columns: width)
                    if adds {
                        MatrixKernel.multiplyAdding(a, b, order: order, onto: block, cRow: width)
                    } else {
                        MatrixKernel.multiply(a, b, order: order, into: block, cRow: width)
                    }
                }
            }
        }
    }

    /// The sums over the steps and the batch: the gradient of the bias, or of both.
    private func addBias(_ walk: BackwardWalk<T>, _ sum: TimeSum, into total: Tensor) {
        let sources = [walk.inner] + (C.separatesProducts ? [walk.innerRecurrent] : [])
        withScratch(width) { room in
            guard let room else { return }
            flushingDenormals(of: .float32) {
                for (position, source) in sources.enumerated() {
                    let target = total.pointer(to: T.self) + position * width
                    sum.run(count: width, into: target) { t, block, adds in
                        T.sumFirst(n, width, source + t * n * width, adds ? room : block)
                        if adds { T.add(width, room, onto: block) }
                    }
                }
            }
        }
    }
}

/// Where a walk back reads and writes; the parts keep to their rows.
struct BackwardWalk<T: RecurrentFloat>: @unchecked Sendable {
    /// The gradients of every h.
    let upstream: SequenceView<T>?
    /// The gradients of the last states.
    let lasts: [UnsafeMutablePointer<T>?]
    /// Receives the gradients of x·W, [T, N, G·H].
    let inner: UnsafeMutablePointer<T>
    /// Receives the gradients of h·U: the same memory unless the cell keeps the products apart.
    let innerRecurrent: UnsafeMutablePointer<T>
    /// Receive the gradients of the initial states; they carry those of the states on the way.
    let starts: [UnsafeMutablePointer<T>]
    /// Receives the gradients of x, if they are wanted.
    let inputs: UnsafeMutablePointer<T>?

    init(
        _ upstream: [Tensor?], _ inner: [Tensor], _ gradients: RecurrenceGradients,
        wantsInputs: Bool
    ) {
        self.upstream = upstream[0]?.sequence(of: T.self)
        lasts = upstream[1...].map { $0?.pointer(to: T.self) }
        self.inner = inner[0].pointer(to: T.self)
        innerRecurrent = inner[inner.count - 1].pointer(to: T.self)
        starts = gradients.start.map { $0.pointer(to: T.self) }
        inputs = wantsInputs ? gradients.x.pointer(to: T.self) : nil
    }
}

/// Uᵀ and Wᵀ, row-major; only read.
struct TurnedKernels<T>: @unchecked Sendable {
    let u: MatrixView<T>
    let w: MatrixView<T>
}

/// Memory of which the parts of a divided loop write rows of their own, and memory they all read.
struct SharedRows<T>: @unchecked Sendable {
    let target: UnsafeMutablePointer<T>
    let source: UnsafeMutablePointer<T>
}
