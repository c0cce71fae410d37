import PythonRuntime
import Tensors

/// Elements put in order, found by value, counted.
enum NumPySorting {
    static func define(_ m: NumPyDefinitions) {
        m.def("sort(a, axis=-1, kind=None, order=None)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, _: Value) -> Value in
            let sorted =
                try axis.map { try a.tensor.sorted(axis: $0) } ?? a.tensor.flattened().sorted()
            return python.ndarray(sorted, isText: a.isText)
        }
        m.def("argsort(a, axis=-1, kind=None, order=None)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, _: Value) -> Value in
            python.ndarray(try Selection.sortOrder(a.tensor, axis))
        }
        // A full order satisfies every partial one.
        for (name, isOrder) in [("partition", false), ("argpartition", true)] {
            m.def("\(name)(a, kth, axis=-1, kind='introselect', order=None)") {
                (python: Interpreter, a: ArrayLike, _: Value, axis: Int?, _: Value, _: Value)
                    -> Value
                in
                let order = try Selection.sortOrder(a.tensor, axis)
                if isOrder { return python.ndarray(order) }
                let x = axis == nil ? try a.tensor.flattened() : a.tensor
                return python.ndarray(try x.takenAlong(axis ?? 0, at: order), isText: a.isText)
            }
        }
        m.def("lexsort(keys, axis=-1)") {
            (python: Interpreter, keys: [ArrayLike], _: Value) -> Value in
            python.ndarray(try lexicalOrder(keys.map(\.tensor)))
        }
        m.def("searchsorted(a, v, side='left', sorter=None)") {
            (python: Interpreter, a: ArrayLike, values: ArrayLike, side: String, _: Value) -> Value
            in
            python.numPyValue(a.tensor.searchSorted(values.tensor, right: side == "right"))
        }
        m.def("digitize(x, bins, right=False)") {
            (python: Interpreter, a: ArrayLike, bins: ArrayLike, right: Bool) -> Value in
            python.numPyValue(try digitized(a.tensor, bins.tensor, right))
        }
        defineUnique(m)
        defineCounting(m)
    }

    /// The order by the last key, equal ones by the key before it.
    private static func lexicalOrder(_ keys: [Tensor]) throws -> Tensor {
        guard let first = keys.first else {
            throw TensorError.invalidArgument(
                operation: "Sort", "need sequence of keys with len > 0 in lexsort")
        }
        var order = try first.sortOrder()
        for key in keys.dropFirst() { order = try order.gathered(key.gathered(order).sortOrder()) }
        return order
    }

    private static func digitized(_ a: Tensor, _ bins: Tensor, _ right: Bool) throws -> Tensor {
        let edges = bins.doubles
        guard let first = edges.first, let last = edges.last, first > last else {
            return bins.searchSorted(a, right: !right)
        }
        let places = try bins.reversed(axes: [0]).copy().searchSorted(a, right: right)
        return Tensor(places.ints.map { Int64(edges.count - $0) }, shape: a.shape)
    }

    private static func defineUnique(_ m: NumPyDefinitions) {
        m.def(
            "unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True)"
        ) {
            (
                python: Interpreter, a: ArrayLike, index: Bool, inverse: Bool, counts: Bool,
                axis: Int?, joinsMissing: Bool
            ) -> Value in
            let found =
                try axis.map { try Different(rowsOf: a.tensor, axis: $0) }
                ?? Different(a.tensor, joinsMissing: joinsMissing)
            var parts = [python.ndarray(found.values, isText: a.isText)]
            if index { parts.append(python.ndarray(found.firstPlaces)) }
            if inverse { parts.append(python.ndarray(found.positions)) }
            if counts { parts.append(python.ndarray(found.counts)) }
            return parts.count == 1 ? parts[0] : .tuple(parts, in: python)
        }
        m.def("intersect1d(ar1, ar2, assume_unique=False, return_indices=False)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value, withPlaces: Bool) -> Value
            in
            let values = try a.tensor.unique(sorted: true).values
            let both = try values.indexed([.mask(contained(values, in: b.tensor))])
            let common = python.ndarray(both, isText: a.isText)
            guard withPlaces else { return common }
            let places = [a.tensor, b.tensor].map { tensor -> Value in
                let items = tensor.scalars
                let found = both.scalars.map { wanted in
                    Int64(items.firstIndex { $0 == wanted || $0.double == wanted.double } ?? 0)
                }
                return python.ndarray(Tensor(found))
            }
            return .tuple([common] + places, in: python)
        }
        for (name, keeps) in [("setdiff1d", false)] {
            m.def("\(name)(ar1, ar2, assume_unique=False)") {
                (python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value) -> Value in
                let values = try a.tensor.unique(sorted: true).values
                let flags = contained(values, in: b.tensor)
                let kept = try keeps ? flags : flags.not()
                return python.ndarray(try values.indexed([.mask(kept)]), isText: a.isText)
            }
        }
        m.def("union1d(ar1, ar2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let all = try NumPyJoining.join([a.flattened(), b.flattened()], nil) {
                try Tensor.concatenate($0, axis: 0)
            }
            return python.ndarray(try all.tensor.unique(sorted: true).values, isText: all.isText)
        }
        for (name, operands) in [("isin", "element, test_elements"), ("in1d", "ar1, ar2")] {
            m.def("\(name)(\(operands), assume_unique=False, invert=False, *, kind=None)") {
                (
                    python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value, inverted: Bool,
                    _: Value
                ) -> Value in
                let flags = contained(a.tensor, in: b.tensor)
                let result = try inverted ? flags.not() : flags
                return python.numPyValue(name == "in1d" ? try result.flattened() : result)
            }
        }
    }

    /// Whether each element is among those of a set; whole numbers equal floats of the same value.
    private static func contained(_ a: Tensor, in b: Tensor) -> Tensor {
        if a.dtype == .string || b.dtype == .string {
            let known = Set(b.scalars)
            return Tensor(a.scalars.map(known.contains), shape: a.shape)
        }
        let known = Set(b.doubles)
        return Tensor(a.doubles.map(known.contains), shape: a.shape)
    }

    private static func defineCounting(_ m: NumPyDefinitions) {
        m.def("bincount(x, /, weights=None, minlength=0)") {
            (python: Interpreter, a: ArrayLike, weights: ArrayLike?, least: Int) -> Value in
            guard a.tensor.rank == 1 else {
                throw python.valueError(
                    a.tensor.rank == 0
                        ? "object of too small depth for desired array"
                        : "object too deep for desired array")
            }
            guard a.tensor.dtype.isInteger || a.tensor.dtype == .bool || a.tensor.count == 0 else {
                throw python.typeError(
                    "Cannot cast array data from dtype('\(a.tensor.dtype.name)') to dtype('int64') according to the rule 'safe'"
                )
            }
            return python.ndarray(
                try a.tensor.binCounts(weights: weights?.tensor, minimumLength: least))
        }
        m.def("count_nonzero(a, axis=None, *, keepdims=False)") {
            (python: Interpreter, a: ArrayLike, axes: AxesArgument, keeping: Bool) -> Value in
            let counts = try a.tensor.truth().countTrue(axes: axes.axes, keeping: keeping)
            // A plain Python number where everything was counted.
            if counts.rank == 0, axes.axes == nil { return .int(counts.item.int) }
            return python.numPyValue(try counts.cast(to: .int64))
        }
        m.def("histogram(a, bins=10, range=None, density=None, weights=None)") {
            (
                python: Interpreter, a: ArrayLike, bins: ArrayLike, range: [Double]?,
                isDensity: Value, weights: ArrayLike?
            ) -> Value in
            let histogram = try Histogram(a.tensor, bins.tensor, range, in: python)
            let density = try !isDensity.isNone && python.isTrue(isDensity)
            return .tuple(
                [
                    python.ndarray(histogram.counts(weights?.tensor, density: density)),
                    python.ndarray(histogram.edges),
                ], in: python)
        }
        m.def("histogram_bin_edges(a, bins=10, range=None, weights=None)") {
            (python: Interpreter, a: ArrayLike, bins: ArrayLike, range: [Double]?, _: Value)
                -> Value
            in
            python.ndarray(try Histogram(a.tensor, bins.tensor, range, in: python).edges)
        }
    }
}

/// The different elements of an array, or its different slices along an axis, in ascending order.
private struct Different {
    let values: Tensor
    let firstPlaces: Tensor
    let positions: Tensor
    let counts: Tensor

    /// `joinsMissing` says that all numbers which are none are the same; they stand at the end.
    init(_ a: Tensor, joinsMissing: Bool = false) throws {
        let found = try a.unique(sorted: true)
        let present =
            joinsMissing && a.dtype.isFloating
            ? try found.values.isNaN().not().countTrue().item.int : found.values.count
        guard present + 1 < found.values.count else {
            (values, firstPlaces) = (found.values, found.firstPlaces)
            (positions, counts) = (found.positions, found.counts)
            return
        }
        let kept = [Index.slice(0, present + 1, 1)]
        values = try found.values.indexed(kept).copy()
        firstPlaces = try found.firstPlaces.indexed(kept).copy()
        positions = Tensor(
            found.positions.ints.map { Int64(min($0, present)) }, shape: found.positions.shape)
        let numbers = found.counts.ints
        counts = Tensor(
            (numbers[..<present] + [numbers[present...].reduce(0, +)]).map(Int64.init))
    }

    init(rowsOf a: Tensor, axis: Int) throws {
        let rows = try a.movingAxes([axis], to: [0]).contiguous()
        let (width, scalars) = (rows.count / max(rows.shape[0], 1), rows.scalars)
        let keys = (0..<rows.shape[0]).map { Array(scalars[$0 * width..<($0 + 1) * width]) }
        let order = keys.indices.sorted { Self.precedes(keys[$0], keys[$1]) }
        var (firsts, counts, positions) = (
            [Int](), [Int64](), Array(repeating: Int64(0), count: keys.count)
        )
        for place in order {
            if let last = firsts.last, keys[last] == keys[place] {
                counts[counts.count - 1] += 1
            } else {
                firsts.append(place)
                counts.append(1)
            }
            positions[place] = Int64(firsts.count - 1)
        }
        firstPlaces = Tensor(firsts.map(Int64.init))
        values = try rows.gathered(firstPlaces).movingAxes([0], to: [axis]).copy()
        self.positions = Tensor(positions)
        self.counts = Tensor(counts)
    }

    private static func precedes(_ a: [Scalar], _ b: [Scalar]) -> Bool {
        for (x, y) in zip(a, b) where x != y {
            if case .bytes(let x) = x, case .bytes(let y) = y { return x < y }
            return x.double < y.double
        }
        return false
    }
}

/// Numbers sorted into bins.
private struct Histogram {
    let edges: Tensor
    private let numbers: [Double]
    private let bounds: [Double]
    private let isEven: Bool

    init(_ a: Tensor, _ bins: Tensor, _ range: [Double]?, in python: Interpreter) throws {
        numbers = a.doubles
        isEven = bins.rank == 0
        guard isEven else {
            edges = bins
            bounds = bins.doubles
            guard zip(bounds, bounds.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw python.valueError("`bins` must increase monotonically, when an array")
            }
            return
        }
        let count = bins.item.int
        guard count >= 1 else {
            throw python.valueError("`bins` must be positive, when an integer")
        }
        var (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
        if let range, range.count == 2 {
            (low, high) = (range[0], range[1])
            guard low <= high else {
                throw python.valueError("max must be larger than min in range parameter.")
            }
        }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        try Tensor.requireSteps(Double(count), .float64)
        edges = Tensor.linearSpace(low, high, count: count + 1, dtype: .float64)
        bounds = edges.doubles
    }

    /// How many numbers fall between neighbouring edges, the last edge included.
    func counts(_ weights: Tensor?, density: Bool) -> Tensor {
        let count = max(bounds.count - 1, 0)
        var sums = Array(repeating: 0.0, count: count)
        let weights = weights?.doubles
        for (place, number) in numbers.enumerated() {
            guard let bin = bin(of: number) else { continue }
            sums[bin] += weights?[place] ?? 1
        }
        if density {
            let total = sums.reduce(0, +)
            return Tensor(sums.indices.map { sums[$0] / (bounds[$0 + 1] - bounds[$0]) / total })
        }
        return weights == nil ? Tensor(sums.map { Int64($0) }) : Tensor(sums)
    }

    private func bin(of number: Double) -> Int? {
        guard let first = bounds.first, let last = bounds.last, number >= first, number <= last
        else { return nil }
        var (low, high) = (0, bounds.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if number < bounds[middle] { high = middle } else { low = middle }
        }
        return low
    }
}
