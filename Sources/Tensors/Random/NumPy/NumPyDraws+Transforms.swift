extension NumPyDraws {
    /// A number of the double exponential distribution.
    package mutating func laplace(mean: Double, scale: Double) -> Double {
        while true {
            let u = nextDouble()
            if u >= 0.5 { return mean - scale * libmLog(2 - u - u) }
            if u > 0 { return mean + scale * libmLog(u + u) }
        }
    }

    /// A number of the Gumbel distribution.
    package mutating func gumbel(mode: Double, scale: Double) -> Double {
        while true {
            let u = 1 - nextDouble()
            if u < 1 { return mode - scale * libmLog(-libmLog(u)) }
        }
    }

    /// A number of the logistic distribution.
    package mutating func logistic(mean: Double, scale: Double) -> Double {
        while true {
            let u = nextDouble()
            if u > 0 { return mean + scale * libmLog(u / (1 - u)) }
        }
    }

    /// A number whose density rises to `mode` and falls again, both in a straight line.
    package mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
        let base = high - low
        let rise = mode - low
        let u = nextDouble()
        return u <= rise / base
            ? low + (u * (rise * base)).squareRoot()
            : high - ((1 - u) * ((high - mode) * base)).squareRoot()
    }

    /// An angle in [-π, π] of the von Mises distribution, by Best and Fisher's rejection.
    package mutating func vonMises(mean: Double, concentration: Double) -> Double {
        // So flat that it cannot be told from the uniform distribution.
        guard concentration >= 1e-8 else { return .pi * (2 * nextDouble() - 1) }
        let turn = libmAcos(cosine(concentration))
        let angle = (nextDouble() < 0.5 ? -turn : turn) + mean
        let wrapped = (abs(angle) + .pi).truncatingRemainder(dividingBy: 2 * .pi) - .pi
        return angle < 0 ? -wrapped : wrapped
    }

    private mutating func cosine(_ concentration: Double) -> Double {
        let s = envelope(concentration)
        while true {
            let z = libmCos(.pi * nextDouble())
            let w = (1 + s * z) / (s + z)
            let y = concentration * (s - w)
            let v = nextDouble()
            if y * (2 - y) - v >= 0 || libmLog(y / v) + 1 - y >= 0 { return w }
        }
    }

    /// Below 1e-5 the exact expression loses its digits, and two terms of its series are enough.
    private func envelope(_ concentration: Double) -> Double {
        guard concentration >= 1e-5 else { return 1 / concentration + concentration }
        let r = 1 + (1 + 4 * concentration * concentration).squareRoot()
        let rho = (r - (2 * r).squareRoot()) / (2 * concentration)
        return (1 + rho * rho) / (2 * rho)
    }
}
