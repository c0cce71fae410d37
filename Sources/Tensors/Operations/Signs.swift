import CKernels

private enum Negated: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { 0 &- x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { -x }
}

private enum Magnitude: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x < 0 ? 0 &- x : x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> {
        Complex((x.real * x.real + x.imaginary * x.imaginary).squareRoot())
    }
}

private enum Square: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x &* x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { x * x }
}

private enum Sign: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x == 0 ? 0 : x > 0 ? 1 : 0 &- 1 }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> {
        let size = (x.real * x.real + x.imaginary * x.imaginary).squareRoot()
        return size == 0 ? x : Complex(x.real / size, x.imaginary / size)
    }
}

private enum Conjugate: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { x.conjugate }
}

extension UnaryOperation {
    /// -x.
    package static let negate: Self = Self(
        "Neg",
        kernel: LoopTable(kernel_negate_f32, kernel_negate_f64).withIntegers(Negated.self)
            .withComplex(Negated.self)
    ) { _, _ in { try -$0 } }

    /// |x|; for complex numbers the modulus, still as a complex number.
    package static let absolute: Self = Self(
        "Abs",
        kernel: LoopTable(kernel_absolute_f32, kernel_absolute_f64).withIntegers(Magnitude.self)
            .withComplex(Magnitude.self)
    ) { x, _ in { try $0 * sign(x) } }

    /// -1, 0 or 1; for complex numbers x / |x|.
    package static let sign: Self = Self(
        "Sign",
        kernel: LoopTable(kernel_sign_f32, kernel_sign_f64).withIntegers(Sign.self)
            .withComplex(Sign.self)
    ) { x, _ in { _ in Tensor(zeros: x.shape, x.dtype) } }

    /// x².
    package static let square: Self = Self(
        "Square",
        kernel: LoopTable(kernel_square_f32, kernel_square_f64).withIntegers(Square.self)
            .withComplex(Square.self)
    ) { x, _ in { try $0 * (x * 2) } }

    /// The complex conjugate; real numbers stay as they are.
    package static let conjugate: Self = Self(
        "Conj",
        { x in
            guard x.dtype.isComplex else { return x }
            return try UnaryKernel(
                name: "Conj", loops: LoopTable<UnaryLoop>().withComplex(Conjugate.self))(x)
        },
        pullback: { _, _ in { try conjugate($0) } })

    /// An elementwise operation from its loops.
    init(
        _ name: String, kernel loops: LoopTable<UnaryLoop>,
        pullback: (@Sendable (_ x: Tensor, _ y: Tensor) -> Pullback)? = nil
    ) {
        let kernel = UnaryKernel(name: name, loops: loops)
        self.init(name, { try kernel($0) }, pullback: pullback)
    }
}
