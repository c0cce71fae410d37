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
            WorkSplit.forEachPart(of: n, work: n * time * width * (d + h)) { rows in
                // Few rows are multiplied for all steps at once: their steps fill the tiles that they do not.
                let isAhead = rows.count < WorkSplit.fewRows && inputMask == nil
                if isAhead { multiplyInputs(rows) }
                withScratch(C.separatesProducts ? rows.count * width : 0) { product in
                    for t in 0..<time {
                        if !isAhead { multiplyInputs(t, rows) }
                        forward(t, rows, product)
                    }
                }
            }
        }
    }

    /// x·W of some rows at every step.
    private func multiplyInputs(_ rows: Range<Int>) {
        for row in rows {
            let sequence = MatrixView(
                x.base + row * x.batchStep, rows: time, columns: d, rowStep: x.timeStep)
            MatrixKernel.multiply(
                sequence, w, order: .ofMatrices(m: n, n: width), into: gates + row * width,
                cRow: n * width)
        }
    }

    /// x·W of some rows at one step.
    private func multiplyInputs(_ t: Int, _ rows: Range<Int>) {
        masked(x.step(t).rows(rows), .inputs, rows) {
            MatrixKernel.multiply(
                $0, w, order: .ofMatrices(m: n, n: width), into: gates(t, rows), cRow: width)
        }
    }

    /// The gates and the states of a step, when x·W is there.
    private func forward(_ t: Int, _ rows: Range<Int>, _ product: UnsafeMutablePointer<T>?) {
        let order = ProductOrder.ofMatrices(m: n, n: width)
        let block = gates(t, rows)
        let addsBiasWithin = C.addsBiasFirst && !parts.addsBiasLast
        masked(before(t).rows(rows), .states, rows) { before in
            if let product {
                MatrixKernel.multiply(before, u, order: order, into: product, cRow: width)
            } else {
                MatrixKernel.multiplyAdding(
                    before, u, order: order, bias: addsBiasWithin ? bias : nil, onto: block,
                    cRow: width)
            }
        }
        if C.addsBiasFirst, parts.addsBiasLast, let bias {
            for row in 0..<rows.count { T.add(width, bias, onto: block + row * width) }
        }
        C.forward(
            ForwardStep(
                rows: rows.count, units: h, whole: whole(rows), bias: bias, gates: block,
                product: product, before: before(t).rows(rows).base,
                beforeCarry: carryBefore(t, rows), kept: kept(t, rows), state: state(t, rows)))
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
