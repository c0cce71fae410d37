extension NumPyDraws {
    /// How many of `trials` trials succeed: by inversion for small means, else by Kachitvichyanukul and
    /// Schmeiser's rejection (BTPE).
    package mutating func binomial(trials: Int, probability: Double) -> Int {
        if trials == 0 || probability == 0 { return 0 }
        if probability > 0.5 {
            return trials - binomial(rare: 1 - probability, trials)
        }
        return binomial(rare: probability, trials)
    }

    private mutating func binomial(rare probability: Double, _ trials: Int) -> Int {
        if probability * Double(trials) <= 30 { return inversion(trials, probability) }
        let envelope = BinomialEnvelope(trials: trials, probability: probability)
        while true {
            let u = nextDouble() * envelope.total
            if let count = envelope.candidate(u, nextDouble()) { return count }
        }
    }

    private mutating func inversion(_ trials: Int, _ p: Double) -> Int {
        let n = Double(trials)
        let q = 1 - p
        let none = libmExp(n * libmLog(q))
        let mean = n * p
        let bound = Int(min(n, mean + 10 * (mean * q + 1).squareRoot()))
        var count = 0
        var probability = none
        var u = nextDouble()
        while u > probability {
            count += 1
            if count > bound {
                count = 0
                probability = none
                u = nextDouble()
            } else {
                u -= probability
                let numerator = Double(trials - count + 1) * p * probability
                probability = numerator / (Double(count) * q)
            }
        }
        return count
    }
}
