import PythonRuntime
import Tensors

/// Elements repeated, padded, inserted and removed.
enum NumPyEditing {
    static func define(_ m: NumPyDefinitions) {
        m.def("tile(A, reps)") {
            (python: Interpreter, a: ArrayView, counts: AxesArgument) -> Value in
            var (x, reps) = (a.tensor, counts.axes ?? [])
            let rank = max(x.rank, reps.count)
            x = try x.reshaped(
                to: Shape(Array(repeating: 1, count: rank - x.rank) + x.shape.dimensions))
            reps = Array(repeating: 1, count: rank - reps.count) + reps
            return python.ndarray(try x.tiled(reps).copy(), isText: a.isText)
        }
        m.def("resize(a, new_shape)") {
            (python: Interpreter, a: ArrayLike, shape: ArrayShape) -> Value in
            guard shape.shape.dimensions.allSatisfy({ $0 >= 0 }) else {
                throw python.valueError("all elements of `new_shape` must be non-negative")
            }
            return python.ndarray(
                try Filling.fitted(a.tensor, to: shape.shape.count).reshaped(to: shape.shape),
                isText: a.isText)
        }
        m.raw("pad(array, pad_width, mode='constant', **kwargs)") { python, call in
            let mode =
                call.keywords.first { $0.name == "mode" }?.value
                ?? call.positional.dropFirst(2).first
            if let mode = mode?.text, Pad.rareModes.contains(mode),
                let pad = try python.modules.find("numpy._more", in: python)?.namespace["pad"]
            {
                return try python.call(pad, call)
            }
            return try Pad(call, in: python).run(in: python)
        }
        m.def("delete(arr, obj, axis=None)") {
            (python: Interpreter, a: ArrayView, places: Value, axis: Int?) -> Value in
            let x = axis == nil ? try a.tensor.flattened() : a.tensor
            let length = try x.length(of: axis ?? 0)
            let gone = try chosen(places, length: length, axis: axis ?? 0, in: python)
            let kept = (0..<length).filter { !gone.contains($0) }.map(Int64.init)
            return python.ndarray(
                try x.gathered(Tensor(kept), axis: axis ?? 0), isText: a.isText)
        }
        m.def("insert(arr, obj, values, axis=None)") {
            (python: Interpreter, a: ArrayLike, places: Value, values: ArrayLike, axis: Int?)
                -> Value
            in
            try insert(a, places, values, axis, in: python)
        }
        m.def("trim_zeros(filt, trim='fb')") {
            (python: Interpreter, a: ArrayView, ends: String) -> Value in
            let flags = a.tensor.truth().elements(of: Bool.self)
            let first = ends.contains("f") ? flags.firstIndex(of: true) ?? flags.count : 0
            let last =
                ends.contains("b") ? (flags.lastIndex(of: true) ?? first - 1) + 1 : flags.count
            return a.viewed(
                try a.tensor.unwatched.indexed([.slice(first, max(first, last), 1)]), in: python)
        }
    }

    /// The places that an index, a slice, a list or a mask names along an axis.
    private static func chosen(
        _ value: Value, length: Int, axis: Int, in python: Interpreter
    ) throws -> Set<Int> {
        if value.object is SliceObject {
            let line = try Tensor.range(0, length, dtype: .int64)
            return Set(try line.indexed(ArrayIndex(value, in: python).entries).ints)
        }
        let places = try ArrayLike.from(value, in: python).tensor
        if places.dtype == .bool { return Set(places.whereTrue().ints) }
        return Set(
            try places.ints.map { place in
                guard (-length..<length).contains(place) else {
                    throw TensorError.indexOutOfRange(index: place, axis: axis, length: length)
                }
                return place < 0 ? place + length : place
            })
    }

    private static func insert(
        _ a: ArrayLike, _ places: Value, _ values: ArrayLike, _ axis: Int?, in python: Interpreter
    ) throws -> Value {
        let x = axis == nil ? try a.tensor.flattened() : a.tensor
        let along = axis ?? 0
        let length = try x.length(of: along)
        let given = try ArrayLike.from(places, in: python).tensor
        let starts = try given.ints.map { place in
            guard (-length...length).contains(place) else {
                throw python.error(
                    "IndexError",
                    "index \(place) is out of bounds for axis \(along) with size \(length)")
            }
            return place < 0 ? place + length : place
        }
        let front = try x.movingAxes([along], to: [0])
        let row = Shape(Array(front.shape.dimensions.dropFirst()))
        let converted = try values.tensor.cast(to: x.dtype)
        let count =
            starts.count == 1 && converted.rank == x.rank && given.rank == 0
            ? converted.shape[x.shape.resolved(axis: along) ?? 0]
            : starts.count == 1 && row.rank == 0 ? converted.count : starts.count
        let moved =
            converted.rank == x.rank ? try converted.movingAxes([along], to: [0]) : converted
        let block = try moved.broadcast(to: Shape([count] + row.dimensions))
        // Each old row and each new one, in the order in which they will stand.
        let spots = starts.count == count ? starts : Array(repeating: starts[0], count: count)
        let order =
            spots.enumerated().map { (key: ($0.element, 0, $0.offset), index: length + $0.offset) }
            + (0..<length).map { (key: ($0, 1, 0), index: $0) }
        let sorted = order.sorted { $0.key < $1.key }.map { Int64($0.index) }
        let all = try Tensor.concatenate([front, block], axis: 0).gathered(Tensor(sorted))
        return python.ndarray(try all.movingAxes([0], to: [along]).copy(), isText: a.isText)
    }
}

extension Tensor {
    /// The length of an axis, which may count from the end.
    func length(of axis: Int) throws -> Int {
        guard let resolved = shape.resolved(axis: axis) else {
            throw TensorError.axisOutOfRange(operation: "Axis", axis: axis, rank: rank)
        }
        return shape[resolved]
    }
}

/// A call of `np.pad`.
private struct Pad {
    /// The ways of padding that are written in Python.
    static let rareModes: Set<String> = [
        "linear_ramp", "maximum", "mean", "median", "minimum", "empty",
    ]

    private var array = ArrayLike(tensor: Tensor(zeros: [0], .float64))
    private var widths: Value = .none
    private var mode = "constant"
    private var constant: Value = .int(0)

    init(_ call: Arguments, in python: Interpreter) throws {
        var values: [String: Value] = [:]
        for (name, value) in zip(["array", "pad_width", "mode"], call.positional) {
            values[name] = value
        }
        for (name, value) in call.keywords { values[name] = value }
        guard let array = values["array"], let widths = values["pad_width"] else {
            throw python.typeError("pad() missing required arguments: 'array' and 'pad_width'")
        }
        self.array = try ArrayLike.from(array, in: python)
        self.widths = widths
        mode = values["mode"]?.text ?? mode
        constant = values["constant_values"] ?? constant
    }

    func run(in python: Interpreter) throws -> Value {
        let x = array.tensor
        let borders = try pairs(widths, in: python)
        guard borders.allSatisfy({ $0.0 >= 0 && $0.1 >= 0 }) else {
            throw python.valueError("index can't contain negative values")
        }
        let limit = 1 << 50
        try Shape(
            zip(x.shape.dimensions, borders).map { $0 + min($1.0, limit) + min($1.1, limit) }
        ).requireRoom(for: .int64)
        let edges = try pairs(constant, in: python)
        var result = x
        for axis in 0..<x.rank {
            let index = try places(axis, length: x.shape[axis], borders[axis], in: python)
            let clipped = index.map { Int64(min(max($0, 0), x.shape[axis] - 1)) }
            result = try result.gathered(Tensor(clipped), axis: axis)
            guard mode == "constant" else { continue }
            let total = result.shape[axis]
            let (before, after) = (borders[axis].0, borders[axis].1)
            let lead = Array(repeating: Index.all, count: axis)
            try result.assign(
                Tensor(.int(edges[axis].0), result.dtype).cast(to: result.dtype),
                at: lead + [.slice(0, before, 1)])
            try result.assign(
                Tensor(.int(edges[axis].1), result.dtype),
                at: lead + [.slice(total - after, total, 1)])
        }
        if mode == "constant", case .float(let number) = constant, number != number.rounded() {
            return try filled(with: number, borders, in: python)
        }
        return python.ndarray(result === x ? x.copy() : result, isText: array.isText)
    }

    /// The array in a frame of a number that is not whole.
    private func filled(with number: Double, _ borders: [(Int, Int)], in python: Interpreter) throws
        -> Value
    {
        let x = array.tensor
        let shape = Shape((0..<x.rank).map { x.shape[$0] + borders[$0].0 + borders[$0].1 })
        let result = Tensor(repeating: .float(number), shape: shape, x.dtype)
        try result.assign(
            x, at: (0..<x.rank).map { .slice(borders[$0].0, borders[$0].0 + x.shape[$0], 1) })
        return python.ndarray(result)
    }

    /// One pair for each axis: from one number, one pair, or a pair each.
    private func pairs(_ value: Value, in python: Interpreter) throws -> [(Int, Int)] {
        let given = try ArrayLike.from(value, in: python).tensor
        let rank = array.tensor.rank
        guard given.shape.stretches(to: [rank, 2]) else {
            throw TensorError.notStretchable(given.shape, to: [rank, 2])
        }
        let numbers = given.stretched(to: [rank, 2]).ints
        return (0..<rank).map { (numbers[2 * $0], numbers[2 * $0 + 1]) }
    }

    /// From which place along an axis each element of the result comes.
    private func places(
        _ axis: Int, length: Int, _ border: (Int, Int), in python: Interpreter
    ) throws -> [Int] {
        let line = -border.0..<(length + border.1)
        switch mode {
        case "constant", "edge": return Array(line)
        case "wrap": return line.map { (($0 % length) + length) % length }
        case "reflect":
            let period = max(2 * (length - 1), 1)
            return line.map { place in
                let inside = ((place % period) + period) % period
                return inside < length ? inside : period - inside
            }
        case "symmetric":
            let period = 2 * length
            return line.map { place in
                let inside = ((place % period) + period) % period
                return inside < length ? inside : period - 1 - inside
            }
        default: throw python.valueError("mode '\(mode)' is not supported")
        }
    }
}
