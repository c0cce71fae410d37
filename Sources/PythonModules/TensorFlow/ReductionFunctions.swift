import PythonRuntime
import Tensors

/// `tf.reduce_sum` and its kin.
enum ReductionFunctions {
    private typealias Reduction = @Sendable (Tensor, [Int]?, Bool) throws -> Tensor

    static func define(_ m: ModuleBuilder) {
        for (name, reduce) in reductions {
            m.def("\(name)(input_tensor, axis=None, keepdims=False, name=None)") {
                (
                    python: Interpreter, input: RaggedArgument, axes: AxesArgument, keeping: Bool,
                    _: Value
                ) -> RaggedPiece in
                switch input.ragged {
                case .tensor(let tensor): return .tensor(try reduce(tensor, axes.axes, keeping))
                case .ragged(let given):
                    // Means of whole numbers are fractions where rows differ in length.
                    let isWhole = name == "reduce_mean" && given.dtype.isInteger
                    let ragged =
                        try isWhole
                        ? given.with(flatValues: given.flatValues.cast(to: .float64)) : given
                    return try reduced(ragged, axes.axes, name, python) {
                        if let end = Self.end(of: name, $0) { return end }
                        return try reduce($0, [0], false)
                    }
                }
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
        m.def("top_k(input, k=1, sorted=True, index_type=None, name=None)") {
            (
                python: Interpreter, input: TensorLike, k: Int, _: Value, type: DTypeArgument?,
                _: Value
            ) -> Value in
            let (values, places) = try input.tensor.largest(k)
            let positions = try places.cast(to: type?.dtype ?? places.dtype)
            return NamedResult.value(
                "TopKV2", ["values", "indices"],
                [values.object(in: python), positions.object(in: python)], in: python)
        }
    }

    /// What the extreme of no elements is: the number at the other end of the type.
    private static func end(of name: String, _ part: Tensor) -> Tensor? {
        guard part.shape[0] == 0, name == "reduce_max" || name == "reduce_min" else { return nil }
        let number = name == "reduce_max" ? part.dtype.lowest : part.dtype.highest
        return Tensor(
            repeating: number, shape: Shape(Array(part.shape.dimensions.dropFirst())), part.dtype)
    }

    /// A ragged tensor reduced: over all, over the rows, or over a ragged axis row by row.
    private static func reduced(
        _ ragged: RaggedTensor, _ axes: [Int]?, _ name: String, _ python: Interpreter,
        _ body: (Tensor) throws -> Tensor
    ) throws -> RaggedPiece {
        guard let axes else { return .tensor(try body(ragged.flatValues.flattened())) }
        let rank = ragged.shape.count
        if axes.count > 1, name != "reduce_mean" {
            let places = axes.map { $0 < 0 ? $0 + rank : $0 }.sorted()
            let inner = try reduced(ragged, [places[places.count - 1]], name, python, body)
            switch inner {
            case .ragged(let rest):
                return try reduced(rest, Array(places.dropLast()), name, python, body)
            case .tensor(let tensor):
                return .tensor(
                    try places.dropLast().reversed().reduce(tensor) { part, axis in
                        try body(part.movingAxes([axis], to: [0]))
                    })
            }
        }
        guard axes.count == 1, let axis = axes.first, (-rank..<rank).contains(axis) else {
            throw python.error(
                "NotImplementedError",
                "tf.\(name) of a ragged tensor is supported over one axis or over all")
        }
        switch axis < 0 ? axis + rank : axis {
        case 0:
            guard ragged.raggedRank == 1 else {
                throw python.error(
                    "NotImplementedError",
                    "tf.\(name) over the rows of a ragged tensor of rank above 2 is not supported")
            }
            let width = ragged.rowLengths.max() ?? 0
            let columns = try (0..<width).map { column -> Tensor in
                let places = zip(ragged.splits[0], ragged.rowLengths).compactMap { start, length in
                    column < length ? Int64(start + column) : nil
                }
                return try body(ragged.flatValues.gathered(Tensor(places)))
            }
            return .tensor(
                columns.isEmpty
                    ? Tensor(zeros: [0], ragged.dtype) : try Tensor.stack(columns, axis: 0))
        case 1 where ragged.raggedRank == 1:
            return .tensor(
                try Tensor.stack(ragged.rows().map { try body($0.flatValues) }, axis: 0))
        case let axis:
            let rows = try ragged.rows().map { row -> RaggedPiece in
                guard case .ragged(let inner) = row else {
                    return .tensor(try body(row.flatValues))
                }
                return try reduced(inner, [axis - 1], name, python, body)
            }
            return .ragged(try RaggedTensor.stacked(rows))
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
