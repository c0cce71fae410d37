extension Philox {
    /// Numbers of Poisson distributions, `samples` for each rate, laid out as [samples, rates].
    func poisson<Real: PhiloxReal>(rates: [Real], samples: Int) -> [Real] {
        perOutput(rates, samples) { rate, stream in
            var source = UniformSource<Real>(stream)
            return rate < 10 ? source.poisson(counting: rate) : source.poisson(rejecting: rate)
        }
    }
}

/// Uniform numbers for one Poisson number, each block taken from its end to its beginning.
private struct UniformSource<Real: PhiloxReal> {
    private var stream: Philox
    private var uniforms = Real.Group()
    private var left = 0

    init(_ stream: Philox) {
        self.stream = stream
    }

    private mutating func uniform() -> Real {
        if left == 0 {
            uniforms = Real.uniforms(stream.next())
            left = uniforms.scalarCount
        }
        left -= 1
        return uniforms[left]
    }

    /// Knuth's way: how many uniform numbers can be multiplied before the product falls to exp(-rate).
    mutating func poisson(counting rate: Real) -> Real {
        let bound = Real.exponential(-rate)
        var product: Real = 1
        var count: Real = 0
        while true {
            product *= uniform()
            if product <= bound { return count }
            count += 1
        }
    }

    /// Hörmann's transformed rejection, with the constants of his paper.
    mutating func poisson(rejecting rate: Real) -> Real {
        let logRate = Real.naturalLog(rate)
        let b = 0.931 + 2.53 * rate.squareRoot()
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        while true {
            let u = uniform() - 0.5
            let v = uniform()
            let shifted = 0.5 - abs(u)
            let k = ((2 * a / shifted + b) * u + rate + 0.43).rounded(.down)
            if shifted >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2) { return k }
            if k < 0 || (shifted < 0.013 && v > shifted) { continue }
            let bound = Real.naturalLog(v * inverseAlpha / (a / (shifted * shifted) + b))
            if bound <= -rate + k * logRate - Real.logGamma(k + 1) { return k }
        }
    }
}
