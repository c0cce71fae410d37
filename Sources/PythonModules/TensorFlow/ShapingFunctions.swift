import PythonRuntime
import Tensors

/// Functions that rearrange elements: `tf.reshape`, `tf.concat`, `tf.unstack` …
enum ShapingFunctions {
    static func define(_ m: ModuleBuilder) {
        facts(m)
        axes(m)
        joining(m)
        picking(m)
    }

    private static func facts(_ m: ModuleBuilder) {
        m.def("shape(input, out_type=None, name=None)") {
            (_: Interpreter, input: TensorLike, type: DTypeArgument?, _: Value) in
            Tensor(
                input.tensor.shape.dimensions.map { .int($0) }, shape: [input.tensor.rank],
                type?.dtype ?? .int32)
        }
        m.def("size(input, out_type=None, name=None)") {
            (_: Interpreter, input: RaggedArgument, type: DTypeArgument?, _: Value) in
            Tensor(.int(input.ragged.flatValues.count), type?.dtype ?? .int32)
        }
        m.def("rank(input, name=None)") { (_: Interpreter, input: RaggedArgument, _: Value) in
            Tensor(.int(input.ragged.flatValues.rank + input.ragged.raggedRank), .int32)
        }
        m.def("is_tensor(x)") { (_: Interpreter, x: Value) in
            x.object is TensorObject || x.object is VariableObject
        }
    }

    private static func axes(_ m: ModuleBuilder) {
        m.def(
            "reshape(tensor, shape, name=None)\n\nThe same elements in another shape; -1 is what remains."
        ) {
            (_: Interpreter, tensor: TensorLike, shape: ShapeArgument, _: Value) in
            try tensor.tensor.reshaped(to: shape.shape)
        }
        m.def("expand_dims(input, axis, name=None)\n\nA new axis of length 1.") {
            (_: Interpreter, input: RaggedArgument, axis: Int, _: Value) -> RaggedPiece in
            switch input.ragged {
            case .tensor(let tensor): return .tensor(try tensor.expanded(at: axis))
            case .ragged(let ragged): return .ragged(try ragged.expanded(at: axis))
            }
        }
        m.def("squeeze(input, axis=None, name=None)\n\nWithout the axes of length 1.") {
            (_: Interpreter, input: TensorLike, axes: AxesArgument, _: Value) in
            try input.tensor.squeezed(axes: axes.axes)
        }
        m.def(
            "transpose(a, perm=None, conjugate=False, name='transpose')\n\nThe axes in another order."
        ) {
            (_: Interpreter, a: TensorLike, order: AxesArgument, _: Value, _: Value) in
            try a.tensor.transposed(order.axes).compacted()
        }
        m.def("reverse(tensor, axis, name=None)") {
            (_: Interpreter, tensor: TensorLike, axes: AxesArgument, _: Value) in
            try tensor.tensor.reversed(axes: axes.axes ?? [])
        }
        m.def("roll(input, shift, axis, name=None)") {
            (_: Interpreter, input: TensorLike, shift: AxesArgument, axes: AxesArgument, _: Value)
            in
            try zip(shift.axes ?? [], axes.axes ?? []).reduce(input.tensor) {
                try $0.rolled(by: $1.0, axis: $1.1)
            }
        }
        m.def("tile(input, multiples, name=None)") {
            (_: Interpreter, input: TensorLike, multiples: AxesArgument, _: Value) in
            try input.tensor.tiled(multiples.axes ?? [])
        }
        m.def("repeat(input, repeats, axis=None, name=None)") {
            (_: Interpreter, input: TensorLike, repeats: AxesArgument, axis: Int?, _: Value) in
            let source = try axis == nil ? input.tensor.flattened() : input.tensor
            return try source.repeated(repeats.axes ?? [1], axis: axis ?? 0)
        }
        m.def("broadcast_to(input, shape, name=None)") {
            (_: Interpreter, input: TensorLike, shape: ShapeArgument, _: Value) in
            try input.tensor.broadcast(to: shape.shape).compacted()
        }
        m.def("pad(tensor, paddings, mode='CONSTANT', constant_values=0, name=None)") {
            (
                python: Interpreter, tensor: TensorLike, paddings: TensorLike, mode: String,
                fill: TensorLike, _: Value
            ) in
            let lengths = paddings.tensor.scalars.map(\.int)
            if let negative = lengths.first(where: { $0 < 0 }) {
                throw TensorError.invalidArgument(
                    operation: "Pad", "Paddings must be non-negative: \(negative)")
            }
            let borders = stride(from: 0, to: lengths.count - 1, by: 2).map {
                (before: lengths[$0], after: lengths[$0 + 1])
            }
            let filler =
                mode.uppercased() == "CONSTANT"
                ? try fill.strictlyMatching(tensor.tensor, in: python) : fill.tensor
            return try tensor.tensor.padded(
                borders, mode: try paddingMode(mode, filler.scalars[0], python))
        }
    }

    private static func paddingMode(
        _ name: String, _ fill: Scalar, _ python: Interpreter
    ) throws -> PaddingMode {
        switch name.uppercased() {
        case "CONSTANT": return .constant(fill)
        case "REFLECT": return .reflect
        case "SYMMETRIC": return .symmetric
        default:
            throw python.valueError(
                "Value of argument `mode` expected to be one of \"CONSTANT\", \"REFLECT\", or \"SYMMETRIC\". Received `mode` = \(name)"
            )
        }
    }

    // MARK: Joining

    private static func joining(_ m: ModuleBuilder) {
        m.def("concat(values, axis, name='concat')\n\nTensors joined along an axis.") {
            (python: Interpreter, values: Value, axis: Int, _: Value) -> RaggedPiece in
            if try python.list(values).contains(where: { $0.object is RaggedObject }) {
                let parts = try python.list(values).map { try RaggedArgument.from($0, in: python) }
                return try RaggedTensor.concatenated(parts.map(\.ragged), axis: axis)
            }
            return .tensor(try Tensor.concatenate(tensors(values, python), axis: axis))
        }
        m.def("stack(values, axis=0, name='stack')\n\nTensors joined along a new axis.") {
            (python: Interpreter, values: Value, axis: Int, _: Value) -> RaggedPiece in
            if axis == 0, values.object is ListObject || values.object is TupleObject,
                try python.list(values).contains(where: { $0.object is RaggedObject })
            {
                let parts = try python.list(values).map { try RaggedArgument.from($0, in: python) }
                return .ragged(try RaggedTensor.stacked(parts.map(\.ragged)))
            }
            return .tensor(try Tensor.stack(tensors(values, python), axis: axis))
        }
        m.def(
            "unstack(value, num=None, axis=0, name='unstack')\n\nThe list of the tensors along an axis."
        ) {
            (_: Interpreter, value: TensorLike, count: Int?, axis: Int, _: Value) in
            let shape = value.tensor.shape
            if let count, let place = shape.resolved(axis: axis), shape[place] != count {
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__Unpack_num_\(count)_device_/job:localhost/replica:0/task:0/device:CPU:0}} Input shape axis \(place) must equal \(count), got shape \(shape.bracketed) [Op:Unpack] name: unstack"
                )
            }
            return try value.tensor.unstacked(axis: axis)
        }
        m.def("split(value, num_or_size_splits, axis=0, num=None, name='split')") {
            (python: Interpreter, value: TensorLike, sizes: Value, axis: Int, _: Value, _: Value)
                -> [Tensor] in
            if let parts = sizes.integer { return try value.tensor.split(parts: parts, axis: axis) }
            let sizes = try AxesArgument.from(sizes, in: python).axes ?? []
            return try value.tensor.split(sizes: sizes, axis: axis)
        }
    }

    /// The tensors of a sequence, numbers and arrays taking the type of the first tensor.
    private static func tensors(_ values: Value, _ python: Interpreter) throws -> [Tensor] {
        if let tensor = ArrayReader.existing(values) {
            return tensor.rank == 0 ? [tensor] : try tensor.unstacked(axis: 0)
        }
        let items = try python.list(values)
        let lead = items.first { $0.object is TensorObject || $0.object is VariableObject }
        guard let first = lead ?? items.first else { return [] }
        let model = try ArrayReader.tensor(first, face: .tensorFlow, in: python)
        return try items.map { item in
            if let array = ArrayReader.existing(item) {
                return try TensorOperators.convertedArray(item, array, to: model)
            }
            return try TensorLike.from(item, in: python).strictlyMatching(model, in: python)
        }
    }

    // MARK: Picking

    /// Rows of each of the leading `batch` axes by the indices that stand beside them.
    private static func gathered(
        _ params: Tensor, _ indices: Tensor, axis: Int, batch: Int
    ) throws -> Tensor {
        guard batch > 0 else { return try params.gathered(indices, axis: axis) }
        let parts = try zip(params.unstacked(axis: 0), indices.unstacked(axis: 0)).map {
            try gathered($0, $1, axis: axis < 0 ? axis : axis - 1, batch: batch - 1)
        }
        return try Tensor.stack(parts, axis: 0)
    }

    /// Throws what TensorFlow says of a slice that reaches beyond its tensor.
    private static func checkSlice(_ shape: Shape, _ starts: [Int], _ lengths: [Int]) throws {
        func mistake(_ text: String) -> FaceError {
            FaceError(
                "InvalidArgumentError",
                "{{function_node __wrapped__Slice_device_/job:localhost/replica:0/task:0/device:CPU:0}} \(text) [Op:Slice]"
            )
        }
        guard starts.count == shape.rank, lengths.count == shape.rank else {
            throw mistake(
                "Expected begin and size arguments to be 1-D tensors of size \(shape.rank), but got shapes [\(starts.count)] and [\(lengths.count)] instead."
            )
        }
        for (axis, length) in shape.dimensions.enumerated() {
            guard starts[axis] >= 0, starts[axis] <= length else {
                throw mistake(
                    "Expected begin[\(axis)] in [0, \(length)], but got \(starts[axis])")
            }
            guard lengths[axis] >= -1, lengths[axis] <= length - starts[axis] else {
                throw mistake(
                    "Expected size[\(axis)] in [0, \(length - starts[axis])], but got \(lengths[axis])"
                )
            }
        }
    }

    private static func picking(_ m: ModuleBuilder) {
        m.def("slice(input_, begin, size, name=None)") {
            (_: Interpreter, input: TensorLike, begin: AxesArgument, size: AxesArgument, _: Value)
            in
            let (starts, lengths) = (begin.axes ?? [], size.axes ?? [])
            try checkSlice(input.tensor.shape, starts, lengths)
            let index = zip(starts, lengths).map { start, length in
                Index.slice(start, length < 0 ? nil : start + length, 1)
            }
            return try input.tensor.indexed(index)
        }
        m.def("gather(params, indices, validate_indices=None, axis=None, batch_dims=0, name=None)")
        {
            (
                python: Interpreter, source: Value, indices: TensorLike, _: Value, axis: Int?,
                batch: Int, _: Value
            ) -> RaggedPiece in
            if let ragged = (source.object as? RaggedObject)?.ragged, axis ?? 0 == 0, batch == 0 {
                let rows = try indices.tensor.ints.map { place in
                    guard (0..<ragged.rowCount).contains(place) else {
                        throw TensorError.indexOutOfRange(
                            index: place, axis: 0, length: ragged.rowCount)
                    }
                    return try ragged.row(place)
                }
                return .ragged(try RaggedTensor.stacked(rows))
            }
            let params = try TensorLike.from(source, in: python)
            do {
                return .tensor(
                    try gathered(
                        params.tensor, indices.tensor, axis: axis ?? batch, batch: batch))
            } catch TensorError.lookupOutOfRange(_, let index, let place, let length)
                where params.isSequence || indices.isSequence
            {
                // What is no tensor goes another way, on which the operation has no name.
                let spot = place.isEmpty ? "" : "[\(place.map(String.init).joined(separator: ","))]"
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__GatherV2_device_/job:localhost/replica:0/task:0/device:CPU:0}} indices\(spot) = \(index) is not in [0, \(length)) [Op:GatherV2]"
                )
            }
        }
        m.def("gather_nd(params, indices, batch_dims=0, name=None)") {
            (_: Interpreter, params: TensorLike, indices: TensorLike, _: Value, _: Value) in
            try params.tensor.gatheredAtCoordinates(indices.tensor)
        }
        m.def("boolean_mask(tensor, mask, axis=None, name='boolean_mask')") {
            (_: Interpreter, tensor: TensorLike, mask: TensorLike, axis: Int?, _: Value) in
            try tensor.tensor.indexed(
                (0..<(axis ?? 0)).map { _ in Index.all } + [.mask(mask.tensor)])
        }
        m.def("where(condition, x=None, y=None, name=None)") {
            (python: Interpreter, condition: TensorLike, x: TensorLike?, y: TensorLike?, _: Value)
                -> Tensor in
            guard let x, let y else { return condition.tensor.whereTrue() }
            let (a, b) = try TensorMath.strictlyMatched(x, y, python)
            return try Tensor.select(condition.tensor, a, b)
        }
        m.def("sort(values, axis=-1, direction='ASCENDING', name=None)") {
            (_: Interpreter, values: TensorLike, axis: Int, direction: String, _: Value) in
            try values.tensor.sorted(axis: axis, descending: direction == "DESCENDING")
        }
        m.def("argsort(values, axis=-1, direction='ASCENDING', stable=False, name=None)") {
            (_: Interpreter, values: TensorLike, axis: Int, direction: String, _: Value, _: Value)
            in
            try values.tensor.sortOrder(axis: axis, descending: direction == "DESCENDING").cast(
                to: .int32)
        }
    }
}
