import PythonRuntime
import Tensors

/// `tf.RaggedTensor`.
enum RaggedType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "RaggedTensor", bases: [python.types.object],
                module: "tensorflow.python.ops.ragged.ragged_tensor",
                metatype: python.types.type, in: python)
        }
    }

    static func of(_ python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    static func define(_ m: ModuleBuilder) {
        let type = of(m.python)
        m.module.namespace["RaggedTensor"] = .object(type)
        let t = TypeBuilder(type, pythonWording: true, in: m.python)
        for special in [Special.repr, .str] {
            t.unary(special) { python, value in
                "<tf.RaggedTensor \(try RaggedText.text(ragged(value, python), in: python))>"
            }
        }
        facts(t)
        rows(t)
        conversions(t)
        items(t)
        RaggedMaking.define(t)
        RaggedOperators.define(t)
    }

    static func ragged(_ value: Value, _ python: Interpreter) throws -> RaggedTensor {
        let object: RaggedObject = try python.receiver(value, "RaggedTensor")
        return object.ragged
    }

    /// Row numbers as TensorFlow has them.
    static func numbers(_ numbers: [Int]) -> Tensor { Tensor(numbers.map(Int64.init)) }

    private static func facts(_ t: TypeBuilder) {
        t.property("shape") { python, value in
            ShapeObject(try ragged(value, python).shape, in: python)
        }
        t.property("dtype") { python, value in
            DTypeType.value(try ragged(value, python).dtype, in: python)
        }
        t.property("ragged_rank") { python, value in try ragged(value, python).raggedRank }
        t.property("values") { python, value in try ragged(value, python).values }
        t.property("flat_values") { python, value in try ragged(value, python).flatValues }
        t.property("row_splits") { python, value in numbers(try ragged(value, python).splits[0]) }
        t.property("nested_row_splits") { python, value -> Value in
            let splits = try ragged(value, python).splits
            return .tuple(splits.map { numbers($0).object(in: python) }, in: python)
        }
        t.property("uniform_row_length") { _, _ in Value.none }
        t.def("get_shape(self)") { (python: Interpreter, value: Value) in
            ShapeObject(try ragged(value, python).shape, in: python)
        }
        t.def("bounding_shape(self, axis=None, name=None, out_type=None)") {
            (python: Interpreter, value: Value, axis: Int?, _: Value, _: Value) -> Tensor in
            let shape = try ragged(value, python).boundingShape
            guard let axis else { return numbers(shape) }
            guard shape.indices.contains(axis) else {
                throw TensorError.axisOutOfRange(operation: "Max", axis: axis, rank: shape.count)
            }
            return Tensor(.int(shape[axis]), .int64)
        }
    }

    private static func rows(_ t: TypeBuilder) {
        t.def("nrows(self, out_type=None, name=None)") {
            (python: Interpreter, value: Value, _: Value, _: Value) in
            Tensor(.int(try ragged(value, python).rowCount), .int64)
        }
        t.def("row_lengths(self, axis=1, name=None)") {
            (python: Interpreter, value: Value, axis: Int, _: Value) -> RaggedPiece in
            let ragged = try ragged(value, python)
            guard axis > 1, case .ragged(let inner) = ragged.values else {
                return .tensor(numbers(ragged.rowLengths))
            }
            return .ragged(
                RaggedTensor(splits: [ragged.splits[0]], flatValues: numbers(inner.rowLengths)))
        }
        t.def("row_starts(self, name=None)") { (python: Interpreter, value: Value, _: Value) in
            numbers(Array(try ragged(value, python).splits[0].dropLast()))
        }
        t.def("row_limits(self, name=None)") { (python: Interpreter, value: Value, _: Value) in
            numbers(Array(try ragged(value, python).splits[0].dropFirst()))
        }
        t.def("value_rowids(self, name=None)") { (python: Interpreter, value: Value, _: Value) in
            numbers(
                try ragged(value, python).rowLengths.enumerated().flatMap {
                    Array(repeating: $0.offset, count: $0.element)
                })
        }
        t.def("nested_row_lengths(self, name=None)") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            let lengths = try ragged(value, python).splits.map { axis in
                zip(axis.dropFirst(), axis).map { $0 - $1 }
            }
            return .tuple(lengths.map { numbers($0).object(in: python) }, in: python)
        }
    }

    private static func conversions(_ t: TypeBuilder) {
        t.def("to_tensor(self, default_value=None, name=None, shape=None)") {
            (python: Interpreter, value: Value, filler: Value, _: Value, shape: Value) in
            let ragged = try ragged(value, python)
            let zero: Scalar = ragged.dtype == .string ? .bytes("") : .int(0)
            let fill =
                filler.isNone
                ? zero
                : try ArrayReader.tensor(filler, ragged.dtype, face: .tensorFlow, in: python).item
            return try ragged.padded(
                with: fill, to: ShapeType.dimensions(shape, in: python) ?? [])
        }
        t.def("to_list(self)") { (python: Interpreter, value: Value) in
            try list(.ragged(ragged(value, python)), python)
        }
        t.def("numpy(self)") { (python: Interpreter, value: Value) -> Value in
            let ragged = try ragged(value, python)
            if Set(ragged.rowLengths).count <= 1, ragged.raggedRank == 1 {
                return try ragged.padded(with: .int(0)).array(in: python)
            }
            let parts = try ragged.rows().map { row -> Value in
                try python.callMethod(row.value(in: python), "numpy")
            }
            guard let rows = try NumPyObjects.value("rows", in: python) else { return .none }
            return try python.call(rows, [.list(parts, in: python)])
        }
        t.def("with_values(self, new_values)") {
            (python: Interpreter, value: Value, new: RaggedArgument) -> RaggedTensor in
            let splits = try ragged(value, python).splits[0]
            guard case .ragged(let inner) = new.ragged else {
                return RaggedTensor(splits: [splits], flatValues: new.ragged.flatValues)
            }
            return RaggedTensor(splits: [splits] + inner.splits, flatValues: inner.flatValues)
        }
        t.def("with_flat_values(self, new_values)") {
            (python: Interpreter, value: Value, new: TensorLike) in
            try ragged(value, python).with(flatValues: new.tensor)
        }
        t.def("merge_dims(self, outer_axis, inner_axis)") {
            (python: Interpreter, value: Value, outer: Int, inner: Int) -> RaggedPiece in
            try merged(ragged(value, python), outer, inner, python)
        }
        t.raw("to_sparse(self, name=None)") { python, call in
            try RaggedMaking.callWritten("to_sparse", call, python)
        }
        t.def("with_row_splits_dtype(self, dtype)") { (_: Interpreter, value: Value, _: Value) in
            value
        }
    }

    private static func merged(
        _ ragged: RaggedTensor, _ outer: Int, _ inner: Int, _ python: Interpreter
    ) throws -> RaggedPiece {
        guard (0..<ragged.shape.count).contains(outer), inner > outer, inner <= ragged.raggedRank
        else {
            throw python.valueError(
                "Expected outer_axis (\(outer)) to be less than or equal to inner_axis (\(inner))")
        }
        var splits = ragged.splits
        for _ in outer..<inner {
            if outer == 0 {
                splits.removeFirst()
            } else {
                let below = splits.remove(at: outer)
                splits[outer - 1] = splits[outer - 1].map { below[$0] }
            }
        }
        return splits.isEmpty
            ? .tensor(ragged.flatValues)
            : .ragged(RaggedTensor(splits: splits, flatValues: ragged.flatValues))
    }

    private static func list(_ piece: RaggedPiece, _ python: Interpreter) throws -> Value {
        switch piece {
        case .tensor(let tensor):
            return try python.callMethod(tensor.copy().array(in: python), "tolist")
        case .ragged(let ragged):
            return .list(try ragged.rows().map { try list($0, python) }, in: python)
        }
    }

    private static func items(_ t: TypeBuilder) {
        t.unary(.iter) { python, value in
            try python.iterator(
                .list(ragged(value, python).rows().map { $0.value(in: python) }, in: python))
        }
        t.binary(.getitem) { python, value, key -> RaggedPiece in
            let keys = (key.object as? TupleObject)?.items ?? [key]
            return try item(.ragged(ragged(value, python)), keys[...], python)
        }
    }

    /// What stands under an index: a row, or rows from a slice, each indexed further.
    private static func item(
        _ piece: RaggedPiece, _ keys: ArraySlice<Value>, _ python: Interpreter
    ) throws -> RaggedPiece {
        guard let key = keys.first else { return piece }
        guard case .ragged(let ragged) = piece else {
            let index = try IndexReader.tensorFlow(
                .tuple(Array(keys), in: python), in: python)
            return .tensor(try piece.flatValues.indexed(index))
        }
        if let slice = key.object as? SliceObject {
            let range = try python.list(
                python.call(
                    .object(python.types.range),
                    bounds(slice, count: ragged.rowCount, python)))
            let rows = try range.map { try ragged.row(python.index($0)) }
            let inner = try rows.map { try item($0, keys.dropFirst(), python) }
            return .ragged(try RaggedTensor.stacked(inner))
        }
        let place = try python.index(key)
        let counted = place < 0 ? place + ragged.rowCount : place
        guard (0..<ragged.rowCount).contains(counted) else {
            throw python.error("IndexError", "Row key \(place) out of bounds")
        }
        return try item(ragged.row(counted), keys.dropFirst(), python)
    }

    private static func bounds(
        _ slice: SliceObject, count: Int, _ python: Interpreter
    ) throws -> [Value] {
        let step = slice.step.isNone ? 1 : try python.index(slice.step)
        guard step != 0 else { throw python.valueError("slice step cannot be zero") }
        func place(_ value: Value, _ natural: Int) throws -> Int {
            guard !value.isNone else { return natural }
            let given = try python.index(value)
            let low = step < 0 ? -1 : 0
            return min(max(given < 0 ? given + count : given, low), step < 0 ? count - 1 : count)
        }
        return [
            .int(try place(slice.start, step < 0 ? count - 1 : 0)),
            .int(try place(slice.stop, step < 0 ? -1 : count)), .int(step),
        ]
    }
}
