extension BinaryOperation {
    /// A vector added along the last axis. Its gradient is summed row by row, unlike that of a plain sum.
    static let addBias: Self = Self(
        "BiasAdd", { try BinaryOperation.add($0, $1) },
        left: { _, _, _ in { $0 } },
        right: { _, _, _ in { try UnaryOperation.biasGradient($0) } })
}

extension UnaryOperation {
    /// The sum over all axes but the last, one row after the other.
    static let biasGradient: Self = Self(
        "BiasAddGrad",
        { x in
            let width = x.shape.innermost
            let rows = width > 0 ? x.count / width : 0
            guard rows > 0, x.dtype == .float32 || x.dtype == .float64 else {
                return try x.sum(axes: Array(0..<x.rank - 1))
            }
            let (block, result) = (x.contiguous(), Tensor(uninitialized: [width], x.dtype))
            flushingDenormals(of: x.dtype) {
                if x.dtype == .float32 {
                    Float.sumFirst(rows, width, block.pointer(), result.pointer())
                } else {
                    Double.sumFirst(rows, width, block.pointer(), result.pointer())
                }
            }
            return result
        },
        pullback: { x, _ in
            let shape = x.shape
            return { try $0.broadcast(to: shape) }
        })
}

extension Tensor {
    /// A vector added along the last axis, as layers add their bias.
    package func addingBias(_ bias: Tensor) throws -> Tensor {
        guard bias.rank == 1, rank >= 2, bias.count == shape.innermost else {
            throw TensorError.invalidArgument(
                operation: "BiasAdd",
                "Must provide as many biases as the last dimension of the input tensor: "
                    + "\(bias.shape.bracketed) vs. \(shape.bracketed)")
        }
        return try BinaryOperation.addBias(self, bias)
    }
}
