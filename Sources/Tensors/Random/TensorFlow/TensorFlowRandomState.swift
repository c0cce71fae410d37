/// TensorFlow's eager random state: the global seed, the source of the operations' seeds, and the
/// counters of the operations that ran.
package final class TensorFlowRandomState {
    /// The global seed of an operation that has a seed of its own while none is set.
    private static let defaultGlobalSeed = 87_654_321

    /// What `tf.random.set_seed` was given last.
    package private(set) var globalSeed: Int?
    /// How often a seed was set; each time all counters start again.
    private(set) var generation = 0
    /// How many streams came from entropy, for want of any seed.
    package private(set) var unseededStreams = 0
    /// Called for each of them.
    var onUnseededDraw: (() -> Void)?
    /// The graph whose operations run at the moment; nil while operations run one by one.
    var graph: GraphOperations?
    private var operationSeeds: PythonRandom
    private var counters: [Kernel: Philox] = [:]
    private var entropy: SessionEntropy

    fileprivate struct Kernel: Hashable, Codable {
        let operation: RandomOperation
        let dtype: DType
        let seeds: SeedPair

        /// What tells kernels apart, for an order that is the same on every run.
        var order: (String, UInt8, UInt64, UInt64) {
            (operation.rawValue, dtype.rawValue, seeds.key, seeds.counter)
        }
    }

    /// The state before any call of `set_seed`.
    package init(entropy: SessionEntropy) {
        self.entropy = entropy
        operationSeeds = PythonRandom(seed: 0)
    }

    /// The state as it can be written down.
    package struct Stored: Codable {
        fileprivate let globalSeed: Int?
        fileprivate let generation, unseededStreams: Int
        fileprivate let operationSeeds: PythonRandom
        fileprivate let kernels: [Kernel]
        fileprivate let counters: [Philox]
        fileprivate let entropy: SessionEntropy
    }

    /// The state between the runs of graphs.
    package var stored: Stored {
        get {
            let pairs = counters.sorted { $0.key.order < $1.key.order }
            return Stored(
                globalSeed: globalSeed, generation: generation, unseededStreams: unseededStreams,
                operationSeeds: operationSeeds, kernels: pairs.map(\.key),
                counters: pairs.map(\.value), entropy: entropy)
        }
        set {
            (globalSeed, generation) = (newValue.globalSeed, newValue.generation)
            (unseededStreams, entropy) = (newValue.unseededStreams, newValue.entropy)
            operationSeeds = newValue.operationSeeds
            counters = Dictionary(zip(newValue.kernels, newValue.counters)) { $1 }
        }
    }

    /// `tf.random.set_seed(seed)`.
    package func setSeed(_ seed: Int) {
        globalSeed = seed
        operationSeeds = PythonRandom(seed: seed)
        counters = [:]
        generation += 1
    }

    /// The eager operation that was called with `seed=`.
    package func operation(seed: @autoclosure () -> Int?) -> EagerRandom {
        guard let graph else { return EagerRandom(state: self, seed: seed(), traced: nil) }
        return EagerRandom(state: self, seed: nil, traced: graph.next(seed: seed()))
    }

    /// The seeds of an operation called now with `seed=`; nil if nothing is seeded.
    ///
    /// Without a seed of its own an operation draws one from the global seed's stream.
    func seeds(operation seed: Int?) -> SeedPair? {
        guard let globalSeed else {
            return seed.map { SeedPair(global: Self.defaultGlobalSeed, operation: $0) }
        }
        let operation = seed ?? operationSeeds.randint(0, Int(Int32.max))
        return SeedPair(global: globalSeed, operation: operation)
    }

    /// Seeds from entropy.
    func unseeded() -> SeedPair {
        unseededStreams += 1
        onUnseededDraw?()
        return SeedPair(&entropy)
    }

    /// The stream for one run of an eager operation with these seeds.
    func stream(
        for operation: RandomOperation, _ dtype: DType, _ seeds: SeedPair, reserving blocks: Int
    ) -> Philox {
        let kernel = Kernel(operation: operation, dtype: dtype, seeds: seeds)
        let stream = counters[kernel] ?? seeds.stream
        counters[kernel] = stream.skipping(blocks)
        return stream
    }
}

/// One eager call of a random operation.
package struct EagerRandom: RandomSource {
    let state: TensorFlowRandomState
    let seed: Int?
    /// What takes its place inside a graph.
    let traced: GraphRandom?

    package var isSeeded: Bool { traced?.isSeeded ?? (seed != nil || state.globalSeed != nil) }

    package func stream(
        for operation: RandomOperation, _ dtype: DType, reserving blocks: Int
    ) -> Philox {
        if let traced { return traced.stream(for: operation, dtype, reserving: blocks) }
        guard let seeds = state.seeds(operation: seed) else { return state.unseeded().stream }
        return state.stream(for: operation, dtype, seeds, reserving: blocks)
    }
}
