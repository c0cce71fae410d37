extension Tensor {
    /// The product over some axes, which may count from the end, or over all.
    package func product(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try UnaryOperation.product(axes: axes, keeping: keeping)(self)
    }
}

extension UnaryOperation {
    static func product(axes: [Int]?, keeping: Bool = false) -> UnaryOperation {
        UnaryOperation(
            "Prod",
            { x in
                let plan = try ReductionPlan(x, axes: axes, operation: "Prod")
                let result = try x.folded(plan, from: 1, operation: "Prod", RowProduct.init)
                return result.viewOrCopy(under: plan.resultShape(keeping: keeping))
            },
            pullback: { x, _ in
                { upstream in
                    let plan = try ReductionPlan(x, axes: axes, operation: "Prod")
                    let order = plan.reduced + plan.kept
                    let table = try x.transposed(order).reshaped(to: [
                        plan.length, plan.shape.count,
                    ])
                    let before = try table.cumulativeProduct(axis: 0, exclusive: true)
                    let after = try table.cumulativeProduct(
                        axis: 0, exclusive: true, reversed: true)
                    let back = order.indices.map { axis in order.firstIndex(of: axis)! }
                    let others = try (before * after)
                        .reshaped(to: Shape(order.map { x.shape[$0] })).transposed(back)
                    return try upstream.reshaped(to: plan.keptShape).broadcast(to: x.shape) * others
                }
            })
    }
}

extension Tensor {
    /// One element for each row of a reduction, by a visitor that knows the type.
    func folded<V: NumberVisitor>(
        _ plan: ReductionPlan, from start: Int, operation: String,
        _ makeVisitor: (_ rows: Tensor, _ result: Tensor) -> V
    ) throws -> Tensor {
        let result = Tensor(repeating: .int(start), shape: plan.shape, dtype)
        let rows = try plan.rows(of: self)
        guard case .some = dtype.accept(makeVisitor(rows, result)) else {
            throw TensorError.unsupportedType(operation: operation, dtype)
        }
        return result
    }
}

private struct RowProduct: NumberVisitor {
    let rows: Tensor
    let result: Tensor

    func visit<T: TensorNumber>(_ type: T.Type) {
        let (x, y, length) = (
            rows.pointer(to: T.self), result.pointer(to: T.self),
            rows.count / Swift.max(1, result.count)
        )
        let lanes = T.self == Float.self ? 8 : T.self == Double.self ? 4 : 0
        for row in 0..<result.count {
            y[row] = Self.product(x + row * length, length, lanes: lanes)
        }
    }

    /// The product of n neighbours in TensorFlow's order: floats by vectors, by four of them where enough elements are
    /// there, then by halves; what fills no vector on its own.
    private static func product<T: TensorNumber>(
        _ x: UnsafePointer<T>, _ n: Int, lanes: Int
    ) -> T {
        let whole = lanes == 0 ? 0 : n / lanes * lanes
        let rest = (whole..<n).reduce(1 as T) { T.product($0, x[$1]) }
        guard whole > 0 else { return rest }
        let ways = whole >= 4 * lanes ? 4 : 1
        var parts = Array(UnsafeBufferPointer(start: x, count: ways * lanes))
        var done = ways * lanes
        while done + ways * lanes <= whole {
            for i in parts.indices { parts[i] = T.product(parts[i], x[done + i]) }
            done += ways * lanes
        }
        var total = Array(parts[..<lanes])
        for i in lanes..<parts.count { total[i % lanes] = T.product(total[i % lanes], parts[i]) }
        for i in done..<whole { total[i % lanes] = T.product(total[i % lanes], x[i]) }
        var half = lanes / 2
        while half > 0 {
            for i in 0..<half { total[i] = T.product(total[i], total[i + half]) }
            half /= 2
        }
        return whole < n ? T.product(total[0], rest) : total[0]
    }
}
