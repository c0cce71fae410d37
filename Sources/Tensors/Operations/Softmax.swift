import CKernels

extension Tensor {
    /// eˣ / Σ eˣ along an axis, which may count from the end.
    package func softmax(axis: Int = -1) throws -> Tensor {
        try alongLast(axis, operation: "Softmax") { try UnaryOperation.softmax($0) }
    }

    /// The logarithm of the softmax along an axis, which may count from the end.
    package func logSoftmax(axis: Int = -1) throws -> Tensor {
        try alongLast(axis, operation: "LogSoftmax") { try UnaryOperation.logSoftmax($0) }
    }

    /// Moves an axis to the end, applies `body` and moves it back.
    private func alongLast(
        _ axis: Int, operation: String, _ body: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        let resolved = try resolved(axis: axis, in: operation)
        if resolved == rank - 1 { return try body(self) }
        return try body(swapping(resolved, rank - 1)).swapping(resolved, rank - 1)
    }
}

extension UnaryOperation {
    /// The softmax along the last axis.
    static let softmax: Self = Self(
        "Softmax",
        { x in
            try requireFloats(x, "Softmax")
            if x.dtype == .float32, x.rank > 0, x.count > 0 {
                return rows(of: x, kernel_softmax_f32)
            }
            let shifted = try exp(x - x.max(axes: [-1], keeping: true))
            return try shifted * (1 / shifted.sum(axes: [-1], keeping: true))
        },
        pullback: { _, y in
            { upstream in
                try (upstream - (upstream * y).sum(axes: [-1], keeping: true)) * y
            }
        })

    /// Rows of single-precision numbers in TensorFlow's own order.
    private static func rows(
        of x: Tensor,
        _ kernel: (Int, Int, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?) -> Void
    ) -> Tensor {
        let (block, result) = (x.contiguous(), Tensor(uninitialized: x.shape, .float32))
        let length = x.shape.innermost
        flushingDenormals(of: .float32) {
            kernel(
                x.count / length, length, block.pointer(to: Float.self),
                result.pointer(to: Float.self))
        }
        return result
    }

    /// The logarithm of the softmax along the last axis.
    static let logSoftmax: Self = Self(
        "LogSoftmax",
        { x in
            try requireFloats(x, "LogSoftmax")
            if x.dtype == .float32, x.rank > 0, x.count > 0 {
                return rows(of: x, kernel_log_softmax_f32)
            }
            let shifted = try x - x.max(axes: [-1], keeping: true)
            return try shifted - log(exp(shifted).sum(axes: [-1], keeping: true))
        },
        pullback: { _, y in
            { upstream in
                try upstream - upstream.sum(axes: [-1], keeping: true) * exp(y)
            }
        })

    private static func requireFloats(_ x: Tensor, _ name: String) throws {
        guard x.dtype.isFloating else {
            throw TensorError.unsupportedType(operation: name, x.dtype)
        }
    }
}
