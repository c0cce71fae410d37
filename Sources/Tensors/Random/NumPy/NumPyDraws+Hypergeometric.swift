/// What an urn holds and how much is drawn from it at once.
struct Urn {
    let good: Int
    let bad: Int
    let sample: Int

    var total: Int { good + bad }
    /// The smaller of the sample and what it leaves behind.
    var smaller: Int { min(sample, total - sample) }

    /// What `count` of the rarer kind in the smaller sample says of the good ones in the whole sample.
    func goodOnes(_ count: Int) -> Int {
        let rare = good > bad ? smaller - count : count
        return smaller < sample ? good - rare : rare
    }
}

extension NumPyRandomState {
    /// How many of `sample` items drawn from `good` and `bad` ones are good.
    package mutating func hypergeometric(good: Int, bad: Int, sample: Int) -> Int {
        let urn = Urn(good: good, bad: bad, sample: sample)
        if sample > 10 { return rejected(urn, spread: Double(sample)) }
        return sample > 0 ? itemByItem(urn) : 0
    }

    /// A number of the logarithmic series distribution.
    package mutating func logSeries(probability: Double) -> Int {
        logSeries(probability) { 1 - libmExp($0) }
    }

    private mutating func itemByItem(_ urn: Urn) -> Int {
        let rare = Double(min(urn.good, urn.bad))
        let rest = urn.total - urn.sample
        var (left, k) = (rare, urn.sample)
        while left > 0 {
            left -= (nextDouble() + left / Double(rest + k)).rounded(.down)
            k -= 1
            if k == 0 { break }
        }
        let count = Int(rare - left)
        return urn.good > urn.bad ? urn.sample - count : count
    }
}

extension NumPyGenerator {
    /// How many of `sample` items drawn from `good` and `bad` ones are good.
    package mutating func hypergeometric(good: Int, bad: Int, sample: Int) -> Int {
        let urn = Urn(good: good, bad: bad, sample: sample)
        if sample >= 10, sample <= urn.total - 10 {
            return rejected(urn, spread: Double(urn.smaller))
        }
        return itemByItem(urn)
    }

    /// A number of the logarithmic series distribution.
    package mutating func logSeries(probability: Double) -> Int {
        logSeries(probability) { -libmExpm1($0) }
    }

    private mutating func itemByItem(_ urn: Urn) -> Int {
        var (total, good) = (urn.total, urn.good)
        let isLarge = urn.sample > urn.total / 2
        var steps = isLarge ? urn.total - urn.sample : urn.sample
        while steps > 0, good > 0, total > good {
            total -= 1
            if Int(masked(UInt64(total))) < good { good -= 1 }
            steps -= 1
        }
        if total == good { good -= steps }
        return isLarge ? good : urn.good - good
    }
}

extension NumPyDraws {
    /// A draw by Stadlober's ratio of uniform numbers; `spread` is the sample that the variance counts.
    fileprivate mutating func rejected(_ urn: Urn, spread: Double) -> Int {
        let rare = min(urn.good, urn.bad)
        let common = max(urn.good, urn.bad)
        let m = urn.smaller
        let (total, size) = (Double(urn.total), Double(m))
        let p = Double(rare) / total
        let middle = size * p + 0.5
        let deviation =
            (Double(urn.total - m) * spread * p * (1 - p) / (total - 1) + 0.5).squareRoot()
        // 2·√(2/e) and 3 - 2·√(3/e).
        let width = 1.7155277699214135 * deviation + 0.8989161620588988
        let mode = Int((Double(m + 1) * Double(rare + 1) / Double(urn.total + 2)).rounded(.down))
        func weight(_ count: Int) -> Double {
            logGamma(Double(count + 1)) + logGamma(Double(rare - count + 1))
                + logGamma(Double(m - count + 1)) + logGamma(Double(common - m + count + 1))
        }
        let top = weight(mode)
        // Sixteen deviations hold all that sixteen digits can tell.
        let end = min(Double(min(m, rare)) + 1, (middle + 16 * deviation).rounded(.down))
        while true {
            let (u, v) = (nextDouble(), nextDouble())
            let x = middle + width * (v - 0.5) / u
            guard x >= 0, x < end else { continue }
            let count = Int(x)
            let gap = top - weight(count)
            if u * (4 - u) - 3 <= gap { return urn.goodOnes(count) }
            if u * (u - gap) >= 1 { continue }
            if 2 * libmLog(u) <= gap { return urn.goodOnes(count) }
        }
    }

    /// A number of the logarithmic series distribution; `complement` of x is 1 - eˣ.
    fileprivate mutating func logSeries(
        _ probability: Double, complement: (Double) -> Double
    ) -> Int {
        let rate = libmLog1p(-probability)
        while true {
            let v = nextDouble()
            if v >= probability { return 1 }
            let q = complement(rate * nextDouble())
            guard v <= q * q else { return v >= q ? 1 : 2 }
            let count = (1 + libmLog(v) / libmLog(q)).rounded(.down)
            if count >= 1, v != 0 { return Int(exactly: count) ?? .max }
        }
    }
}
