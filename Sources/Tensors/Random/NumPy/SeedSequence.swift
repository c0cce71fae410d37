/// NumPy's `SeedSequence`: mixes any entropy into a pool of four words and draws seeds from it.
package struct SeedSequence: Sendable {
    private static let poolSize = 4
    private var pool: [UInt32] = []

    /// The pool of `entropy`, the words of the seeds lowest first, and of the path of spawned children.
    package init(entropy: [UInt32], spawnKey: [UInt32] = []) {
        var entropy = entropy.isEmpty ? [0] : entropy
        if !spawnKey.isEmpty {
            // Zeros keep a child's words apart from a longer entropy.
            let missing = max(Self.poolSize - entropy.count, 0)
            entropy += Array(repeating: 0, count: missing) + spawnKey
        }
        mix(entropy)
    }

    private mutating func mix(_ entropy: [UInt32]) {
        var hash = WordHash(seed: 0x43B0_D7E5, multiplier: 0x931E_8875)
        pool = (0..<Self.poolSize).map { index in
            hash.next(index < entropy.count ? entropy[index] : 0)
        }
        for source in pool.indices {
            for target in pool.indices where target != source {
                pool[target] = Self.mixed(pool[target], hash.next(pool[source]))
            }
        }
        for word in entropy.dropFirst(Self.poolSize) {
            for target in pool.indices {
                pool[target] = Self.mixed(pool[target], hash.next(word))
            }
        }
    }

    private static func mixed(_ x: UInt32, _ y: UInt32) -> UInt32 {
        let product = 0xCA01_F9DD &* x &- 0x4973_F715 &* y
        return product ^ (product >> 16)
    }

    /// `generate_state(count)`: 32-bit words.
    package func words(_ count: Int) -> [UInt32] {
        var hash = WordHash(seed: 0x8B51_F9DD, multiplier: 0x58F3_8DED)
        return (0..<count).map { hash.next(pool[$0 % Self.poolSize]) }
    }

    /// `generate_state(count, np.uint64)`: each made of two words, the lower first.
    package func longWords(_ count: Int) -> [UInt64] {
        let words = words(2 * count)
        return (0..<count).map { UInt64(words[2 * $0]) | UInt64(words[2 * $0 + 1]) << 32 }
    }
}

/// A word hash whose constant changes with every word.
private struct WordHash {
    var seed: UInt32
    let multiplier: UInt32

    mutating func next(_ word: UInt32) -> UInt32 {
        let mixed = word ^ seed
        seed = seed &* multiplier
        let product = mixed &* seed
        return product ^ (product >> 16)
    }
}
