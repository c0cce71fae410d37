/// The triangle, two parallelograms and two exponential tails that cover a binomial distribution in the
/// rejection algorithm BTPE; names as in Kachitvichyanukul and Schmeiser's paper.
struct BinomialEnvelope {
    private let n: Int
    private let p: Double
    private let q: Double
    private let mode: Int
    private let middle: Double
    private let left: Double
    private let right: Double
    private let height: Double
    private let leftSlope: Double
    private let rightSlope: Double
    private let triangle: Double
    private let parallelograms: Double
    private let leftTail: Double
    /// The area of the whole envelope.
    let total: Double

    /// The envelope for a probability of at most a half.
    init(trials: Int, probability: Double) {
        n = trials
        p = min(probability, 1 - probability)
        q = 1 - p
        let center = Double(n) * p + p
        mode = Int(center.rounded(.down))
        triangle = (2.195 * (Double(n) * p * q).squareRoot() - 4.6 * q).rounded(.down) + 0.5
        middle = Double(mode) + 0.5
        left = middle - triangle
        right = middle + triangle
        height = 0.134 + 20.5 / (15.3 + Double(mode))
        let falling = (center - left) / (center - left * p)
        leftSlope = falling * (1 + falling / 2)
        let rising = (right - center) / (right * q)
        rightSlope = rising * (1 + rising / 2)
        parallelograms = triangle * (1 + 2 * height)
        leftTail = parallelograms + height / leftSlope
        total = leftTail + height / rightSlope
    }

    /// The count that a point (`u` in [0, total), `v` in [0, 1)) stands for, or nil if it is rejected.
    func candidate(_ u: Double, _ v: Double) -> Int? {
        if u <= triangle { return Int((middle - triangle * v + u).rounded(.down)) }
        guard let (count, level) = proposal(u, v) else { return nil }
        return accepts(count, level) ? count : nil
    }

    private func proposal(_ u: Double, _ v: Double) -> (Int, Double)? {
        if u <= parallelograms {
            let x = left + (u - triangle) / height
            let level = v * height + 1 - abs(Double(mode) - x + 0.5) / triangle
            return level > 1 ? nil : (Int(x.rounded(.down)), level)
        }
        guard v != 0 else { return nil }
        if u <= leftTail {
            let x = (left + libmLog(v) / leftSlope).rounded(.down)
            return x < 0 ? nil : (Int(x), v * (u - parallelograms) * leftSlope)
        }
        let x = (right - libmLog(v) / rightSlope).rounded(.down)
        return x > Double(n) ? nil : (Int(x), v * (u - leftTail) * rightSlope)
    }

    private func accepts(_ count: Int, _ level: Double) -> Bool {
        let variance = Double(n) * p * q
        let distance = Double(abs(count - mode))
        if distance <= 20 || distance >= variance / 2 - 1 { return level <= ratio(count) }
        let rho =
            (distance / variance)
            * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
        let squeeze = -distance * distance / (2 * variance)
        let logLevel = libmLog(level)
        if logLevel < squeeze - rho { return true }
        if logLevel > squeeze + rho { return false }
        return logLevel <= logRatio(count)
    }

    /// The probability of `count` over that of the mode, as a product.
    private func ratio(_ count: Int) -> Double {
        let odds = p / q
        let a = odds * Double(n + 1)
        if mode < count {
            return (mode + 1...count).reduce(1) { $0 * (a / Double($1) - odds) }
        }
        guard mode > count else { return 1 }
        return (count + 1...mode).reduce(1) { $0 / (a / Double($1) - odds) }
    }

    /// The logarithm of the same ratio by Stirling's formula.
    private func logRatio(_ count: Int) -> Double {
        let x = Double(count + 1)
        let f = Double(mode + 1)
        let z = Double(n + 1 - mode)
        let w = Double(n - count + 1)
        let first = middle * libmLog(f / x) + (Double(n - mode) + 0.5) * libmLog(z / w)
        let second = first + Double(count - mode) * libmLog(w * p / (x * q))
        return second + Self.correction(f) + Self.correction(z) + Self.correction(x)
            + Self.correction(w)
    }

    private static func correction(_ x: Double) -> Double {
        let s = x * x
        return (13680 - (462 - (132 - (99 - 140 / s) / s) / s) / s) / x / 166320
    }
}
