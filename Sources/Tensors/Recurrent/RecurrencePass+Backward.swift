extension RecurrencePass {
    /// The gradients of gates that wait for their products with x and h: as many bytes as a core's caches hold.
    private static var waitingBytes: Int { 2 << 20 }

    /// Computes the gradients that `wanted` asks for: of x, W, U, the bias and the initial states.
    ///
    /// The steps are walked in runs, so that no more than a run's gradients of gates are ever kept.
    func backward(
        _ upstream: [Tensor?], _ wanted: [Bool], _ order: GradientOrder,
        into gradients: RecurrenceGradients
    ) {
        let upstream =
            [upstream[0]?.withNeighbouringFeatures] + upstream[1...].map { $0?.contiguous() }
        let sum = TimeSum(steps: time, order)
        let stepBytes = max(1, n * width * MemoryLayout<T>.stride)
        let chunks = sum.chunks(ofAtMost: Self.waitingBytes / stepBytes)
        let room = Shape([chunks.map(\.count).max() ?? 0, n, width])
        let inner = (0..<(C.separatesProducts ? 2 : 1)).map { _ in
            Tensor(uninitialized: room, parts.x.dtype)
        }
        let direct = Tensor(zeros: [n, h], parts.x.dtype)
        withExtendedLifetime((parts, trace, upstream, inner, direct, gradients)) {
            let walk = BackwardWalk<T>(
                upstream, inner, direct, gradients, wantsInputs: wanted[0],
                addsOwnLast: order == .sequential)
            walk.begin(count: n * h)
            withTurnedKernels(wantsInputs: wanted[0]) { turned in
                for chunk in chunks {
                    let work = chunk.count * width * (walk.inputs == nil ? h : d + h)
                    forEachBlock(work: work) { walkBack(walk, turned, chunk, $0, $1) }
                    if n < WorkSplit.rowsOfTwoTiles { handBackInputs(walk, turned, chunk) }
                    addGradients(walk, sum, chunk, wanted, into: gradients)
                }
            }
            if C.separatesProducts { T.add(n * h, walk.direct, onto: walk.starts[0]) }
        }
    }

    private func withTurnedKernels(wantsInputs: Bool, _ body: (TurnedKernels<T>) -> Void) {
        withTurned(u) { turnedU in
            guard wantsInputs else { return body(TurnedKernels(u: turnedU, w: turnedU)) }
            withTurned(w) { body(TurnedKernels(u: turnedU, w: $0)) }
        }
    }

    /// Calls `body` with the transpose of W or U, moved only where its products ask for it.
    private func withTurned(_ kernel: MatrixView<T>, _ body: (MatrixView<T>) -> Void) {
        if T.readsColumns(turnedOrder(columns: kernel.rows)) {
            body(kernel.transposed)
        } else {
            MatrixKernel.withTransposed(kernel.transposed, body)
        }
    }

    private func turnedOrder(columns: Int) -> ProductOrder {
        .ofMatrices(m: n, n: columns, transposedB: true)
    }

    private func addGradients(
        _ walk: BackwardWalk<T>, _ sum: TimeSum, _ chunk: Range<Int>, _ wanted: [Bool],
        into gradients: RecurrenceGradients
    ) {
        if wanted[1] { addProducts(walk.inner, sum, chunk, .inputs, rows: d, into: gradients.w) }
        if wanted[2] {
            addProducts(walk.innerRecurrent, sum, chunk, .states, rows: h, into: gradients.u)
        }
        if let bias = gradients.bias, wanted[3] { addBias(walk, sum, chunk, into: bias) }
    }

    private func walkBack(
        _ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ chunk: Range<Int>,
        _ block: BatchBlock, _ meeting: WorkSplit.Meeting?
    ) {
        let rows = block.rows
        withScratch(rows.count * h) { room in
            guard let upstream = room else { return }
            for position in chunk {
                let t = time - 1 - position
                let place = ((position - chunk.lowerBound) * n + rows.lowerBound) * width
                gather(walk, t, block, into: upstream)
                stepBack(walk, t, place, block, upstream: upstream)
                meeting?.meet()
                handBack(walk, turned, place, block)
                if n >= WorkSplit.rowsOfTwoTiles { handBackInputs(walk, turned, t, place, rows) }
            }
        }
    }

    /// What reaches the state of a step: from its own output, from the next step without a product, and from
    /// the next step's product, added in this order; in a compiled loop its own output comes last.
    private func gather(
        _ walk: BackwardWalk<T>, _ t: Int, _ block: BatchBlock,
        into target: UnsafeMutablePointer<T>
    ) {
        let first = block.rows.lowerBound * h
        let (direct, carried) = (walk.direct + first, walk.starts[0] + first)
        guard let own = walk.upstream?.step(t).rows(block.rows) else {
            return runs(block).forEach { T.add($1, direct + $0, carried + $0, target + $0) }
        }
        if walk.addsOwnLast {
            runs(block).forEach { T.add($1, direct + $0, carried + $0, target + $0) }
        }
        let (before, start) = (walk.addsOwnLast ? target : direct, block.units.lowerBound)
        for row in 0..<block.rows.count {
            let place = row * h + start
            T.add(
                block.units.count, own.base + row * own.rowStep + start, before + place,
                target + place)
        }
        if !walk.addsOwnLast {
            runs(block).forEach { T.add($1, carried + $0, onto: target + $0) }
        }
    }

    /// The runs of a block's states, from its first row on.
    private func runs(_ block: BatchBlock) -> RowRuns {
        RowRuns(
            rows: block.rows.count, length: block.units.count, step: h,
            start: block.units.lowerBound)
    }

    private func stepBack(
        _ walk: BackwardWalk<T>, _ t: Int, _ place: Int, _ block: BatchBlock,
        upstream: UnsafeMutablePointer<T>
    ) {
        let (rows, first) = (block.rows, block.units.lowerBound)
        let start = rows.lowerBound * h + first
        C.backward(
            BackwardStep(
                rows: rows.count, units: h, count: block.units.count, whole: whole(rows) - first,
                gates: gates(t, rows) + first, kept: kept(t, rows).map { $0 + first },
                state: state(t, rows) + first, before: before(t).rows(rows).base + first,
                beforeCarry: carryBefore(t, rows).map { $0 + first }, upstream: upstream + first,
                carry: walk.starts.count > 1 ? walk.starts[1] + start : nil,
                inner: walk.inner + place + first,
                innerRecurrent: C.separatesProducts ? walk.innerRecurrent + place + first : nil))
        if C.separatesProducts {
            let direct = walk.direct + rows.lowerBound * h
            runs(block).forEach { (direct + $0).update(from: upstream + $0, count: $1) }
        }
    }

    /// The gradient of the h that a step's product was made of.
    private func handBack(
        _ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ place: Int, _ block: BatchBlock
    ) {
        let first = block.rows.lowerBound * h
        let carried = walk.starts[0] + first
        MatrixKernel.multiply(
            MatrixView(walk.innerRecurrent + place, rows: block.rows.count, columns: width),
            turned.u.columns(block.units), order: turnedOrder(columns: h),
            into: carried + block.units.lowerBound, cRow: h)
        guard let mask = mask(.states) else { return }
        runs(block).forEach { T.multiply($1, carried + $0, mask + first + $0, carried + $0) }
    }

    /// The gradients of x at the steps of a run.
    private func handBackInputs(
        _ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ chunk: Range<Int>
    ) {
        guard walk.inputs != nil else { return }
        WorkSplit.forEachPart(of: chunk.count, work: n * chunk.count * width * d) { steps in
            for step in steps {
                let t = time - 1 - (chunk.lowerBound + step)
                handBackInputs(walk, turned, t, step * n * width, 0..<n)
            }
        }
    }

    /// The gradient of the x that a step's product was made of.
    private func handBackInputs(
        _ walk: BackwardWalk<T>, _ turned: TurnedKernels<T>, _ t: Int, _ place: Int,
        _ rows: Range<Int>
    ) {
        guard let inputs = walk.inputs else { return }
        let target = inputs + (t * n + rows.lowerBound) * d
        MatrixKernel.multiply(
            MatrixView(walk.inner + place, rows: rows.count, columns: width), turned.w,
            order: turnedOrder(columns: d), into: target, cRow: d)
        guard let mask = mask(.inputs) else { return }
        T.multiply(rows.count * d, target, mask + rows.lowerBound * d, target)
    }

    /// Adds a run's products over the batch to the gradient of W or U.
    private func addProducts(
        _ inner: UnsafeMutablePointer<T>, _ sum: TimeSum, _ chunk: Range<Int>, _ side: Side,
        rows count: Int, into total: Tensor
    ) {
        let shared = SharedRows(target: total.pointer(to: T.self), source: inner)
        WorkSplit.forEachPart(of: count, work: count * width * n * chunk.count) { rows in
            if n <= WorkSplit.fewRows && mask(side) == nil {
                addFewRows(shared, sum, chunk, side, rows)
            } else {
                addManyRows(shared, sum, chunk, side, rows)
            }
        }
    }

    private func addManyRows(
        _ shared: SharedRows<T>, _ sum: TimeSum, _ chunk: Range<Int>, _ side: Side,
        _ rows: Range<Int>
    ) {
        let order = ProductOrder.ofMatrices(
            m: side == .inputs ? d : h, n: width, transposedA: true)
        let target = shared.target + rows.lowerBound * width
        sum.run(chunk, count: rows.count * width, into: target) { position, block, adds in
            masked(factor(side, time - 1 - position), side, 0..<n) { factor in
                let a = factor.transposed.rows(rows)
                let b = MatrixView(
                    shared.source + (position - chunk.lowerBound) * n * width, rows: n,
                    columns: width)
                if adds {
                    MatrixKernel.multiplyAdding(a, b, order: order, onto: block, cRow: width)
                } else {
                    MatrixKernel.multiply(a, b, order: order, into: block, cRow: width)
                }
            }
        }
    }

    private func addFewRows(
        _ shared: SharedRows<T>, _ sum: TimeSum, _ chunk: Range<Int>, _ side: Side,
        _ rows: Range<Int>
    ) {
        let lefts = chunk.map { factor(side, time - 1 - $0).base + rows.lowerBound }
        let rights = chunk.indices.map {
            UnsafePointer(shared.source + ($0 - chunk.lowerBound) * n * width)
        }
        T.addSummedProducts(
            SummedProducts(
                steps: chunk.count, head: sum.firstGroup(of: chunk), group: sum.group,
                m: rows.count, n: width, k: n, left: lefts,
                leftRow: side == .inputs ? x.batchStep : h, right: rights),
            into: shared.target + rows.lowerBound * width, adds: chunk.lowerBound > 0)
    }

    /// What a step's product was made of: x or the h before.
    private func factor(_ side: Side, _ t: Int) -> MatrixView<T> {
        side == .inputs ? x.step(t) : before(t)
    }

    /// Adds a run's sums over the batch to the gradient of the bias, or of both.
    private func addBias(
        _ walk: BackwardWalk<T>, _ sum: TimeSum, _ chunk: Range<Int>, into total: Tensor
    ) {
        let sources = [walk.inner] + (C.separatesProducts ? [walk.innerRecurrent] : [])
        withScratch(width) { room in
            guard let room else { return }
            flushingDenormals(of: .float32) {
                for (place, source) in sources.enumerated() {
                    let target = total.pointer(to: T.self) + place * width
                    sum.run(chunk, count: width, into: target) { position, block, adds in
                        let step = source + (position - chunk.lowerBound) * n * width
                        T.sumFirst(n, width, step, adds ? room : block)
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
    /// Receives the gradients of x·W of a run of steps, latest first, [run, N, G·H].
    let inner: UnsafeMutablePointer<T>
    /// Receives the gradients of h·U: the same memory unless the cell keeps the products apart.
    let innerRecurrent: UnsafeMutablePointer<T>
    /// What reaches an h from the next step without a product, [N, H].
    let direct: UnsafeMutablePointer<T>
    /// Receive the gradients of the initial states; they carry those of the states on the way.
    let starts: [UnsafeMutablePointer<T>]
    /// Receives the gradients of x, if they are wanted.
    let inputs: UnsafeMutablePointer<T>?
    /// Whether the gradient of a step's own output is added after those of the next step.
    let addsOwnLast: Bool

    init(
        _ upstream: [Tensor?], _ inner: [Tensor], _ direct: Tensor,
        _ gradients: RecurrenceGradients, wantsInputs: Bool, addsOwnLast: Bool
    ) {
        self.addsOwnLast = addsOwnLast
        self.upstream = upstream[0]?.sequence(of: T.self)
        lasts = upstream[1...].map { $0?.pointer(to: T.self) }
        self.inner = inner[0].pointer(to: T.self)
        innerRecurrent = inner[inner.count - 1].pointer(to: T.self)
        self.direct = direct.pointer(to: T.self)
        starts = gradients.start.map { $0.pointer(to: T.self) }
        inputs = wantsInputs ? gradients.x?.pointer(to: T.self) : nil
    }

    /// Starts from the gradients of the last states, of `count` elements each.
    func begin(count: Int) {
        for (target, last) in zip(starts, lasts) {
            if let last { target.update(from: last, count: count) }
        }
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
