extension NumPyDraws {
    /// A number of events with mean `rate`.
    package mutating func poisson(rate: Double) -> Int {
        if rate == 0 { return 0 }
        return rate >= 10 ? poissonByRejection(rate) : poissonByProduct(rate)
    }

    /// How many failures come before the `successes`-th success.
    package mutating func negativeBinomial(successes: Double, probability: Double) -> Int {
        poisson(rate: gamma(shape: successes, scale: (1 - probability) / probability))
    }

    /// How often each outcome came up in `trials` trials.
    package mutating func multinomial(trials: Int, probabilities: [Double]) -> [Int] {
        var counts = Array(repeating: 0, count: probabilities.count)
        var left = trials
        var share = 1.0
        for index in probabilities.indices.dropLast() {
            counts[index] = binomial(trials: left, probability: probabilities[index] / share)
            left -= counts[index]
            if left <= 0 { break }
            share -= probabilities[index]
        }
        if left > 0, !counts.isEmpty { counts[counts.count - 1] = left }
        return counts
    }

    /// How many trials it takes until one succeeds, found by adding up probabilities.
    mutating func geometric(searching probability: Double) -> Int {
        var count = 1
        var sum = probability
        var term = probability
        let u = nextDouble()
        while u > sum {
            term *= 1 - probability
            sum += term
            count += 1
        }
        return count
    }

    /// A number of the zeta distribution.
    package mutating func zipf(exponent: Double) -> Int {
        let e = exponent - 1
        let b = libmPow(2, e)
        while true {
            let u = 1 - nextDouble()
            let v = nextDouble()
            let x = libmPow(u, -1 / e).rounded(.down)
            guard x >= 1, x <= Double(Int.max) else { continue }
            let t = libmPow(1 + 1 / x, e)
            if v * x * (t - 1) / (b - 1) <= t / b { return Int(exactly: x) ?? .max }
        }
    }

    /// Knuth's way: how many uniform numbers can be multiplied before the product falls to exp(-rate).
    private mutating func poissonByProduct(_ rate: Double) -> Int {
        let bound = libmExp(-rate)
        var count = 0
        var product = nextDouble()
        while product > bound {
            count += 1
            product *= nextDouble()
        }
        return count
    }

    /// Hörmann's transformed rejection, with the constants of his paper.
    private mutating func poissonByRejection(_ rate: Double) -> Int {
        let logRate = libmLog(rate)
        let b = 0.931 + 2.53 * rate.squareRoot()
        let a = -0.059 + 0.02483 * b
        let logInverseAlpha = libmLog(1.1239 + 1.1328 / (b - 3.4))
        while true {
            let u = nextDouble() - 0.5
            let v = nextDouble()
            let shifted = 0.5 - abs(u)
            let k = ((2 * a / shifted + b) * u + rate + 0.43).rounded(.down)
            if shifted >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2) { return Int(k) }
            if k < 0 || (shifted < 0.013 && v > shifted) { continue }
            let bound = libmLog(v) + logInverseAlpha - libmLog(a / (shifted * shifted) + b)
            if bound <= -rate + k * logRate - logGamma(k + 1) { return Int(k) }
        }
    }
}

/// The logarithm of the gamma function by Stirling's series, as NumPy's rejection steps compute it.
func logGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    // The series is accurate from 7 on; smaller arguments are shifted up and come back by logarithms.
    let steps = x < 7 ? Int(7 - x) : 0
    var shifted = x + Double(steps)
    let square = 1 / (shifted * shifted)
    let series = stirling.dropFirst().reduce(stirling[0]) { $0 * square + $1 }
    let leading = series / shifted + 0.5 * libmLog(2 * .pi) + (shifted - 0.5) * libmLog(shifted)
    var result = leading - shifted
    for _ in 0..<steps {
        result -= libmLog(shifted - 1)
        shifted -= 1
    }
    return result
}

/// Coefficients of Stirling's series, highest power first.
private let stirling = [
    -1.39243221690590e+00, 1.796443723688307e-01, -2.955065359477124e-02, 6.410256410256410e-03,
    -1.917526917526918e-03, 8.417508417508418e-04, -5.952380952380952e-04,
    7.936507936507937e-04, -2.777777777777778e-03, 8.333333333333333e-02,
]
