import NeuralNetworks
import PythonRuntime
import PythonSyntax
import Tensors

/// The operators of tensors and variables.
enum TensorOperators {
    typealias Function = (Tensor, Tensor) throws -> Tensor

    static func define(_ t: TypeBuilder) {
        pair(t, .add, .radd, binary(.add, sum), isStrict: false)
        pair(t, .sub, .rsub, binary(.subtract) { try $0 - $1 })
        pair(t, .mul, .rmul, binary(.multiply, product))
        pair(t, .truediv, .rtruediv, binary(.divide, divideAlike), isStrict: false)
        quotients(t)
        pair(
            t, .floordiv, .rfloordiv,
            binary(.floorDivide) { try BinaryOperation.floorDivide($0, $1) })
        pair(t, .mod, .rmod, binary(.modulo) { try BinaryOperation.floorRemainder($0, $1) })
        powers(t)
        pair(
            t, .matmul, .rmatmul, binary(.matrixMultiply) { try $0.matmul($1) }, isStrict: false)
        pair(t, .and, .rand, binary(.and, both))
        pair(t, .or, .ror, binary(.or, either))
        pair(t, .xor, .rxor, binary(.xor, oneOf))
        comparison(t, .lt, .less)
        comparison(t, .le, .lessOrEqual)
        comparison(t, .gt, .greater)
        comparison(t, .ge, .greaterOrEqual)
        equality(t, .eq, .equal)
        equality(t, .ne, .notEqual)
        let tracing = Tracing.of(t.python)
        t.unary(.neg) { python, value -> Value in
            try tracing.operation("Neg", value) {
                try UnaryOperation.negate(TensorType.tensor(value, python)).object(in: python)
            }
        }
        t.unary(.pos) { python, value in try TensorType.tensor(value, python) }
        t.unary(.abs) { python, value -> Value in
            try tracing.operation("Abs", value) {
                try UnaryOperation.absolute(TensorType.tensor(value, python)).object(in: python)
            }
        }
        t.unary(.invert) { python, value -> Tensor in
            let tensor = try TensorType.tensor(value, python)
            return tensor.dtype == .bool ? try tensor.not() : try UnaryOperation.invert(tensor)
        }
    }

    private static func binary(_: BinaryOperator, _ function: @escaping Function) -> Function {
        function
    }

    /// Truth values do not add up or multiply.
    private static func requireNumbers(_ a: Tensor, _ operation: String) throws {
        if a.dtype == .bool { throw TensorError.unsupportedType(operation: operation, .bool) }
    }

    static func product(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try requireNumbers(a, "Mul")
        return try a * b
    }

    /// Whole numbers have no powers below zero.
    static func power(_ a: Tensor, _ b: Tensor, in python: Interpreter) throws -> Tensor {
        if a.dtype.isInteger, b.dtype.isInteger, b.ints.contains(where: { $0 < 0 }) {
            throw TensorError.negativePower
        }
        return try LayerContext.of(python).isCompiled
            ? a.graphPower(b) : BinaryOperation.power(a, b)
    }

    static func sum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try requireNumbers(a, "AddV2")
        guard a.dtype == .string else { return try a + b }
        guard b.dtype == .string else {
            throw TensorError.typeMismatch(
                operation: "Add", position: 1, expected: .string, found: b.dtype)
        }
        return try StringFunctions.joined(a, b)
    }

    /// The division of numbers, which must be of one type.
    static func divideAlike(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.dtype == b.dtype else {
            throw FaceError(
                "TypeError",
                "`x` and `y` must have the same dtype, got tf.\(a.dtype.name) != tf.\(b.dtype.name)."
            )
        }
        return try trueDivide(a, b)
    }

    /// Integers become floats before they divide.
    static func trueDivide(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.dtype.isInteger, b.dtype == a.dtype else { return try a / b }
        let wide: DType = a.dtype.byteWidth <= 2 ? .float32 : .float64
        return try a.cast(to: wide) / b.cast(to: wide)
    }

    private static func both(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        a.dtype == .bool ? try a.and(b) : try BinaryOperation.bitwiseAnd(a, b)
    }

    private static func either(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        a.dtype == .bool ? try a.or(b) : try BinaryOperation.bitwiseOr(a, b)
    }

    private static func oneOf(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        a.dtype == .bool ? try a.xor(b) : try BinaryOperation.bitwiseXor(a, b)
    }

    /// An operator and its reflected form; plain numbers take the tensor's type.
    private static func pair(
        _ t: TypeBuilder, _ special: Special, _ reflected: Special,
        _ function: @escaping Function, isStrict: Bool = true
    ) {
        let tracing = Tracing.of(t.python)
        let name = special.graphName
        t.binary(special) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, isStrict: isStrict, python) else {
                return python.notImplemented
            }
            return try tracing.operation(name, a, b) { try function(x, y).object(in: python) }
        }
        t.binary(reflected) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, python) else { return python.notImplemented }
            return try tracing.operation(name, b, a) { try function(y, x).object(in: python) }
        }
    }

    /// Quotients of floats by plain numbers: graphs multiply by the reciprocal, which they compute before they run.
    private static func quotients(_ t: TypeBuilder) {
        let tracing = Tracing.of(t.python)
        t.binary(.truediv) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, isStrict: false, python) else {
                return python.notImplemented
            }
            return try tracing.operation("truediv", a, b) {
                guard b.object == nil, x.dtype == .float32 || x.dtype == .float64,
                    LayerContext.of(python).isCompiled
                else { return try divideAlike(x, y).object(in: python) }
                let one = try Tensor.filled(.scalar, with: .int(1), y.dtype)
                return try (x * (one / y)).object(in: python)
            }
        }
    }

    /// Powers, which graphs simplify.
    private static func powers(_ t: TypeBuilder) {
        let tracing = Tracing.of(t.python)
        t.binary(.pow) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, python) else { return python.notImplemented }
            return try tracing.operation("pow", a, b) {
                try power(x, y, in: python).object(in: python)
            }
        }
        t.binary(.rpow) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, python) else { return python.notImplemented }
            return try tracing.operation("pow", b, a) {
                try power(y, x, in: python).object(in: python)
            }
        }
    }

    /// Both operands as tensors, the second of the first one's type where it was a plain number.
    static func operands(
        _ a: Value, _ b: Value, isStrict: Bool = true, _ python: Interpreter
    ) throws -> (Tensor, Tensor)? {
        let x = try TensorType.tensor(a, python)
        if let y = ArrayReader.existing(b) { return (x, try convertedArray(b, y, to: x)) }
        if b.isNone {
            throw python.valueError(
                "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor."
            )
        }
        if b.object is DictionaryObject || b.object is SetObject
            || b.object is KerasTensorObject
        {
            return nil
        }
        let y = try TensorLike.from(b, in: python)
        return (
            x, try isStrict ? y.strictlyMatching(x, in: python) : y.matching(x, in: python)
        )
    }

    /// NumPy arrays beside a tensor take its type where they have the same family.
    static func convertedArray(_ value: Value, _ array: Tensor, to other: Tensor) throws
        -> Tensor
    {
        guard
            value.object is ArrayObject || value.object is ScalarObject
                || value.object is BoxedObject,
            array.dtype != other.dtype
        else { return value.object is ArrayObject ? array.copy() : array }
        return try array.cast(to: other.dtype)
    }

    private static func comparison(
        _ t: TypeBuilder, _ special: Special, _ operation: ComparisonOperation
    ) {
        let tracing = Tracing.of(t.python)
        let name = special.graphName
        t.binary(special) { python, a, b -> Value in
            guard let (x, y) = try operands(a, b, python) else { return python.notImplemented }
            return try tracing.operation(name, a, b) { try operation(x, y).object(in: python) }
        }
    }

    private static func equality(
        _ t: TypeBuilder, _ special: Special, _ operation: ComparisonOperation
    ) {
        let tracing = Tracing.of(t.python)
        let name = special.graphName
        t.binary(special) { python, a, b -> Value in
            if b.isNone { return .bool(special == .ne) }
            guard let (x, y) = try operands(a, b, python) else { return python.notImplemented }
            return try tracing.operation(name, a, b) { try operation(x, y).object(in: python) }
        }
    }
}

extension Special {
    /// The name of an operator's operation in a graph.
    fileprivate var graphName: String {
        switch self {
        case .add: "add"
        case .sub: "sub"
        case .mul: "mul"
        case .truediv: "truediv"
        case .floordiv: "floordiv"
        case .mod: "mod"
        // An operator, unlike the function `tf.matmul`, is named like itself.
        case .matmul: "@"
        case .and: "and_"
        case .or: "or_"
        case .xor: "xor"
        case .lt: "Less"
        case .le: "LessEqual"
        case .gt: "Greater"
        case .ge: "GreaterEqual"
        case .eq: "Equal"
        case .ne: "NotEqual"
        default: "op"
        }
    }
}
