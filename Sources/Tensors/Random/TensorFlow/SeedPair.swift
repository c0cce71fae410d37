/// The two seeds that TensorFlow gives a random operation: the global one and the operation's own.
package struct SeedPair: Hashable, Sendable, Codable {
    /// The key of the stream.
    let key: UInt64
    /// The high half of the stream's first counter.
    let counter: UInt64

    private static let modulus = Int(Int32.max)

    /// The pair for a global and an operation's seed; (0, 0), which means "no seed", is avoided.
    init(global: Int, operation: Int) {
        let first = Self.remainder(global)
        let second = Self.remainder(operation)
        key = first
        counter = first == 0 && second == 0 ? UInt64(Self.modulus) : second
    }

    /// A pair from entropy.
    init(_ entropy: inout SessionEntropy) {
        key = entropy.next()
        counter = entropy.next()
    }

    /// The stream's beginning.
    var stream: Philox { Philox(key: key, counterHigh: counter) }

    /// As in Python, never negative.
    private static func remainder(_ seed: Int) -> UInt64 {
        let remainder = seed % modulus
        return UInt64(remainder < 0 ? remainder + modulus : remainder)
    }
}
