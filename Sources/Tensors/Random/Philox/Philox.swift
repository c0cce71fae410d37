/// The counter-based generator Philox 4x32-10 behind every random number of TensorFlow on a CPU.
///
/// The stream is a function of the key and a 128-bit counter; each block of four words uses one count.
package struct Philox: Sendable, Equatable, Codable {
    /// The key.
    package let key: UInt64
    /// The low half of the counter.
    package private(set) var counterLow: UInt64
    /// The high half of the counter.
    package private(set) var counterHigh: UInt64

    /// The stream of `key` from a counter on.
    package init(key: UInt64, counterLow: UInt64 = 0, counterHigh: UInt64 = 0) {
        self.key = key
        self.counterLow = counterLow
        self.counterHigh = counterHigh
    }

    /// The block at the counter, which moves on by one.
    package mutating func next() -> SIMD4<UInt32> {
        defer { skip(1) }
        return block()
    }

    /// Moves on by `blocks` blocks.
    package mutating func skip(_ blocks: Int) {
        let (sum, carry) = counterLow.addingReportingOverflow(UInt64(blocks))
        counterLow = sum
        if carry { counterHigh &+= 1 }
    }

    /// The stream `blocks` blocks further on.
    package func skipping(_ blocks: Int) -> Philox {
        var later = self
        later.skip(blocks)
        return later
    }

    private func block() -> SIMD4<UInt32> {
        var word0 = UInt32(truncatingIfNeeded: counterLow)
        var word1 = UInt32(truncatingIfNeeded: counterLow >> 32)
        var word2 = UInt32(truncatingIfNeeded: counterHigh)
        var word3 = UInt32(truncatingIfNeeded: counterHigh >> 32)
        var keyLow = UInt32(truncatingIfNeeded: key)
        var keyHigh = UInt32(truncatingIfNeeded: key >> 32)
        for _ in 0..<10 {
            let product0 = UInt64(word0) &* 0xD251_1F53
            let product1 = UInt64(word2) &* 0xCD9E_8D57
            word0 = UInt32(truncatingIfNeeded: product1 >> 32) ^ word1 ^ keyLow
            word1 = UInt32(truncatingIfNeeded: product1)
            word2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ word3 ^ keyHigh
            word3 = UInt32(truncatingIfNeeded: product0)
            keyLow &+= 0x9E37_79B9
            keyHigh &+= 0xBB67_AE85
        }
        return SIMD4(word0, word1, word2, word3)
    }
}
