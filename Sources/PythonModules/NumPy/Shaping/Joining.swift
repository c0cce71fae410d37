import PythonRuntime
import Tensors

/// Arrays joined, and cut into parts.
enum NumPyJoining {
    static func define(_ m: NumPyDefinitions) {
        m.def(
            "concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')\n\nThe arrays joined along an axis they have."
        ) {
            (
                python: Interpreter, arrays: [ArrayLike], axis: Int?, out: Value,
                dtype: NumPyDType?, _: Value
            ) -> Value in
            let parts = try axis == nil ? arrays.map { try $0.flattened() } : arrays
            return try python.deliver(
                join(parts, dtype) {
                    try Tensor.concatenate($0, axis: axis ?? 0)
                }, to: out)
        }
        m.def("stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')") {
            (
                python: Interpreter, arrays: [ArrayLike], axis: Int, out: Value,
                dtype: NumPyDType?, _: Value
            ) -> Value in
            guard !arrays.isEmpty else { throw TensorError.nothingTo("stack") }
            return try python.deliver(
                join(arrays, dtype) { try Tensor.stack($0, axis: axis) }, to: out)
        }
        let stacks: [(String, Int, (Tensor) throws -> Tensor)] = [
            ("vstack", 0, { try NumPyAxes.raised($0, to: 2) }),
            ("row_stack", 0, { try NumPyAxes.raised($0, to: 2) }),
            ("dstack", 2, { try NumPyAxes.raised($0, to: 3) }),
            ("column_stack", 1, { $0.rank < 2 ? try $0.reshaped(to: [$0.count, 1]) : $0 }),
        ]
        for (name, axis, raise) in stacks {
            m.def("\(name)(tup, *, dtype=None, casting='same_kind')") {
                (python: Interpreter, arrays: [ArrayLike], dtype: NumPyDType?, _: Value) -> Value in
                let parts = try arrays.map {
                    ArrayLike(tensor: try raise($0.tensor), isText: $0.isText)
                }
                return try python.deliver(
                    join(parts, dtype) { try Tensor.concatenate($0, axis: axis) }, to: .none)
            }
        }
        m.def("hstack(tup, *, dtype=None, casting='same_kind')") {
            (python: Interpreter, arrays: [ArrayLike], dtype: NumPyDType?, _: Value) -> Value in
            let parts = try arrays.map {
                ArrayLike(tensor: try NumPyAxes.raised($0.tensor, to: 1), isText: $0.isText)
            }
            let axis = parts.first?.tensor.rank == 1 ? 0 : 1
            return try python.deliver(
                join(parts, dtype) { try Tensor.concatenate($0, axis: axis) }, to: .none)
        }
        m.def("block(arrays)") { (python: Interpreter, blocks: Value) -> Value in
            let depth = try nesting(blocks, in: python)
            return try python.deliver(block(blocks, depth, depth, in: python), to: .none)
        }
        m.def("append(arr, values, axis=None)") {
            (python: Interpreter, a: ArrayLike, values: ArrayLike, axis: Int?) -> Value in
            let parts = axis == nil ? try [a.flattened(), values.flattened()] : [a, values]
            return try python.deliver(
                join(parts, nil) { try Tensor.concatenate($0, axis: axis ?? 0) }, to: .none)
        }
        defineSplits(m)
    }

    /// How deep lists of blocks are nested.
    private static func nesting(_ value: Value, in python: Interpreter) throws -> Int {
        guard value.object is ListObject, let first = try python.list(value).first else { return 0 }
        return try 1 + nesting(first, in: python)
    }

    /// Blocks joined: those of the innermost lists along the last axis, the lists along the ones before.
    private static func block(
        _ value: Value, _ depth: Int, _ whole: Int, in python: Interpreter
    ) throws -> ArrayLike {
        guard depth > 0 else {
            let like = try ArrayLike.from(value, in: python)
            let missing = max(0, whole - like.tensor.rank)
            let shape = Array(repeating: 1, count: missing) + like.tensor.shape.dimensions
            return ArrayLike(
                tensor: try like.tensor.reshaped(to: Shape(shape)), isText: like.isText)
        }
        let parts = try python.list(value).map { try block($0, depth - 1, whole, in: python) }
        return try join(parts, nil) { try Tensor.concatenate($0, axis: -depth) }
    }

    /// Arrays of one common type, joined; text stays text.
    static func join(
        _ arrays: [ArrayLike], _ dtype: NumPyDType?, _ body: ([Tensor]) throws -> Tensor
    ) throws -> ArrayLike {
        let types = arrays.map(\.tensor.dtype)
        let common =
            dtype?.dtype ?? types.dropFirst().reduce(types.first ?? .float64, Promotion.joint)
        let parts = try arrays.map { array -> Tensor in
            guard common == .string, array.tensor.dtype != .string else {
                return try array.tensor.cast(to: common)
            }
            return ElementConversion.texts(of: array.tensor)
        }
        return ArrayLike(
            tensor: try body(parts), isText: common == .string && arrays.contains(where: \.isText))
    }

    private static func defineSplits(_ m: NumPyDefinitions) {
        let splits: [(String, Int?, Bool)] = [
            ("split", nil, true), ("array_split", nil, false), ("hsplit", 1, true),
            ("vsplit", 0, true), ("dsplit", 2, true),
        ]
        for (name, fixed, mustBeEven) in splits {
            let parameters =
                fixed == nil ? "ary, indices_or_sections, axis=0" : "ary, indices_or_sections"
            m.raw("\(name)(\(parameters))") { python, call in
                let values = try bound(call, name, in: python)
                let a = try ArrayView(values[0], in: python)
                let axis = try fixed ?? (values[2].isNone ? 0 : python.index(values[2]))
                let along = name == "hsplit" && a.tensor.rank == 1 ? 0 : axis
                let cuts = try Cuts(
                    values[1], length: length(a.tensor, along), mustBeEven, in: python)
                return .list(
                    try cuts.ranges.map { range in
                        let entries = (0..<a.tensor.rank).map { other -> Index in
                            other == (along < 0 ? along + a.tensor.rank : along)
                                ? .slice(range.lowerBound, range.upperBound, 1) : .all
                        }
                        return a.viewed(try a.tensor.unwatched.indexed(entries), in: python)
                    }, in: python)
            }
        }
    }

    private static func length(_ tensor: Tensor, _ axis: Int) throws -> Int {
        guard let resolved = tensor.shape.resolved(axis: axis) else {
            throw TensorError.axisOutOfRange(operation: "Split", axis: axis, rank: tensor.rank)
        }
        return tensor.shape[resolved]
    }

    private static func bound(
        _ call: Arguments, _ name: String, in python: Interpreter
    ) throws -> [Value] {
        var values = [Value](repeating: .none, count: 3)
        for (place, value) in call.positional.prefix(3).enumerated() { values[place] = value }
        for (keyword, value) in call.keywords {
            guard let place = ["ary", "indices_or_sections", "axis"].firstIndex(of: keyword) else {
                throw python.typeError("\(name)() got an unexpected keyword argument '\(keyword)'")
            }
            values[place] = value
        }
        guard !values[1].isNone else {
            throw python.typeError(
                "\(name)() missing 1 required positional argument: 'indices_or_sections'")
        }
        return values
    }
}

/// Where an axis is cut: into equal parts, or at places.
private struct Cuts {
    let ranges: [Range<Int>]

    init(_ value: Value, length: Int, _ mustBeEven: Bool, in python: Interpreter) throws {
        guard let parts = value.integer ?? (value.object as? ScalarObject)?.scalar.int else {
            let places = try AxesArgument.from(value, in: python).axes ?? []
            let bounds = places.map { min(max($0 < 0 ? $0 + length : $0, 0), length) }
            let starts = [0] + bounds
            let ends = bounds + [length]
            ranges = zip(starts, ends).map { $0..<max($0, $1) }
            return
        }
        guard parts > 0 else {
            throw python.valueError("number sections must be larger than 0.")
        }
        if mustBeEven, length % parts != 0 {
            throw TensorError.unevenSplit(axis: 0, length: length, parts: parts)
        }
        let (size, extra) = (length / parts, length % parts)
        var start = 0
        ranges = (0..<parts).map { part in
            defer { start += size + (part < extra ? 1 : 0) }
            return start..<(start + size + (part < extra ? 1 : 0))
        }
    }
}

extension ArrayLike {
    /// The same elements as a vector.
    func flattened() throws -> ArrayLike {
        ArrayLike(tensor: try tensor.flattened(), isText: isText)
    }
}

extension Interpreter {
    /// A result, text or numbers, as it is or written into `out`.
    func deliver(_ result: ArrayLike, to out: Value) throws -> Value {
        out.isNone
            ? numPyValue(result.tensor, isText: result.isText) : try deliver(result.tensor, to: out)
    }
}
