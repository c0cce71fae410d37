extension NumPyDraws {
    /// A number in [low, high).
    package mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * nextDouble()
    }

    /// A number of the normal distribution.
    package mutating func normal(mean: Double, deviation: Double) -> Double {
        mean + deviation * standardNormal()
    }

    /// The exponential of a normal number.
    package mutating func logNormal(mean: Double, deviation: Double) -> Double {
        libmExp(normal(mean: mean, deviation: deviation))
    }

    /// A waiting time with mean `scale`.
    package mutating func exponential(scale: Double) -> Double {
        scale * standardExponential()
    }

    /// A number of the gamma distribution with scale 1: Ahrens and Dieter's rejection below shape 1,
    /// Marsaglia and Tsang's above.
    package mutating func standardGamma(shape: Double) -> Double {
        if shape == 1 { return standardExponential() }
        if shape == 0 { return 0 }
        return shape < 1 ? gamma(below1: shape) : gamma(above1: shape)
    }

    /// A number of the gamma distribution.
    package mutating func gamma(shape: Double, scale: Double) -> Double {
        scale * standardGamma(shape: shape)
    }

    /// A number of the beta distribution: Jöhnk's rejection when both parameters are at most 1, else a
    /// ratio of gamma numbers.
    package mutating func beta(_ a: Double, _ b: Double) -> Double {
        if a <= 1 && b <= 1 { return betaByRejection(a, b) }
        let first = standardGamma(shape: a)
        let second = standardGamma(shape: b)
        return first / (first + second)
    }

    /// Shares that add up to 1, by gamma numbers of these shapes.
    mutating func dirichlet(byGamma shapes: [Double]) -> [Double] {
        var sum = 0.0
        let parts = shapes.map { shape in
            let part = standardGamma(shape: shape)
            sum += part
            return part
        }
        let inverse = 1 / sum
        return parts.map { $0 * inverse }
    }

    /// A number of the chi-square distribution.
    package mutating func chiSquare(freedom: Double) -> Double {
        2 * standardGamma(shape: freedom / 2)
    }

    /// A number of the chi-square distribution with a shifted centre.
    package mutating func chiSquare(freedom: Double, noncentrality: Double) -> Double {
        if noncentrality == 0 { return chiSquare(freedom: freedom) }
        if freedom > 1 {
            let square = chiSquare(freedom: freedom - 1)
            let normal = standardNormal() + noncentrality.squareRoot()
            return square + normal * normal
        }
        let steps = Double(poisson(rate: noncentrality / 2))
        return chiSquare(freedom: freedom + 2 * steps)
    }

    /// A number of Fisher's F distribution.
    package mutating func fisher(_ upper: Double, _ lower: Double) -> Double {
        let numerator = chiSquare(freedom: upper) * lower
        return numerator / (chiSquare(freedom: lower) * upper)
    }

    /// A number of Fisher's F distribution with a shifted centre.
    package mutating func fisher(
        _ upper: Double, _ lower: Double, noncentrality: Double
    ) -> Double {
        let numerator = chiSquare(freedom: upper, noncentrality: noncentrality) * lower
        return numerator / (chiSquare(freedom: lower) * upper)
    }

    /// A number of Student's t distribution.
    package mutating func studentT(freedom: Double) -> Double {
        let normal = standardNormal()
        let gamma = standardGamma(shape: freedom / 2)
        return (freedom / 2).squareRoot() * normal / gamma.squareRoot()
    }

    /// A number of the Cauchy distribution.
    package mutating func standardCauchy() -> Double {
        let upper = standardNormal()
        return upper / standardNormal()
    }

    /// A number of the Weibull distribution with scale 1.
    package mutating func weibull(shape: Double) -> Double {
        shape == 0 ? 0 : libmPow(standardExponential(), 1 / shape)
    }

    /// A number of the inverse Gaussian distribution.
    package mutating func wald(mean: Double, scale: Double) -> Double {
        let half = mean / (2 * scale)
        let normal = standardNormal()
        let y = mean * normal * normal
        let x = mean + half * (y - (4 * scale * y + y * y).squareRoot())
        return nextDouble() <= mean / (mean + x) ? x : mean * mean / x
    }

    private mutating func gamma(below1 shape: Double) -> Double {
        while true {
            let u = nextDouble()
            let v = standardExponential()
            if u <= 1 - shape {
                let x = libmPow(u, 1 / shape)
                if x <= v { return x }
            } else {
                let y = -libmLog((1 - u) / shape)
                let x = libmPow(1 - shape + shape * y, 1 / shape)
                if x <= v + y { return x }
            }
        }
    }

    private mutating func gamma(above1 shape: Double) -> Double {
        let b = shape - 1 / 3
        let c = 1 / (9 * b).squareRoot()
        while true {
            let x = standardNormal()
            let base = 1 + c * x
            guard base > 0 else { continue }
            let v = base * base * base
            let u = nextDouble()
            let isInside = u < 1 - 0.0331 * (x * x) * (x * x)
            if isInside || libmLog(u) < 0.5 * x * x + b * (1 - v + libmLog(v)) { return b * v }
        }
    }

    private mutating func betaByRejection(_ a: Double, _ b: Double) -> Double {
        while true {
            let u = nextDouble()
            let v = nextDouble()
            let x = libmPow(u, 1 / a)
            let y = libmPow(v, 1 / b)
            if x + y <= 1, x + y > 0 { return x / (x + y) }
        }
    }
}
