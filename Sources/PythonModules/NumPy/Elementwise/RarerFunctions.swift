import PythonRuntime
import Tensors

/// Functions of elements that notes seldom need: divisors, parts of floats, windows.
enum NumPyRarerFunctions {
    static func define(_ m: NumPyDefinitions) {
        wholeNumbers(m)
        floats(m)
        signs(m)
        windows(m)
    }

    /// A function of two whole numbers for all pairs of two arrays.
    private static func pairs(
        _ a: Tensor, _ b: Tensor, in python: Interpreter, _ body: (Int, Int) -> Int
    ) throws -> Value {
        guard a.dtype.isInteger, b.dtype.isInteger else {
            throw python.typeError(
                "ufunc 'gcd' did not contain a loop with signature matching types (<class 'numpy.dtype[float64]'>, <class 'numpy.dtype[float64]'>) -> None"
            )
        }
        let shape = try python.commonShape([a, b])
        let (x, y) = (a.stretched(to: shape).ints, b.stretched(to: shape).ints)
        return python.numPyValue(
            Tensor(
                zip(x, y).map { .int(body($0, $1)) }, shape: shape,
                Promotion.joint(a.dtype, b.dtype)))
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int {
        var (x, y) = (a.magnitude, b.magnitude)
        while y != 0 { (x, y) = (y, x % y) }
        return Int(truncatingIfNeeded: x)
    }

    private static func wholeNumbers(_ m: NumPyDefinitions) {
        m.def("gcd(x1, x2, /)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            try pairs(a.tensor, b.tensor, in: python, divisor)
        }
        m.def("lcm(x1, x2, /)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            try pairs(a.tensor, b.tensor, in: python) { x, y in
                let shared = divisor(x, y)
                guard shared != 0 else { return 0 }
                return Int(truncatingIfNeeded: (x / shared &* y).magnitude)
            }
        }
        m.def("unpackbits(a, axis=None, count=None, bitorder='big')") {
            (python: Interpreter, a: ArrayLike, axis: Int?, count: Int?, order: String) -> Value in
            guard a.tensor.dtype == .uint8 else {
                throw python.typeError("Expected an input array of unsigned byte data type")
            }
            let bits = a.tensor.ints.flatMap { byte in
                (0..<8).map { UInt8(byte >> (order == "big" ? 7 - $0 : $0) & 1) }
            }
            guard axis != nil, a.tensor.rank > 0 else {
                let cut = count.map { Array(bits.prefix(max(0, $0))) } ?? bits
                return python.ndarray(Tensor(cut))
            }
            guard axis == -1 || axis == a.tensor.rank - 1 else {
                throw python.error(
                    "NotImplementedError", "np.unpackbits is supported along the last axis only")
            }
            var shape = a.tensor.shape
            shape[shape.rank - 1] *= 8
            return python.ndarray(Tensor(bits, shape: shape))
        }
        m.def("packbits(a, axis=None, bitorder='big')") {
            (python: Interpreter, a: ArrayLike, _: Value, order: String) -> Value in
            let bits = a.tensor.truth().scalars.map(\.isTrue)
            let bytes = stride(from: 0, to: bits.count, by: 8).map { start -> UInt8 in
                (start..<min(start + 8, bits.count)).reduce(0) { byte, place in
                    guard bits[place] else { return byte }
                    return byte | 1 << UInt8(order == "big" ? 7 - (place - start) : place - start)
                }
            }
            return python.ndarray(Tensor(bytes))
        }
    }

    private static func floatTensor(_ a: ArrayLike) throws -> Tensor {
        try a.tensor.cast(to: Promotion.floatType(for: a.tensor.dtype))
    }

    private static func floats(_ m: NumPyDefinitions) {
        m.def("ldexp(x1, x2, /)") {
            (python: Interpreter, a: ArrayLike, exponent: ArrayLike) -> Value in
            let powers = try UnaryOperation.exp2(exponent.tensor.cast(to: .float64))
            let x = try floatTensor(a)
            return python.numPyValue(try (x.cast(to: .float64) * powers).cast(to: x.dtype))
        }
        m.def("frexp(x, /)") { (python: Interpreter, a: ArrayLike) -> Value in
            let x = try floatTensor(a)
            let parts = x.doubles.map { number -> (Double, Int) in
                guard number.isFinite, number != 0 else { return (number, 0) }
                return (number / 2 / pow2(number.exponent), number.exponent + 1)
            }
            return .tuple(
                [
                    python.numPyValue(
                        Tensor(parts.map { .float($0.0) }, shape: x.shape, x.dtype)),
                    python.numPyValue(
                        Tensor(parts.map { .int($0.1) }, shape: x.shape, .int32)),
                ], in: python)
        }
        m.def("spacing(x, /)") { (python: Interpreter, a: ArrayLike) -> Value in
            let x = try floatTensor(a)
            let gaps = x.doubles.map { number -> Scalar in
                .float(x.dtype == .float32 ? Double(Float(number).ulp) : number.ulp)
            }
            return python.numPyValue(Tensor(gaps, shape: x.shape, x.dtype))
        }
        m.def("nextafter(x1, x2, /)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let x = try floatTensor(a)
            let shape = try python.commonShape([x, b.tensor])
            let pairs = zip(x.stretched(to: shape).doubles, b.tensor.stretched(to: shape).doubles)
            let next = pairs.map { from, to -> Scalar in
                guard from != to else { return .float(to) }
                if x.dtype == .float32 {
                    let single = Float(from)
                    return .float(Double(from < to ? single.nextUp : single.nextDown))
                }
                return .float(from < to ? from.nextUp : from.nextDown)
            }
            return python.numPyValue(Tensor(next, shape: shape, x.dtype))
        }
        m.def("logaddexp2(x1, x2, /)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let (x, y) = (try floatTensor(a), try floatTensor(b))
            let gap = try UnaryOperation.absolute(x - y)
            let rest = try UnaryOperation.log2(1 + UnaryOperation.exp2(-gap))
            return python.numPyValue(try BinaryOperation.maximum(x, y) + rest)
        }
        m.def("i0(x)") { (python: Interpreter, a: ArrayLike) -> Value in
            let x = try floatTensor(a)
            return python.numPyValue(
                Tensor(x.doubles.map { .float(bessel($0)) }, shape: x.shape, x.dtype))
        }
    }

    /// Two to a whole power.
    private static func pow2(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }

    /// The modified Bessel function of order 0, by its power series, which converges everywhere.
    private static func bessel(_ x: Double) -> Double {
        let quarter = x * x / 4
        var (term, sum, order) = (1.0, 1.0, 1.0)
        while term > sum * 1e-17, order < 2000 {
            term *= quarter / (order * order)
            sum += term
            order += 1
        }
        return sum
    }

    private static func signs(_ m: NumPyDefinitions) {
        m.def("heaviside(x1, x2, /)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let (x, y) = (try floatTensor(a), try floatTensor(b))
            let zero = Tensor(.int(0), x.dtype)
            let isAbove = try ComparisonOperation.greater(x, zero).cast(to: x.dtype)
            let step = try Tensor.select(
                ComparisonOperation.equal(x, zero), y.cast(to: x.dtype), isAbove)
            return python.numPyValue(try Tensor.select(x.isNaN(), x, step))
        }
        for (name, isPositive) in [("isposinf", true), ("isneginf", false)] {
            m.def("\(name)(x, out=None)") {
                (python: Interpreter, a: ArrayLike, _: Value) -> Value in
                let zero = Tensor(.int(0), a.tensor.dtype)
                let sign =
                    try isPositive
                    ? ComparisonOperation.greater(a.tensor, zero)
                    : ComparisonOperation.less(a.tensor, zero)
                return python.numPyValue(try sign.and(a.tensor.isInfinite()))
            }
        }
        m.def("real_if_close(a, tol=100)") {
            (python: Interpreter, a: ArrayLike, tolerance: Double) -> Value in
            guard a.tensor.dtype.isComplex else { return python.numPyValue(a.tensor) }
            let bound = tolerance > 1 ? tolerance * Double.ulpOfOne : tolerance
            let parts = a.tensor.scalars.map(\.complex)
            guard parts.allSatisfy({ abs($0.imaginary) < bound }) else {
                return python.numPyValue(a.tensor)
            }
            return python.numPyValue(ComplexParts.real(a.tensor))
        }
    }

    private static func windows(_ m: NumPyDefinitions) {
        let cosines: [(String, [Double])] = [
            ("hanning", [0.5, 0.5]), ("hamming", [0.54, 0.46]), ("blackman", [0.42, 0.5, 0.08]),
        ]
        for (name, weights) in cosines {
            m.def("\(name)(M)") { (python: Interpreter, count: Int) -> Value in
                try window(count, in: python) { place, last in
                    let n = 2 * place - last
                    return try weights.enumerated().reduce(0.0) { sum, term in
                        let angle = Tensor(scalar: Double.pi * Double(term.offset) * n / last)
                        return sum + term.element * (try UnaryOperation.cos(angle).item.double)
                    }
                }
            }
        }
        m.def("bartlett(M)") { (python: Interpreter, count: Int) -> Value in
            try window(count, in: python) { place, last in
                let n = 2 * place - last
                return n <= 0 ? 1 + n / last : 1 - n / last
            }
        }
        m.def("kaiser(M, beta)") { (python: Interpreter, count: Int, beta: Double) -> Value in
            try window(count, in: python) { place, last in
                let half = last / 2
                let ratio = (place - half) / half
                return bessel(beta * max(0, 1 - ratio * ratio).squareRoot()) / bessel(beta)
            }
        }
    }

    private static func window(
        _ count: Int, in python: Interpreter, _ body: (Double, Double) throws -> Double
    ) throws -> Value {
        guard count > 1 else {
            return python.ndarray(try Tensor.filled([max(0, count)], with: .int(1), .float64))
        }
        _ = try Tensor.filled([count], with: .int(0), .float64)
        let numbers = try (0..<count).map { try body(Double($0), Double(count - 1)) }
        return python.ndarray(Tensor(numbers))
    }
}
