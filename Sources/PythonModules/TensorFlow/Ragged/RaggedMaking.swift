import PythonRuntime
import Tensors

/// Ways to make ragged tensors: `tf.ragged.constant`, `RaggedTensor.from_row_lengths` …
enum RaggedMaking {
    /// Calls a function of ragged tensors that is written in Python.
    static func callWritten(
        _ name: String, _ call: Arguments, _ python: Interpreter
    ) throws -> Value {
        guard
            let function = try python.modules.find("tensorflow._ragged", in: python)?
                .namespace[name]
        else { return .none }
        return try python.call(function, call)
    }

    /// The class methods of `RaggedTensor`.
    static func define(_ t: TypeBuilder) {
        t.staticMethod("from_sparse(st_input, name=None, row_splits_dtype=None)") {
            python, call in try callWritten("from_sparse", call, python)
        }
        func method(
            _ literal: String, _ body: @escaping (Interpreter, [Value]) throws -> RaggedTensor
        ) {
            t.classMethod(
                literal, .bound { python, values in try body(python, values).value(in: python) })
        }
        method("from_row_splits(cls, values, row_splits, name=None, validate=True)") {
            let splits = try TensorLike.from($1[2], in: $0).tensor.ints
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            try check(splits, values.count, $0)
            return under(splits, values)
        }
        method("from_row_lengths(cls, values, row_lengths, name=None, validate=True)") {
            let lengths = try TensorLike.from($1[2], in: $0).tensor.ints
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            guard !lengths.contains(where: { $0 < 0 || $0 > values.count }) else {
                throw FaceError(
                    "InvalidArgumentError",
                    "Arguments to from_row_lengths do not form a valid RaggedTensor")
            }
            let splits = RaggedTensor.splits(of: lengths)
            try check(splits, values.count, $0)
            return under(splits, values)
        }
        method("from_value_rowids(cls, values, value_rowids, nrows=None, name=None, validate=True)")
        {
            let rows = try TensorLike.from($1[2], in: $0).tensor.ints
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            let count = try Int?.from($1[3], in: $0) ?? (rows.max() ?? -1) + 1
            var lengths = Array(repeating: 0, count: max(0, min(count, 1 << 26)))
            for row in rows where lengths.indices.contains(row) { lengths[row] += 1 }
            let splits = RaggedTensor.splits(of: lengths)
            try check(splits, values.count, $0)
            return under(splits, values)
        }
        method(
            "from_uniform_row_length(cls, values, uniform_row_length, nrows=None, validate=True, name=None)"
        ) {
            let length = try TensorLike.from($1[2], in: $0).tensor.ints.first ?? 0
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            guard length > 0, values.count % length == 0 else {
                throw FaceError(
                    "InvalidArgumentError",
                    "Arguments to from_uniform_row_length do not form a valid RaggedTensor")
            }
            return under(Array(stride(from: 0, through: values.count, by: length)), values)
        }
        method("from_row_starts(cls, values, row_starts, name=None, validate=True)") {
            let starts = try TensorLike.from($1[2], in: $0).tensor.ints
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            try check(starts + [values.count], values.count, $0)
            return under(starts + [values.count], values)
        }
        method("from_row_limits(cls, values, row_limits, name=None, validate=True)") {
            let limits = try TensorLike.from($1[2], in: $0).tensor.ints
            let values = try RaggedArgument.from($1[1], in: $0).ragged
            try check([0] + limits, values.count, $0)
            return under([0] + limits, values)
        }
        method(
            "from_nested_row_splits(cls, flat_values, nested_row_splits, name=None, validate=True)"
        ) { python, values in
            let splits = try python.list(values[2]).map {
                try TensorLike.from($0, in: python).tensor.ints
            }
            var piece = try RaggedArgument.from(values[1], in: python).ragged
            for axis in splits.reversed() {
                try check(axis, piece.count, python)
                piece = .ragged(under(axis, piece))
            }
            guard case .ragged(let ragged) = piece else {
                throw python.valueError("nested_row_splits must not be empty")
            }
            return ragged
        }
        method(
            "from_tensor(cls, tensor, lengths=None, padding=None, ragged_rank=1, name=None, row_splits_dtype=None)"
        ) { python, values in
            let tensor = try TensorLike.from(values[1], in: python).tensor
            let rank = try Int.from(values[4], in: python)
            guard rank > 0, tensor.rank > rank else {
                throw python.valueError("ragged_rank must be greater than 0 and below the rank")
            }
            if !values[2].isNone || !values[3].isNone {
                return try trimmed(tensor, values[2], values[3], python)
            }
            return try RaggedTensor(tensor, raggedRank: rank)
        }
    }

    /// Rows cut to given lengths, or where nothing but padding follows.
    private static func trimmed(
        _ tensor: Tensor, _ lengths: Value, _ padding: Value, _ python: Interpreter
    ) throws -> RaggedTensor {
        let rows = try tensor.unstacked(axis: 0)
        let kept: [Int]
        if lengths.isNone {
            let filler = try ArrayReader.tensor(
                padding, tensor.dtype, face: .tensorFlow, in: python)
            kept = try rows.map { row in
                let differs = try ComparisonOperation.notEqual(row, filler)
                    .reshaped(to: [row.shape[0], -1]).any(axes: [1]).ints
                return (differs.lastIndex { $0 != 0 } ?? -1) + 1
            }
        } else {
            kept = try TensorLike.from(lengths, in: python).tensor.ints
        }
        guard kept.count == rows.count else {
            throw python.valueError("The lengths must be one for each row")
        }
        let parts = try zip(rows, kept).map {
            RaggedPiece.tensor(try $0.indexed([.slice(0, max(0, $1), 1)]))
        }
        return try RaggedTensor.stacked(parts)
    }

    /// Pieces under one more ragged axis.
    private static func under(_ splits: [Int], _ values: RaggedPiece) -> RaggedTensor {
        if case .ragged(let inner) = values {
            return RaggedTensor(splits: [splits] + inner.splits, flatValues: inner.flatValues)
        }
        return RaggedTensor(splits: [splits], flatValues: values.flatValues)
    }

    private static func check(_ splits: [Int], _ count: Int, _ python: Interpreter) throws {
        let rises = zip(splits.dropFirst(), splits).allSatisfy { $0 >= $1 }
        guard splits.first == 0, splits.last == count, rises else {
            throw FaceError(
                "InvalidArgumentError", "Arguments do not form a valid RaggedTensor")
        }
    }

    /// `tf.ragged`.
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.ragged", pythonWording: true, in: python)
        m.def(
            "constant(pylist, dtype=None, ragged_rank=None, inner_shape=None, name=None, row_splits_dtype=None)\n\nRows of different lengths."
        ) {
            (
                python: Interpreter, list: Value, dtype: DTypeArgument?, rank: Int?, _: Value,
                _: Value, _: Value
            ) in
            let depth = try max(0, depth(list, python) - 1)
            return try piece(list, dtype?.dtype, rank: rank ?? depth, python)
        }
        m.def("stack(values, axis=0, name=None)") {
            (python: Interpreter, values: [RaggedArgument], axis: Int, _: Value) -> RaggedTensor in
            guard axis == 0 else {
                throw python.error(
                    "NotImplementedError", "tf.ragged.stack is supported along axis 0 only")
            }
            return try RaggedTensor.stacked(values.map(\.ragged))
        }
        m.raw("map_flat_values(op, *args, **kwargs)") { python, arguments in
            guard let operation = arguments.positional.first else {
                throw python.typeError(
                    "map_flat_values() missing 1 required positional argument: 'op'")
            }
            var model: RaggedTensor?
            let rest = arguments.positional.dropFirst().map { value -> Value in
                guard let object = value.object as? RaggedObject else { return value }
                model = model ?? object.ragged
                return object.ragged.flatValues.object(in: python)
            }
            let result = try python.call(operation, rest, keywords: arguments.keywords)
            guard let model else { return result }
            return model.with(flatValues: try TensorType.tensor(result, python)).value(in: python)
        }
        m.def("range(starts, limits=None, deltas=1, dtype=None, name=None, row_splits_dtype=None)")
        {
            (
                _: Interpreter, starts: TensorLike, limits: TensorLike?, step: Int, _: Value,
                _: Value, _: Value
            ) -> RaggedTensor in
            let ends = (limits ?? starts).tensor
            let from = limits == nil ? ends.ints.map { _ in 0 } : starts.tensor.ints
            let rows = try zip(from, ends.ints).map { first, last in
                RaggedPiece.tensor(
                    try Tensor.range(first, max(first, last), step: step, dtype: ends.dtype))
            }
            return try RaggedTensor.stacked(rows)
        }
        return m.module
    }

    private static func depth(_ value: Value, _ python: Interpreter) throws -> Int {
        if let array = ArrayReader.existing(value) { return array.rank }
        guard Nest.isNested(value) else { return 0 }
        return try 1 + (python.list(value).map { try depth($0, python) }.max() ?? 0)
    }

    private static func piece(
        _ value: Value, _ dtype: DType?, rank: Int, _ python: Interpreter
    ) throws -> RaggedPiece {
        guard rank > 0 else {
            return .tensor(try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python))
        }
        let rows = try python.list(value).map { try piece($0, dtype, rank: rank - 1, python) }
        let filled = rows.first { $0.flatValues.count > 0 }
        guard let filled, dtype == nil else {
            let stacked = try RaggedTensor.stacked(rows)
            guard let dtype, stacked.dtype != dtype else { return .ragged(stacked) }
            return .ragged(stacked.with(flatValues: Tensor(zeros: [0], dtype)))
        }
        let widest = rows.contains { $0.flatValues.count > 0 && $0.flatValues.dtype.isFloating }
        let wanted = widest ? .float32 : filled.flatValues.dtype
        if rows.contains(where: { $0.flatValues.count > 0 && $0.flatValues.dtype != wanted }) {
            return try piece(value, wanted, rank: rank, python)
        }
        return .ragged(try RaggedTensor.stacked(rows))
    }
}

/// The operators of ragged tensors.
enum RaggedOperators {
    private static let pairs: [(Special, Special)] = [
        (.add, .radd), (.sub, .rsub), (.mul, .rmul), (.truediv, .rtruediv),
        (.floordiv, .rfloordiv), (.mod, .rmod), (.pow, .rpow),
    ]
    private static let comparisons: [Special] = [.lt, .le, .gt, .ge, .eq, .ne]

    static func define(_ t: TypeBuilder) {
        for (special, reflected) in pairs {
            t.binary(special) { python, a, b in try applied(special, a, b, python) }
            t.binary(reflected) { python, a, b in try applied(reflected, a, b, python) }
        }
        for special in comparisons {
            t.binary(special) { python, a, b in try applied(special, a, b, python) }
        }
        for special in [Special.neg, .abs, .invert] {
            t.unary(special) { python, value in
                let ragged = try RaggedType.ragged(value, python)
                let flat =
                    try python.applySpecial(special, ragged.flatValues.object(in: python)) ?? .none
                return ragged.with(flatValues: try TensorType.tensor(flat, python))
            }
        }
        t.unary(.hash) { python, value in python.identity(value) }
    }

    private static func applied(
        _ special: Special, _ a: Value, _ b: Value, _ python: Interpreter
    ) throws -> Value {
        let ragged = try RaggedType.ragged(a, python)
        var other = b
        if let right = b.object as? RaggedObject {
            guard right.ragged.splits == ragged.splits else {
                throw FaceError(
                    "InvalidArgumentError",
                    "Unable to broadcast: dimension size mismatch in dimension")
            }
            other = right.ragged.flatValues.object(in: python)
        }
        let flat =
            try python.applySpecial(special, ragged.flatValues.object(in: python), other) ?? .none
        return ragged.with(flatValues: try TensorType.tensor(flat, python)).value(in: python)
    }
}
