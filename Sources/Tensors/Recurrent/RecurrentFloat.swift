import CKernels

/// Floats that recurrent layers compute in: the elementwise loops between the products.
protocol RecurrentFloat: MatrixFloat {
    /// x = tanh x.
    static func tanh(_ count: Int, _ x: UnsafeMutablePointer<Self>)
    /// dy = dy · (1 - y²).
    static func tanhGradient(
        _ count: Int, _ y: UnsafePointer<Self>, _ dy: UnsafeMutablePointer<Self>)
    /// y = a + b.
    static func add(
        _ count: Int, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
        _ y: UnsafeMutablePointer<Self>)
    /// y = a · b.
    static func multiply(
        _ count: Int, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
        _ y: UnsafeMutablePointer<Self>)
    /// y[i] = the sum over l of x[l][i], one by one.
    static func sumFirst(
        _ length: Int, _ inner: Int, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>)
}

extension RecurrentFloat {
    /// y = y + x.
    static func add(_ count: Int, _ x: UnsafePointer<Self>, onto y: UnsafeMutablePointer<Self>) {
        add(count, y, x, y)
    }
}

extension Float: RecurrentFloat {
    static func tanh(_ count: Int, _ x: UnsafeMutablePointer<Float>) {
        kernel_tanh_f32(count, x, x)
    }
    static func tanhGradient(
        _ count: Int, _ y: UnsafePointer<Float>, _ dy: UnsafeMutablePointer<Float>
    ) { kernel_tanh_gradient_f32(count, y, 1, dy, 1, dy) }
    static func add(
        _ count: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
        _ y: UnsafeMutablePointer<Float>
    ) { kernel_add_f32(count, a, 1, b, 1, y) }
    static func multiply(
        _ count: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
        _ y: UnsafeMutablePointer<Float>
    ) { kernel_multiply_f32(count, a, 1, b, 1, y) }
    static func sumFirst(
        _ length: Int, _ inner: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
    ) { kernel_sum_first_f32(length, inner, x, y) }
}

extension Double: RecurrentFloat {
    static func tanh(_ count: Int, _ x: UnsafeMutablePointer<Double>) {
        kernel_tanh_f64(count, x, x)
    }
    static func tanhGradient(
        _ count: Int, _ y: UnsafePointer<Double>, _ dy: UnsafeMutablePointer<Double>
    ) { kernel_tanh_gradient_f64(count, y, 1, dy, 1, dy) }
    static func add(
        _ count: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
        _ y: UnsafeMutablePointer<Double>
    ) { kernel_add_f64(count, a, 1, b, 1, y) }
    static func multiply(
        _ count: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
        _ y: UnsafeMutablePointer<Double>
    ) { kernel_multiply_f64(count, a, 1, b, 1, y) }
    static func sumFirst(
        _ length: Int, _ inner: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
    ) { kernel_sum_first_f64(length, inner, x, y) }
}
