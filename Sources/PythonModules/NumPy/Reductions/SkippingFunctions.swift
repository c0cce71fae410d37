import PythonRuntime
import Tensors

/// The rarer reductions in which missing numbers do not count.
enum NumPySkipping {
    static func define(_ m: NumPyDefinitions) {
        m.def("nanprod(a, axis=None, dtype=None, out=None, keepdims=False)") {
            (
                python: Interpreter, a: ArrayLike, axes: AxesArgument, _: Value, out: Value,
                keeping: Bool
            ) -> Value in
            try python.deliver(
                filled(a.tensor, 1).product(axes: axes.axes, keeping: keeping), to: out)
        }
        for (name, fill) in [("nancumsum", 0.0), ("nancumprod", 1.0)] {
            m.def("\(name)(a, axis=None, dtype=None, out=None)") {
                (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, out: Value) -> Value in
                let x = try filled(axis == nil ? a.tensor.flattened() : a.tensor, fill)
                let result =
                    try name == "nancumsum"
                    ? x.cumulativeSum(axis: axis ?? 0) : x.cumulativeProduct(axis: axis ?? 0)
                return try python.deliver(result, to: out)
            }
        }
        for (name, isLargest) in [("nanargmax", true), ("nanargmin", false)] {
            m.def("\(name)(a, axis=None, out=None, *, keepdims=False)") {
                (python: Interpreter, a: ArrayLike, axis: Int?, out: Value, _: Value) -> Value in
                let isEmpty = try a.tensor.isNaN().all(axes: axis.map { [$0] }).any().item.isTrue
                guard !isEmpty else { throw python.valueError("All-NaN slice encountered") }
                let x = try filled(a.tensor, isLargest ? -.infinity : .infinity)
                let flat = axis == nil ? try x.flattened() : x
                return try python.deliver(
                    isLargest ? flat.argmax(axis: axis ?? 0) : flat.argmin(axis: axis ?? 0), to: out
                )
            }
        }
        quantiles(m)
    }

    private static func filled(_ x: Tensor, _ number: Double) throws -> Tensor {
        guard x.dtype.isFloating else { return x }
        return try Tensor.select(x.isNaN(), Tensor(.float(number), x.dtype), x)
    }

    private static func quantiles(_ m: NumPyDefinitions) {
        m.def("nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, _: Value, _: Value) -> Value
            in
            python.numPyValue(try rows(a.tensor, axis) { try quantile($0, 0.5) })
        }
        for (name, scale) in [("nanpercentile", 100.0), ("nanquantile", 1.0)] {
            m.def(
                "\(name)(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False)"
            ) {
                (
                    python: Interpreter, a: ArrayLike, q: ArrayLike, axis: Int?, _: Value, _: Value,
                    _: Value, _: Value
                ) -> Value in
                let shares = q.tensor.doubles.map { $0 / scale }
                guard shares.allSatisfy({ (0...1).contains($0) }) else {
                    throw python.valueError(
                        scale == 100
                            ? "Percentiles must be in the range [0, 100]"
                            : "Quantiles must be in the range [0, 1]")
                }
                let parts = try shares.map { share in
                    try rows(a.tensor, axis) { try quantile($0, share) }
                }
                return python.numPyValue(
                    q.tensor.rank == 0 ? parts[0] : try Tensor.stack(parts, axis: 0))
            }
        }
    }

    /// What a body makes of the present numbers of each row along an axis, or of all.
    private static func rows(
        _ a: Tensor, _ axis: Int?, _ body: ([Double]) throws -> Double
    ) throws -> Tensor {
        let moved = try axis.map { try a.movingAxes([$0], to: [-1]) } ?? a.flattened()
        let (numbers, length) = (moved.doubles, max(moved.shape.innermost, 1))
        let results = try stride(from: 0, to: numbers.count, by: length).map { start in
            try body(numbers[start..<start + length].filter { !$0.isNaN }.sorted())
        }
        let shape = Shape(Array(moved.shape.dimensions.dropLast()))
        guard results.count == shape.count else { return Tensor(.float(.nan), .float64) }
        return Tensor(results, shape: shape)
    }

    private static func quantile(_ sorted: [Double], _ share: Double) throws -> Double {
        guard !sorted.isEmpty else { return .nan }
        return try Quantile(share: share, rule: share == 0.5 ? .midpoint : .linear)
            .value(in: Tensor(sorted)).item.double
    }
}
