import PythonRuntime
import Tensors

/// `keras.backend` as far as it is another name for operations on tensors.
enum BackendFunctions {
    private typealias Reduction = (Tensor, [Int]?, Bool) throws -> Tensor

    static func define(_ m: ModuleBuilder) {
        elementwise(m)
        reductions(m)
        making(m)
        shaping(m)
        products(m)
        variables(m)
        drawing(m)
        phases(m)
    }

    private static func elementwise(_ m: ModuleBuilder) {
        let unary: [(String, UnaryOperation)] = [
            ("abs", .absolute), ("square", .square), ("sqrt", .squareRoot), ("exp", .exp),
            ("log", .log), ("round", .round), ("sign", .sign), ("cos", .cos), ("sin", .sin),
            ("tanh", .tanh), ("sigmoid", .sigmoid), ("softplus", .softplus),
            ("softsign", .softsign),
        ]
        for (name, operation) in unary {
            m.def("\(name)(x)") { (_: Interpreter, x: TensorLike) in try operation(x.tensor) }
        }
        typealias Pair = (Tensor, Tensor) throws -> Tensor
        let pairs: [(String, Pair)] = [
            ("maximum", { try BinaryOperation.maximum($0, $1) }),
            ("minimum", { try BinaryOperation.minimum($0, $1) }),
            ("equal", { try ComparisonOperation.equal($0, $1) }),
            ("not_equal", { try ComparisonOperation.notEqual($0, $1) }),
            ("greater", { try ComparisonOperation.greater($0, $1) }),
            ("greater_equal", { try ComparisonOperation.greaterOrEqual($0, $1) }),
            ("less", { try ComparisonOperation.less($0, $1) }),
            ("less_equal", { try ComparisonOperation.lessOrEqual($0, $1) }),
        ]
        for (name, function) in pairs {
            m.def("\(name)(x, y)") {
                (python: Interpreter, x: TensorLike, y: TensorLike) -> Tensor in
                let (a, b) = try TensorMath.matched(x, y, python)
                return try function(a, b)
            }
        }
        m.def("pow(x, a)") { (python: Interpreter, x: TensorLike, a: TensorLike) in
            try BinaryOperation.power(x.tensor, a.matching(x.tensor, in: python))
        }
        m.def("clip(x, min_value, max_value)") {
            (python: Interpreter, x: TensorLike, low: TensorLike?, high: TensorLike?) -> Tensor in
            let least =
                try low?.matching(x.tensor, in: python)
                ?? Tensor(.float(-.infinity), x.tensor.dtype)
            let most =
                try high?.matching(x.tensor, in: python)
                ?? Tensor(.float(.infinity), x.tensor.dtype)
            return try x.tensor.clipped(to: least, most)
        }
        m.def("relu(x, alpha=0.0, max_value=None, threshold=0.0)") {
            (_: Interpreter, x: TensorLike, slope: Double, most: Double?, threshold: Double)
                -> Tensor in
            guard slope == 0, threshold == 0 else {
                let limit = Tensor(.float(threshold), x.tensor.dtype)
                let isAbove = try ComparisonOperation.greaterOrEqual(x.tensor, limit)
                return try Tensor.select(isAbove, x.tensor, (x.tensor - limit) * slope)
            }
            let positive = try UnaryOperation.relu(x.tensor)
            guard let most else { return positive }
            return try BinaryOperation.minimum(positive, Tensor(.float(most), x.tensor.dtype))
        }
        m.def("elu(x, alpha=1.0)") { (_: Interpreter, x: TensorLike, slope: Double) -> Tensor in
            let y = try UnaryOperation.elu(x.tensor)
            guard slope != 1 else { return y }
            let isAbove = try ComparisonOperation.greater(x.tensor, Tensor(.int(0), y.dtype))
            return try Tensor.select(isAbove, y, y * slope)
        }
        m.def("hard_sigmoid(x)") { (_: Interpreter, x: TensorLike) in try x.tensor.hardSigmoid() }
        m.def("softmax(x, axis=-1)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.softmax(axis: axis)
        }
        m.def("stop_gradient(variables)") { (python: Interpreter, values: Value) in
            try Nest.map(values, in: python) {
                try UnaryOperation.stopGradient(TensorType.tensor($0, python)).object(in: python)
            }
        }
        m.def("cast(x, dtype)") { (_: Interpreter, x: TensorLike, dtype: DTypeArgument) in
            try x.tensor.cast(to: dtype.dtype)
        }
        m.def("switch(condition, then_expression, else_expression)") {
            (python: Interpreter, condition: TensorLike, then: Value, other: Value) -> Tensor in
            func made(_ value: Value) throws -> Tensor {
                try TensorType.tensor(
                    python.isCallable(value) ? python.call(value) : value, python)
            }
            guard condition.tensor.rank > 0 else {
                return try made(condition.tensor.item.isTrue ? then : other)
            }
            return try Tensor.select(condition.tensor.truth(), made(then), made(other))
        }
    }

    private static func reductions(_ m: ModuleBuilder) {
        let all: [(String, Reduction)] = [
            ("sum", { try $0.sum(axes: $1, keeping: $2) }),
            (
                "mean",
                { try ($0.dtype == .bool ? $0.cast(to: .float32) : $0).mean(axes: $1, keeping: $2) }
            ),
            ("max", { try $0.max(axes: $1, keeping: $2) }),
            ("min", { try $0.min(axes: $1, keeping: $2) }),
            ("prod", { try $0.product(axes: $1, keeping: $2) }),
            ("std", { try $0.standardDeviation(axes: $1, keeping: $2) }),
            ("var", { try $0.variance(axes: $1, keeping: $2) }),
            ("any", { try $0.truth().any(axes: $1, keeping: $2) }),
            ("all", { try $0.truth().all(axes: $1, keeping: $2) }),
            ("logsumexp", { try $0.logSumExp(axes: $1, keeping: $2) }),
        ]
        for (name, reduce) in all {
            m.def("\(name)(x, axis=None, keepdims=False)") {
                (_: Interpreter, x: TensorLike, axes: AxesArgument, keeping: Bool) in
                try reduce(x.tensor, axes.axes, keeping)
            }
        }
        m.def("argmax(x, axis=-1)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.argmax(axis: axis)
        }
        m.def("argmin(x, axis=-1)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.argmin(axis: axis)
        }
        m.def("cumsum(x, axis=0)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.cumulativeSum(axis: axis)
        }
        m.def("cumprod(x, axis=0)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.cumulativeProduct(axis: axis)
        }
        m.def("l2_normalize(x, axis=None)") {
            (_: Interpreter, x: TensorLike, axes: AxesArgument) -> Tensor in
            let squares = try UnaryOperation.square(x.tensor).sum(axes: axes.axes, keeping: true)
            return try x.tensor
                * UnaryOperation.reciprocalSquareRoot(
                    BinaryOperation.maximum(squares, Tensor(.float(1e-12), x.tensor.dtype)))
        }
    }

    private static func making(_ m: ModuleBuilder) {
        for (name, value) in [("zeros", 0), ("ones", 1)] {
            m.def("\(name)(shape, dtype=None, name=None)") {
                (_: Interpreter, shape: ShapeArgument, dtype: DTypeArgument?, _: Value) in
                try Tensor.filled(shape.shape, with: .int(value), dtype?.dtype ?? .float32)
            }
            m.def("\(name)_like(x, dtype=None, name=None)") {
                (_: Interpreter, x: TensorLike, dtype: DTypeArgument?, _: Value) in
                try Tensor.filled(x.tensor.shape, with: .int(value), dtype?.dtype ?? x.tensor.dtype)
            }
        }
        m.def("constant(value, dtype=None, shape=None, name=None)") {
            (
                python: Interpreter, value: Value, dtype: DTypeArgument?, shape: ShapeArgument?,
                _: Value
            )
            in
            try CreationFunctions.constant(
                value, dtype?.dtype ?? .float32, shape?.shape, in: python)
        }
        m.def("eye(size, dtype=None, name=None)") {
            (_: Interpreter, size: Int, dtype: DTypeArgument?, _: Value) in
            try Tensor.identityMatrix(rows: size, dtype: dtype?.dtype ?? .float32)
        }
        m.def("arange(start, stop=None, step=1, dtype='int32')") {
            (_: Interpreter, start: Int, stop: Int?, step: Int, dtype: DTypeArgument) in
            try Tensor.range(
                stop == nil ? 0 : start, stop ?? start, step: step, dtype: dtype.dtype)
        }
        m.def("one_hot(indices, num_classes)") {
            (_: Interpreter, indices: TensorLike, depth: Int) in
            try indices.tensor.oneHot(
                depth: depth, on: .int(1), off: .int(0), axis: -1, dtype: .float32)
        }
    }

    private static func shaping(_ m: ModuleBuilder) {
        m.def("shape(x)") { (_: Interpreter, x: TensorLike) in
            Tensor(x.tensor.shape.dimensions.map(Int32.init))
        }
        m.def("int_shape(x)") { (python: Interpreter, x: Value) -> Value in
            let shape = try python.getAttribute(x, "shape")
            return .tuple(try python.list(shape), in: python)
        }
        m.def("ndim(x)") { (python: Interpreter, x: Value) in
            try python.length(python.getAttribute(x, "shape"))
        }
        m.def("dtype(x)") { (python: Interpreter, x: Value) in
            try python.getAttribute(python.getAttribute(x, "dtype"), "name")
        }
        m.def("is_keras_tensor(x)") { (python: Interpreter, x: Value) in
            python.typeName(x) == "KerasTensor"
        }
        m.def("is_sparse(tensor)") { (_: Interpreter, _: Value) in false }
        m.def("reshape(x, shape)") { (_: Interpreter, x: TensorLike, shape: ShapeArgument) in
            try x.tensor.reshaped(to: shape.shape)
        }
        m.def("flatten(x)") { (_: Interpreter, x: TensorLike) in try x.tensor.flattened() }
        m.def("batch_flatten(x)") { (_: Interpreter, x: TensorLike) -> Tensor in
            let rows = x.tensor.shape.dimensions.first ?? 1
            return try x.tensor.reshaped(to: [rows, x.tensor.count / Swift.max(rows, 1)])
        }
        m.def("expand_dims(x, axis=-1)") { (_: Interpreter, x: TensorLike, axis: Int) in
            try x.tensor.expanded(at: axis)
        }
        m.def("squeeze(x, axis)") { (_: Interpreter, x: TensorLike, axes: AxesArgument) in
            try x.tensor.squeezed(axes: axes.axes)
        }
        m.def("permute_dimensions(x, pattern)") {
            (_: Interpreter, x: TensorLike, order: AxesArgument) in
            try x.tensor.transposed(order.axes).compacted()
        }
        m.def("transpose(x)") { (_: Interpreter, x: TensorLike) in
            try x.tensor.transposed().compacted()
        }
        m.def("reverse(x, axes)") { (_: Interpreter, x: TensorLike, axes: AxesArgument) in
            try x.tensor.reversed(axes: axes.axes ?? [])
        }
        m.def("concatenate(tensors, axis=-1)") {
            (_: Interpreter, tensors: [TensorLike], axis: Int) in
            try Tensor.concatenate(tensors.map(\.tensor), axis: axis)
        }
        m.def("stack(x, axis=0)") { (_: Interpreter, x: [TensorLike], axis: Int) in
            try Tensor.stack(x.map(\.tensor), axis: axis)
        }
        m.def("tile(x, n)") { (_: Interpreter, x: TensorLike, counts: AxesArgument) in
            try x.tensor.tiled(counts.axes ?? [])
        }
        m.def("repeat(x, n)") { (_: Interpreter, x: TensorLike, count: Int) in
            try x.tensor.expanded(at: 1).tiled([1, count, 1])
        }
        m.def("repeat_elements(x, rep, axis)") {
            (_: Interpreter, x: TensorLike, count: Int, axis: Int) in
            try x.tensor.repeated([count], axis: axis)
        }
        m.def("gather(reference, indices)") {
            (_: Interpreter, table: TensorLike, rows: TensorLike) in
            try table.tensor.gathered(rows.tensor)
        }
        m.def("temporal_padding(x, padding=(1, 1))") {
            (_: Interpreter, x: TensorLike, borders: [Int]) -> Tensor in
            let (before, after) = (borders.first ?? 1, borders.last ?? 1)
            return try x.tensor.padded(
                [(0, 0), (before, after), (0, 0)], mode: .constant(.int(0)))
        }
    }

    private static func products(_ m: ModuleBuilder) {
        m.def("dot(x, y)") { (python: Interpreter, x: TensorLike, y: TensorLike) -> Tensor in
            let (a, b) = try TensorMath.matched(x, y, python)
            guard a.rank > 2 || b.rank > 2 else { return try a.matmul(b) }
            return try a.tensordot(b, axes: [a.rank - 1], [Swift.max(b.rank - 2, 0)])
        }
        m.def("batch_dot(x, y, axes=None)") {
            (python: Interpreter, x: TensorLike, y: TensorLike, axes: AxesArgument) -> Tensor in
            try batchDot(x.tensor, y.tensor, axes.axes)
        }
        m.def("bias_add(x, bias, data_format=None)") {
            (python: Interpreter, x: TensorLike, bias: TensorLike, _: Value) in
            try x.tensor.addingBias(bias.matching(x.tensor, in: python))
        }
    }

    /// Products of the rows of a batch, summed over one axis of each.
    private static func batchDot(_ a: Tensor, _ b: Tensor, _ axes: [Int]?) throws -> Tensor {
        let left = axes?.first ?? a.rank - 1
        let right = axes?.last ?? (b.rank == 2 ? b.rank - 1 : b.rank - 2)
        let parts = try zip(a.unstacked(axis: 0), b.unstacked(axis: 0)).map { x, y in
            try x.tensordot(
                y, axes: [(left < 0 ? left + a.rank : left) - 1],
                [(right < 0 ? right + b.rank : right) - 1])
        }
        let result = try Tensor.stack(parts, axis: 0)
        return result.rank == 1 ? try result.expanded(at: 1) : result
    }

    private static func variables(_ m: ModuleBuilder) {
        m.def("variable(value, dtype=None, name=None, constraint=None)") {
            (python: Interpreter, value: Value, dtype: DTypeArgument?, name: String?, _: Value)
                -> Value in
            let tensor = try ArrayReader.tensor(
                value, dtype?.dtype ?? .float32, face: .tensorFlow, in: python)
            let variable = Variable(
                tensor, name: name ?? "Variable", tapes: ArrayTypes.of(python).tapes)
            let object = VariableObject(variable, in: python)
            variable.face = object
            return .object(object)
        }
        for name in ["get_value", "eval"] {
            m.def("\(name)(x)") { (python: Interpreter, x: Value) in
                try TensorType.numpy(x, python)
            }
        }
        m.def("batch_get_value(tensors)") { (python: Interpreter, tensors: [Value]) in
            try tensors.map { try TensorType.numpy($0, python) }
        }
        for (name, method) in [
            ("set_value", "assign"), ("update", "assign"), ("update_add", "assign_add"),
            ("update_sub", "assign_sub"),
        ] {
            m.def("\(name)(x, value)") { (python: Interpreter, x: Value, value: Value) -> Value in
                var new = value
                if let variable = (x.object as? VariableObject)?.variable,
                    !(value.object is TensorObject)
                {
                    new = try ArrayReader.tensor(
                        value, variable.dtype, face: .tensorFlow, in: python
                    ).object(in: python)
                }
                let result = try python.callMethod(x, method, [new])
                return name == "set_value" ? .none : result
            }
        }
        m.def("count_params(x)") { (python: Interpreter, x: Value) in
            try TensorType.tensor(x, python).count
        }
    }

    private static func drawing(_ m: ModuleBuilder) {
        for name in ["random_normal", "truncated_normal"] {
            m.def("\(name)(shape, mean=0.0, stddev=1.0, dtype=None, seed=None)") {
                (
                    python: Interpreter, shape: ShapeArgument, mean: Double, deviation: Double,
                    dtype: DTypeArgument?, seed: Int?
                ) -> Tensor in
                let type = dtype?.dtype ?? .float32
                try shape.shape.requireRoom(for: type)
                let source = OperationRandom(python, seed: seed ?? ownSeed(python))
                return name == "random_normal"
                    ? source.normal(shape.shape, mean: mean, deviation: deviation, dtype: type)
                    : source.truncatedNormal(
                        shape.shape, mean: mean, deviation: deviation, dtype: type)
            }
        }
        m.def("random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None)") {
            (
                python: Interpreter, shape: ShapeArgument, low: Double, high: Double,
                dtype: DTypeArgument?, seed: Int?
            ) -> Tensor in
            let type = dtype?.dtype ?? .float32
            try shape.shape.requireRoom(for: type)
            return OperationRandom(python, seed: seed ?? ownSeed(python)).uniform(
                shape.shape, from: low, to: high, dtype: type)
        }
        m.def("dropout(x, level, noise_shape=None, seed=None)") {
            (python: Interpreter, x: TensorLike, rate: Double, noise: ShapeArgument?, seed: Int?) in
            try OperationRandom(python, seed: seed ?? ownSeed(python)).dropped(
                x.tensor, rate: rate, maskShape: noise?.shape)
        }
    }

    /// The seed that the backend draws where none is given.
    private static func ownSeed(_ python: Interpreter) -> Int {
        let state = SessionRandom.of(python).session
        return state.numpy.integers(1, from: 0, through: 9_999_999)[0]
    }

    private static func phases(_ m: ModuleBuilder) {
        m.def("backend()") { (_: Interpreter) in "tensorflow" }
        m.def("image_data_format()") { (_: Interpreter) in "channels_last" }
        m.def("learning_phase()") { (_: Interpreter) in 0 }
        for name in [
            "set_learning_phase(value)", "set_image_data_format(data_format)", "reset_uids()",
        ] {
            m.raw(name) { _, _ in .none }
        }
        m.def("in_train_phase(x, alt, training=None)") {
            (python: Interpreter, x: Value, other: Value, training: Bool) -> Value in
            let chosen = training ? x : other
            return python.isCallable(chosen) ? try python.call(chosen) : chosen
        }
        m.def("name_scope(name)") { (python: Interpreter, _: Value) in
            ContextType.value(in: python)
        }
        m.def("map_fn(fn, elems, name=None, dtype=None)") {
            (python: Interpreter, function: Value, elements: Value, _: Value, _: Value) -> Value in
            let rows = try TensorType.tensor(elements, python).unstacked(axis: 0)
            return try Mapping.stacked(
                rows.map { try python.call(function, [$0.object(in: python)]) }, python)
        }
        m.def("print_tensor(x, message='', summarize=3)") {
            (python: Interpreter, x: Value, message: String, summarize: Int) -> Value in
            let text = PrintedTensor.text(
                try TensorType.tensor(x, python), summarize: summarize < 0 ? nil : summarize)
            python.output.stdout(message + " " + text + "\n")
            return x
        }
    }
}
