extension NumPyRandomState {
    /// `rand`, `random`, `random_sample`: numbers in [0, 1).
    package mutating func doubles(_ count: Int) -> [Double] {
        (0..<count).map { _ in nextDouble() }
    }

    /// `randn`, `standard_normal`.
    package mutating func normals(_ count: Int) -> [Double] {
        (0..<count).map { _ in standardNormal() }
    }

    /// `randint`: integers from `low` through `high`, drawn with `bits` bits as the result's type has
    /// (1 for bool).
    package mutating func integers(
        _ count: Int, from low: Int, through high: Int, bits: Int = 64
    ) -> [Int] {
        let range = UInt64(bitPattern: Int64(high &- low))
        guard bits < 32, range > 0 else {
            return (0..<count).map { _ in low &+ Int(truncatingIfNeeded: masked(range)) }
        }
        var pieces = WordPieces(bits: bits)
        let mask = UInt32.max >> UInt32(UInt32(range).leadingZeroBitCount)
        return (0..<count).map { _ in
            while true {
                let piece = pieces.next(&self) & mask
                if UInt64(piece) <= range { return low + Int(piece) }
            }
        }
    }

    /// `choice` without probabilities and with replacement: places among `population` items.
    package mutating func choice(_ count: Int, of population: Int) -> [Int] {
        integers(count, from: 0, through: population - 1)
    }

    /// `choice` without probabilities and without replacement.
    package mutating func distinctChoice(_ count: Int, of population: Int) -> [Int] {
        Array(permutation(population).prefix(count))
    }

    /// `bytes`: whole words, the lowest byte first.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let word = nextWord()
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) }
        }
        return Array(bytes.prefix(count))
    }

    /// A number of Rayleigh's distribution.
    package mutating func rayleigh(scale: Double) -> Double {
        scale * (-2 * libmLog1p(-nextDouble())).squareRoot()
    }

    /// A number of the Pareto distribution, less 1.
    package mutating func pareto(shape: Double) -> Double {
        libmExp(standardExponential() / shape) - 1
    }

    /// A number in [0, 1] whose density is a power.
    package mutating func power(exponent: Double) -> Double {
        libmPow(1 - libmExp(-standardExponential()), 1 / exponent)
    }

    /// How many trials it takes until one succeeds.
    package mutating func geometric(probability: Double) -> Int {
        guard probability < 1 / 3 else { return geometric(searching: probability) }
        return Int((libmLog(1 - nextDouble()) / libmLog(1 - probability)).rounded(.up))
    }

    /// Shares that add up to 1, by gamma numbers of these shapes.
    package mutating func dirichlet(_ shapes: [Double]) -> [Double] {
        dirichlet(byGamma: shapes)
    }
}
