import CKernels

extension Tensor {
    /// Each row `C` of `N C` with mean 0 and variance 1.
    package func rowsNormalized(epsilon: Double) throws -> Tensor {
        try UnaryOperation.normalizeRows(epsilon: epsilon)(self)
    }
}

extension UnaryOperation {
    /// Each row `C` of `N C` with mean 0 and variance 1; sums run from the first element to the last, as in oneDNN's
    /// kernel for batches, which TensorFlow hands rows to as channels.
    static func normalizeRows(epsilon: Double) -> Self {
        Self(
            "FusedBatchNormV3", { try RowMoments($0, epsilon).normalized },
            pullback: { x, _ in
                { upstream in
                    let count = Double(Swift.max(x.shape.innermost, 1))
                    let moments = try RowMoments(x, epsilon)
                    let shift = try RowMoments.sum(upstream) / count
                    let slope =
                        try RowMoments.sum(moments.centred * upstream) * moments.inverse
                    let along = try moments.centred * slope * moments.inverse / count
                    return try (upstream - (shift + along)) * moments.inverse
                }
            })
    }
}

/// What normalises rows `N C`: their elements about the mean and one over their deviation.
private struct RowMoments {
    let centred: Tensor
    let inverse: Tensor

    init(_ x: Tensor, _ epsilon: Double) throws {
        let count = Double(Swift.max(x.shape.innermost, 1))
        centred = try x - Self.sum(x) / count
        let variance = try Self.sum(UnaryOperation.square(centred)) / count
        inverse = try 1 / UnaryOperation.squareRoot(variance + epsilon)
    }

    var normalized: Tensor { get throws { try centred * inverse } }

    /// The sums `N 1` of rows, from the first element to the last.
    static func sum(_ x: Tensor) throws -> Tensor { try rowSum(x) }

    private static let rowSum = UnaryOperation(
        "Sum",
        { x in
            let (rows, length) = (x.shape[0], x.shape[1])
            let columns = try x.swapping(0, 1).contiguous()
            let result = Tensor(zeros: [rows, 1], x.dtype)
            if x.dtype == .float32 {
                kernel_sum_first_f32(
                    length, rows, columns.pointer(to: Float.self), result.pointer(to: Float.self))
            } else {
                kernel_sum_first_f64(
                    length, rows, columns.pointer(to: Double.self),
                    result.pointer(to: Double.self))
            }
            return length > 1 ? try result + 0 : result
        },
        pullback: { x, _ in { try $0.broadcast(to: x.shape) } })
}
