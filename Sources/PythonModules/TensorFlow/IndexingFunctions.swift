import PythonRuntime
import Tensors

/// Scattering, masks of lengths, and searches: `tf.scatter_nd`, `tf.sequence_mask`, `tf.unique` …
enum IndexingFunctions {
    static func define(_ m: ModuleBuilder) {
        scattering(m)
        masks(m)
        searching(m)
        rows(m)
        shapes(m)
    }

    private static func scattering(_ m: ModuleBuilder) {
        m.def("scatter_nd(indices, updates, shape, name=None)") {
            (
                _: Interpreter, indices: TensorLike, updates: TensorLike, shape: ShapeArgument,
                _: Value
            ) in
            try indices.tensor.scattering(updates.tensor, into: shape.shape)
        }
        typealias Update = (Tensor, Tensor, Tensor) throws -> Tensor
        let updates: [(String, Update)] = [
            ("update", { try $0.updated(at: $1, with: $2) }),
            ("add", { try $0.adding($2, at: $1) }), ("sub", { try $0.adding(-$2, at: $1) }),
            ("max", { try merged($0, $1, $2) { try BinaryOperation.maximum($0, $1) } }),
            ("min", { try merged($0, $1, $2) { try BinaryOperation.minimum($0, $1) } }),
        ]
        for (name, update) in updates {
            m.def("tensor_scatter_nd_\(name)(tensor, indices, updates, name=None)") {
                (
                    python: Interpreter, tensor: TensorLike, indices: TensorLike,
                    updates: TensorLike, _: Value
                ) in
                try update(
                    tensor.tensor, indices.tensor, updates.matching(tensor.tensor, in: python))
            }
        }
    }

    /// The tensor with updates merged in one by one.
    static func merged(
        _ tensor: Tensor, _ indices: Tensor, _ updates: Tensor,
        _ body: (Tensor, Tensor) throws -> Tensor
    ) throws -> Tensor {
        let depth = indices.shape.innermost
        let rows = try indices.reshaped(to: [-1, depth]).unstacked(axis: 0)
        let inner = Array(tensor.shape.dimensions.dropFirst(depth))
        let parts = try updates.reshaped(to: Shape([rows.count] + inner)).unstacked(axis: 0)
        return try zip(rows, parts).reduce(tensor) { result, pair in
            let place = try pair.0.expanded(at: 0)
            let old = try result.gatheredAtCoordinates(place)
            return try result.updated(at: place, with: body(old, pair.1.expanded(at: 0)))
        }
    }

    private static func masks(_ m: ModuleBuilder) {
        m.def("sequence_mask(lengths, maxlen=None, dtype=None, name=None)") {
            (_: Interpreter, lengths: TensorLike, longest: Int?, dtype: DTypeArgument?, _: Value)
                -> Tensor in
            let x = lengths.tensor
            if let longest, longest < 0 {
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__Range_device_/job:localhost/replica:0/task:0/device:CPU:0}} Requires start <= limit when delta > 0: 0/\(longest) [Op:Range] name: "
                )
            }
            let steps = try Tensor.range(
                0, max(0, longest ?? x.ints.max() ?? 0), step: 1, dtype: x.dtype)
            try Shape([x.count, steps.count]).requireRoom(for: .bool)
            let mask = try ComparisonOperation.less(steps, x.expanded(at: -1))
            return try mask.cast(to: dtype?.dtype ?? .bool)
        }
        m.def("reverse_sequence(input, seq_lengths, seq_axis=None, batch_axis=None, name=None)") {
            (
                _: Interpreter, input: TensorLike, lengths: TensorLike, axis: Int?, batch: Int?,
                _: Value
            ) -> Tensor in
            let x = input.tensor
            let (batch, axis) = (batch ?? 0, axis ?? 1)
            let parts = try zip(x.unstacked(axis: batch), lengths.tensor.ints).map { row, length in
                let own = axis > batch ? axis - 1 : axis
                let index = (0..<own).map { _ in Index.all }
                let head = try row.indexed(index + [.slice(nil, length, 1)]).reversed(axes: [own])
                let tail = try row.indexed(index + [.slice(length, nil, 1)])
                return try Tensor.concatenate([head, tail], axis: own)
            }
            return try Tensor.stack(parts, axis: batch)
        }
    }

    private static func searching(_ m: ModuleBuilder) {
        for (name, withCounts) in [("unique", false), ("unique_with_counts", true)] {
            m.def("\(name)(x, out_idx=None, name=None)") {
                (python: Interpreter, x: TensorLike, type: DTypeArgument?, _: Value) -> Value in
                let found = try x.tensor.unique(sorted: false)
                let index = type?.dtype ?? .int32
                var parts = [found.values, try found.positions.cast(to: index)]
                if withCounts { parts.append(try found.counts.cast(to: index)) }
                let fields = withCounts ? ["y", "idx", "count"] : ["y", "idx"]
                return NamedResult.value(
                    withCounts ? "UniqueWithCounts" : "Unique", fields,
                    parts.map { $0.object(in: python) }, in: python)
            }
        }
        m.def("searchsorted(sorted_sequence, values, side='left', out_type=None, name=None)") {
            (
                python: Interpreter, sorted: TensorLike, values: TensorLike, side: String,
                type: DTypeArgument?, _: Value
            ) -> Tensor in
            let wanted = try values.matching(sorted.tensor, in: python)
            guard sorted.tensor.rank > 1 else {
                return try sorted.tensor.searchSorted(wanted, right: side == "right")
                    .cast(to: type?.dtype ?? .int32)
            }
            let rows = try zip(sorted.tensor.unstacked(axis: 0), wanted.unstacked(axis: 0)).map {
                $0.searchSorted($1, right: side == "right")
            }
            return try Tensor.stack(rows, axis: 0).cast(to: type?.dtype ?? .int32)
        }
        for (name, bins) in [
            ("histogram_fixed_width", false), ("histogram_fixed_width_bins", true),
        ] {
            m.def("\(name)(values, value_range, nbins=100, dtype=None, name=None)") {
                (
                    _: Interpreter, values: TensorLike, range: TensorLike, count: Int,
                    dtype: DTypeArgument?, _: Value
                ) -> Tensor in
                let ends = range.tensor.doubles
                guard ends.count == 2, ends[0] < ends[1], count > 0 else {
                    throw TensorError.invalidArgument(
                        operation: "HistogramFixedWidth", "value_range and nbins must be positive")
                }
                let places = values.tensor.doubles.map { value -> Int64 in
                    let place = ((value - ends[0]) / (ends[1] - ends[0]) * Double(count)).rounded(
                        .down)
                    return Int64(min(max(place.isNaN ? 0 : place, 0), Double(count - 1)))
                }
                let indices = Tensor(places, shape: values.tensor.shape)
                if bins { return try indices.cast(to: .int32) }
                return try indices.flattened().binCounts(minimumLength: count)
                    .cast(to: dtype?.dtype ?? .int32)
            }
        }
    }

    private static func rows(_ m: ModuleBuilder) {
        m.def("dynamic_partition(data, partitions, num_partitions, name=None)") {
            (
                _: Interpreter, data: TensorLike, partitions: TensorLike, count: Int, _: Value
            ) -> [Tensor] in
            let places = partitions.tensor.ints
            return try (0..<max(0, count)).map { part in
                let rows = places.indices.filter { places[$0] == part }.map(Int64.init)
                return try data.tensor.gathered(Tensor(rows))
            }
        }
        m.def("dynamic_stitch(indices, data, name=None)") {
            (_: Interpreter, indices: [TensorLike], data: [TensorLike], _: Value) -> Tensor in
            let places = indices.flatMap(\.tensor.ints)
            let parts = try zip(indices, data).map { index, part in
                let inner = Array(part.tensor.shape.dimensions.dropFirst(index.tensor.rank))
                return try part.tensor.reshaped(to: Shape([index.tensor.count] + inner))
            }
            let rows = try Tensor.concatenate(parts, axis: 0)
            var last: [Int: Int] = [:]
            for (row, place) in places.enumerated() { last[place] = row }
            let length = (places.max() ?? -1) + 1
            return try rows.gathered(Tensor((0..<length).map { Int64(last[$0] ?? 0) }))
        }
        m.def("unravel_index(indices, dims, name=None)") {
            (_: Interpreter, indices: TensorLike, dims: TensorLike, _: Value) -> Tensor in
            let shape = Shape(dims.tensor.ints)
            let columns = indices.tensor.ints.map { index in
                zip(shape.rowMajorStrides, shape.dimensions).map { index / max(1, $0) % max(1, $1) }
            }
            let axes = shape.dimensions.indices.map { axis in
                Tensor(
                    columns.map { .int($0[axis]) }, shape: indices.tensor.shape,
                    indices.tensor.dtype)
            }
            return try Tensor.stack(axes, axis: 0)
        }
    }

    private static func shapes(_ m: ModuleBuilder) {
        m.def("ensure_shape(x, shape, name=None)") {
            (python: Interpreter, x: TensorLike, shape: Value, _: Value) -> Tensor in
            let wanted = try ShapeType.dimensions(shape, in: python)
            let spec = TensorSpecObject(wanted, x.tensor.dtype, name: nil, in: python)
            guard spec.admits(x.tensor.shape.dimensions, x.tensor.dtype) else {
                let text =
                    "[" + (wanted ?? []).map { $0.map(String.init) ?? "?" }.joined(separator: ",")
                    + "]"
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__EnsureShape_device_/job:localhost/replica:0/task:0/device:CPU:0}} Shape of tensor input \(x.tensor.shape.bracketed) is not compatible with expected shape \(text). [Op:EnsureShape] name: "
                )
            }
            return x.tensor
        }
        m.def("shape_n(input, out_type=None, name=None)") {
            (_: Interpreter, inputs: [TensorLike], _: Value, _: Value) in
            inputs.map { Tensor($0.tensor.shape.dimensions.map(Int32.init)) }
        }
        m.def("identity_n(input, name=None)") { (_: Interpreter, inputs: [TensorLike], _: Value) in
            try inputs.map { try UnaryOperation.identity($0.tensor) }
        }
        for name in ["broadcast_static_shape", "broadcast_dynamic_shape"] {
            m.def("\(name)(shape_x, shape_y)") {
                (python: Interpreter, x: ShapeArgument, y: ShapeArgument) -> Value in
                guard let shape = x.shape.broadcast(with: y.shape) else {
                    throw python.valueError(
                        "Incompatible shapes for broadcasting: \(x.shape) and \(y.shape)")
                }
                return name.contains("static")
                    ? ShapeType.value(shape, in: python)
                    : Tensor(shape.dimensions.map(Int32.init)).object(in: python)
            }
        }
        m.def("bitcast(input, type, name=None)") {
            (python: Interpreter, input: TensorLike, type: DTypeArgument, _: Value) -> Tensor in
            let types = [input.tensor.dtype, type.dtype]
            guard types[0].byteWidth == types[1].byteWidth, !types.contains(.string) else {
                throw python.valueError("Cannot bitcast between types of different sizes")
            }
            return input.tensor.reinterpreted(as: type.dtype)
        }
    }
}
