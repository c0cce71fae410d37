/// The 64-bit hash with a key that TensorFlow puts texts into buckets by where that is not to be foreseen: SipHash-2-4.
struct KeyedFingerprint {
    private var v0, v1, v2, v3: UInt64

    /// The hash of a text under a key of two numbers.
    static func of(_ bytes: [UInt8], key: (UInt64, UInt64)) -> UInt64 {
        var state = KeyedFingerprint(key: key)
        let whole = bytes.count / 8 * 8
        for place in stride(from: 0, to: whole, by: 8) {
            state.take(word(bytes[place..<place + 8]))
        }
        // The last word ends with the length, of which one byte is enough.
        state.take(word(bytes[whole...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
        state.v2 ^= 0xFF
        for _ in 0..<4 { state.round() }
        return state.v0 ^ state.v1 ^ state.v2 ^ state.v3
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
    }

    /// The algorithm's own words: "somepseudorandomlygeneratedbytes".
    private init(key: (UInt64, UInt64)) {
        v0 = key.0 ^ 0x736F_6D65_7073_6575
        v1 = key.1 ^ 0x646F_7261_6E64_6F6D
        v2 = key.0 ^ 0x6C79_6765_6E65_7261
        v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    private mutating func take(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
    }

    private mutating func round() {
        func turned(_ x: UInt64, _ by: UInt64) -> UInt64 { x << by | x >> (64 - by) }
        v0 = v0 &+ v1
        v1 = turned(v1, 13) ^ v0
        v0 = turned(v0, 32)
        v2 = v2 &+ v3
        v3 = turned(v3, 16) ^ v2
        v0 = v0 &+ v3
        v3 = turned(v3, 21) ^ v0
        v2 = v2 &+ v1
        v1 = turned(v1, 17) ^ v2
        v2 = turned(v2, 32)
    }
}
