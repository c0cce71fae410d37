import PythonRuntime
import Tensors

/// Elements put into arrays in place, and the places of triangles.
enum NumPyPlacing {
    static func define(_ m: NumPyDefinitions) {
        puts(m)
        triangles(m)
        sets(m)
    }

    /// Puts values at flat places, beginning again when they run out.
    static func put(
        _ array: ArrayObject, _ places: [Int], _ values: ArrayLike, mode: String,
        in python: Interpreter
    ) throws {
        let target = try array.writable(orElse: "put: output array is read-only", in: python)
        let count = target.count
        let source = try values.tensor.cast(to: array.tensor.dtype).scalars
        guard !places.isEmpty, !source.isEmpty else { return }
        for (turn, place) in places.enumerated() {
            var counted = place < 0 && mode == "raise" ? place + count : place
            if mode == "wrap", count > 0 { counted = ((place % count) + count) % count }
            if mode == "clip" { counted = min(max(place, 0), count - 1) }
            guard (0..<count).contains(counted) else {
                throw python.error(
                    "IndexError",
                    "index \(place) is out of bounds for axis 0 with size \(count)")
            }
            target[target.position(counted)] = source[turn % source.count]
        }
    }

    private static func puts(_ m: NumPyDefinitions) {
        m.def("put(a, ind, v, mode='raise')") {
            (python: Interpreter, a: Value, places: ArrayLike, values: ArrayLike, mode: String)
                -> Value in
            try put(
                NumPyArrayType.array(a, python), places.tensor.ints, values, mode: mode, in: python)
            return .none
        }
        for (name, restarts) in [
            ("place(arr, mask, vals)", true), ("putmask(a, mask, values)", false),
        ] {
            m.def(name) {
                (python: Interpreter, a: Value, mask: ArrayLike, values: ArrayLike) -> Value in
                let target = try NumPyArrayType.array(a, python).writable(
                    orElse: restarts
                        ? "WRITEBACKIFCOPY base is read-only"
                        : "putmask: output array is read-only",
                    in: python)
                let source = try values.tensor.cast(to: target.dtype).scalars
                guard mask.tensor.count == target.count else {
                    throw python.valueError(
                        "\(restarts ? "place" : "putmask"): mask and data must be the same size")
                }
                var next = 0
                let flags = mask.tensor.truth().scalars
                for (place, flag) in flags.enumerated() where flag.isTrue {
                    guard !source.isEmpty else {
                        throw python.valueError("Cannot insert from an empty array!")
                    }
                    let turn = restarts ? next : place
                    target[target.position(place)] = source[turn % source.count]
                    next += 1
                }
                return .none
            }
        }
        m.def("put_along_axis(arr, indices, values, axis)") {
            (python: Interpreter, a: Value, indices: ArrayLike, values: ArrayLike, axis: Int)
                -> Value in
            let target = try NumPyArrayType.array(a, python).writable(in: python)
            guard let own = target.shape.resolved(axis: axis),
                indices.tensor.rank == target.rank
            else {
                throw python.valueError(
                    "`indices` and `arr` must have the same number of dimensions")
            }
            let source = try values.tensor.cast(to: target.dtype)
                .stretched(to: indices.tensor.shape).scalars
            for (turn, place) in indices.tensor.ints.enumerated() {
                var index = indices.tensor.position(turn)
                let length = target.shape[own]
                index[own] = place < 0 ? place + length : place
                guard
                    zip(index, target.shape.dimensions).allSatisfy({ (0..<$1).contains($0) })
                else {
                    throw python.error(
                        "IndexError",
                        "index \(place) is out of bounds for axis \(own) with size \(length)")
                }
                target[index] = source[turn]
            }
            return .none
        }
    }

    private static func triangles(_ m: NumPyDefinitions) {
        for (name, isLower) in [("tril_indices_from", true), ("triu_indices_from", false)] {
            m.def("\(name)(arr, k=0)") { (python: Interpreter, a: ArrayLike, k: Int) -> Value in
                guard a.tensor.rank == 2 else { throw python.valueError("input array must be 2-d") }
                let (rows, columns) = (a.tensor.shape[0], a.tensor.shape[1])
                let places = (0..<rows).flatMap { row in
                    (0..<columns).compactMap { column -> (Int64, Int64)? in
                        let isInside = isLower ? column - row <= k : column - row >= k
                        return isInside ? (Int64(row), Int64(column)) : nil
                    }
                }
                return .tuple(
                    [
                        python.ndarray(Tensor(places.map(\.0))),
                        python.ndarray(Tensor(places.map(\.1))),
                    ], in: python)
            }
        }
        m.def("diag_indices_from(arr)") { (python: Interpreter, a: ArrayLike) -> Value in
            guard a.tensor.rank >= 2, Set(a.tensor.shape.dimensions).count == 1 else {
                throw python.valueError("All dimensions of input must be of equal length")
            }
            let places = python.ndarray(Tensor((0..<a.tensor.shape[0]).map(Int64.init)))
            return .tuple(Array(repeating: places, count: a.tensor.rank), in: python)
        }
    }

    private static func sets(_ m: NumPyDefinitions) {
        m.def("setxor1d(ar1, ar2, assume_unique=False)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value) -> Value in
            let joint = Promotion.joint(a.tensor.dtype, b.tensor.dtype)
            let (x, y) = (
                try a.tensor.flattened().cast(to: joint).unique(sorted: true).values,
                try b.tensor.flattened().cast(to: joint).unique(sorted: true).values
            )
            let both = try Tensor.concatenate([x, y], axis: 0).unique(sorted: true)
            let once = try ComparisonOperation.equal(
                both.counts, Tensor(.int(1), both.counts.dtype))
            return python.ndarray(try both.values.indexed([.mask(once)]), isText: a.isText)
        }
    }
}

extension Tensor {
    /// The index of the element that is the `place`th in row-major order.
    func position(_ place: Int) -> [Int] {
        zip(shape.rowMajorStrides, shape.dimensions).map {
            place / Swift.max($0, 1) % Swift.max($1, 1)
        }
    }
}
