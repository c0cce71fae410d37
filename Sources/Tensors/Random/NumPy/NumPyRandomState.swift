/// NumPy's legacy `RandomState`, the state behind `np.random.seed` and its functions: a Mersenne Twister
/// and one kept normal number.
package struct NumPyRandomState: NumPyDraws, Sendable, Codable {
    private var twister: MersenneTwister
    private var keptNormal: Double?
    /// Whether the numbers come from a seed that the program gave.
    package private(set) var isSeeded: Bool

    /// The state before any call of `seed`.
    package init(entropy: SessionEntropy) {
        var entropy = entropy
        twister = MersenneTwister(key: entropy.words(624))
        isSeeded = false
    }

    /// `RandomState(seed)`.
    package init(seed: UInt32) {
        twister = MersenneTwister(seed: seed)
        isSeeded = true
    }

    /// `RandomState([…])`, with one number or more.
    package init(seeds: [UInt32]) {
        twister = MersenneTwister(key: seeds)
        isSeeded = true
    }

    /// The state as `get_state` gives it: 624 words, the position, the kept normal number.
    package var state: (words: [UInt32], position: Int, keptNormal: Double?) {
        (twister.words, twister.position, keptNormal)
    }

    /// Restores what `get_state` gave; false if it is not such a state.
    package mutating func restore(words: [UInt32], position: Int, keptNormal: Double?) -> Bool {
        guard let twister = MersenneTwister(words: words, position: position) else { return false }
        self.twister = twister
        self.keptNormal = keptNormal
        isSeeded = true
        return true
    }

    package mutating func nextWord() -> UInt32 {
        twister.next()
    }

    /// The next 64 bits, the high word drawn first.
    package mutating func nextLong() -> UInt64 {
        let high = UInt64(twister.next())
        return high << 32 | UInt64(twister.next())
    }

    package mutating func nextDouble() -> Double {
        twister.nextDouble()
    }

    /// A normal number by Marsaglia's polar method; every second one was made with the one before.
    package mutating func standardNormal() -> Double {
        if let kept = keptNormal {
            keptNormal = nil
            return kept
        }
        while true {
            let x = 2 * twister.nextDouble() - 1
            let y = 2 * twister.nextDouble() - 1
            let square = x * x + y * y
            guard square < 1, square != 0 else { continue }
            let factor = (-2 * libmLog(square) / square).squareRoot()
            keptNormal = factor * x
            return factor * y
        }
    }

    package mutating func standardExponential() -> Double {
        -libmLog(1 - twister.nextDouble())
    }
}
