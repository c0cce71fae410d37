import CKernels

/// Whose order of additions a sum follows: floats make it visible in the last digits.
package enum SummationOrder: Sendable {
    case tensorFlow
    case numPy
}

/// Floats that can be summed in either order.
protocol Summable: TensorScalar, BinaryFloatingPoint {
    /// The elements that TensorFlow adds side by side.
    static var vectorWidth: Int { get }
    /// TensorFlow's sum of n neighbours; `first` is the position of the first one in its tensor.
    static func sum(_ count: Int, _ x: UnsafePointer<Self>, first: Int) -> Self
    /// NumPy's sum of n elements that are `step` apart.
    static func pairwiseSum(_ count: Int, _ x: UnsafePointer<Self>, step: Int) -> Self
    /// Sums over the middle of three axes, in TensorFlow's order.
    static func sumMiddle(
        _ outer: Int, _ length: Int, _ inner: Int, _ x: UnsafePointer<Self>,
        _ y: UnsafeMutablePointer<Self>)
}

extension Float: Summable {
    static var vectorWidth: Int { 8 }
    static func sum(_ count: Int, _ x: UnsafePointer<Float>, first: Int) -> Float {
        kernel_sum_f32(count, x, first)
    }
    static func pairwiseSum(_ count: Int, _ x: UnsafePointer<Float>, step: Int) -> Float {
        kernel_pairwise_sum_f32(count, x, step)
    }
    static func sumMiddle(
        _ outer: Int, _ length: Int, _ inner: Int, _ x: UnsafePointer<Float>,
        _ y: UnsafeMutablePointer<Float>
    ) { kernel_sum_middle_f32(outer, length, inner, x, y) }
}

extension Double: Summable {
    static var vectorWidth: Int { 4 }
    static func sum(_ count: Int, _ x: UnsafePointer<Double>, first: Int) -> Double {
        kernel_sum_f64(count, x, first)
    }
    static func pairwiseSum(_ count: Int, _ x: UnsafePointer<Double>, step: Int) -> Double {
        kernel_pairwise_sum_f64(count, x, step)
    }
    static func sumMiddle(
        _ outer: Int, _ length: Int, _ inner: Int, _ x: UnsafePointer<Double>,
        _ y: UnsafeMutablePointer<Double>
    ) { kernel_sum_middle_f64(outer, length, inner, x, y) }
}

/// Sums in TensorFlow's order of additions.
///
/// What counts is the pattern of axes that go and stay, once neighbours are merged and lengths of 1 dropped:
/// rows are summed by vectors, the axis before one that stays by four accumulators, an axis on either side of
/// one that stays one by one, inner axis first; anything longer is transposed into rows.
struct TensorFlowSum<T: Summable> {
    let source: Tensor
    let plan: ReductionPlan
    let result: Tensor

    func run() throws {
        if plan.kept.isEmpty {
            if let scattered = ScatteredSum<T>(source) {
                result.pointer(to: T.self).pointee = scattered.run()
            } else {
                rows(try plan.rows(of: source), result.pointer())
            }
            return clearSigns(result.pointer())
        }
        let runs = AxisRuns(source.shape, reduced: plan.reduced)
        let (lengths, pattern) = (runs.lengths, runs.isReduced)
        let y = result.pointer(to: T.self)
        switch pattern {
        case [true, false]: middle(1, lengths[0], lengths[1], y)
        case [false, true, false]: middle(lengths[0], lengths[1], lengths[2], y)
        case [true, false, true]: outside(lengths[0], lengths[1], lengths[2], y)
        case [], [false]: result.write(from: source.viewOrCopy(under: result.shape))
        default: rows(try plan.rows(of: source), y)
        }
        clearSigns(y)
    }

    /// Sums begin with zero, so that those of negative zeros are positive.
    private func clearSigns(_ y: UnsafeMutablePointer<T>) {
        guard plan.length > 1 else { return }
        for i in 0..<result.count { y[i] += 0 }
    }

    private func rows(_ block: Tensor, _ y: UnsafeMutablePointer<T>) {
        let x = block.pointer(to: T.self)
        for row in 0..<plan.shape.count {
            let first = row * plan.length
            y[row] = T.sum(plan.length, x + first, first: first)
        }
    }

    private func middle(_ outer: Int, _ length: Int, _ inner: Int, _ y: UnsafeMutablePointer<T>) {
        let block = source.contiguous()
        withExtendedLifetime(block) {
            T.sumMiddle(outer, length, inner, block.pointer(to: T.self), y)
        }
    }

    private func outside(_ outer: Int, _ middle: Int, _ inner: Int, _ y: UnsafeMutablePointer<T>) {
        source.withUnsafeBuffer(of: T.self) { x in
            for m in 0..<middle {
                var total = T.zero
                for i in 0..<inner {
                    for o in 0..<outer { total += x[(o * middle + m) * inner + i] }
                }
                y[m] = total
            }
        }
    }
}

/// Sums in NumPy's order of additions: axes are walked as they lie in memory; when the innermost one goes, it
/// is summed pairwise, and the others add up such sums one by one.
struct NumPySum<T: Summable> {
    let source: Tensor
    let plan: ReductionPlan
    let result: Tensor

    func run() {
        let strides = source.strides
        let order = source.shape.dimensions.indices.filter { source.shape[$0] != 1 }
            .sorted { abs(strides[$0]) > abs(strides[$1]) }
        let target = result.shape.rowMajorStrides
        var (lengths, from, to) = ([Int](), [Int](), [Int]())
        for axis in order {
            let step = plan.kept.firstIndex(of: axis).map { target[$0] } ?? 0
            let length = source.shape[axis]
            if let last = lengths.indices.last, from[last] == strides[axis] * length,
                to[last] == step * length
            {
                lengths[last] *= length
                (from[last], to[last]) = (strides[axis], step)
            } else {
                lengths.append(length)
                from.append(strides[axis])
                to.append(step)
            }
        }
        walk(lengths[...], from[...], to[...], source.pointer(), result.pointer())
    }

    private func walk(
        _ lengths: ArraySlice<Int>, _ from: ArraySlice<Int>, _ to: ArraySlice<Int>,
        _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>
    ) {
        guard let length = lengths.first, let read = from.first, let write = to.first else {
            return y.pointee += x.pointee
        }
        if lengths.count > 1 {
            for i in 0..<length {
                walk(
                    lengths.dropFirst(), from.dropFirst(), to.dropFirst(), x + i * read,
                    y + i * write)
            }
        } else if write == 0 {
            y.pointee += T.pairwiseSum(length, x, step: read)
        } else {
            for i in 0..<length { y[i * write] += x[i * read] }
        }
    }
}
