extension Philox {
    /// Numbers of Poisson distributions, `samples` for each rate, laid out as [samples, rates].
    ///
    /// Each output has its own stretch of the stream, and all are computed in double precision.
    func poisson(rates: [Double], samples: Int) -> [Double] {
        perOutput(rates, samples) { rate, stream in
            rate < 10 ? stream.poisson(counting: rate) : stream.poisson(rejecting: rate)
        }
    }

    /// Knuth's way: how many uniform numbers can be multiplied before the product falls to exp(-rate).
    private func poisson(counting rate: Double) -> Double {
        var stream = self
        var uniforms = BackwardUniforms()
        let bound = libmExp(-rate)
        var count = 0.0
        var product = uniforms.next(&stream)
        while product > bound {
            count += 1
            product *= uniforms.next(&stream)
        }
        return count
    }

    /// Hörmann's transformed rejection, with the constants of his paper.
    private func poisson(rejecting rate: Double) -> Double {
        var stream = self
        var uniforms = BackwardUniforms()
        let logRate = libmLog(rate)
        let b = 0.931 + 2.53 * rate.squareRoot()
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        while true {
            let u = uniforms.next(&stream) - 0.5
            let v = uniforms.next(&stream)
            let shifted = 0.5 - abs(u)
            let k = ((2 * a / shifted + b) * u + rate + 0.43).rounded(.down)
            if shifted >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2) { return k }
            if k < 0 || (shifted < 0.013 && v > shifted) { continue }
            let bound = libmLog(v * inverseAlpha / (a / (shifted * shifted) + b))
            if bound <= -rate + k * logRate - libmLogGamma(k + 1) { return k }
        }
    }
}
