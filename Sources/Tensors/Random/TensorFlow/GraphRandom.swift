/// Gives the random operations of one graph their seeds while it is traced.
package final class GraphSeeds {
    private let state: TensorFlowRandomState
    private let globalSeed: Int?
    private var count = 0

    /// The seeds of a graph traced now.
    package init(_ state: TensorFlowRandomState) {
        self.state = state
        globalSeed = state.globalSeed
    }

    /// The seeds as they can be written down.
    package struct Stored: Codable {
        fileprivate let globalSeed: Int?
        fileprivate let count: Int
    }

    package var stored: Stored { Stored(globalSeed: globalSeed, count: count) }

    /// The seeds of a graph traced before.
    package init(_ state: TensorFlowRandomState, _ stored: Stored) {
        self.state = state
        (globalSeed, count) = (stored.globalSeed, stored.count)
    }

    /// The next random operation of the graph, called with `seed=`; without one, its number among such
    /// operations is its seed.
    package func operation(seed: Int?) -> GraphRandom {
        guard let globalSeed else {
            return GraphRandom(state, seed.flatMap { state.seeds(operation: $0) })
        }
        if let seed { return GraphRandom(state, SeedPair(global: globalSeed, operation: seed)) }
        defer { count += 1 }
        return GraphRandom(state, SeedPair(global: globalSeed, operation: count))
    }
}

/// One random operation of a traced graph, which moves its stream on with every run of the graph.
package final class GraphRandom: RandomSource {
    private let state: TensorFlowRandomState
    private let seeds: SeedPair?
    private var next: Philox
    private var generation: Int

    fileprivate init(_ state: TensorFlowRandomState, _ seeds: SeedPair?) {
        self.state = state
        self.seeds = seeds
        next = (seeds ?? state.unseeded()).stream
        generation = state.generation
    }

    /// The operation as it can be written down.
    package struct Stored: Codable {
        fileprivate let seeds: SeedPair?
        fileprivate let next: Philox
        fileprivate let generation: Int
    }

    package var stored: Stored { Stored(seeds: seeds, next: next, generation: generation) }

    /// An operation of a graph traced before.
    package init(_ state: TensorFlowRandomState, _ stored: Stored) {
        self.state = state
        (seeds, next, generation) = (stored.seeds, stored.next, stored.generation)
    }

    package var isSeeded: Bool { seeds != nil }

    package func stream(
        for operation: RandomOperation, _ dtype: DType, reserving blocks: Int
    ) -> Philox {
        if generation != state.generation, let seeds {
            next = seeds.stream
            generation = state.generation
        }
        defer { next.skip(blocks) }
        return next
    }
}

/// The random operations of one traced graph in the order in which a run reaches them: each keeps its stream
/// from run to run.
package final class GraphOperations {
    private let seeds: GraphSeeds
    private var operations: [GraphRandom] = []
    private var reached = 0
    /// The graphs of the loops inside, which count their operations on their own.
    private var loops: [GraphOperations] = []
    private var reachedLoops = 0

    /// The operations of a graph traced now.
    package init(_ state: TensorFlowRandomState) { seeds = GraphSeeds(state) }

    /// The operations as they can be written down.
    package struct Stored: Codable {
        fileprivate let seeds: GraphSeeds.Stored
        fileprivate let operations: [GraphRandom.Stored]
        fileprivate let loops: [Stored]
    }

    package var stored: Stored {
        Stored(
            seeds: seeds.stored, operations: operations.map(\.stored), loops: loops.map(\.stored))
    }

    /// The operations of a graph traced before.
    package init(_ state: TensorFlowRandomState, _ stored: Stored) {
        seeds = GraphSeeds(state, stored.seeds)
        operations = stored.operations.map { GraphRandom(state, $0) }
        loops = stored.loops.map { GraphOperations(state, $0) }
    }

    /// Begins another run of the graph.
    package func restart() { (reached, reachedLoops) = (0, 0) }

    /// The operation that the run reaches next; its seed is asked for when it is traced.
    package func next(seed: @autoclosure () -> Int?) -> GraphRandom {
        defer { reached += 1 }
        if reached == operations.count { operations.append(seeds.operation(seed: seed())) }
        return operations[reached]
    }

    /// The graph of the loop that the run reaches next.
    fileprivate func nextLoop(_ state: TensorFlowRandomState) -> GraphOperations {
        defer { reachedLoops += 1 }
        if reachedLoops == loops.count { loops.append(GraphOperations(state)) }
        return loops[reachedLoops]
    }
}

extension TensorFlowRandomState {
    /// Whether a graph runs.
    package var isInGraph: Bool { graph != nil }

    /// The graph of a loop's body inside the graph that runs; nil where none does.
    package func loopGraph() -> GraphOperations? { graph?.nextLoop(self) }

    /// Runs `body` as one run of a graph: its random operations are the graph's.
    package func running<R>(_ graph: GraphOperations, _ body: () throws -> R) rethrows -> R {
        let outer = self.graph
        graph.restart()
        self.graph = graph
        defer { self.graph = outer }
        return try body()
    }
}
