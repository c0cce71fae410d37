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
        "Digamma", { try $0.mapReal("Digamma", SpecialFunctions.digamma) },
        pullback: { x, _ in { try $0 * polygamma(1)(x) } })

    /// The derivative of that of order `order`.
    package static func polygamma(_ order: Int) -> UnaryOperation {
        guard order > 0 else { return digamma }
        return UnaryOperation(
            "Polygamma",
            { try $0.mapReal("Polygamma") { SpecialFunctions.polygamma(order, $0) } },
            pullback: { x, _ in { try $0 * polygamma(order + 1)(x) } })
    }

    /// The sum of (n + q)⁻ˢ over all n from 0, as a function of q.
    package static func zeta(_ s: Double) -> UnaryOperation {
        UnaryOperation(
            "Zeta", { try $0.mapReal("Zeta") { SpecialFunctions.zeta(s, $0) } },
            pullback: { q, _ in { try $0 * -s * zeta(s + 1)(q) } })
    }
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

    /// (-1)ⁿ⁺¹ n! ζ(n + 1, x).
    static func polygamma(_ order: Int, _ x: Double) -> Double {
        let factorial = (1...Swift.max(order, 1)).reduce(1.0) { $0 * Double($1) }
        return (order % 2 == 0 ? -1 : 1) * factorial * zeta(Double(order) + 1, x)
    }

    /// Hurwitz' zeta function for s > 1: the first terms, then the sum formula of Euler and Maclaurin.
    static func zeta(_ s: Double, _ q: Double) -> Double {
        guard s > 1 else { return s == 1 ? .infinity : .nan }
        if q <= 0 { return q == q.rounded(.down) ? .infinity : .nan }
        var (sum, place) = (0.0, q)
        // Past 10 the formula's terms shrink fast enough for the twelve that are known here.
        while place < 10 {
            sum += libmPow(place, -s)
            place += 1
        }
        var power = libmPow(place, -s)
        sum += power * place / (s - 1) + 0.5 * power
        var rising = 1.0
        for (step, coefficient) in eulerMaclaurin.enumerated() {
            rising *= s + Double(2 * step)
            power /= place
            sum += rising * power / coefficient
            rising *= s + Double(2 * step + 1)
            power /= place
        }
        return sum
    }

    /// (2k)! divided by the Bernoulli number of 2k.
    private static let eulerMaclaurin: [Double] = [
        12, -720, 30240, -1_209_600, 47_900_160, -1.8924375803183791606e9,
        7.47242496e10, -2.950130727918164224e12, 1.1646782814350067249e14,
        -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18,
    ]

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
