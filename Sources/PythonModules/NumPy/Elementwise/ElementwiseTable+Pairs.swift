import PythonRuntime
import Tensors

/// NumPy's element-by-element functions of two operands.
extension ElementwiseFunction {
    static let add = Self(
        "add", LoopTypes.numbers, identity: .int(0), operation: .add)
    static let subtract = Self(
        "subtract",
        {
            guard $0 != .bool else {
                throw BooleanArithmetic(
                    message:
                        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
                )
            }
            return $0 == .string ? nil : $0
        }, operation: .subtract)
    static let multiply = Self(
        "multiply", LoopTypes.numbers, identity: .int(1), operation: .multiply)
    static let divide = Self(
        "divide", LoopTypes.quotients, operation: .divide)
    static let floorDivide = Self(
        "floor_divide", LoopTypes.counted, binary: { try BinaryOperation.floorDivide($0, $1) })
    static let remainder = Self(
        "remainder", LoopTypes.counted, binary: { try BinaryOperation.floorRemainder($0, $1) })
    static let power = Self(
        "power", LoopTypes.counted,
        binary: { base, exponent in
            if exponent.dtype.kind == .signed, exponent.ints.contains(where: { $0 < 0 }) {
                throw TensorError.negativePower
            }
            return try raised(base, exponent)
        })
    static let maximum = Self(
        "maximum", LoopTypes.numbers, binary: { try BinaryOperation.maximum($0, $1) })
    static let minimum = Self(
        "minimum", LoopTypes.numbers, binary: { try BinaryOperation.minimum($0, $1) })

    /// Small whole exponents as NumPy shortens them.
    private static func raised(_ base: Tensor, _ exponent: Tensor) throws -> Tensor {
        guard exponent.rank == 0, base.rank > 0, !base.dtype.isInteger else {
            return try BinaryOperation.power(base, exponent)
        }
        switch exponent.item.double {
        case 2: return try UnaryOperation.square(base)
        case 1: return base.copy()
        case 0.5: return try UnaryOperation.squareRoot(base)
        case -1: return try BinaryOperation.divide(Tensor(.int(1), base.dtype), base)
        default: return try BinaryOperation.power(base, exponent)
        }
    }

    static let equal = compared("equal", .equal)
    static let notEqual = compared("not_equal", .notEqual)
    static let less = compared("less", .less)
    static let lessEqual = compared("less_equal", .lessOrEqual)
    static let greater = compared("greater", .greater)
    static let greaterEqual = compared("greater_equal", .greaterOrEqual)

    private static func compared(_ name: String, _ operation: ComparisonOperation) -> Self {
        Self(name, LoopTypes.anything, binary: { try operation($0, $1) })
    }

    static let bitwiseAnd = Self(
        "bitwise_and", LoopTypes.bits, identity: .int(-1),
        binary: { a, b in
            a.dtype == .bool ? try a.and(b) : try BinaryOperation.bitwiseAnd(a, b)
        })
    static let bitwiseOr = Self(
        "bitwise_or", LoopTypes.bits, identity: .int(0),
        binary: { a, b in a.dtype == .bool ? try a.or(b) : try BinaryOperation.bitwiseOr(a, b) })
    static let bitwiseXor = Self(
        "bitwise_xor", LoopTypes.bits, identity: .int(0),
        binary: { a, b in a.dtype == .bool ? try a.xor(b) : try BinaryOperation.bitwiseXor(a, b) })
    static let leftShift = Self(
        "left_shift", { $0 == .bool ? .int8 : $0.isInteger ? $0 : nil },
        binary: { try BinaryOperation.leftShift($0, $1) })
    static let rightShift = Self(
        "right_shift", { $0 == .bool ? .int8 : $0.isInteger ? $0 : nil },
        binary: { try BinaryOperation.rightShift($0, $1) })

    /// All functions of two operands.
    static var binaryFunctions: [Self] {
        [
            add, subtract, multiply, divide, floorDivide, remainder, power, maximum, minimum, equal,
            notEqual, less, lessEqual, greater, greaterEqual, bitwiseAnd, bitwiseOr, bitwiseXor,
            leftShift, rightShift,
            Self(
                "logical_and", LoopTypes.anything, identity: .bool(true),
                binary: { try $0.truth().and($1.truth()) }),
            Self(
                "logical_or", LoopTypes.anything, identity: .bool(false),
                binary: { try $0.truth().or($1.truth()) }),
            Self(
                "logical_xor", LoopTypes.anything, identity: .bool(false),
                binary: { try $0.truth().xor($1.truth()) }),
            Self(
                "fmod", LoopTypes.counted, binary: { try BinaryOperation.remainder($0, $1) }),
            Self(
                "arctan2", LoopTypes.realFloats,
                binary: { try BinaryOperation.arcTangent($0, $1) }),
            Self(
                "hypot", LoopTypes.realFloats, binary: { try BinaryOperation.hypotenuse($0, $1) }),
            Self(
                "float_power", { $0 == .string ? nil : $0.isComplex ? .complex128 : .float64 },
                binary: { try BinaryOperation.power($0, $1) }),
            Self(
                "fmax", LoopTypes.numbers,
                binary: { try ignoringNaN($0, $1, BinaryOperation.maximum) }),
            Self(
                "fmin", LoopTypes.numbers,
                binary: { try ignoringNaN($0, $1, BinaryOperation.minimum) }),
            Self("logaddexp", LoopTypes.realFloats, binary: logAddExp),
            Self(
                "copysign", LoopTypes.realFloats,
                binary: { a, b in
                    let size = try UnaryOperation.absolute(a)
                    let isNegative = try ComparisonOperation.less(b, Tensor(.int(0), b.dtype))
                    return try Tensor.select(isNegative, UnaryOperation.negate(size), size)
                }),
        ]
    }

    /// An operation that takes the number where the other one is none.
    private static func ignoringNaN(
        _ a: Tensor, _ b: Tensor, _ operation: BinaryOperation
    ) throws -> Tensor {
        guard a.dtype.isFloating else { return try operation(a, b) }
        return try operation(
            Tensor.select(a.isNaN(), b, a), Tensor.select(b.isNaN(), a, b))
    }

    /// log(eᵃ + eᵇ) without overflow.
    private static func logAddExp(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        let gap = try UnaryOperation.absolute(BinaryOperation.subtract(a, b))
        let rest = try UnaryOperation.log1p(UnaryOperation.exp(UnaryOperation.negate(gap)))
        let sum = try BinaryOperation.add(BinaryOperation.maximum(a, b), rest)
        return try Tensor.select(
            ComparisonOperation.equal(a, b),
            UnaryOperation.log(
                Tensor(.int(2), a.dtype)) + a, sum)
    }
}
