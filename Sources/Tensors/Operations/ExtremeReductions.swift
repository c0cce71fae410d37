extension Tensor {
    /// The largest element over some axes, or over all; not-a-number wins. Truth values count as 0 and 1.
    package func max(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try UnaryOperation.extreme(.largest, axes: axes, keeping: keeping)(self)
    }

    /// The smallest element over some axes, or over all; not-a-number wins.
    package func min(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try UnaryOperation.extreme(.smallest, axes: axes, keeping: keeping)(self)
    }

    /// The position of the first largest element along an axis, or among all elements.
    package func argmax(axis: Int? = nil) throws -> Tensor {
        try position(of: .largest, axis: axis)
    }

    /// The position of the first smallest element along an axis, or among all elements.
    package func argmin(axis: Int? = nil) throws -> Tensor {
        try position(of: .smallest, axis: axis)
    }

    private func position(of extreme: Extreme, axis: Int?) throws -> Tensor {
        let name = extreme == .largest ? "ArgMax" : "ArgMin"
        let plan = try ReductionPlan(self, axes: axis.map { [$0] }, operation: name)
        guard plan.length > 0 || plan.shape.count == 0 else {
            throw TensorError.emptyReduction(operation: name, axis: axis, shape)
        }
        let rows = dtype == .bool ? converted(to: .uint8) : self
        let result = Tensor(zeros: plan.shape, .int64)
        let search = PositionSearch(rows: try plan.rows(of: rows), result: result, extreme: extreme)
        guard case .some = rows.dtype.accept(search) else {
            throw TensorError.unsupportedType(operation: name, dtype)
        }
        return result
    }
}

/// The end of an order that is looked for.
enum Extreme: Sendable {
    case largest
    case smallest

    /// Whether `a` is further toward this end than `b`; not-a-number is furthest.
    @inline(__always)
    func prefers<T: TensorNumber>(_ a: T, to b: T) -> Bool {
        if b.isNotANumber { return false }
        return a.isNotANumber || (self == .largest ? a > b : a < b)
    }
}

extension UnaryOperation {
    static func extreme(_ extreme: Extreme, axes: [Int]?, keeping: Bool) -> UnaryOperation {
        let name = extreme == .largest ? "Max" : "Min"
        return UnaryOperation(
            name,
            { x in
                if x.dtype == .bool {
                    return try self.extreme(extreme, axes: axes, keeping: keeping)(
                        x.converted(to: .uint8)
                    ).converted(to: .bool)
                }
                let plan = try ReductionPlan(x, axes: axes, operation: name)
                guard plan.length > 0 || plan.shape.count == 0 else {
                    throw TensorError.emptyReduction(operation: name, axis: axes?.first, x.shape)
                }
                let result = try x.folded(plan, from: 0, operation: name) {
                    ValueSearch(rows: $0, result: $1, extreme: extreme)
                }
                return result.viewOrCopy(under: plan.resultShape(keeping: keeping))
            },
            pullback: { x, y in
                { upstream in
                    let plan = try ReductionPlan(x, axes: axes, operation: name)
                    let chosen = try ComparisonOperation.equal(y.reshaped(to: plan.keptShape), x)
                        .cast(to: x.dtype)
                    let ties = try chosen.sum(axes: plan.reduced, keeping: true)
                    return try chosen / ties * upstream.reshaped(to: plan.keptShape)
                }
            })
    }
}

private struct ValueSearch: NumberVisitor {
    let rows: Tensor
    let result: Tensor
    let extreme: Extreme

    func visit<T: TensorNumber>(_ type: T.Type) {
        let (x, y, length) = (
            rows.pointer(to: T.self), result.pointer(to: T.self),
            rows.count / Swift.max(1, result.count)
        )
        for row in 0..<result.count {
            var best = x[row * length]
            for i in row * length..<(row + 1) * length where extreme.prefers(x[i], to: best) {
                best = x[i]
            }
            y[row] = best
        }
    }
}

private struct PositionSearch: NumberVisitor {
    let rows: Tensor
    let result: Tensor
    let extreme: Extreme

    func visit<T: TensorNumber>(_ type: T.Type) {
        let (x, length) = (rows.pointer(to: T.self), rows.count / Swift.max(1, result.count))
        let y = result.pointer(to: Int64.self)
        for row in 0..<result.count {
            let line = x + row * length
            var best = 0
            for i in 0..<length where extreme.prefers(line[i], to: line[best]) { best = i }
            y[row] = Int64(best)
        }
    }
}
