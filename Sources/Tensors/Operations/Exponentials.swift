import CKernels

extension UnaryOperation {
    /// eˣ.
    package static let exp: Self = Self(
        "Exp", kernel: LoopTable(kernel_exp_f32, kernel_exp_f64).withComplex(ComplexExp.self)
    ) { _, y in { try $0 * y } }

    /// 2ˣ.
    package static let exp2: Self = Self(
        "Exp2", kernel: LoopTable(kernel_exp2_f32, kernel_exp2_f64)
    ) { _, y in { try $0 * y * Constant.ln2 } }

    /// eˣ - 1 without loss of digits near 0.
    package static let expm1: Self = Self(
        "Expm1", kernel: LoopTable(kernel_expm1_f32, kernel_expm1_f64)
    ) { x, _ in { try $0 * exp(x) } }

    /// The natural logarithm.
    package static let log: Self = Self(
        "Log", kernel: LoopTable(kernel_log_f32, kernel_log_f64).withComplex(ComplexLog.self)
    ) { x, _ in { try $0 * reciprocal(x) } }

    /// The logarithm to base 2.
    package static let log2: Self = Self(
        "Log2", kernel: LoopTable(kernel_log2_f32, kernel_log2_f64)
    ) { x, _ in { try $0 / (x * Constant.ln2) } }

    /// The logarithm to base 10.
    package static let log10: Self = Self(
        "Log10", kernel: LoopTable(kernel_log10_f32, kernel_log10_f64)
    ) { x, _ in { try $0 / (x * Constant.ln10) } }

    /// log(1 + x) without loss of digits near 0.
    package static let log1p: Self = Self(
        "Log1p", kernel: LoopTable(kernel_log1p_f32, kernel_log1p_f64)
    ) { x, _ in { try $0 * reciprocal(1 + x) } }
}

/// The same functions with the very numbers of NumPy, whose polynomials are others than TensorFlow's; no
/// gradients flow there.
extension UnaryOperation {
    package static let numPyExp = Self(
        "exp",
        kernel: LoopTable(kernel_numpy_exp_f32, kernel_numpy_exp_f64)
            .withComplex(ComplexExp.self))
    package static let numPyLog = Self(
        "log",
        kernel: LoopTable(kernel_numpy_log_f32, kernel_numpy_log_f64)
            .withComplex(ComplexLog.self))
    package static let numPyTanh = Self(
        "tanh", kernel: LoopTable(kernel_numpy_tanh_f32, kernel_numpy_tanh_f64))
    package static let numPySin = Self(
        "sin", kernel: LoopTable(kernel_numpy_sin_f32, kernel_sin_f64))
    package static let numPyCos = Self(
        "cos", kernel: LoopTable(kernel_numpy_cos_f32, kernel_cos_f64))
    package static let numPyExp2 = Self(
        "exp2", kernel: LoopTable(kernel_exp2_f32, kernel_numpy_exp2_f64))
    package static let numPyExpm1 = Self(
        "expm1", kernel: LoopTable(kernel_expm1_f32, kernel_numpy_expm1_f64))
    package static let numPyLog2 = Self(
        "log2", kernel: LoopTable(kernel_log2_f32, kernel_numpy_log2_f64))
    package static let numPyLog10 = Self(
        "log10", kernel: LoopTable(kernel_log10_f32, kernel_numpy_log10_f64))
    package static let numPyLog1p = Self(
        "log1p", kernel: LoopTable(kernel_log1p_f32, kernel_numpy_log1p_f64))
}

/// Numbers that derivatives contain.
enum Constant {
    static let ln2 = 0.693147180559945309417
    static let ln10 = 2.302585092994045684018
    static let twoOverRootPi = 1.128379167095512573896
}

private enum ComplexExp: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> {
        Complex<T>(ComplexFunction.exp(Complex<Double>(x)))
    }
}

private enum ComplexLog: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> {
        Complex<T>(ComplexFunction.log(Complex<Double>(x)))
    }
}
