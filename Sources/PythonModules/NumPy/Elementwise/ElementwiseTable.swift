import PythonRuntime
import Tensors

/// NumPy's element-by-element functions of one operand.
extension ElementwiseFunction {
    private static func floating(_ name: String, _ operation: UnaryOperation) -> Self {
        var function = Self(name, LoopTypes.floats, unary: { try operation($0) })
        function.floatOperation = operation
        return function
    }

    /// A function whose single-precision results are the rounded double-precision ones, which come closer to
    /// NumPy's than TensorFlow's quick approximations.
    private static func rounded(_ name: String, _ operation: UnaryOperation) -> Self {
        Self(
            name, LoopTypes.floats,
            unary: { x in
                guard x.dtype == .float32 else { return try operation(x) }
                return try operation(x.cast(to: .float64)).cast(to: .float32)
            })
    }

    private static func real(_ name: String, _ operation: UnaryOperation) -> Self {
        Self(name, LoopTypes.realFloats, unary: { try operation($0) })
    }

    /// NumPy's own for real numbers.
    private static var hyperbolicTangent: Self {
        var function = Self(
            "tanh", LoopTypes.floats,
            unary: {
                try $0.dtype.isComplex ? UnaryOperation.tanh($0) : UnaryOperation.numPyTanh($0)
            })
        function.floatOperation = .numPyTanh
        return function
    }

    /// The functions that turn whole numbers into floats.
    static var floatFunctions: [Self] {
        [
            floating("exp", .numPyExp), floating("exp2", .numPyExp2),
            rounded("expm1", .numPyExpm1), floating("log", .numPyLog),
            floating("log2", .numPyLog2), floating("log10", .numPyLog10),
            rounded("log1p", .numPyLog1p), floating("sqrt", .squareRoot), real("cbrt", .cubeRoot),
            floating("sin", .numPySin), floating("cos", .numPyCos), floating("tan", .tan),
            floating("arcsin", .asin), floating("arccos", .acos), floating("arctan", .atan),
            rounded("sinh", .sinh), floating("cosh", .cosh), hyperbolicTangent,
            rounded("arcsinh", .asinh), floating("arccosh", .acosh), floating("arctanh", .atanh),
            real("fabs", .absolute), real("floor", .floor), real("ceil", .ceiling),
            real("trunc", .truncate), floating("rint", .round),
            Self("deg2rad", LoopTypes.realFloats, unary: { try $0 * (Double.pi / 180) }),
            Self("radians", LoopTypes.realFloats, unary: { try $0 * (Double.pi / 180) }),
            Self("rad2deg", LoopTypes.realFloats, unary: { try $0 * (180 / Double.pi) }),
            Self("degrees", LoopTypes.realFloats, unary: { try $0 * (180 / Double.pi) }),
        ]
    }

    static let negative = Self(
        "negative",
        {
            guard $0 != .bool else {
                throw BooleanArithmetic(
                    message:
                        "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
                )
            }
            return $0 == .string ? nil : $0
        }, unary: { try UnaryOperation.negate($0) })

    static let absolute = Self(
        "absolute", LoopTypes.numbers,
        unary: { x in
            if x.dtype == .bool { return x }
            let sizes = try UnaryOperation.absolute(x)
            return sizes.dtype.isComplex ? ComplexParts.real(sizes) : sizes
        })

    static let invert = Self(
        "invert", LoopTypes.bits,
        unary: { $0.dtype == .bool ? try $0.not() : try UnaryOperation.invert($0) })

    static let positive = Self(
        "positive", { $0 == .bool || $0 == .string ? nil : $0 }, unary: { $0.copy() })

    /// The functions that keep the type, and the tests.
    static var otherUnaryFunctions: [Self] {
        [
            negative, absolute, invert, positive,
            Self("square", LoopTypes.counted, unary: { try UnaryOperation.square($0) }),
            Self(
                "sign", { $0 == .bool || $0 == .string ? nil : $0 },
                unary: { try UnaryOperation.sign($0) }),
            Self(
                "conjugate", LoopTypes.counted,
                unary: { $0.dtype.isComplex ? try UnaryOperation.conjugate($0) : $0.copy() }),
            Self(
                "reciprocal", LoopTypes.counted,
                unary: { try BinaryOperation.divide(Tensor(.int(1), $0.dtype), $0) }),
            Self("isnan", LoopTypes.numbers, unary: { $0.isNaN() }),
            Self("isinf", LoopTypes.numbers, unary: { $0.isInfinite() }),
            Self("isfinite", LoopTypes.numbers, unary: { $0.isFinite() }),
            Self(
                "signbit", LoopTypes.realFloats,
                unary: { x in
                    Tensor(x.doubles.map { $0.sign == .minus }, shape: x.shape)
                }),
            Self("logical_not", LoopTypes.anything, unary: { try $0.truth().not() }),
        ]
    }
}

/// Arithmetic that text does not have.
struct TextArithmetic: Error {
    /// What NumPy says of it.
    let message: String

    init(_ function: String, _ operands: [Tensor]) {
        let types = operands.map { "dtype('\($0.textCode)')" }.joined(separator: ", ")
        message =
            "ufunc '\(function)' did not contain a loop with signature matching types (\(types)) -> None"
    }
}

/// Arithmetic that truth values do not have.
struct BooleanArithmetic: Error {
    let message: String
}
