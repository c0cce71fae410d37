import PythonRuntime
import Tensors

/// Medians, quantiles, weighted means, covariances, and sums that skip missing numbers.
enum NumPyStatistics {
    static func define(_ m: NumPyDefinitions) {
        m.def("median(a, axis=None, out=None, overwrite_input=False, keepdims=False)") {
            (python: Interpreter, a: ArrayLike, axis: Int?, _: Value, _: Value, keeping: Bool)
                -> Value in
            let x = try a.tensor.cast(to: Moments.type(a.tensor.dtype))
            return try quantiles(x, Tensor(scalar: 0.5), axis, keeping, .midpoint, in: python)
        }
        for (name, parameter, scale) in [("percentile", "q", 100.0), ("quantile", "q", 1.0)] {
            m.def(
                "\(name)(a, \(parameter), axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, interpolation=None)"
            ) {
                (
                    python: Interpreter, a: ArrayLike, q: ArrayLike, axis: Int?, _: Value,
                    _: Value, method: String, keeping: Bool, _: Value
                ) -> Value in
                let x = try a.tensor.cast(to: Moments.type(a.tensor.dtype))
                let shares = try q.tensor.cast(to: .float64) / scale
                guard shares.doubles.allSatisfy({ (0...1).contains($0) }) else {
                    throw python.valueError(
                        scale == 100
                            ? "Percentiles must be in the range [0, 100]"
                            : "Quantiles must be in the range [0, 1]")
                }
                guard let rule = Quantile.Rule(rawValue: method) else {
                    throw python.valueError("'\(method)' is not a quantile method of nbrun")
                }
                return try quantiles(x, shares, axis, keeping, rule, in: python)
            }
        }
        m.def("average(a, axis=None, weights=None, returned=False, *, keepdims=False)") {
            (
                python: Interpreter, a: ArrayLike, axis: Int?, weights: ArrayLike?, returned: Bool,
                keeping: Bool
            ) -> Value in
            try average(a.tensor, axis, weights?.tensor, returned, keeping, in: python)
        }
        defineCovariance(m)
        defineSkipping(m)
    }

    private static func quantiles(
        _ a: Tensor, _ shares: Tensor, _ axis: Int?, _ keeping: Bool, _ rule: Quantile.Rule,
        in python: Interpreter
    ) throws -> Value {
        let moved = try axis.map { try a.movingAxes([$0], to: [-1]) } ?? a.flattened()
        let sorted = try moved.sorted()
        let results = try shares.doubles.map { share in
            let result = try Quantile(share: share, rule: rule).value(in: sorted)
            guard keeping else { return result }
            guard let axis else {
                return try result.reshaped(to: Shape(Array(repeating: 1, count: a.rank)))
            }
            return try result.expanded(at: axis)
        }
        if shares.rank == 0 { return python.numPyValue(results[0]) }
        return python.numPyValue(try Tensor.stack(results, axis: 0))
    }

    private static func average(
        _ a: Tensor, _ axis: Int?, _ weights: Tensor?, _ returned: Bool, _ keeping: Bool,
        in python: Interpreter
    ) throws -> Value {
        let x = try a.cast(to: Moments.type(a.dtype))
        let axes = axis.map { [$0] }
        guard let weights else {
            let mean = try Moments.mean(x, axes, keeping: keeping)
            guard returned else { return python.numPyValue(mean) }
            let count = Tensor(
                repeating: .float(Double(x.count / max(mean.count, 1))), shape: mean.shape, x.dtype)
            return .tuple([python.numPyValue(mean), python.numPyValue(count)], in: python)
        }
        var spread = weights
        if weights.shape != x.shape {
            guard let axis, let resolved = x.shape.resolved(axis: axis),
                weights.shape == [x.shape[resolved]]
            else {
                throw python.typeError(
                    "Axis must be specified when shapes of a and weights differ.")
            }
            var shape = Shape(Array(repeating: 1, count: x.rank))
            shape[resolved] = weights.count
            spread = try weights.reshaped(to: shape).stretched(to: x.shape)
        }
        let total = try NumPyReductions.sum(
            spread.cast(to: Promotion.joint(x.dtype, weights.dtype)), axes, keeping: keeping)
        guard !total.doubles.contains(0) else {
            throw python.error("ZeroDivisionError", "Weights sum to zero, can't be normalized")
        }
        let sum = try NumPyReductions.sum(
            ElementwiseFunction.multiply(x, spread, in: python), axes, keeping: keeping)
        let mean = python.numPyValue(try ElementwiseFunction.divide(sum, total, in: python))
        return returned ? .tuple([mean, python.numPyValue(total)], in: python) : mean
    }

    private static func defineCovariance(_ m: NumPyDefinitions) {
        m.def(
            "cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None)"
        ) {
            (
                python: Interpreter, a: ArrayLike, other: ArrayLike?, byRows: Bool, isBiased: Bool,
                freedom: Double?, _: Value, _: Value, _: Value
            ) -> Value in
            let matrix = try covariance(
                a.tensor, other?.tensor, byRows, freedom: freedom ?? (isBiased ? 0 : 1))
            return python.numPyValue(try matrix.squeezed())
        }
        m.def("corrcoef(x, y=None, rowvar=True, bias=..., ddof=..., *, dtype=None)") {
            (
                python: Interpreter, a: ArrayLike, other: ArrayLike?, byRows: Bool, _: Value,
                _: Value, _: Value
            )
                -> Value in
            let matrix = try covariance(a.tensor, other?.tensor, byRows, freedom: 1)
            let deviations = try UnaryOperation.squareRoot(matrix.diagonal())
            let scaled = try matrix / deviations.expanded(at: 1) / deviations.expanded(at: 0)
            let one = Tensor(scalar: 1.0)
            return python.numPyValue(
                try BinaryOperation.maximum(BinaryOperation.minimum(scaled, one), -one).squeezed())
        }
    }

    /// The covariances of the rows (or the columns) of one or two arrays.
    private static func covariance(
        _ a: Tensor, _ other: Tensor?, _ byRows: Bool, freedom: Double
    ) throws -> Tensor {
        func rows(_ tensor: Tensor) throws -> Tensor {
            let x = try tensor.cast(to: .float64)
            if x.rank < 2 { return try x.reshaped(to: [1, x.count]) }
            return byRows ? x : try x.transposed()
        }
        let variables =
            try other.map { try Tensor.concatenate([rows(a), rows($0)], axis: 0) } ?? rows(a)
        let gaps = try variables - Moments.mean(variables, [1], keeping: true)
        let count = Double(variables.shape[1]) - freedom
        return try LinearProducts.matmul(gaps, gaps.transposed()) / max(count, 0)
    }

    private static func defineSkipping(_ m: NumPyDefinitions) {
        for name in ["nansum", "nanmean", "nanmax", "nanmin", "nanstd", "nanvar"] {
            m.def(
                "\(name)(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, initial=..., where=...)"
            ) {
                (
                    python: Interpreter, a: ArrayLike, axes: AxesArgument, _: Value, out: Value,
                    freedom: Double, keeping: Bool, initial: Value, condition: Value
                ) -> Value in
                let kept =
                    python.isMissing(condition)
                    ? nil : try ArrayLike.from(condition, in: python).tensor.truth()
                let skipping = try Skipping(a.tensor, axes.axes, keeping, kept)
                let first: ElementwiseFunction =
                    name == "nansum" ? .add : name == "nanmax" ? .maximum : .minimum
                let start = try Start(initial, first, in: python)
                return try python.deliver(
                    start.joined(skipping.result(name, freedom), in: python), to: out)
            }
        }
    }
}

/// The value below which a share of the numbers lies.
struct Quantile {
    enum Rule: String {
        case linear, lower, higher, nearest, midpoint
    }

    let share: Double
    let rule: Rule

    /// The value in rows that are sorted, along the last axis.
    func value(in sorted: Tensor) throws -> Tensor {
        let length = sorted.shape.innermost
        guard length > 0 else {
            throw TensorError.emptyReduction(operation: "Max", axis: nil, sorted.shape)
        }
        let place = share * Double(length - 1)
        let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        func at(_ index: Int) throws -> Tensor {
            try sorted.indexed([.ellipsis, .integer(index)])
        }
        let (a, b) = (try at(low), try at(high))
        let last = try at(length - 1)
        let result = try between(a, b, place - Double(low), place)
        // Not-a-number is sorted to the end and wins.
        return try Tensor.select(last.isNaN(), last, result)
    }

    private func between(_ a: Tensor, _ b: Tensor, _ rest: Double, _ place: Double) throws -> Tensor
    {
        switch rule {
        case .lower: return a
        case .higher: return b
        case .nearest: return place.rounded(.toNearestOrEven) < place ? a : rest == 0 ? a : b
        case .midpoint: return rest == 0 ? a : try (a + b) / 2
        case .linear:
            let gap = try b - a
            return rest >= 0.5 ? try b - gap * (1 - rest) : try a + gap * rest
        }
    }
}

/// Reductions in which missing numbers do not count.
private struct Skipping {
    let numbers: Tensor
    let missing: Tensor
    let axes: [Int]?
    let keeping: Bool

    init(_ a: Tensor, _ axes: [Int]?, _ keeping: Bool, _ kept: Tensor? = nil) throws {
        numbers = a
        missing =
            try kept.map { try Tensor.select($0, a.isNaN(), Tensor(scalar: true)) } ?? a.isNaN()
        self.axes = axes
        self.keeping = keeping
    }

    private func filled(_ number: Double) throws -> Tensor {
        numbers.dtype.isFloating
            ? try Tensor.select(missing, Tensor(.float(number), numbers.dtype), numbers) : numbers
    }

    private func count() throws -> Tensor {
        try missing.not().countTrue(axes: axes, keeping: keeping).cast(
            to: Moments.type(numbers.dtype))
    }

    func result(_ name: String, _ freedom: Double) throws -> Tensor {
        switch name {
        case "nansum": return try NumPyReductions.sum(filled(0), axes, keeping: keeping)
        case "nanmax": return try extreme(isLargest: true)
        case "nanmin": return try extreme(isLargest: false)
        case "nanmean": return try mean(keeping: keeping)
        default:
            let variance = try variance(freedom)
            return name == "nanstd" ? try UnaryOperation.squareRoot(variance) : variance
        }
    }

    private func mean(keeping: Bool) throws -> Tensor {
        let total = try NumPyReductions.sum(
            filled(0).cast(to: Moments.type(numbers.dtype)), axes, keeping: keeping)
        return try total / count().reshaped(to: total.shape)
    }

    private func variance(_ freedom: Double) throws -> Tensor {
        let gaps = try filled(0).cast(to: Moments.type(numbers.dtype)) - mean(keeping: true)
        let kept = try Tensor.select(missing, Tensor(.int(0), gaps.dtype), gaps)
        let total = try NumPyReductions.sum(kept * kept, axes, keeping: keeping)
        return try total / (count() - freedom)
    }

    private func extreme(isLargest: Bool) throws -> Tensor {
        let rest = try filled(isLargest ? -.infinity : .infinity)
        let result = try NumPyReductions.extreme(rest, axes, keeping, isLargest)
        guard numbers.dtype.isFloating else { return result }
        let all = try missing.all(axes: axes, keeping: keeping)
        return try Tensor.select(all, Tensor(.float(.nan), result.dtype), result)
    }
}
