import CKernels

/// A loop over n neighbouring elements: `y[i] = f(x[i])`.
typealias UnaryLoop = @Sendable (Int, UnsafeRawPointer, UnsafeMutableRawPointer) -> Void

/// A loop over n elements that may be steps apart: `y[i] = f(a[i·aStep], b[i·bStep])`.
typealias BinaryLoop =
    @Sendable (
        Int, UnsafeRawPointer, Int, UnsafeRawPointer, Int, UnsafeMutableRawPointer
    ) -> Void

/// One loop for each element type that an operation knows.
struct LoopTable<Loop: Sendable>: Sendable {
    private var loops = [Loop?](repeating: nil, count: DType.allCases.count)

    init() {}

    /// The loop for elements of `dtype`.
    subscript(dtype: DType) -> Loop? {
        get { loops[Int(dtype.rawValue)] }
        set { loops[Int(dtype.rawValue)] = newValue }
    }
}

/// Runs `body` under TensorFlow's rule that denormal float32 numbers are zero.
@inline(__always)
func flushingDenormals<R>(of dtype: DType, _ body: () throws -> R) rethrows -> R {
    guard dtype == .float32 else { return try body() }
    let state = kernel_begin_flushing_denormals()
    defer { kernel_end_flushing_denormals(state) }
    return try body()
}
