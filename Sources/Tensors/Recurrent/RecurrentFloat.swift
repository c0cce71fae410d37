import CKernels

/// Floats that recurrent layers compute in: the elementwise loops between the products.
protocol RecurrentFloat: MatrixFloat {
    /// x = tanh x.
    static func tanh(_ count: Int, _ x: UnsafeMutablePointer<Self>)
    /// dx = dy · (1 - y²).
    static func tanhGradient(
        _ count: Int, _ y: UnsafePointer<Self>, _ dy: UnsafePointer<Self>,
        _ dx: UnsafeMutablePointer<Self>)
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

    /// Adds products of all steps of a run onto c, or writes them there.
    static func addSummedProducts(
        _ p: SummedProducts<Self>, into c: UnsafeMutablePointer<Self>, adds: Bool)

    static func longShortTermForward(_ step: ForwardStep<Self>)
    static func longShortTermBackward(_ step: BackwardStep<Self>)
    static func gatedForward(_ step: ForwardStep<Self>)
    static func gatedBackward(_ step: BackwardStep<Self>)
}

/// The sum over steps of aᵀ·b, a[k, m] and b[k, n] being other matrices in each.
struct SummedProducts<T> {
    let steps: Int
    /// The steps that are added up before the others.
    let head: Int
    /// The steps of each other group.
    let group: Int
    let m: Int
    let n: Int
    let k: Int
    /// Where each step's a begins.
    let left: [UnsafePointer<T>?]
    /// How far the rows of a are apart.
    let leftRow: Int
    /// Where each step's b begins, whose rows follow each other.
    let right: [UnsafePointer<T>?]
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
        _ count: Int, _ y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
        _ dx: UnsafeMutablePointer<Float>
    ) { kernel_tanh_gradient_f32(count, y, 1, dy, 1, dx) }
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
    static func addSummedProducts(
        _ p: SummedProducts<Float>, into c: UnsafeMutablePointer<Float>, adds: Bool
    ) {
        kernel_summed_products_f32(
            p.steps, p.head, p.group, p.m, p.n, p.k, p.left, p.leftRow, p.right, p.n, c, p.n,
            adds ? 1 : 0)
    }

    static func longShortTermForward(_ s: ForwardStep<Float>) {
        kernel_lstm_forward_f32(
            s.rows, s.units, s.count, s.whole, s.bias, s.gates, s.beforeCarry, s.kept, s.state)
    }
    static func longShortTermBackward(_ s: BackwardStep<Float>) {
        kernel_lstm_backward_f32(
            s.rows, s.units, s.count, s.whole, s.gates, s.beforeCarry, s.kept, s.upstream, s.carry,
            s.inner)
    }
    static func gatedForward(_ s: ForwardStep<Float>) {
        kernel_gru_forward_f32(
            s.rows, s.units, s.count, s.whole, s.bias, s.bias.map { $0 + 3 * s.units }, s.gates,
            s.product,
            s.kept, s.before, s.state)
    }
    static func gatedBackward(_ s: BackwardStep<Float>) {
        kernel_gru_backward_f32(
            s.rows, s.units, s.count, s.whole, s.gates, s.kept, s.before, s.upstream, s.inner,
            s.innerRecurrent)
    }
}

extension Double: RecurrentFloat {
    static func tanh(_ count: Int, _ x: UnsafeMutablePointer<Double>) {
        kernel_tanh_f64(count, x, x)
    }
    static func tanhGradient(
        _ count: Int, _ y: UnsafePointer<Double>, _ dy: UnsafePointer<Double>,
        _ dx: UnsafeMutablePointer<Double>
    ) { kernel_tanh_gradient_f64(count, y, 1, dy, 1, dx) }
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
    static func addSummedProducts(
        _ p: SummedProducts<Double>, into c: UnsafeMutablePointer<Double>, adds: Bool
    ) {
        kernel_summed_products_f64(
            p.steps, p.head, p.group, p.m, p.n, p.k, p.left, p.leftRow, p.right, p.n, c, p.n,
            adds ? 1 : 0)
    }

    static func longShortTermForward(_ s: ForwardStep<Double>) {
        kernel_lstm_forward_f64(
            s.rows, s.units, s.count, s.whole, s.bias, s.gates, s.beforeCarry, s.kept, s.state)
    }
    static func longShortTermBackward(_ s: BackwardStep<Double>) {
        kernel_lstm_backward_f64(
            s.rows, s.units, s.count, s.whole, s.gates, s.beforeCarry, s.kept, s.upstream, s.carry,
            s.inner)
    }
    static func gatedForward(_ s: ForwardStep<Double>) {
        kernel_gru_forward_f64(
            s.rows, s.units, s.count, s.whole, s.bias, s.bias.map { $0 + 3 * s.units }, s.gates,
            s.product,
            s.kept, s.before, s.state)
    }
    static func gatedBackward(_ s: BackwardStep<Double>) {
        kernel_gru_backward_f64(
            s.rows, s.units, s.count, s.whole, s.gates, s.kept, s.before, s.upstream, s.inner,
            s.innerRecurrent)
    }
}
