import PythonRuntime
import Tensors

/// Rounding to decimals, and limits.
enum Rounding {
    /// `np.round`: halves to the even neighbour; negative decimals round tens, hundreds …
    static func round(_ a: Tensor, decimals: Int) throws -> Tensor {
        guard a.dtype.isFloating || a.dtype.isComplex else {
            if decimals >= 0 || a.dtype == .bool { return a.copy() }
            return try round(a.cast(to: .float64), decimals: decimals).cast(to: a.dtype)
        }
        if a.dtype.isComplex {
            let parts = try [ComplexParts.real(a), ComplexParts.imaginary(a)].map {
                try round($0, decimals: decimals).doubles
            }
            let numbers = zip(parts[0], parts[1]).map { Scalar.complex(Complex($0, $1)) }
            return Tensor(numbers, shape: a.shape, a.dtype)
        }
        guard decimals != 0 else { return try UnaryOperation.round(a) }
        let scale = Tensor(.float(power(of: abs(decimals))), a.dtype)
        if decimals > 0 { return try UnaryOperation.round(a * scale) / scale }
        return try UnaryOperation.round(a / scale) * scale
    }

    private static func power(of decimals: Int) -> Double {
        (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    }

    /// `np.clip`, where either limit may be missing.
    static func clip(
        _ a: Tensor, _ low: Value, _ high: Value, in python: Interpreter
    ) throws -> Tensor {
        guard !low.isNone || !high.isNone else {
            throw python.valueError("One of max or min must be given")
        }
        let limits = try [low, high].map {
            $0.isNone ? nil : try ArrayLike.from($0, in: python).tensor
        }
        let type = Promotion.common([a] + limits.compactMap { $0 })
        var result = a
        if let low = limits[0] {
            result = try ElementwiseFunction.maximum(result, low, as: type, in: python)
        }
        if let high = limits[1] {
            result = try ElementwiseFunction.minimum(result, high, as: type, in: python)
        }
        return result
    }
}
