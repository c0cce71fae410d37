import PythonRuntime
import Tensors

/// Functions of elements that are no ufuncs in NumPy: rounding, limits, comparisons with tolerance.
enum NumPyMoreFunctions {
    static func define(_ m: NumPyDefinitions) {
        m.def("clip(a, a_min, a_max, out=None)") {
            (python: Interpreter, a: ArrayLike, low: Value, high: Value, out: Value) -> Value in
            try python.deliver(Rounding.clip(a.tensor, low, high, in: python), to: out)
        }
        for name in ["round", "around", "round_"] {
            m.def("\(name)(a, decimals=0, out=None)") {
                (python: Interpreter, a: ArrayLike, decimals: Int, out: Value) -> Value in
                try python.deliver(Rounding.round(a.tensor, decimals: decimals), to: out)
            }
        }
        m.def("fix(x, out=None)") { (python: Interpreter, a: ArrayLike, _: Value) -> Value in
            python.numPyValue(
                try UnaryOperation.truncate(
                    a.tensor.cast(to: Promotion.floatType(for: a.tensor.dtype))))
        }
        defineComparisons(m)
        defineParts(m)
        defineSlopes(m)
    }

    /// Two results as they are, or in the arrays that were given for them.
    private static func delivered(
        _ results: [Tensor], _ places: [Value], _ out: Value, _ condition: Value, _ name: String,
        in python: Interpreter
    ) throws -> Value {
        let named = (out.object as? TupleObject)?.items ?? places
        var kept: Tensor?
        if case .bool(true) = condition {
        } else {
            kept = try ArrayLike.from(condition, in: python).tensor.truth()
        }
        let values = try zip(results, named).map { result, place -> Value in
            guard let array = place.object as? ArrayObject else { return python.numPyValue(result) }
            try array.write(result, where: kept, ufunc: name, in: python)
            return place
        }
        return .tuple(values, in: python)
    }

    private static func defineComparisons(_ m: NumPyDefinitions) {
        m.def("isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)") {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, relative: Double, absolute: Double,
                equalNaN: Bool
            ) -> Value in
            let tolerance = Tolerance(relative: relative, absolute: absolute, equalNaN: equalNaN)
            return python.numPyValue(try tolerance.close(a.tensor, b.tensor))
        }
        m.def("allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)") {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, relative: Double, absolute: Double,
                equalNaN: Bool
            ) -> Bool in
            let tolerance = Tolerance(relative: relative, absolute: absolute, equalNaN: equalNaN)
            return try tolerance.close(a.tensor, b.tensor).all().item.isTrue
        }
        m.def("array_equal(a1, a2, equal_nan=False)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, equalNaN: Bool) -> Bool in
            guard a.tensor.shape == b.tensor.shape else { return false }
            return try same(a.tensor, b.tensor, equalNaN, in: python)
        }
        m.def("array_equiv(a1, a2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Bool in
            guard a.tensor.shape.broadcast(with: b.tensor.shape) != nil else { return false }
            return try same(a.tensor, b.tensor, false, in: python)
        }
        m.def("isscalar(element)") { (python: Interpreter, value: Value) -> Bool in
            switch value {
            case .none: false
            case .int, .float, .bool: true
            case .object(let object):
                object is ScalarObject || object is BoxedObject || object is ComplexObject
                    || object.kind == .string || object.kind == .bytes || object.kind == .bigInteger
            }
        }
    }

    private static func same(
        _ a: Tensor, _ b: Tensor, _ equalNaN: Bool, in python: Interpreter
    ) throws -> Bool {
        if (a.dtype == .string) != (b.dtype == .string) { return false }
        let equal = try ElementwiseFunction.equal(a, b, in: python)
        guard equalNaN, a.dtype.isFloating, b.dtype.isFloating else {
            return try equal.all().item.isTrue
        }
        return try equal.or(a.isNaN().and(b.isNaN())).all().item.isTrue
    }

    private static func defineParts(_ m: NumPyDefinitions) {
        m.def("real(val)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.numPyValue(ComplexParts.real(a.tensor))
        }
        m.def("imag(val)") { (python: Interpreter, a: ArrayLike) -> Value in
            python.numPyValue(ComplexParts.imaginary(a.tensor))
        }
        m.def("angle(z, deg=False)") {
            (python: Interpreter, a: ArrayLike, degrees: Bool) -> Value in
            let angle = try BinaryOperation.arcTangent(
                ComplexParts.imaginary(a.tensor).cast(to: .float64),
                ComplexParts.real(a.tensor).cast(to: .float64))
            return python.numPyValue(degrees ? try angle * (180 / Double.pi) : angle)
        }
        for (name, isReal) in [("isreal", true), ("iscomplex", false)] {
            m.def("\(name)(x)") { (python: Interpreter, a: ArrayLike) -> Value in
                let parts = ComplexParts.imaginary(a.tensor).truth()
                return python.numPyValue(try isReal ? parts.not() : parts)
            }
        }
        m.def("iscomplexobj(x)") { (_: Interpreter, a: ArrayLike) -> Bool in
            a.tensor.dtype.isComplex
        }
        m.def("isrealobj(x)") { (_: Interpreter, a: ArrayLike) -> Bool in !a.tensor.dtype.isComplex
        }
        m.def("nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)") {
            (
                python: Interpreter, a: ArrayLike, _: Value, missing: Double, positive: Double?,
                negative: Double?
            ) -> Value in
            guard a.tensor.dtype.isFloating else { return python.numPyValue(a.tensor) }
            let largest = NumberLimits(a.tensor.dtype).largest
            let numbers = a.tensor.doubles.map { number -> Scalar in
                if number.isNaN { return .float(missing) }
                guard number.isInfinite else { return .float(number) }
                return .float(number > 0 ? positive ?? largest : negative ?? -largest)
            }
            return python.numPyValue(Tensor(numbers, shape: a.tensor.shape, a.tensor.dtype))
        }
        m.def("divmod(x1, x2, out1=None, out2=None, /, out=None, *, where=True)") {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, first: Value, second: Value,
                out: Value, condition: Value
            ) -> Value in
            let parts = [
                try ElementwiseFunction.floorDivide(a.tensor, b.tensor, in: python),
                try ElementwiseFunction.remainder(a.tensor, b.tensor, in: python),
            ]
            return try delivered(parts, [first, second], out, condition, "divmod", in: python)
        }
        m.def("modf(x, out1=None, out2=None, /, out=None, *, where=True)") {
            (
                python: Interpreter, a: ArrayLike, first: Value, second: Value, out: Value,
                condition: Value
            ) -> Value in
            let x = try a.tensor.cast(to: Promotion.floatType(for: a.tensor.dtype))
            let whole = try UnaryOperation.truncate(x)
            return try delivered(
                [x - whole, whole], [first, second], out, condition, "modf", in: python)
        }
        m.def("sinc(x)") { (python: Interpreter, a: ArrayLike) -> Value in
            let x = try a.tensor.cast(to: Promotion.floatType(for: a.tensor.dtype))
            let isZero = try ComparisonOperation.equal(x, Tensor(.int(0), x.dtype))
            let y = try Tensor.select(isZero, Tensor(.float(1e-20), x.dtype), x) * Double.pi
            return python.numPyValue(try UnaryOperation.sin(y) / y)
        }
    }

    private static func defineSlopes(_ m: NumPyDefinitions) {
        m.def("diff(a, n=1, axis=-1, prepend=..., append=...)") {
            (
                python: Interpreter, a: ArrayLike, times: Int, axis: Int, before: ArrayLike?,
                after: ArrayLike?
            ) -> Value in
            guard a.tensor.rank > 0 else {
                throw python.valueError("diff requires input that is at least one dimensional")
            }
            let ends = [before, a, after].compactMap { $0 }
            var x = a.tensor
            if ends.count > 1 {
                let parts = try ends.map { part -> ArrayLike in
                    guard part.tensor.rank == 0 else { return part }
                    var shape = x.shape
                    shape[x.shape.resolved(axis: axis) ?? 0] = 1
                    return ArrayLike(tensor: try part.tensor.broadcast(to: shape))
                }
                x = try NumPyJoining.join(parts, nil) { try Tensor.concatenate($0, axis: axis) }
                    .tensor
            }
            guard times >= 0 else {
                throw python.valueError("order must be non-negative but got \(times)")
            }
            // Nothing is left where there are fewer elements than differences.
            for _ in 0..<min(times, x.count + 1) { x = try Slopes.difference(x, axis) }
            return python.ndarray(x)
        }
        m.def("ediff1d(ary, to_end=None, to_begin=None)") {
            (python: Interpreter, a: ArrayLike, end: ArrayLike?, begin: ArrayLike?) -> Value in
            let steps = try Slopes.difference(a.tensor.flattened(), 0)
            let parts = try [begin?.tensor, steps, end?.tensor].compactMap {
                try $0?.flattened().cast(to: steps.dtype)
            }
            return python.ndarray(try Tensor.concatenate(parts, axis: 0))
        }
        m.def("gradient(f, *varargs, axis=None, edge_order=1)") {
            (python: Interpreter, a: ArrayLike, spacing: [ArrayLike], axes: AxesArgument, _: Value)
                -> Value in
            let x = try a.tensor.cast(to: Moments.type(a.tensor.dtype))
            let along = axes.axes ?? Array(0..<x.rank)
            let parts = try along.enumerated().map { place, axis in
                let step = spacing.isEmpty ? nil : spacing[min(place, spacing.count - 1)].tensor
                return python.ndarray(try Slopes.gradient(x, axis, step))
            }
            return parts.count == 1 ? parts[0] : .list(parts, in: python)
        }
        m.def("trapz(y, x=None, dx=1.0, axis=-1)") {
            (python: Interpreter, a: ArrayLike, places: ArrayLike?, step: Double, axis: Int)
                -> Value in
            let y = try a.tensor.cast(to: Moments.type(a.tensor.dtype))
            let means = try (Slopes.part(y, axis, 1, nil) + Slopes.part(y, axis, 0, -1)) / 2
            let widths = try places.map { try Slopes.difference($0.tensor.cast(to: y.dtype), -1) }
            let areas = try widths.map { try means * $0 } ?? means * step
            return python.numPyValue(try NumPyReductions.sum(areas, [axis]))
        }
    }
}

/// Differences along an axis.
enum Slopes {
    /// The elements from a place to another along an axis.
    static func part(_ a: Tensor, _ axis: Int, _ start: Int?, _ stop: Int?) throws -> Tensor {
        let resolved = a.shape.resolved(axis: axis) ?? 0
        let lead = Array(repeating: Index.all, count: resolved)
        return try a.unwatched.indexed(lead + [.slice(start, stop, 1)])
    }

    /// Each element less the one before it.
    static func difference(_ a: Tensor, _ axis: Int) throws -> Tensor {
        let (after, before) = (try part(a, axis, 1, nil), try part(a, axis, 0, -1))
        return a.dtype == .bool ? try after.xor(before) : try after - before
    }

    /// Central differences, one-sided at the ends.
    static func gradient(_ a: Tensor, _ axis: Int, _ spacing: Tensor?) throws -> Tensor {
        guard try a.length(of: axis) >= 2 else {
            throw TensorError.invalidArgument(
                operation: "gradient",
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        }
        if let spacing, spacing.rank > 0 { return try uneven(a, axis, spacing.doubles) }
        let step = spacing?.item.double ?? 1
        let inner = try (part(a, axis, 2, nil) - part(a, axis, 0, -2)) / (2 * step)
        let first = try (part(a, axis, 1, 2) - part(a, axis, 0, 1)) / step
        let last = try (part(a, axis, -1, nil) - part(a, axis, -2, -1)) / step
        return try Tensor.concatenate([first, inner, last], axis: axis)
    }

    private static func uneven(_ a: Tensor, _ axis: Int, _ places: [Double]) throws -> Tensor {
        let gaps = zip(places.dropFirst(), places).map { $0 - $1 }
        var shape = Shape(Array(repeating: 1, count: a.rank))
        let resolved = a.shape.resolved(axis: axis) ?? 0
        func weights(_ formula: (Double, Double) -> Double) throws -> Tensor {
            let numbers = zip(gaps, gaps.dropFirst()).map(formula)
            shape[resolved] = numbers.count
            return try Tensor(numbers).reshaped(to: shape)
        }
        let left = try weights { -$1 / ($0 * ($0 + $1)) } * part(a, axis, 0, -2)
        let middle = try weights { ($1 - $0) / ($0 * $1) } * part(a, axis, 1, -1)
        let right = try weights { $0 / ($1 * ($0 + $1)) } * part(a, axis, 2, nil)
        let first = try (part(a, axis, 1, 2) - part(a, axis, 0, 1)) / gaps[0]
        let last = try (part(a, axis, -1, nil) - part(a, axis, -2, -1)) / gaps[gaps.count - 1]
        return try Tensor.concatenate([first, left + middle + right, last], axis: axis)
    }
}

/// How far numbers may be apart and still count as equal.
struct Tolerance {
    let relative: Double
    let absolute: Double
    var equalNaN = false

    /// Whether |a - b| ≤ absolute + relative · |b|, element by element.
    func close(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        let (x, y) = (try a.cast(to: wide(a)), try b.cast(to: wide(b)))
        let type = Promotion.joint(x.dtype, y.dtype)
        let (p, q) = (try x.cast(to: type), try y.cast(to: type))
        let equal = try ComparisonOperation.equal(p, q)
        let gap = try UnaryOperation.absolute(p - q)
        let bound = try UnaryOperation.absolute(q) * relative + absolute
        let finite = try q.isFinite().and(p.isFinite())
        var result = try equal.or(ComparisonOperation.lessOrEqual(gap, bound).and(finite))
        if equalNaN { result = try result.or(p.isNaN().and(q.isNaN())) }
        return result
    }

    private func wide(_ tensor: Tensor) -> DType { tensor.dtype.isComplex ? .complex128 : .float64 }
}
