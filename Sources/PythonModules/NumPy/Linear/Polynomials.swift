import PythonRuntime
import Tensors

/// Polynomials, interpolation and convolution.
enum NumPyPolynomials {
    static func define(_ m: NumPyDefinitions) {
        m.def("polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False)") {
            (
                python: Interpreter, x: ArrayLike, y: ArrayLike, degree: Int, _: Value, _: Value,
                weights: ArrayLike?, _: Value
            ) -> Value in
            let (places, values) = (x.tensor.doubles, try y.tensor.cast(to: .float64))
            guard places.count == values.shape[0] else {
                throw python.typeError("expected x and y to have same length")
            }
            guard degree >= 0 else { throw python.typeError("expected non-negative degree") }
            try Shape([places.count, min(degree, 1 << 50) + 1]).requireRoom(for: .float64)
            let scale = weights?.tensor.doubles
            var matrix = Matrix(zeros: places.count, degree + 1)
            for (row, place) in places.enumerated() {
                var power = scale?[row] ?? 1
                for column in (0...degree).reversed() {
                    matrix[row, column] = power
                    power *= place
                }
            }
            let target = try scale.map { try values * Tensor($0) } ?? values
            return python.ndarray(try LeastSquares(matrix.tensor, target).solution)
        }
        m.def("polyval(p, x)") { (python: Interpreter, p: ArrayLike, x: ArrayLike) -> Value in
            var y = Tensor(zeros: x.tensor.shape, Promotion.joint(p.tensor.dtype, x.tensor.dtype))
            for place in 0..<p.tensor.count {
                let factor = try p.tensor.indexed([.integer(place)])
                y = try ElementwiseFunction.add(
                    ElementwiseFunction.multiply(y, x.tensor, in: python), factor, in: python)
            }
            return python.numPyValue(y)
        }
        m.def("roots(p)") { (python: Interpreter, p: ArrayLike) -> Value in
            try roots(p.tensor.doubles, in: python)
        }
        m.def("polyder(p, m=1)") { (python: Interpreter, p: ArrayLike, times: Int) -> Value in
            var x = p.tensor
            for _ in 0..<times {
                let powers = try Tensor.range(1, x.count, dtype: .int64).reversed(axes: [0])
                x = try ElementwiseFunction.multiply(Slopes.part(x, 0, 0, -1), powers, in: python)
            }
            return python.ndarray(x)
        }
        defineConvolution(m)
        defineInterpolation(m)
    }

    private static func roots(_ factors: [Double], in python: Interpreter) throws -> Value {
        guard let first = factors.firstIndex(where: { $0 != 0 }),
            let last = factors.lastIndex(where: { $0 != 0 })
        else { return python.ndarray(Tensor(zeros: [0], .float64)) }
        let p = Array(factors[first...last])
        let degree = p.count - 1
        var companion = Matrix(zeros: degree, degree)
        for column in 0..<degree {
            companion[0, column] = -p[column + 1] / p[0]
            if column + 1 < degree { companion[column + 1, column] = 1 }
        }
        let eigen = GeneralEigen(companion)
        let zeros = factors.count - 1 - last
        let values = eigen.values + Array(repeating: Complex(0), count: zeros)
        let type: DType = eigen.isReal ? .float64 : .complex128
        return python.ndarray(
            Tensor(
                values.map { eigen.isReal ? .float($0.real) : .complex($0) },
                shape: [values.count], type))
    }

    private static func defineConvolution(_ m: NumPyDefinitions) {
        for (name, isReversed) in [("convolve", false), ("correlate", true)] {
            let mode = isReversed ? "valid" : "full"
            m.def("\(name)(a, v, mode='\(mode)')") {
                (python: Interpreter, a: ArrayLike, v: ArrayLike, mode: String) -> Value in
                let type = Promotion.joint(a.tensor.dtype, v.tensor.dtype)
                guard a.tensor.count > 0 else { throw python.valueError("a cannot be empty") }
                guard v.tensor.count > 0 else { throw python.valueError("v cannot be empty") }
                let kernel = isReversed ? Array(v.tensor.doubles.reversed()) : v.tensor.doubles
                let full = convolved(a.tensor.doubles, kernel)
                let chosen = try window(full, a.tensor.count, kernel.count, mode, in: python)
                return python.ndarray(try Tensor(chosen).cast(to: type == .bool ? .int64 : type))
            }
        }
    }

    private static func convolved(_ a: [Double], _ b: [Double]) -> [Double] {
        (0..<(a.count + b.count - 1)).map { place in
            var sum = 0.0
            for index in max(0, place - b.count + 1)...min(place, a.count - 1) {
                sum += a[index] * b[place - index]
            }
            return sum
        }
    }

    private static func window(
        _ full: [Double], _ m: Int, _ n: Int, _ mode: String, in python: Interpreter
    ) throws -> [Double] {
        let (long, short) = (max(m, n), min(m, n))
        switch mode {
        case "full": return full
        case "same": return Array(full[((short - 1) / 2)..<((short - 1) / 2 + long)])
        case "valid": return Array(full[(short - 1)..<long])
        default:
            throw python.valueError(
                "mode must be one of 'valid', 'same', or 'full' (got '\(mode)')")
        }
    }

    private static func defineInterpolation(_ m: NumPyDefinitions) {
        m.def("interp(x, xp, fp, left=None, right=None, period=None)") {
            (
                python: Interpreter, x: ArrayLike, places: ArrayLike, values: ArrayLike,
                left: Double?, right: Double?, _: Value
            ) -> Value in
            let (xs, ys) = (places.tensor.doubles, values.tensor.doubles)
            guard xs.count == ys.count else {
                throw python.valueError("fp and xp are not of the same length.")
            }
            guard let first = ys.first, let last = ys.last else {
                throw python.valueError("array of sample points is empty")
            }
            let curve = x.tensor.doubles.map { point -> Double in
                if point.isNaN { return .nan }
                if point < xs[0] { return left ?? first }
                if point > xs[xs.count - 1] { return right ?? last }
                return interpolated(point, xs, ys)
            }
            return python.numPyValue(Tensor(curve, shape: x.tensor.shape))
        }
    }

    private static func interpolated(_ point: Double, _ xs: [Double], _ ys: [Double]) -> Double {
        var (low, high) = (0, xs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if point < xs[middle] { high = middle } else { low = middle }
        }
        guard low < xs.count - 1, xs[low] != point else { return ys[low] }
        let slope = (ys[low + 1] - ys[low]) / (xs[low + 1] - xs[low])
        return slope * (point - xs[low]) + ys[low]
    }
}
