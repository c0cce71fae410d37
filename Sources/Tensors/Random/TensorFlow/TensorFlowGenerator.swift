/// `tf.random.Generator` with the Philox algorithm.
package final class TensorFlowGenerator: RandomSource {
    private var next: Philox
    package let isSeeded: Bool

    /// `Generator.from_seed(seed)`.
    package init(seed: Int) {
        // A negative seed's digits go on to the left.
        let sign: UInt64 = seed < 0 ? .max : 0
        next = Philox(key: sign, counterLow: UInt64(bitPattern: Int64(seed)), counterHigh: sign)
        isSeeded = true
    }

    /// `Generator.from_state`: the counter's low and high half and the key.
    package init(state: [Int]) {
        let words = state.map { UInt64(bitPattern: Int64($0)) } + [0, 0, 0]
        next = Philox(key: words[2], counterLow: words[0], counterHigh: words[1])
        isSeeded = true
    }

    /// `Generator.from_non_deterministic_state()`.
    package init(entropy: inout SessionEntropy) {
        next = Philox(
            key: entropy.next(), counterLow: entropy.next(), counterHigh: entropy.next())
        isSeeded = false
    }

    private init(key: UInt64, isSeeded: Bool) {
        next = Philox(key: key)
        self.isSeeded = isSeeded
    }

    /// The counter's low and high half and the key, as the `state` variable holds them.
    package var state: [Int] {
        [next.counterLow, next.counterHigh, next.key].map { Int(Int64(bitPattern: $0)) }
    }

    package func stream(
        for operation: RandomOperation, _ dtype: DType, reserving blocks: Int
    ) -> Philox {
        defer { next.skip(blocks) }
        return next
    }

    /// `skip(outputs)`: as if that many numbers had been drawn.
    package func skip(_ outputs: Int) {
        next.skip(outputs * Philox.reservedBlocks)
    }

    /// `reset_from_seed(seed)`.
    package func reset(seed: Int) {
        next = TensorFlowGenerator(seed: seed).next
    }

    /// `make_seeds(count)`: int64 [2, count], a row of random keys over a row of zeros.
    package func makeSeeds(_ count: Int) -> Tensor {
        let keys = bits([count], .int64).elements(of: Int64.self)
        return Tensor(keys + Array(repeating: 0, count: count), shape: [2, count])
    }

    /// `split(count)`: generators with keys drawn from this one.
    package func split(_ count: Int) -> [TensorFlowGenerator] {
        bits([count], .int64).elements(of: Int64.self).map {
            TensorFlowGenerator(key: UInt64(bitPattern: $0), isSeeded: isSeeded)
        }
    }
}
