/// `Dataset.shuffle`: where the seeds of each pass over the dataset come from.
package final class DatasetShuffle {
    private let seeds: SeedPair
    private var passSeeds: PhiloxWords
    private let bufferSize: Int
    private let reshuffles: Bool
    /// Whether the order comes from a seed that the program gave.
    package let isSeeded: Bool

    /// `shuffle(buffer_size, seed, reshuffle_each_iteration)`, called now.
    package init(
        bufferSize: Int, seed: Int?, reshufflesEachIteration: Bool = true,
        _ state: TensorFlowRandomState
    ) {
        let given = state.seeds(operation: seed)
        isSeeded = given != nil
        seeds = given ?? state.unseeded()
        passSeeds = PhiloxWords(seeds.stream)
        self.bufferSize = bufferSize
        reshuffles = reshufflesEachIteration
    }

    /// The buffer of the next pass.
    package func pass<Element>(over _: Element.Type = Element.self) -> ShuffleBuffer<Element> {
        guard reshuffles else {
            return ShuffleBuffer(size: bufferSize, words: PhiloxWords(seeds.stream))
        }
        let key = UInt64(passSeeds.next())
        let counter = UInt64(passSeeds.next())
        return ShuffleBuffer(
            size: bufferSize, words: PhiloxWords(Philox(key: key, counterHigh: counter)))
    }
}

/// A ring of elements from which a random one leaves whenever a new one enters.
package struct ShuffleBuffer<Element> {
    private let size: Int
    private var words: PhiloxWords
    private var ring: [Element] = []
    private var start = 0
    private var count = 0

    fileprivate init(size: Int, words: PhiloxWords) {
        self.size = size
        self.words = words
    }

    /// The next element of the shuffled order; `pull` gives those of the original one until nil.
    package mutating func next(pulling pull: () throws -> Element?) rethrows -> Element? {
        while count < size, let element = try pull() { append(element) }
        guard count > 0 else { return nil }
        let chosen = (start + Int(words.next()) % count) % ring.count
        defer {
            ring[chosen] = ring[start]
            start = (start + 1) % ring.count
            count -= 1
        }
        return ring[chosen]
    }

    private mutating func append(_ element: Element) {
        if ring.count < size {
            ring.append(element)
        } else {
            ring[(start + count) % size] = element
        }
        count += 1
    }
}
