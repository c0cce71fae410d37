/// The permuted congruential generator PCG XSL-RR 128/64 behind `np.random.default_rng`.
package struct PCG64: Sendable, Codable {
    private var state: Wide
    private let increment: Wide
    private var keptWord: UInt32?

    /// The generator of a seed sequence.
    package init(_ sequence: SeedSequence) {
        let seeds = sequence.longWords(4)
        increment = Wide(
            high: seeds[2] << 1 | seeds[3] >> 63,
            low: seeds[3] << 1 | 1)
        state = Wide(high: 0, low: 0)
        step()
        state = state + Wide(high: seeds[0], low: seeds[1])
        step()
    }

    /// The next 64 bits.
    package mutating func nextLong() -> UInt64 {
        step()
        let folded = state.high ^ state.low
        let turn = state.high >> 58
        return folded >> turn | folded << ((64 - turn) & 63)
    }

    /// The next 32 bits: the low half of 64, then the high half.
    package mutating func nextWord() -> UInt32 {
        if let kept = keptWord {
            keptWord = nil
            return kept
        }
        let bits = nextLong()
        keptWord = UInt32(bits >> 32)
        return UInt32(truncatingIfNeeded: bits)
    }

    private mutating func step() {
        state = state * Self.multiplier + increment
    }

    private static let multiplier = Wide(high: 0x2360_ED05_1FC6_5DA4, low: 0x4385_DF64_9FCC_F645)
}

/// An unsigned integer of 128 bits that wraps around.
private struct Wide: Sendable, Codable {
    var high: UInt64
    var low: UInt64

    static func + (a: Wide, b: Wide) -> Wide {
        let (low, carry) = a.low.addingReportingOverflow(b.low)
        return Wide(high: a.high &+ b.high &+ (carry ? 1 : 0), low: low)
    }

    static func * (a: Wide, b: Wide) -> Wide {
        let low = a.low.multipliedFullWidth(by: b.low)
        return Wide(high: low.high &+ a.high &* b.low &+ a.low &* b.high, low: low.low)
    }
}
