/// Python's `random.Random`: a Mersenne Twister and one kept normal number.
package struct PythonRandom: Sendable, Codable {
    var twister: MersenneTwister
    /// The second number of the last pair that `gauss` made, until it is asked for.
    package var keptGauss: Double?
    /// Whether the numbers come from a seed that the program gave.
    package private(set) var isSeeded: Bool

    /// The state before any call of `seed`.
    package init(entropy: SessionEntropy) {
        var entropy = entropy
        twister = MersenneTwister(key: entropy.words(624))
        isSeeded = false
    }

    /// `random.Random(seed)`.
    package init(seed: Int) {
        self.init(magnitude: [])
        self.seed(seed)
    }

    private init(magnitude: [UInt32]) {
        twister = MersenneTwister(key: magnitude.isEmpty ? [0] : magnitude)
        isSeeded = true
    }

    /// `seed(n)` for an integer; the sign does not count.
    package mutating func seed(_ value: Int) {
        seed(unsigned: UInt64(value.magnitude))
    }

    /// `seed(x)` for an object without a rule of its own, such as a float, by its hash.
    package mutating func seed(hash: Int) {
        seed(unsigned: UInt64(UInt(bitPattern: hash)))
    }

    /// `seed(n)` for an integer of any size: the 32-bit words of |n|, lowest first.
    package mutating func seed(magnitude: [UInt32]) {
        let length = (magnitude.lastIndex { $0 != 0 } ?? -1) + 1
        self = PythonRandom(magnitude: Array(magnitude[..<length]))
    }

    /// `seed(text)` for a string's UTF-8 bytes or a bytes object: the bytes followed by their SHA-512
    /// digest are the digits of one big integer, highest first.
    package mutating func seed(bytes: [UInt8]) {
        let digits = Array((bytes + SHA512.digest(bytes)).reversed())
        seed(
            magnitude: stride(from: 0, to: digits.count, by: 4).map { start in
                digits[start..<min(start + 4, digits.count)].reversed()
                    .reduce(0) { $0 << 8 | UInt32($1) }
            })
    }

    private mutating func seed(unsigned value: UInt64) {
        seed(magnitude: [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)])
    }

    /// The state as `getstate` gives it: 624 words and the position.
    package var state: (words: [UInt32], position: Int) {
        (twister.words, twister.position)
    }

    /// Restores what `getstate` gave; false if it is not such a state.
    package mutating func restore(words: [UInt32], position: Int, keptGauss: Double?) -> Bool {
        guard let twister = MersenneTwister(words: words, position: position) else { return false }
        self.twister = twister
        self.keptGauss = keptGauss
        isSeeded = true
        return true
    }

    /// A number in [0, 1).
    package mutating func random() -> Double {
        twister.nextDouble()
    }

    /// `getrandbits(count)`: 32-bit words, lowest first.
    package mutating func bits(_ count: Int) -> [UInt32] {
        stride(from: count, to: 0, by: -32).map { left in
            twister.next() >> UInt32(max(32 - left, 0))
        }
    }

    /// An integer in [0, bound), by rejection of too large ones; 0 if the bound is.
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        let width = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let candidate = bits(upTo63: width)
            if candidate < bound { return candidate }
        }
    }

    private mutating func bits(upTo63 width: Int) -> Int {
        if width <= 32 { return Int(twister.next() >> UInt32(32 - width)) }
        let low = Int(twister.next())
        return Int(twister.next() >> UInt32(64 - width)) << 32 | low
    }
}
