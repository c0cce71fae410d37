import PythonRuntime
import Tensors

/// Functions that make tensors: `tf.zeros`, `tf.constant`, `tf.range` …
enum CreationFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("zeros(shape, dtype=None, name=None, layout=None)\n\nA tensor of zeros.") {
            (_: Interpreter, shape: ShapeArgument, dtype: DTypeArgument?, _: Value, _: Value) in
            try Tensor.filled(shape.shape, with: .int(0), dtype?.dtype ?? .float32)
        }
        m.def("ones(shape, dtype=None, name=None, layout=None)\n\nA tensor of ones.") {
            (_: Interpreter, shape: ShapeArgument, dtype: DTypeArgument?, _: Value, _: Value) in
            try Tensor.filled(shape.shape, with: .int(1), dtype?.dtype ?? .float32)
        }
        m.def("zeros_like(input, dtype=None, name=None, layout=None)") {
            (_: Interpreter, input: TensorLike, dtype: DTypeArgument?, _: Value, _: Value) in
            try Tensor.filled(input.tensor.shape, with: .int(0), dtype?.dtype ?? input.tensor.dtype)
        }
        m.def("ones_like(input, dtype=None, name=None, layout=None)") {
            (_: Interpreter, input: TensorLike, dtype: DTypeArgument?, _: Value, _: Value) in
            try Tensor.filled(input.tensor.shape, with: .int(1), dtype?.dtype ?? input.tensor.dtype)
        }
        m.def("fill(dims, value, name=None, layout=None)") {
            (_: Interpreter, dims: ShapeArgument, value: TensorLike, _: Value, _: Value) -> Tensor
            in
            guard value.tensor.rank == 0 else {
                throw StackedMatrices.failure(
                    "Fill",
                    "value must represent a scalar, got shape \(value.tensor.shape.bracketed)")
            }
            if value.tensor.isRecorded {
                return try value.tensor.broadcast(to: dims.shape).compacted()
            }
            return try Tensor.filled(
                dims.shape, with: value.tensor.scalars[0], value.tensor.dtype)
        }
        m.def("constant(value, dtype=None, shape=None, name='Const')\n\nA tensor of given values.")
        {
            (
                python: Interpreter, value: Value, dtype: DTypeArgument?, shape: ShapeArgument?,
                _: Value
            ) in
            try constant(value, dtype?.dtype, shape?.shape, in: python)
        }
        m.def("convert_to_tensor(value, dtype=None, dtype_hint=None, name=None)") {
            (python: Interpreter, value: Value, dtype: DTypeArgument?, _: Value, _: Value) -> Value
            in
            if let tensor = value.object as? TensorObject {
                guard let dtype, dtype.dtype != tensor.tensor.dtype else { return value }
                throw python.valueError(
                    "Tensor conversion requested dtype \(dtype.dtype.name) for Tensor with dtype \(tensor.tensor.dtype.name): \(try python.repr(value))"
                )
            }
            return try constant(value, dtype?.dtype, nil, in: python).object(in: python)
        }
        m.def("identity(input, name=None)") { (_: Interpreter, input: TensorLike, _: Value) in
            try UnaryOperation.identity(input.tensor)
        }
        m.def("stop_gradient(input, name=None)") { (_: Interpreter, input: TensorLike, _: Value) in
            try UnaryOperation.stopGradient(input.tensor)
        }
        m.def("cast(x, dtype, name=None)\n\nThe elements as another type.") {
            (python: Interpreter, x: Value, dtype: DTypeArgument, _: Value) -> Value in
            if let ragged = (x.object as? RaggedObject)?.ragged {
                let flat = try ragged.flatValues.cast(to: dtype.dtype)
                return ragged.with(flatValues: flat).value(in: python)
            }
            if python.typeName(x) == "SparseTensor",
                let cast = try python.modules.find("tensorflow.sparse", in: python)?
                    .namespace["cast"]
            {
                return try python.call(cast, [x, DTypeType.value(dtype.dtype, in: python)])
            }
            let tensor = try ArrayReader.tensor(x, face: .tensorFlow, in: python)
            if x.object is TensorObject, tensor.dtype == dtype.dtype { return x }
            return try tensor.cast(to: dtype.dtype).object(in: python)
        }
        ranges(m)
    }

    /// A tensor that shares nothing with what it was made from.
    static func constant(
        _ value: Value, _ dtype: DType?, _ shape: Shape?, in python: Interpreter
    ) throws -> Tensor {
        let isArray = value.object is ArrayObject || value.object is VariableObject
        let read: Tensor
        if ArrayReader.existing(value) == nil {
            read = try plain(value, dtype, in: python)
        } else {
            read = try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python)
        }
        let tensor = isArray ? read.copy() : read
        guard let shape else { return tensor }
        guard tensor.count == shape.count || tensor.count == 1 else {
            throw python.typeError(
                "Eager execution of tf.constant with unsupported shape. Tensor \(try python.str(tensor.copy().array(in: python))) (converted from \(try python.repr(value))) has \(tensor.count) elements, but got `shape` \(shape) with \(shape.count) elements)."
            )
        }
        if tensor.count == 1, shape.count != 1 {
            return try Tensor.filled(shape, with: tensor.scalars[0], tensor.dtype)
        }
        return try tensor.reshaped(to: shape)
    }

    /// Plain numbers or text as a tensor; a type that cannot hold them is refused.
    private static func plain(
        _ value: Value, _ dtype: DType?, in python: Interpreter
    ) throws -> Tensor {
        let natural: Tensor
        do { natural = try ArrayReader.tensor(value, face: .tensorFlow, in: python) } catch {
            if !value.isNone, mixesNothing(value, python) {
                throw python.valueError(
                    "Can't convert Python sequence with mixed types to Tensor.")
            }
            let name = python.pythonError(error).exception.type.name
            guard name == "OverflowError" else { throw error }
            throw python.valueError(
                "Can't convert Python sequence with out-of-range integer to Tensor.")
        }
        guard natural.dtype != .string || !mixesNumbers(value, python) else {
            throw python.valueError("Can't convert Python sequence with mixed types to Tensor.")
        }
        guard let dtype, dtype != natural.dtype, natural.count > 0 else {
            return natural.dtype == dtype || dtype == nil
                ? natural : Tensor(zeros: natural.shape, dtype ?? natural.dtype)
        }
        let isText = natural.dtype == .string || dtype == .string
        let loses = natural.dtype.isFloating && (dtype.isInteger || dtype == .bool)
        guard !isText, !loses else {
            throw python.typeError(
                "Cannot convert \(try python.repr(value)) to EagerTensor of dtype \(dtype.name)")
        }
        return try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python)
    }

    /// Whether None stands among other things.
    private static func mixesNothing(_ value: Value, _ python: Interpreter) -> Bool {
        let leaves = (try? Nest.flatten(value, in: python)) ?? []
        return leaves.count > 1 && leaves.contains(where: \.isNone)
            && !leaves.allSatisfy(\.isNone)
    }

    /// Whether numbers stand among text.
    private static func mixesNumbers(_ value: Value, _ python: Interpreter) -> Bool {
        let leaves = (try? Nest.flatten(value, in: python)) ?? []
        return leaves.contains { $0.text == nil && $0.object == nil && !$0.isNone }
    }

    private static func ranges(_ m: ModuleBuilder) {
        m.def("range(start, limit=None, delta=1, dtype=None, name='range')\n\nNumbers with a step.")
        {
            (
                python: Interpreter, start: TensorLike, limit: TensorLike?, delta: TensorLike,
                dtype: DTypeArgument?, _: Value
            ) in
            try range(start, limit, delta, dtype?.dtype)
        }
        m.def("linspace(start, stop, num, name=None, axis=0)") {
            (_: Interpreter, start: TensorLike, stop: TensorLike, count: Int, _: Value, _: Value)
                -> Tensor in
            guard count > 0 else {
                throw TensorError.invalidArgument(
                    operation: "LinSpace", "Requires num > 0: \(count)")
            }
            try Tensor.requireSteps(Double(count), .float64)
            let dtype = start.tensor.dtype.isFloating ? start.tensor.dtype : .float64
            let ends = try [start, stop].map { try $0.tensor.cast(to: dtype) }
            let delta = try (ends[1] - ends[0]) / Double(max(count - 1, 1))
            let steps = (0..<count).map { Scalar.int($0) }
            let outer = Array(repeating: 1, count: delta.rank)
            let places = Tensor(steps, shape: Shape([count] + outer), dtype)
            let points = try ends[0] + delta * places
            guard count > 1 else { return points }
            let inner = try points.indexed([.slice(0, count - 1, 1)])
            return try Tensor.concatenate([inner, ends[1].expanded(at: 0)], axis: 0)
        }
        m.def("eye(num_rows, num_columns=None, batch_shape=None, dtype=None, name=None)") {
            (
                python: Interpreter, rows: Int, columns: Int?, batch: ShapeArgument?,
                dtype: DTypeArgument?, _: Value
            ) -> Tensor in
            let matrix = try Tensor.identityMatrix(
                rows: rows, columns: columns ?? rows, dtype: dtype?.dtype ?? .float32)
            guard let batch else { return matrix }
            return try matrix.broadcast(
                to: Shape(batch.shape.dimensions + matrix.shape.dimensions)
            ).compacted()
        }
        m.def(
            "one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None)"
        ) {
            (
                _: Interpreter, indices: TensorLike, depth: Int, on: TensorLike?, off: TensorLike?,
                axis: Int?, dtype: DTypeArgument?, _: Value
            ) in
            let type = indices.tensor.dtype
            guard [.uint8, .int8, .int32, .int64].contains(type) else {
                throw FaceError(
                    "InvalidArgumentError",
                    "Value for attr 'TI' of \(type.cName) is not in the list of allowed values: uint8, int8, int32, int64\n\t; NodeDef: {{node OneHot}}; Op<name=OneHot; signature=indices:TI, depth:int32, on_value:T, off_value:T -> output:T; attr=axis:int,default=-1; attr=T:type; attr=TI:type,default=DT_INT64,allowed=[DT_UINT8, DT_INT8, DT_INT32, DT_INT64]> [Op:OneHot]\(indices.isSequence ? "" : " name: ")"
                )
            }
            return try indices.tensor.oneHot(
                depth: depth, on: on?.tensor.scalars[0] ?? .int(1),
                off: off?.tensor.scalars[0] ?? .int(0),
                axis: axis ?? -1, dtype: dtype?.dtype ?? on?.tensor.dtype ?? .float32)
        }
        m.def("meshgrid(*args, **kwargs)") {
            (python: Interpreter, args: [TensorLike], keywords: Value) -> [Tensor] in
            let indexing = (keywords.object as? DictionaryObject)?["indexing"]?.text ?? "xy"
            return try meshgrid(args.map(\.tensor), swapsFirst: indexing == "xy")
        }
    }

    private static func range(
        _ start: TensorLike, _ limit: TensorLike?, _ delta: TensorLike, _ dtype: DType?
    ) throws -> Tensor {
        let parts = [start, limit, delta].compactMap { $0?.tensor }
        let natural =
            parts.map(\.dtype).first { $0.isFloating } ?? parts.map(\.dtype).max {
                $0.byteWidth < $1.byteWidth
            } ?? .int32
        let dtype = dtype ?? natural
        let first = limit == nil ? .int(0) : start.tensor.scalars[0]
        let last = (limit ?? start).tensor.scalars[0]
        let step = delta.tensor.scalars[0]
        if dtype.isInteger, natural.isInteger {
            return try Tensor.range(first.int, last.int, step: step.int, dtype: dtype)
        }
        return try Tensor.range(first.double, last.double, step: step.double, dtype: dtype)
    }

    private static func meshgrid(_ axes: [Tensor], swapsFirst: Bool) throws -> [Tensor] {
        let lengths = axes.map(\.count)
        return try axes.enumerated().map { position, axis in
            var own = [Int](repeating: 1, count: axes.count)
            own[position] = axis.count
            let grid = try axis.reshaped(to: Shape(own)).broadcast(to: Shape(lengths))
            guard swapsFirst, axes.count > 1 else { return try grid.compacted() }
            return try grid.swapping(0, 1).compacted()
        }
    }
}
