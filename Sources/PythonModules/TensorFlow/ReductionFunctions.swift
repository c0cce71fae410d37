import PythonRuntime
import Tensors

/// `tf.reduce_sum` and its kin.
enum ReductionFunctions {
    private typealias Reduction = @Sendable (Tensor, [Int]?, Bool) throws -> Tensor

    static func define(_ m: ModuleBuilder) {
        for (name, reduce) in reductions {
            m.def("\(name)(input_tensor, axis=None, keepdims=False, name=None)") {
                (_: Interpreter, input: TensorLike, axes: AxesArgument, keeping: Bool, _: Value) in
                try reduce(input.tensor, axes.axes, keeping)
            }
        }
        for (name, largest) in [("argmax", true), ("argmin", false)] {
            m.def("\(name)(input, axis=None, output_type=None, name=None)") {
                (_: Interpreter, input: TensorLike, axis: Int?, type: DTypeArgument?, _: Value)
                    -> Tensor in
                let axis = axis ?? 0
                let found =
                    try largest ? input.tensor.argmax(axis: axis) : input.tensor.argmin(axis: axis)
                return try found.cast(to: type?.dtype ?? .int64)
            }
        }
        m.def("cumsum(x, axis=0, exclusive=False, reverse=False, name=None)") {
            (_: Interpreter, x: TensorLike, axis: Int, exclusive: Bool, reverse: Bool, _: Value) in
            try x.tensor.cumulativeSum(axis: axis, exclusive: exclusive, reversed: reverse)
        }
        m.def("cumprod(x, axis=0, exclusive=False, reverse=False, name=None)") {
            (_: Interpreter, x: TensorLike, axis: Int, exclusive: Bool, reverse: Bool, _: Value) in
            try x.tensor.cumulativeProduct(axis: axis, exclusive: exclusive, reversed: reverse)
        }
        m.def("top_k(input, k=1, sorted=True, name=None)") {
            (python: Interpreter, input: TensorLike, k: Int, _: Value, _: Value) -> Value in
            let (values, positions) = try input.tensor.largest(k)
            return .tuple([values.object(in: python), positions.object(in: python)], in: python)
        }
    }

    private static let reductions: [(String, Reduction)] = [
        ("reduce_sum", { try $0.sum(axes: $1, keeping: $2) }),
        ("reduce_mean", { try $0.mean(axes: $1, keeping: $2) }),
        ("reduce_max", { try $0.max(axes: $1, keeping: $2) }),
        ("reduce_min", { try $0.min(axes: $1, keeping: $2) }),
        ("reduce_prod", { try $0.product(axes: $1, keeping: $2) }),
        ("reduce_any", { try $0.any(axes: $1, keeping: $2) }),
        ("reduce_all", { try $0.all(axes: $1, keeping: $2) }),
        ("reduce_std", { try $0.standardDeviation(axes: $1, keeping: $2) }),
        ("reduce_variance", { try $0.variance(axes: $1, keeping: $2) }),
        ("reduce_logsumexp", { try $0.logSumExp(axes: $1, keeping: $2) }),
    ]
}
