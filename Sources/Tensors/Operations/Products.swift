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
        for row in 0..<result.count {
            for i in row * length..<(row + 1) * length { y[row] = T.product(y[row], x[i]) }
        }
    }
}
