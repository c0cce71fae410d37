import PythonRuntime
import Tensors

/// `tf.debugging`: assertions about tensors.
enum DebuggingFunctions {
    private static let comparisons: [(String, String, ComparisonOperation)] = [
        ("equal", "==", .equal), ("none_equal", "!=", .notEqual), ("less", "<", .less),
        ("less_equal", "<=", .lessOrEqual), ("greater", ">", .greater),
        ("greater_equal", ">=", .greaterOrEqual),
    ]
    private static let signs: [(String, String, ComparisonOperation)] = [
        ("positive", "x > 0", .greater), ("negative", "x < 0", .less),
        ("non_negative", "x >= 0", .greaterOrEqual), ("non_positive", "x <= 0", .lessOrEqual),
    ]

    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.debugging", pythonWording: true, in: python)
        comparing(m)
        shapes(m)
        numbers(m)
        return m.module
    }

    /// The assertions that `tensorflow` itself names too.
    static func share(_ module: ModuleObject, with m: ModuleBuilder) {
        for name in ["assert_equal", "assert_greater", "assert_less", "assert_rank", "Assert"] {
            m.module.namespace[name] = module.namespace[name]
        }
    }

    private static func comparing(_ m: ModuleBuilder) {
        for (name, sign, operation) in comparisons {
            m.def("assert_\(name)(x, y, message=None, summarize=None, name=None)") {
                (
                    python: Interpreter, x: TensorLike, y: TensorLike, message: String?, _: Value,
                    _: Value
                ) -> Value in
                let (a, b) = try TensorMath.matched(x, y, python)
                guard try !operation(a, b).all().item.isTrue else { return .none }
                throw failure(
                    "\(message.map { "\($0)\n" } ?? "")Condition x \(sign) y did not hold.\n"
                        + (name == "equal" ? try differing(a, b, python) : "")
                        + "First \(min(3, a.count)) elements of x:\n\(try first(a, python))\n"
                        + "First \(min(3, b.count)) elements of y:\n\(try first(b, python))")
            }
        }
        for (name, condition, operation) in signs {
            m.def("assert_\(name)(x, message=None, summarize=None, name=None)") {
                (python: Interpreter, x: TensorLike, message: String?, _: Value, _: Value) -> Value
                in
                let zero = Tensor(.int(0), x.tensor.dtype)
                guard try !operation(x.tensor, zero).all().item.isTrue else { return .none }
                let items = x.tensor.scalars.prefix(3).map { "'\(ScalarText.repr($0))'" }
                throw failure(
                    "\(message ?? "")\nCondition \(condition) did not hold element-wise:\nx (shape=\(x.tensor.shape) dtype=\(x.tensor.dtype.name)) = \n[\(items.joined(separator: ", "))]"
                )
            }
        }
        m.def("Assert(condition, data, summarize=None, name=None)") {
            (python: Interpreter, condition: Value, data: Value, _: Value, _: Value) -> Value in
            guard try !python.isTrue(condition) else { return .none }
            let texts = try python.list(data).map { item -> String in
                let elements = try TensorType.tensor(item, python).flattened().indexed([
                    .slice(nil, 3, 1)
                ])
                return try elements.unstacked(axis: 0).map { PrintedTensor.text($0) }
                    .joined(separator: ", ")
            }
            throw failure(
                "Expected '\(try python.str(condition))' to be true. Summarized data: \(texts.joined(separator: "\n"))"
            )
        }
    }

    private static func failure(_ text: String) -> FaceError {
        FaceError("InvalidArgumentError", text)
    }

    private static func first(_ tensor: Tensor, _ python: Interpreter) throws -> String {
        let head = try tensor.flattened().indexed([.slice(nil, 3, 1)])
        return try python.str(head.copy().array(in: python))
    }

    /// Where two tensors differ, and how.
    private static func differing(
        _ a: Tensor, _ b: Tensor, _ python: Interpreter
    ) throws -> String {
        guard a.shape == b.shape, a.rank > 0 else { return "" }
        let places = try ComparisonOperation.notEqual(a, b).whereTrue()
        let few = try places.indexed([.slice(nil, 3, 1)])
        let (x, y) = (try a.gatheredAtCoordinates(few), try b.gatheredAtCoordinates(few))
        func text(_ tensor: Tensor) throws -> String {
            try python.str(tensor.copy().array(in: python))
        }
        return "Indices of first \(few.shape[0]) different values:\n\(try text(few))\n"
            + "Corresponding x values:\n\(try text(x))\nCorresponding y values:\n\(try text(y))\n"
    }

    private static func shapes(_ m: ModuleBuilder) {
        m.def("assert_shapes(shapes, data=None, summarize=None, message=None, name=None)") {
            (python: Interpreter, shapes: Value, _: Value, _: Value, _: Value, _: Value) -> Value in
            var known: [String: Int] = [:]
            let pairs =
                try (shapes.object as? DictionaryObject)?.items.map { [$0.key, $0.value] }
                ?? python.list(shapes).map { try python.list($0) }
            for pair in pairs where pair.count == 2 {
                let target = (pair[0].object as? ReferenceObject)?.target ?? pair[0]
                let shape = try TensorType.tensor(target, python).shape
                let wanted = try python.list(pair[1])
                guard wanted.count == shape.rank else {
                    throw python.valueError(
                        "Static rank condition failed: Expected rank \(wanted.count), got \(shape.rank)"
                    )
                }
                for (axis, length) in wanted.enumerated() where !length.isNone {
                    let name = try python.str(length)
                    guard length.integer ?? known[name] ?? shape[axis] == shape[axis] else {
                        throw python.valueError(
                            "Tensor dimension \(axis) must have size \(length.integer ?? known[name] ?? 0). Received size \(shape[axis]), shape \(shape)"
                        )
                    }
                    if length.integer == nil { known[name] = shape[axis] }
                }
            }
            return .none
        }
        m.def("assert_rank(x, rank, message=None, name=None)") {
            (python: Interpreter, x: TensorLike, rank: Int, message: String?, _: Value) -> Value in
            guard x.tensor.rank != rank else { return .none }
            throw python.valueError(
                "\(message.map { "\($0). " } ?? "")Tensor  must have rank \(rank).  Received rank \(x.tensor.rank), shape \(x.tensor.shape)"
            )
        }
        m.def("assert_rank_at_least(x, rank, message=None, name=None)") {
            (python: Interpreter, x: TensorLike, rank: Int, message: String?, _: Value) -> Value in
            guard x.tensor.rank < rank else { return .none }
            throw python.valueError(
                "\(message.map { "\($0). " } ?? "")Tensor  must have rank at least \(rank).  Received rank \(x.tensor.rank), shape \(x.tensor.shape)"
            )
        }
        m.def("assert_scalar(tensor, message=None, name=None)") {
            (python: Interpreter, x: TensorLike, message: String?, _: Value) -> Tensor in
            guard x.tensor.rank != 0 else { return x.tensor }
            throw python.valueError(
                "\(message ?? "")Expected scalar shape, saw shape: \(x.tensor.shape).")
        }
        m.def("assert_type(tensor, tf_type, message=None, name=None)") {
            (python: Interpreter, x: TensorLike, type: DTypeArgument, message: String?, _: Value)
                -> Value in
            guard x.tensor.dtype != type.dtype else { return .none }
            throw python.typeError(
                "\(message ?? ""). Tensor tf.Tensor must be of type tf.\(type.dtype.name); got tf.\(x.tensor.dtype.name)"
            )
        }
    }

    private static func numbers(_ m: ModuleBuilder) {
        m.def("assert_all_finite(x, message, name=None)") {
            (python: Interpreter, x: TensorLike, message: String, _: Value) in
            try checked(x.tensor, message)
        }
        m.def("check_numerics(tensor, message, name=None)\n\nRefuses infinities and NaNs.") {
            (python: Interpreter, x: TensorLike, message: String, _: Value) in
            try checked(x.tensor, message)
        }
        m.def("assert_near(x, y, rtol=None, atol=None, message=None, summarize=None, name=None)") {
            (
                python: Interpreter, x: TensorLike, y: TensorLike, relative: Double?,
                absolute: Double?, message: String?, _: Value, _: Value
            ) -> Value in
            let (a, b) = try TensorMath.matched(x, y, python)
            let epsilon = 10 * NumberLimits(a.dtype).epsilon
            let room =
                try UnaryOperation.absolute(b) * (relative ?? epsilon) + (absolute ?? epsilon)
            let gap = try UnaryOperation.absolute(a - b)
            guard try !ComparisonOperation.less(gap, room).all().item.isTrue else { return .none }
            throw failure(
                "\(message ?? "")x and y not equal to tolerance rtol = \(relative ?? epsilon), atol = \(absolute ?? epsilon)"
            )
        }
        for name in [
            "enable_check_numerics", "disable_check_numerics", "enable_traceback_filtering",
            "disable_traceback_filtering",
        ] {
            m.raw("\(name)(*args, **kwargs)") { _, _ in .none }
        }
        m.def("set_log_device_placement(enabled)") { (_: Interpreter, _: Value) in Value.none }
        m.def("is_numeric_tensor(tensor)") { (_: Interpreter, value: Value) -> Bool in
            guard let tensor = (value.object as? TensorObject)?.tensor else { return false }
            return tensor.dtype != .string && tensor.dtype != .bool
        }
    }

    private static func checked(_ x: Tensor, _ message: String) throws -> Tensor {
        let (nan, infinite) = (
            try x.isNaN().any().item.isTrue, try x.isInfinite().any().item.isTrue
        )
        guard nan || infinite else { return x }
        let found = nan && infinite ? "Inf and NaN" : nan ? "NaN" : "Inf"
        throw failure(
            "{{function_node __wrapped__CheckNumerics_device_/job:localhost/replica:0/task:0/device:CPU:0}} \(message) : Tensor had \(found) values [Op:CheckNumerics] name: "
        )
    }
}
