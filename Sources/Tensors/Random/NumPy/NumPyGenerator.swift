/// NumPy's `Generator`, as `np.random.default_rng` makes it.
package struct NumPyGenerator: NumPyDraws, Sendable, Codable {
    private var bits: PCG64
    private let sequence: [UInt32]
    private let spawnKey: [UInt32]
    private var children: UInt32 = 0
    /// Whether the numbers come from a seed that the program gave.
    package let isSeeded: Bool

    /// `default_rng(seed)`: the 32-bit words of the seed or seeds, each number's lowest word first.
    package init(seed words: [UInt32]) {
        self.init(words, spawnKey: [], isSeeded: true)
    }

    /// `default_rng()`.
    package init(entropy: inout SessionEntropy) {
        self.init(entropy.words(4), spawnKey: [], isSeeded: false)
    }

    private init(_ words: [UInt32], spawnKey: [UInt32], isSeeded: Bool) {
        sequence = words
        self.spawnKey = spawnKey
        self.isSeeded = isSeeded
        bits = PCG64(SeedSequence(entropy: words, spawnKey: spawnKey))
    }

    /// `spawn(1)`: a generator independent of this one and of its other children.
    package mutating func spawn() -> NumPyGenerator {
        defer { children += 1 }
        return NumPyGenerator(sequence, spawnKey: spawnKey + [children], isSeeded: isSeeded)
    }

    package mutating func nextWord() -> UInt32 {
        bits.nextWord()
    }

    package mutating func nextLong() -> UInt64 {
        bits.nextLong()
    }

    package mutating func nextDouble() -> Double {
        Double(bits.nextLong() >> 11) * 0x1p-53
    }

    /// A single-precision number in [0, 1).
    package mutating func nextFloat() -> Float {
        Float(bits.nextWord() >> 8) * 0x1p-24
    }

    /// A normal number by Marsaglia and Tsang's ziggurat.
    package mutating func standardNormal() -> Double {
        let ziggurat = NormalZiggurat.shared
        while true {
            let draw = bits.nextLong()
            let layer = Int(draw & 0xFF)
            let magnitude = draw >> 9 & 0xF_FFFF_FFFF_FFFF
            let x = Double(magnitude) * ziggurat.widths[layer]
            let isAccepted =
                magnitude < ziggurat.limits[layer]
                || (layer > 0 && isUnderCurve(x, layer, nextHeight: nextDouble()))
            if isAccepted { return draw & 0x100 == 0 ? x : -x }
            if layer == 0 { return normalTail(isNegative: magnitude & 0x100 != 0) }
        }
    }

    /// A single-precision normal number by the same ziggurat.
    package mutating func standardNormalFloat() -> Float {
        let ziggurat = NormalZiggurat.shared
        while true {
            let draw = bits.nextWord()
            let layer = Int(draw & 0xFF)
            let magnitude = draw >> 9
            let x = Float(magnitude) * Float(ziggurat.widths[layer] * 0x1p29)
            if magnitude < ziggurat.shortLimits[layer]
                || (layer > 0 && isUnderCurve(x, layer, nextHeight: nextFloat()))
            {
                return draw & 0x100 == 0 ? x : -x
            }
            if layer == 0 { return normalTailFloat(isNegative: magnitude & 0x100 != 0) }
        }
    }

    private func isUnderCurve(_ x: Double, _ layer: Int, nextHeight: Double) -> Bool {
        let heights = NormalZiggurat.shared.heights
        let height = (heights[layer - 1] - heights[layer]) * nextHeight + heights[layer]
        return height < libmExp(-0.5 * x * x)
    }

    private func isUnderCurve(_ x: Float, _ layer: Int, nextHeight: Float) -> Bool {
        let heights = NormalZiggurat.shared.heights
        let upper = Float(heights[layer - 1])
        let lower = Float(heights[layer])
        return Double((upper - lower) * nextHeight + lower)
            < libmExp(-0.5 * Double(x) * Double(x))
    }

    private mutating func normalTail(isNegative: Bool) -> Double {
        while true {
            let x = -NormalZiggurat.inverseTail * libmLog1p(-nextDouble())
            let y = -libmLog1p(-nextDouble())
            guard y + y > x * x else { continue }
            return isNegative ? -(NormalZiggurat.tail + x) : NormalZiggurat.tail + x
        }
    }

    private mutating func normalTailFloat(isNegative: Bool) -> Float {
        let tail = Float(NormalZiggurat.tail)
        while true {
            let x = -Float(NormalZiggurat.inverseTail) * libmLog1p(-nextFloat())
            let y = -libmLog1p(-nextFloat())
            guard y + y > x * x else { continue }
            return isNegative ? -(tail + x) : tail + x
        }
    }
}
