import PythonRuntime
import Tensors

/// `tf.math`: functions of each element, and of pairs of elements.
enum TensorMath {
    static func define(_ m: ModuleBuilder) {
        for (name, operation) in unary {
            m.def("\(name)(x, name=None)") {
                (_: Interpreter, x: TensorLike, _: Value) -> Tensor in
                // The size of a complex number is a real one.
                if name == "abs", x.tensor.dtype.kind == .complex {
                    return x.tensor.part {
                        ($0.real * $0.real + $0.imaginary * $0.imaginary).squareRoot()
                    }
                }
                return try operation(x.tensor)
            }
        }
        for (name, function) in binary {
            m.def("\(name)(x, y, name=None)") {
                (python: Interpreter, x: TensorLike, y: TensorLike, _: Value) -> Tensor in
                let isLenient = ["add", "divide", "truediv"].contains(name)
                let (a, b) =
                    try isLenient ? matched(x, y, python) : strictlyMatched(x, y, python)
                return try function(a, b)
            }
        }
        m.def("pow(x, y, name=None)") {
            (python: Interpreter, x: TensorLike, y: TensorLike, _: Value) -> Tensor in
            let (a, b) = try strictlyMatched(x, y, python)
            return try TensorOperators.power(a, b, in: python)
        }
        for (name, operation) in comparisons {
            m.def("\(name)(x, y, name=None)") {
                (python: Interpreter, x: TensorLike, y: TensorLike, _: Value) -> Tensor in
                let (a, b) = try strictlyMatched(x, y, python)
                return try operation(a, b)
            }
        }
        tests(m)
    }

    /// Plain numbers beside a tensor take its type, or are refused.
    static func strictlyMatched(
        _ x: TensorLike, _ y: TensorLike, _ python: Interpreter
    ) throws -> (Tensor, Tensor) {
        if x.isPlain, !y.isPlain {
            return (try x.strictlyMatching(y.tensor, in: python), y.tensor)
        }
        return (x.tensor, try y.strictlyMatching(x.tensor, in: python))
    }

    /// Plain numbers beside a tensor take its type.
    static func matched(_ x: TensorLike, _ y: TensorLike, _ python: Interpreter) throws -> (
        Tensor, Tensor
    ) {
        if x.isPlain, !y.isPlain { return (try x.matching(y.tensor, in: python), y.tensor) }
        return (x.tensor, try y.matching(x.tensor, in: python))
    }

    private static let unary: [(String, UnaryOperation)] = [
        ("exp", .exp), ("expm1", .expm1), ("log", .log), ("log1p", .log1p), ("sqrt", .squareRoot),
        ("rsqrt", .reciprocalSquareRoot), ("square", .square), ("abs", .absolute),
        ("negative", .negate),
        ("sign", .sign), ("sin", .sin), ("cos", .cos), ("tan", .tan), ("asin", .asin),
        ("acos", .acos),
        ("atan", .atan), ("sinh", .sinh), ("cosh", .cosh), ("tanh", .tanh), ("asinh", .asinh),
        ("acosh", .acosh), ("atanh", .atanh), ("sigmoid", .sigmoid), ("softplus", .softplus),
        ("floor", .floor), ("ceil", .ceiling), ("round", .round), ("erf", .erf),
        ("lgamma", .lgamma),
        ("reciprocal", .reciprocal),
    ]

    private static let binary: [(String, @Sendable (Tensor, Tensor) throws -> Tensor)] = [
        ("add", { try TensorOperators.sum($0, $1) }), ("subtract", { try $0 - $1 }),
        ("multiply", { try TensorOperators.product($0, $1) }),
        ("divide", { try TensorOperators.divideAlike($0, $1) }),
        ("truediv", { try TensorOperators.divideAlike($0, $1) }),
        ("floordiv", { try BinaryOperation.floorDivide($0, $1) }),
        ("mod", { try BinaryOperation.floorRemainder($0, $1) }),
        ("floormod", { try BinaryOperation.floorRemainder($0, $1) }),
        ("maximum", { try BinaryOperation.maximum($0, $1) }),
        ("minimum", { try BinaryOperation.minimum($0, $1) }),
        ("squared_difference", { try BinaryOperation.squaredDifference($0, $1) }),
        ("atan2", { try BinaryOperation.arcTangent($0, $1) }),
        ("logical_and", { try truths("LogicalAnd", $0, $1).and($1) }),
        ("logical_or", { try truths("LogicalOr", $0, $1).or($1) }),
        ("logical_xor", { try $0.xor($1) }),
    ]

    /// The first of two tensors that must be truth values.
    private static func truths(_ operation: String, _ a: Tensor, _ b: Tensor) throws -> Tensor {
        for (position, part) in [a, b].enumerated() where part.dtype != .bool {
            throw TensorError.typeMismatch(
                operation: operation, position: position, expected: .bool, found: part.dtype)
        }
        return a
    }

    private static let comparisons: [(String, ComparisonOperation)] = [
        ("equal", .equal), ("not_equal", .notEqual), ("less", .less), ("less_equal", .lessOrEqual),
        ("greater", .greater), ("greater_equal", .greaterOrEqual),
    ]

    private static func tests(_ m: ModuleBuilder) {
        m.def("logical_not(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            try x.tensor.not()
        }
        m.def("is_nan(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            x.tensor.isNaN()
        }
        m.def("is_inf(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            x.tensor.isInfinite()
        }
        m.def("is_finite(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            x.tensor.isFinite()
        }
        m.def("add_n(inputs, name=None)") { (python: Interpreter, inputs: [TensorLike], _: Value) in
            guard let first = inputs.first else {
                throw python.valueError(
                    "inputs must be an iterable of at least one Tensor/IndexedSlices with the same dtype and shape."
                )
            }
            return try inputs.dropFirst().reduce(first.tensor) { try $0 + $1.tensor }
        }
        m.def("clip_by_value(t, clip_value_min, clip_value_max, name=None)") {
            (python: Interpreter, t: TensorLike, low: TensorLike, high: TensorLike, _: Value) in
            try t.tensor.clipped(
                to: low.strictlyMatching(t.tensor, in: python),
                high.strictlyMatching(t.tensor, in: python))
        }
    }
}
