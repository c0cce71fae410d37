/// One walk through the sequence of a recurrence, forward or backward.
///
/// The walk is divided by rows of the batch, which never meet but in the gradients of the weights; those are
/// divided by rows of the weights. It is marked as sendable because the parts write to rows of their own and
/// only read what they share.
struct RecurrencePass<C: RecurrentCell>: @unchecked Sendable {
    typealias T = C.T

    let n: Int
    let time: Int
    let d: Int
    let h: Int
    /// The length of a row of gates, G·H.
    let width: Int
    let parts: RecurrenceParts
    let trace: RecurrenceTrace
    let x: SequenceView<T>
    let w: MatrixView<T>
    let u: MatrixView<T>
    let bias: UnsafePointer<T>?
    private let states: UnsafeMutablePointer<T>
    private let gates: UnsafeMutablePointer<T>
    private let kept: UnsafeMutablePointer<T>?
    private let start: [UnsafeMutablePointer<T>]
    private let inputMask: UnsafePointer<T>?
    private let stateMask: UnsafePointer<T>?

    /// The two factors of products, each with a dropout mask of its own.
    enum Side {
        case inputs
        case states
    }

    init(_ parts: RecurrenceParts, _ trace: RecurrenceTrace) {
        (n, time, d, h) = (parts.n, parts.time, parts.d, parts.h)
        width = parts.cell.gates * parts.h
        self.parts = parts
        self.trace = trace
        x = parts.x.sequence(of: T.self)
        w = MatrixView(parts.w.pointer(to: T.self), rows: d, columns: width)
        u = MatrixView(parts.u.pointer(to: T.self), rows: h, columns: width)
        bias = parts.bias.map { UnsafePointer($0.pointer(to: T.self)) }
        states = trace.sequence.pointer(to: T.self)
        gates = trace.gates.pointer(to: T.self)
        kept = trace.kept?.pointer(to: T.self)
        start = parts.start.map { $0.pointer(to: T.self) }
        inputMask = parts.inputDropout.map { UnsafePointer($0.pointer(to: T.self)) }
        stateMask = parts.recurrentDropout.map { UnsafePointer($0.pointer(to: T.self)) }
    }

    /// Computes every state.
    func forward() {
        withExtendedLifetime((parts, trace)) {
            forEachBlock(work: time * width * (d + h)) { block, meeting in
                // Few rows are multiplied for all steps at once: their steps fill the tiles that they do not.
                let isAhead =
                    block.rows.count < WorkSplit.fewRows && inputMask == nil && !joinsProducts
                if isAhead { multiplyInputs(block) }
                withScratch(C.separatesProducts ? block.rows.count * width : 0) { product in
                    for t in 0..<time {
                        if !isAhead, !joinsProducts { multiplyInputs(t, block) }
                        forward(t, block, product)
                        meeting?.meet()
                    }
                }
            }
        }
    }

    /// Whether x·W goes on from the sum of h·U, element by element, as graphs compute the only row of a batch.
    private var joinsProducts: Bool {
        C.addsBiasFirst && parts.addsBiasLast && n == 1 && bias != nil && inputMask == nil
            && stateMask == nil
    }

    /// h·U and x·W of the only row at a step, in one chain of sums.
    private func multiplyTogether(_ t: Int, _ columns: Range<Int>) {
        let target = gates(t, 0..<1)
        let (before, step) = (before(t), x.step(t))
        for column in columns {
            var sum = T.zero
            for k in 0..<h { sum = sum.addingProduct(before.base[k], u.base[k * width + column]) }
            for k in 0..<d { sum = sum.addingProduct(step.base[k], w.base[k * width + column]) }
            target[column] = sum
        }
    }

    /// Calls `body` for blocks that cover the batch's states; `work` is the number of multiply-adds of each row.
    ///
    /// Where the weights are larger than a core's nearest cache, a batch of few rows is divided by units, and the
    /// two halves meet after every step: each half of the products then reads half of the weights, while of half
    /// of the rows each would read all of them.
    func forEachBlock(
        work: Int, _ body: @Sendable (BatchBlock, WorkSplit.Meeting?) -> Void
    ) {
        let middle = h / 2 / Self.unitsOfLine * Self.unitsOfLine
        if n < WorkSplit.rowsOfTwoTiles, middle > 0, n * width * h >= Self.workWorthMeeting,
            WorkSplit.joined(
                work: n * work,
                { side, meeting in
                    body(block(0..<n, side == 0 ? 0..<middle : middle..<h), meeting)
                })
        {
            return
        }
        WorkSplit.forEachPart(of: n, work: n * work) { body(block($0, 0..<h), nil) }
    }

    /// Two threads that write to one cache line hold each other up.
    private static var unitsOfLine: Int { 64 / MemoryLayout<T>.stride }

    /// The multiply-adds of a step from which on meeting pays. Below, halves of the rows are as fast where both
    /// cores are free, and much faster where one is late for its meetings (N = 4, H = 64: 0.20 and 0.33 ms).
    private static var workWorthMeeting: Int { 200_000 }

    func block(_ rows: Range<Int>, _ units: Range<Int>) -> BatchBlock {
        BatchBlock(rows: rows, units: units, of: h, gates: parts.cell.gates)
    }

    /// x·W of a block at every step.
    private func multiplyInputs(_ block: BatchBlock) {
        for row in block.rows {
            let sequence = MatrixView(
                x.base + row * x.batchStep, rows: time, columns: d, rowStep: x.timeStep)
            for columns in block.columns {
                MatrixKernel.multiply(
                    sequence, w.columns(columns), order: .ofMatrices(m: n, n: width),
                    into: gates + row * width + columns.lowerBound, cRow: n * width)
            }
        }
    }

    /// x·W of a block at one step.
    private func multiplyInputs(_ t: Int, _ block: BatchBlock) {
        let target = gates(t, block.rows)
        masked(x.step(t).rows(block.rows), .inputs, block.rows) { x in
            for columns in block.columns {
                MatrixKernel.multiply(
                    x, w.columns(columns), order: .ofMatrices(m: n, n: width),
                    into: target + columns.lowerBound, cRow: width)
            }
        }
    }

    /// The gates and the states of a step, when x·W is there.
    private func forward(_ t: Int, _ block: BatchBlock, _ product: UnsafeMutablePointer<T>?) {
        let (rows, first) = (block.rows, block.units.lowerBound)
        let gates = gates(t, rows)
        if joinsProducts {
            for columns in block.columns { multiplyTogether(t, columns) }
        } else {
            masked(before(t).rows(rows), .states, rows) { before in
                for columns in block.columns { multiplyStates(before, columns, gates, product) }
            }
        }
        if C.addsBiasFirst, parts.addsBiasLast { addBias(to: gates, block) }
        C.forward(
            ForwardStep(
                rows: rows.count, units: h, count: block.units.count, whole: whole(rows) - first,
                bias: bias.map { $0 + first }, gates: gates + first,
                product: product.map { $0 + first }, before: before(t).rows(rows).base + first,
                beforeCarry: carryBefore(t, rows).map { $0 + first },
                kept: kept(t, rows).map { $0 + first }, state: state(t, rows) + first))
    }

    /// h·U of some columns, added to x·W or kept apart.
    private func multiplyStates(
        _ before: MatrixView<T>, _ columns: Range<Int>, _ gates: UnsafeMutablePointer<T>,
        _ product: UnsafeMutablePointer<T>?
    ) {
        let (order, first) = (ProductOrder.ofMatrices(m: n, n: width), columns.lowerBound)
        if let product {
            return MatrixKernel.multiply(
                before, u.columns(columns), order: order, into: product + first, cRow: width)
        }
        let bias = C.addsBiasFirst && !parts.addsBiasLast ? bias.map { $0 + first } : nil
        MatrixKernel.multiplyAdding(
            before, u.columns(columns), order: order, bias: bias, onto: gates + first, cRow: width)
    }

    private func addBias(to gates: UnsafeMutablePointer<T>, _ block: BatchBlock) {
        guard let bias else { return }
        for row in 0..<block.rows.count {
            for columns in block.columns {
                T.add(
                    columns.count, bias + columns.lowerBound,
                    onto: gates + row * width + columns.lowerBound)
            }
        }
    }

    /// The leading elements of the rows' block [rows, H] that lie in whole vectors of the batch's block.
    func whole(_ rows: Range<Int>) -> Int {
        n * h / T.vectorWidth * T.vectorWidth - rows.lowerBound * h
    }

    /// The rows of the state at a step.
    func state(_ t: Int, _ rows: Range<Int>) -> UnsafeMutablePointer<T> {
        states + (t * n + rows.lowerBound) * h
    }

    /// The rows of the gates at a step.
    func gates(_ t: Int, _ rows: Range<Int>) -> UnsafeMutablePointer<T> {
        gates + (t * n + rows.lowerBound) * width
    }

    /// The rows of what else a step keeps.
    func kept(_ t: Int, _ rows: Range<Int>) -> UnsafeMutablePointer<T>? {
        kept.map { $0 + (t * n + rows.lowerBound) * h }
    }

    /// The h before a step.
    func before(_ t: Int) -> MatrixView<T> {
        MatrixView(t > 0 ? states + (t - 1) * n * h : start[0], rows: n, columns: h)
    }

    /// The carry before a step, for a cell that has one.
    func carryBefore(_ t: Int, _ rows: Range<Int>) -> UnsafeMutablePointer<T>? {
        guard start.count > 1 else { return nil }
        return t > 0 ? kept(t - 1, rows) : start[1] + rows.lowerBound * h
    }

    /// Calls `body` with a block times the same rows of its dropout mask, if there is one.
    func masked(
        _ block: MatrixView<T>, _ side: Side, _ rows: Range<Int>, _ body: (MatrixView<T>) -> Void
    ) {
        guard let mask = mask(side) else { return body(block) }
        let factors = mask + rows.lowerBound * block.columns
        withScratch(block.rows * block.columns) { room in
            guard let room else { return }
            for row in 0..<block.rows {
                T.multiply(
                    block.columns, block.base + row * block.rowStep, factors + row * block.columns,
                    room + row * block.columns)
            }
            body(MatrixView(room, rows: block.rows, columns: block.columns))
        }
    }

    /// The dropout mask of one factor.
    func mask(_ side: Side) -> UnsafePointer<T>? { side == .inputs ? inputMask : stateMask }

    /// Calls `body` with memory for so many elements; nil for none.
    func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<T>?) -> Void) {
        guard count > 0 else { return body(nil) }
        withUnsafeTemporaryAllocation(of: T.self, capacity: count) { body($0.baseAddress) }
    }
}
