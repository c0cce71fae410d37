extension PythonRandom {
    /// A number between `a` and `b`.
    package mutating func uniform(_ a: Double, _ b: Double) -> Double {
        a + (b - a) * random()
    }

    /// A number between `low` and `high` whose density is a triangle; `mode` nil means the middle.
    package mutating func triangular(low: Double, high: Double, mode: Double?) -> Double {
        let u = random()
        guard low != high || mode == nil else { return low }
        let peak = mode.map { ($0 - low) / (high - low) } ?? 0.5
        return u > peak
            ? high + (low - high) * ((1 - u) * (1 - peak)).squareRoot()
            : low + (high - low) * (u * peak).squareRoot()
    }

    /// A number of the normal distribution; every second one was made together with the one before.
    package mutating func gauss(mean: Double, deviation: Double) -> Double {
        if let kept = keptGauss {
            keptGauss = nil
            return mean + kept * deviation
        }
        let angle = random() * (2 * Double.pi)
        let radius = (-2 * libmLog(1 - random())).squareRoot()
        keptGauss = libmSin(angle) * radius
        return mean + libmCos(angle) * radius * deviation
    }

    /// A number of the normal distribution, by Kinderman and Monahan's ratio of uniforms.
    package mutating func normalVariate(mean: Double, deviation: Double) -> Double {
        let scale = 4 * libmExp(-0.5) / 2.0.squareRoot()
        while true {
            let u = random()
            let v = 1 - random()
            let z = scale * (u - 0.5) / v
            if z * z / 4 <= -libmLog(v) { return mean + z * deviation }
        }
    }

    /// The exponential of a normal number.
    package mutating func logNormalVariate(mean: Double, deviation: Double) -> Double {
        libmExp(normalVariate(mean: mean, deviation: deviation))
    }

    /// A waiting time with mean 1 / rate.
    package mutating func expoVariate(rate: Double) -> Double {
        -libmLog(1 - random()) / rate
    }

    /// A number of the gamma distribution: Cheng's rejection above shape 1, Ahrens and Dieter's below.
    package mutating func gammaVariate(shape: Double, scale: Double) -> Double {
        if shape > 1 { return gamma(above1: shape) * scale }
        if shape == 1 { return -libmLog(1 - random()) * scale }
        return gamma(below1: shape) * scale
    }

    /// A number of the beta distribution, as a ratio of gamma numbers.
    package mutating func betaVariate(_ alpha: Double, _ beta: Double) -> Double {
        let y = gammaVariate(shape: alpha, scale: 1)
        return y == 0 ? 0 : y / (y + gammaVariate(shape: beta, scale: 1))
    }

    /// A number of the Pareto distribution.
    package mutating func paretoVariate(shape: Double) -> Double {
        libmPow(1 - random(), -1 / shape)
    }

    /// A number of the Weibull distribution.
    package mutating func weibullVariate(scale: Double, shape: Double) -> Double {
        scale * libmPow(-libmLog(1 - random()), 1 / shape)
    }

    /// An angle in [0, 2π) of the von Mises distribution, by Best and Fisher's rejection.
    package mutating func vonMisesVariate(mean: Double, concentration: Double) -> Double {
        let circle = 2 * Double.pi
        // So flat that it cannot be told from the uniform distribution.
        guard concentration > 1e-6 else { return circle * random() }
        let s = 0.5 / concentration
        let r = s + (1 + s * s).squareRoot()
        let z = cosine(r)
        let q = 1 / r
        let turn = libmAcos((q + z) / (1 + q * z))
        let angle = (random() > 0.5 ? mean + turn : mean - turn)
            .truncatingRemainder(dividingBy: circle)
        return angle < 0 ? angle + circle : angle
    }

    private mutating func cosine(_ r: Double) -> Double {
        while true {
            let z = libmCos(.pi * random())
            let d = z / (r + z)
            let u = random()
            if u < 1 - d * d || u <= (1 - d) * libmExp(d) { return z }
        }
    }

    private mutating func gamma(above1 shape: Double) -> Double {
        let root = (2 * shape - 1).squareRoot()
        let b = shape - libmLog(4.0)
        let c = shape + root
        while true {
            let u = random()
            guard u > 1e-7, u < 0.9999999 else { continue }
            let z = u * u * (1 - random())
            let v = libmLog(u / (1 - u)) / root
            let x = shape * libmExp(v)
            let r = b + c * v - x
            if r + (1 + libmLog(4.5)) - 4.5 * z >= 0 || r >= libmLog(z) { return x }
        }
    }

    private mutating func gamma(below1 shape: Double) -> Double {
        let e = libmExp(1.0)
        let b = (e + shape) / e
        while true {
            let p = b * random()
            let x = p <= 1 ? libmPow(p, 1 / shape) : -libmLog((b - p) / shape)
            let bound = p > 1 ? libmPow(x, shape - 1) : libmExp(-x)
            if random() <= bound { return x }
        }
    }
}
