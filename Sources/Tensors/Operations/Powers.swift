import CKernels

extension UnaryOperation {
    /// √x.
    package static let squareRoot: Self = Self(
        "Sqrt", kernel: LoopTable(kernel_square_root_f32, kernel_square_root_f64)
    ) { _, y in { try BinaryOperation.squareRootGradient(y, $0) } }

    /// 1 / √x.
    package static let reciprocalSquareRoot: Self = Self(
        "Rsqrt", kernel: LoopTable(kernel_reciprocal_root_f32, kernel_reciprocal_root_f64)
    ) { _, y in { try BinaryOperation.reciprocalSquareRootGradient(y, $0) } }

    /// ∛x.
    package static let cubeRoot: Self = Self(
        "Cbrt", kernel: LoopTable(kernel_cube_root_f32, kernel_cube_root_f64)
    ) { _, y in { try $0 / (3 * (y * y)) } }

    /// 1 / x.
    package static let reciprocal: Self = Self(
        "Reciprocal",
        {
            $0.dtype.isFloating && $0.dtype != .float16
                ? try floatReciprocal($0) : try 1 / $0
        }, pullback: { _, y in { try -$0 * (y * y) } })

    private static let floatReciprocal = UnaryKernel(
        name: "Reciprocal", loops: LoopTable(kernel_reciprocal_f32, kernel_reciprocal_f64))
}

extension BinaryOperation {
    /// The gradient of √x from its result and the upstream gradient.
    static let squareRootGradient: Self = Self(
        stretching: BinaryKernel(
            name: "SqrtGrad",
            loops: LoopTable(kernel_square_root_gradient_f32, kernel_square_root_gradient_f64)),
        left: { y, dy, _ in { try -($0 * dy * 0.5) / (y * y) } },
        right: { y, _, _ in { try 0.5 * $0 / y } })

    /// The gradient of 1/√x from its result and the upstream gradient.
    static let reciprocalSquareRootGradient: Self = Self(
        stretching: BinaryKernel(
            name: "RsqrtGrad",
            loops: LoopTable(
                kernel_reciprocal_root_gradient_f32, kernel_reciprocal_root_gradient_f64)),
        left: { y, dy, _ in { try -1.5 * ($0 * dy) * (y * y) } },
        right: { y, _, _ in { try reciprocalSquareRootGradient(y, $0) } })

    /// a to the power b.
    package static let power: Self = Self(
        stretching: BinaryKernel(
            name: "Pow",
            loops: LoopTable(kernel_power_f32, kernel_power_f64).withIntegers(Power.self)
                .withComplexPowers()),
        left: { a, b, _ in { try $0 * b * power(a, b - 1) } },
        right: { a, _, y in
            { upstream in
                let positive = try ComparisonOperation.greater(a, a.number(0))
                let safe = try Tensor.select(positive, a, a.number(1))
                let logarithm = try Tensor.select(positive, UnaryOperation.log(safe), a.number(0))
                return try upstream * y * logarithm
            }
        })
}

extension Tensor {
    /// This tensor to a power, as TensorFlow's graphs take it: those with a simpler operation are made of that one.
    package func graphPower(_ exponent: Tensor) throws -> Tensor {
        guard exponent.rank == 0, !exponent.isRecorded, dtype.isFloating,
            case let number = exponent.item.double, Self.isSimple(number)
        else { return try BinaryOperation.power(self, exponent) }
        return try UnaryOperation(
            "Pow", { try $0.simplePower(number) },
            pullback: { x, _ in
                { upstream in
                    try upstream * number * x.graphPower(Tensor(.float(number - 1), x.dtype))
                }
            })(self)
    }

    private static func isSimple(_ exponent: Double) -> Bool {
        [-1, -0.5, 0, 0.5, 1, 2, 3].contains(exponent)
    }

    private func simplePower(_ exponent: Double) throws -> Tensor {
        switch exponent {
        case 3: try self * UnaryOperation.square(self)
        case 2: try UnaryOperation.square(self)
        case 1: self
        case 0.5: try UnaryOperation.squareRoot(self)
        case -0.5: try UnaryOperation.reciprocalSquareRoot(self)
        case -1: try UnaryOperation.reciprocal(self)
        default: Tensor(repeating: .int(1), shape: shape, dtype)
        }
    }
}

private enum Power: BinaryFormula {
    /// By repeated squaring; the faces refuse or explain negative exponents before.
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
        var (result, factor, exponent) = (T(1), a, b)
        guard exponent >= 0 else { return a == 1 ? 1 : 0 }
        while exponent > 0 {
            if exponent & 1 == 1 { result = result &* factor }
            factor = factor &* factor
            exponent >>= 1
        }
        return result
    }

    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        Complex<T>(ComplexFunction.power(Complex<Double>(a), Complex<Double>(b)))
    }
}

extension LoopTable where Loop == BinaryLoop {
    fileprivate func withComplexPowers() -> Self { withComplex(Power.self) }
}
