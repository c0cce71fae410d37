import PythonRuntime
import Tensors

/// Sums, products, extremes and truth over axes: functions and methods alike.
enum NumPyReductions {
    /// What NumPy's reductions take besides the array.
    static let parameters =
        "axis=None, dtype=None, out=None, keepdims=False, initial=..., where=..."

    static func define(_ m: SharedDefinitions) {
        m.def("sum(a, \(parameters))\n\nThe sum of the elements over some axes, or over all.") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, dtype: NumPyDType?,
                out: Value, keeping: Bool, initial: Value, condition: Value
            ) -> Value in
            let chosen = try Chosen(a.tensor, condition, else: .int(0), in: python)
            let total = try sum(chosen.tensor, axes.axes, dtype?.dtype, keeping: keeping)
            let start = try Start(initial, .add, in: python)
            return try python.deliver(start.joined(total, in: python), to: out)
        }
        m.def("prod(a, \(parameters))") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, dtype: NumPyDType?,
                out: Value, keeping: Bool, initial: Value, condition: Value
            ) -> Value in
            let chosen = try Chosen(a.tensor, condition, else: .int(1), in: python)
            let type = dtype?.dtype ?? wide(a.tensor.dtype)
            let product = try chosen.tensor.cast(to: type).product(
                axes: axes.axes, keeping: keeping)
            let start = try Start(initial, .multiply, in: python)
            return try python.deliver(start.joined(product, in: python), to: out)
        }
        defineExtremes(m)
        defineTruth(m)
        defineMoments(m)
    }

    /// The type in which elements are added: whole numbers as wide as they go.
    static func wide(_ dtype: DType) -> DType {
        switch dtype.kind {
        case .bool, .signed: .int64
        case .unsigned: .uint64
        default: dtype
        }
    }

    /// The sum over axes, added up in NumPy's order.
    static func sum(
        _ a: Tensor, _ axes: [Int]?, _ dtype: DType? = nil, keeping: Bool = false
    ) throws -> Tensor {
        guard a.dtype != .string else { throw TextArithmetic("add", [a, a]) }
        return try a.cast(to: dtype ?? wide(a.dtype)).sum(
            axes: axes, keeping: keeping, order: .numPy)
    }

    private static func defineExtremes(_ m: SharedDefinitions) {
        for (name, isLargest) in [("max", true), ("min", false)] {
            m.def("\(name)(a, axis=None, out=None, keepdims=False, initial=..., where=...)") {
                (
                    python: Interpreter, a: ArrayLike, axes: AxesArgument, out: Value,
                    keeping: Bool, initial: Value, condition: Value
                ) -> Value in
                let chosen = try Chosen(
                    a.tensor, condition, else: isLargest ? .float(-.infinity) : .float(.infinity),
                    in: python)
                let start = try Start(initial, isLargest ? .maximum : .minimum, in: python)
                guard start.number != nil || !chosen.isPartial else {
                    throw python.valueError(
                        "reduction operation '\(isLargest ? "maximum" : "minimum")' does not have an identity, so to use a where mask one has to specify 'initial'"
                    )
                }
                if chosen.tensor.count == 0, let number = start.number, axes.axes == nil {
                    return python.numPyValue(
                        try number.cast(to: Promotion.joint(number.dtype, a.tensor.dtype)))
                }
                let extreme = try extreme(chosen.tensor, axes.axes, keeping, isLargest)
                return try python.deliver(start.joined(extreme, in: python), to: out)
            }
        }
    }

    /// The largest or the smallest elements over axes.
    static func extreme(
        _ a: Tensor, _ axes: [Int]?, _ keeping: Bool, _ isLargest: Bool
    ) throws -> Tensor {
        let result =
            isLargest
            ? try a.max(axes: axes, keeping: keeping) : try a.min(axes: axes, keeping: keeping)
        return try result.cast(to: a.dtype)
    }

    private static func defineTruth(_ m: SharedDefinitions) {
        m.def("any(a, axis=None, out=None, keepdims=False, *, where=...)") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, out: Value, keeping: Bool,
                condition: Value
            ) -> Value in
            let chosen = try Chosen(a.tensor.truth(), condition, else: .bool(false), in: python)
            return try python.deliver(
                chosen.tensor.any(axes: axes.axes, keeping: keeping), to: out)
        }
        m.def("all(a, axis=None, out=None, keepdims=False, *, where=...)") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, out: Value, keeping: Bool,
                condition: Value
            ) -> Value in
            let chosen = try Chosen(a.tensor.truth(), condition, else: .bool(true), in: python)
            return try python.deliver(
                chosen.tensor.all(axes: axes.axes, keeping: keeping), to: out)
        }
    }

    private static func defineMoments(_ m: SharedDefinitions) {
        m.def("mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=...)") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, dtype: NumPyDType?,
                out: Value, keeping: Bool, condition: Value
            ) -> Value in
            if !python.isMissing(condition) {
                let chosen = try Chosen(a.tensor, condition, else: .int(0), in: python)
                let total = try sum(
                    chosen.tensor.cast(to: Moments.type(a.tensor.dtype)), axes.axes, nil,
                    keeping: keeping)
                let count = try chosen.count(axes.axes, keeping)
                return try python.deliver(
                    ElementwiseFunction.divide(total, count, in: python), to: out)
            }
            return try python.deliver(
                Moments.mean(a.tensor, axes.axes, keeping: keeping, dtype?.dtype), to: out)
        }
        for (name, isRoot) in [("std", true), ("var", false)] {
            m.def(
                "\(name)(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=...)"
            ) {
                (
                    python: Interpreter, a: ArrayLike, axes: AxesArgument, dtype: NumPyDType?,
                    out: Value, freedom: Double, keeping: Bool, condition: Value
                ) -> Value in
                let variance = try variance(
                    a.tensor, axes.axes, freedom, keeping, dtype?.dtype, condition, in: python)
                return try python.deliver(
                    isRoot ? UnaryOperation.squareRoot(variance) : variance, to: out)
            }
        }
    }

    /// The variance of all elements, or of those that a condition keeps.
    private static func variance(
        _ a: Tensor, _ axes: [Int]?, _ freedom: Double, _ keeping: Bool, _ dtype: DType?,
        _ condition: Value, in python: Interpreter
    ) throws -> Tensor {
        guard !python.isMissing(condition) else {
            return try Moments.variance(a, axes, freedom: freedom, keeping: keeping, dtype)
        }
        let x = try a.cast(to: dtype ?? Moments.type(a.dtype))
        let chosen = try Chosen(x, condition, else: .int(0), in: python)
        let mean = try ElementwiseFunction.divide(
            sum(chosen.tensor, axes, nil, keeping: true), chosen.count(axes, true), in: python)
        let gaps = try Chosen(x - mean, condition, else: .int(0), in: python).tensor
        let total = try sum(gaps * gaps, axes, nil, keeping: keeping)
        let count = try chosen.count(axes, keeping).cast(to: .float64)
        let kept = try BinaryOperation.maximum(
            count - Tensor(scalar: freedom), Tensor(scalar: 0.0))
        return try ElementwiseFunction.divide(total, kept, in: python).cast(to: x.dtype)
    }
}

/// Means and variances, computed as NumPy does.
enum Moments {
    /// The type of a mean.
    static func type(_ dtype: DType) -> DType {
        dtype.isFloating || dtype.isComplex || dtype == .string ? dtype : .float64
    }

    /// The mean over axes.
    static func mean(
        _ a: Tensor, _ axes: [Int]?, keeping: Bool = false, _ dtype: DType? = nil
    ) throws -> Tensor {
        let type = dtype ?? type(a.dtype)
        // Half floats are added as single ones.
        let working = type == .float16 ? .float32 : type
        let total = try NumPyReductions.sum(a, axes, working, keeping: keeping)
        let count = Double(a.count) / Double(max(total.count, 1))
        return try (total / count).cast(to: type)
    }

    /// The mean squared distance from the mean, divided by the count less `freedom`.
    static func variance(
        _ a: Tensor, _ axes: [Int]?, freedom: Double = 0, keeping: Bool = false,
        _ dtype: DType? = nil
    ) throws -> Tensor {
        let x = try a.cast(to: dtype ?? type(a.dtype))
        let gaps = try x - mean(x, axes, keeping: true)
        let squares =
            gaps.dtype.isComplex
            ? try UnaryOperation.square(UnaryOperation.absolute(gaps)).cast(to: gaps.dtype.realPart)
            : try gaps * gaps
        let total = try NumPyReductions.sum(squares, axes, nil, keeping: keeping)
        let count = Double(a.count) / Double(max(total.count, 1))
        return try total / max(count - freedom, 0)
    }
}

/// The elements that `where` keeps; the others count as the neutral element.
private struct Chosen {
    let tensor: Tensor
    private let condition: Tensor?
    /// Whether a condition was given.
    var isPartial: Bool { condition != nil }

    init(
        _ tensor: Tensor, _ condition: Value, else neutral: Scalar, in python: Interpreter
    ) throws {
        guard !python.isMissing(condition), !condition.isNone else {
            self.tensor = tensor
            self.condition = nil
            return
        }
        let flags = try ArrayLike.from(condition, in: python).tensor.truth()
        self.condition = flags.stretched(to: tensor.shape)
        self.tensor = try Tensor.select(flags, tensor, Tensor(neutral, tensor.dtype))
    }

    /// How many elements are kept.
    func count(_ axes: [Int]?, _ keeping: Bool) throws -> Tensor {
        try (condition ?? Tensor(repeating: true, shape: tensor.shape))
            .countTrue(axes: axes, keeping: keeping)
    }
}

/// The number that a reduction starts with: `initial`.
struct Start {
    let number: Tensor?
    private let function: ElementwiseFunction

    init(_ value: Value, _ function: ElementwiseFunction, in python: Interpreter) throws {
        number =
            python.isMissing(value) || value.isNone
            ? nil : try ArrayLike.from(value, in: python).tensor
        self.function = function
    }

    func joined(_ result: Tensor, in python: Interpreter) throws -> Tensor {
        guard let number else { return result }
        return try function(result, number, as: result.dtype, in: python)
    }
}

extension Interpreter {
    /// A result as it is, or written into the array that `out` names.
    func deliver(_ result: Tensor, to out: Value) throws -> Value {
        guard let array = out.object as? ArrayObject else { return numPyValue(result) }
        guard result.shape.stretches(to: array.tensor.shape) else {
            throw valueError(
                "non-broadcastable output operand with shape \(array.tensor.shape) doesn't match the broadcast shape \(result.shape)"
            )
        }
        try array.writable(orElse: "output array is read-only", in: self).write(
            from: result.cast(to: array.tensor.dtype).stretched(to: array.tensor.shape))
        return out
    }
}
