/// The `tf.random.stateless_*` operations: the numbers are a function of two seeds alone.
package struct StatelessRandom: RandomSource {
    /// The key under which the seeds are scrambled.
    private static let scramblingKey: UInt64 = 0x0246_1E29_3EC8_F720
    private let start: Philox

    /// The operations with `seed=[first, second]`.
    package init(_ first: Int, _ second: Int) {
        var scrambler = Philox(
            key: Self.scramblingKey, counterLow: UInt64(bitPattern: Int64(first)),
            counterHigh: UInt64(bitPattern: Int64(second)))
        let words = scrambler.next()
        start = Philox(
            key: UInt64(words[1]) << 32 | UInt64(words[0]),
            counterHigh: UInt64(words[3]) << 32 | UInt64(words[2]))
    }

    package var isSeeded: Bool { true }

    package func stream(
        for operation: RandomOperation, _ dtype: DType, reserving blocks: Int
    ) -> Philox {
        start
    }
}
