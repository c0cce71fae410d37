extension Tensor {
    /// Whether any element is true over some axes, or over all.
    package func any(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try truthReduced(axes, keeping, operation: "Any") { row in row.contains(true) }
    }

    /// Whether all elements are true over some axes, or over all.
    package func all(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try truthReduced(axes, keeping, operation: "All") { row in !row.contains(false) }
    }

    /// The number of true elements over some axes, or over all.
    package func countTrue(axes: [Int]? = nil, keeping: Bool = false) throws -> Tensor {
        try truth().converted(to: .int64).sum(axes: axes, keeping: keeping)
    }

    private func truthReduced(
        _ axes: [Int]?, _ keeping: Bool, operation: String,
        _ test: (Slice<UnsafeBufferPointer<Bool>>) -> Bool
    ) throws -> Tensor {
        let plan = try ReductionPlan(self, axes: axes, operation: operation)
        let rows = try plan.rows(of: truth())
        return rows.withUnsafeBuffer(of: Bool.self) { flags in
            Tensor(shape: plan.resultShape(keeping: keeping), of: Bool.self) { target in
                for row in target.indices {
                    target[row] = test(flags[row * plan.length..<(row + 1) * plan.length])
                }
            }
        }
    }
}
