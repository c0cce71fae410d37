extension Tensor {
    /// The sum over some axes, which may count from the end, or over all; reduced axes stay with length 1
    /// when `keeping`.
    package func sum(
        axes: [Int]? = nil, keeping: Bool = false, order: SummationOrder = .tensorFlow
    ) throws -> Tensor {
        try UnaryOperation.sum(axes: axes, keeping: keeping, order: order)(self)
    }

    /// The mean over some axes, which may count from the end, or over all.
    package func mean(
        axes: [Int]? = nil, keeping: Bool = false, order: SummationOrder = .tensorFlow
    ) throws -> Tensor {
        try UnaryOperation.mean(axes: axes, keeping: keeping, order: order)(self)
    }
}

extension UnaryOperation {
    static func sum(
        axes: [Int]?, keeping: Bool = false, order: SummationOrder = .tensorFlow
    ) -> UnaryOperation {
        UnaryOperation(
            "Sum",
            { x in
                let plan = try ReductionPlan(x, axes: axes, operation: "Sum")
                return try summed(x, plan, order, operation: "Sum")
                    .viewOrCopy(under: plan.resultShape(keeping: keeping))
            },
            pullback: { x, _ in spread(x, axes) })
    }

    static func mean(
        axes: [Int]?, keeping: Bool = false, order: SummationOrder = .tensorFlow
    ) -> UnaryOperation {
        UnaryOperation(
            "Mean",
            { x in
                let plan = try ReductionPlan(x, axes: axes, operation: "Mean")
                let total = try summed(x, plan, order, operation: "Mean")
                let length = Tensor(.int(plan.length), x.dtype)
                let mean =
                    x.dtype.isInteger && plan.length > 0
                    ? try BinaryOperation.quotient(total, length) : try total / length
                return mean.viewOrCopy(under: plan.resultShape(keeping: keeping))
            },
            pullback: { x, y in
                let (spread, length) = (spread(x, axes), Double(x.count / max(y.count, 1)))
                return { try spread($0 / length) }
            })
    }

    /// Hands the gradient of a sum back to every element.
    private static func spread(_ x: Tensor, _ axes: [Int]?) -> Pullback {
        let original = x.shape
        return { upstream in
            let reduced = (axes ?? Array(0..<original.rank)).compactMap {
                original.resolved(axis: $0)
            }
            let kept = original.removing(axes: reduced, keeping: true)
            return try upstream.reshaped(to: kept).broadcast(to: original)
        }
    }

    private static func summed(
        _ x: Tensor, _ plan: ReductionPlan, _ order: SummationOrder, operation: String
    ) throws -> Tensor {
        let result = Tensor(zeros: plan.shape, x.dtype)
        switch x.dtype {
        case .float32:
            try flushingDenormals(of: .float32) {
                try summed(x, plan, order, into: result, as: Float.self)
            }
        case .float64: try summed(x, plan, order, into: result, as: Double.self)
        case .float16:
            return try summed(x.converted(to: .float32), plan, order, operation: operation)
                .converted(to: .float16)
        case .complex64, .complex128:
            (try plan.rows(of: x)).addRows(into: result)
        default:
            let sum = WholeSum(rows: try plan.rows(of: x), length: plan.length, result: result)
            guard case .some = x.dtype.accept(sum) else {
                throw TensorError.unsupportedType(operation: operation, x.dtype)
            }
        }
        return result
    }

    private static func summed<T: Summable>(
        _ x: Tensor, _ plan: ReductionPlan, _ order: SummationOrder, into result: Tensor,
        as type: T.Type
    ) throws {
        guard x.count > 0 else { return }
        switch order {
        case .tensorFlow: try TensorFlowSum<T>(source: x, plan: plan, result: result).run()
        case .numPy: NumPySum<T>(source: x, plan: plan, result: result).run()
        }
    }
}

extension Tensor {
    /// Adds each row of complex numbers up.
    fileprivate func addRows(into result: Tensor) {
        let (numbers, length) = (scalars.map(\.complex), count / Swift.max(1, result.count))
        for row in 0..<result.count {
            let total = numbers[row * length..<(row + 1) * length].reduce(Complex(0)) { $0 + $1 }
            result[result.coordinates(of: row)] = .complex(total)
        }
    }
}

/// Sums of whole numbers, which wrap.
private struct WholeSum: NumberVisitor {
    let rows: Tensor
    let length: Int
    let result: Tensor

    func visit<T: TensorNumber>(_ type: T.Type) {
        let (x, y) = (rows.pointer(to: T.self), result.pointer(to: T.self))
        for row in 0..<result.count {
            var total: T = 0
            for i in row * length..<(row + 1) * length { total = T.sum(total, x[i]) }
            y[row] = total
        }
    }
}

extension BinaryOperation {
    /// The quotient of whole numbers, cut toward zero as C does: TensorFlow's mean of integers.
    static let quotient: Self = Self(
        "Div",
        { a, b in
            let rest = try BinaryOperation.remainder(a, b)
            return try BinaryOperation.floorDivide(a - rest, b)
        })
}
