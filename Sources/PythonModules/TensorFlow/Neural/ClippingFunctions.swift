import PythonRuntime
import Tensors

/// `tf.clip_by_norm`, `tf.clip_by_global_norm` and the norm of several tensors.
enum ClippingFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("clip_by_norm(t, clip_norm, axes=None, name=None)\n\nScaled to at most a length.") {
            (python: Interpreter, t: TensorLike, norm: Double, axes: AxesArgument, _: Value)
                -> Value in
            if let slices = t.value.object as? SlicesObject {
                let values = try slices.slices.values.clipped(norm: norm, axes: axes.axes)
                return .object(SlicesObject(slices.slices.with(values), in: python))
            }
            return try t.tensor.clipped(norm: norm, axes: axes.axes).object(in: python)
        }
        m.def(
            "clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None)\n\nSeveral tensors scaled by one factor to at most a length together."
        ) {
            (python: Interpreter, list: Value, norm: TensorLike, used: TensorLike?, _: Value)
                -> Value in
            let items = try sequence(list, python)
            let length = try used?.tensor ?? globalNorm(items, python)
            let scaled = try items.map { item -> Value in
                if item.isNone { return item }
                let limit = try norm.matching(length, in: python)
                let one = Tensor(.int(1), length.dtype)
                let scale = try limit * BinaryOperation.minimum(one / length, one / limit)
                let scaleOrNaN = try scale + (length - length)
                if let slices = item.object as? SlicesObject {
                    let values =
                        try slices.slices.values * scaleOrNaN.cast(to: slices.slices.values.dtype)
                    return .object(SlicesObject(slices.slices.with(values), in: python))
                }
                let tensor = try TensorType.tensor(item, python)
                return try (tensor * scaleOrNaN.cast(to: tensor.dtype)).object(in: python)
            }
            return .tuple(
                [.list(scaled, in: python), length.object(in: python)], in: python)
        }
    }

    /// `tf.linalg.global_norm`.
    static func defineNorm(_ m: ModuleBuilder) {
        m.def("global_norm(t_list, name=None)\n\nThe length of several tensors together.") {
            (python: Interpreter, list: Value, _: Value) in
            try globalNorm(sequence(list, python), python)
        }
    }

    private static func sequence(_ value: Value, _ python: Interpreter) throws -> [Value] {
        guard value.object is ListObject || value.object is TupleObject else {
            throw python.typeError(
                "`t_list` should be a sequence of tensors. Received \(try python.repr(.object(python.type(of: value))))."
            )
        }
        return try python.list(value)
    }

    private static func globalNorm(_ items: [Value], _ python: Interpreter) throws -> Tensor {
        let halves = try items.filter { !$0.isNone }.map { item -> Tensor in
            let tensor =
                try (item.object as? SlicesObject)?.slices.values ?? TensorType.tensor(item, python)
            return try UnaryOperation.square(tensor).sum() / 2
        }
        guard let first = halves.first else { return Tensor(.float(0), .float32) }
        let half = try Tensor.stack(halves, axis: 0).sum()
        return try UnaryOperation.squareRoot(half * Tensor(.float(2), first.dtype))
    }
}

extension IndexedSlices {
    /// Other values for the same rows.
    func with(_ values: Tensor) -> IndexedSlices {
        IndexedSlices(values: values, indices: indices, denseShape: denseShape)
    }
}
