extension Recurrence {
    /// One step of the simple cell in one pass: tanh((x·W + b) + h·U) of x[N, D] and h[N, H]; nil where the
    /// operands are not floats that fit, or where a tape follows one of them.
    package static func simpleStep(
        _ x: Tensor, _ h: Tensor, kernel w: Tensor, recurrentKernel u: Tensor, bias: Tensor?
    ) -> Tensor? {
        let operands = [x, h, w, u] + (bias.map { [$0] } ?? [])
        guard operands.allSatisfy({ $0.dtype == .float32 && !$0.isRecorded }),
            x.rank == 2, h.rank == 2, w.rank == 2, u.rank == 2, x.strides[1] == 1,
            h.isContiguous, w.isContiguous, u.isContiguous, bias?.isContiguous ?? true
        else { return nil }
        let (n, d, units) = (x.shape[0], x.shape[1], h.shape[1])
        guard n > 0, units > 0, h.shape[0] == n, w.shape == [d, units], u.shape == [units, units],
            bias.map({ $0.shape == [units] }) ?? true
        else { return nil }
        let result = Tensor(uninitialized: [n, units], .float32)
        let order = ProductOrder.ofMatrices(m: n, n: units)
        let z = result.pointer(to: Float.self)
        flushingDenormals(of: .float32) {
            MatrixKernel.multiply(
                MatrixView(x.pointer(to: Float.self), rows: n, columns: d, rowStep: x.strides[0]),
                MatrixView(w.pointer(to: Float.self), rows: d, columns: units), order: order,
                into: z, cRow: units)
            MatrixKernel.multiplyAdding(
                MatrixView(h.pointer(to: Float.self), rows: n, columns: units),
                MatrixView(u.pointer(to: Float.self), rows: units, columns: units), order: order,
                bias: bias.map { UnsafePointer($0.pointer(to: Float.self)) }, onto: z, cRow: units)
            Float.tanh(n * units, z)
        }
        return result
    }
}
