import CKernels

extension UnaryOperation {
    /// The inverse of the error function.
    package static let inverseErf: Self = Self(
        "Erfinv", { try $0.mapReal("Erfinv", SpecialFunctions.inverseErf) },
        pullback: { _, y in
            { try $0 * exp(y * y) * (3.141592653589793.squareRoot() / 2) }
        })

    /// The derivative of the logarithm of the gamma function.
    package static let digamma: Self = Self(
        "Digamma", { try $0.mapReal("Digamma", SpecialFunctions.digamma) })
}

extension Tensor {
    /// Each element's function, computed in double precision.
    fileprivate func mapReal(_ name: String, _ function: (Double) -> Double) throws -> Tensor {
        guard dtype.isFloating else { throw TensorError.unsupportedType(operation: name, dtype) }
        return Tensor(scalars.map { .float(function($0.double)) }, shape: shape, dtype)
    }
}

/// Functions that the C library does not have.
enum SpecialFunctions {
    /// The inverse of the error function: a first guess by Giles' logarithmic approximation, then Newton's steps.
    static func inverseErf(_ x: Double) -> Double {
        guard abs(x) < 1 else { return abs(x) == 1 ? x * .infinity : .nan }
        if x == 0 { return x }
        let w = -libmLog(max((1 - x) * (1 + x), .leastNormalMagnitude))
        let a = 0.147
        let t = 2 / (Double.pi * a) - w / 2
        let guess = ((t * t + w / a).squareRoot() - t).squareRoot()
        var y = x < 0 ? -guess : guess
        // Newton's steps double the digits each: from three to all of them in three steps.
        for _ in 0..<4 {
            let slope = 2 / Double.pi.squareRoot() * libmExp(-y * y)
            guard slope > 0 else { break }
            y -= (libmErf(y) - x) / slope
        }
        return y
    }

    /// The logarithmic derivative of the gamma function: by recurrence up to 10, then Stirling's series.
    static func digamma(_ x: Double) -> Double {
        if x <= 0, x == x.rounded() { return .nan }
        if x < 0 { return digamma(1 - x) - Double.pi * libmCos(.pi * x) / libmSin(.pi * x) }
        var (shifted, sum) = (x, 0.0)
        while shifted < 10 {
            sum -= 1 / shifted
            shifted += 1
        }
        let square = 1 / (shifted * shifted)
        let series =
            square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)))
        return sum + libmLog(shifted) - 0.5 / shifted - series
    }
}
