/// Where unseeded draws come from: a small generator (SplitMix64) with a session's seed, so that a
/// program without any seed still gives the same numbers on every run.
package struct SessionEntropy: Sendable, Codable {
    private var state: UInt64

    /// Entropy that depends on `seed` alone.
    package init(seed: UInt64) {
        state = seed
    }

    /// Entropy of the operating system, different on every run.
    package static func system() -> SessionEntropy {
        SessionEntropy(seed: .random(in: .min ... .max))
    }

    /// The entropy of one consumer, independent of what the others draw.
    package func stream(_ name: String) -> SessionEntropy {
        var mixed = SessionEntropy(seed: state)
        for byte in name.utf8 {
            mixed.state = mixed.next() ^ UInt64(byte)
        }
        return SessionEntropy(seed: mixed.next())
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// The next `count` 32-bit words.
    package mutating func words(_ count: Int) -> [UInt32] {
        (0..<count).map { _ in UInt32(truncatingIfNeeded: next() >> 32) }
    }
}
