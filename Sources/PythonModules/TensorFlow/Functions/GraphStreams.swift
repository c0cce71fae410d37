import PythonRuntime
import Tensors

/// The random operations of one traced graph: each keeps its stream from run to run.
final class GraphStreams {
    private let seeds: GraphSeeds
    private var operations: [GraphRandom] = []
    private var next = 0

    init(_ state: TensorFlowRandomState) { seeds = GraphSeeds(state) }

    /// The streams as they can be written down.
    struct Stored: Codable {
        let seeds: GraphSeeds.Stored
        let operations: [GraphRandom.Stored]
    }

    var stored: Stored { Stored(seeds: seeds.stored, operations: operations.map(\.stored)) }

    /// The streams of a graph traced before.
    init(_ state: TensorFlowRandomState, _ stored: Stored) {
        seeds = GraphSeeds(state, stored.seeds)
        operations = stored.operations.map { GraphRandom(state, $0) }
    }

    /// Begins another run of the graph.
    func restart() { next = 0 }

    /// The operation that is reached next.
    func operation(seed: Int?) -> GraphRandom {
        defer { next += 1 }
        if next == operations.count { operations.append(seeds.operation(seed: seed)) }
        return operations[next]
    }
}

/// The source of an operation's random numbers: eager, or a graph's while a function runs.
struct OperationRandom: RandomSource {
    private let source: any RandomSource

    init(_ python: Interpreter, seed: Int?) {
        if let random = Tracing.of(python).runs.last?.random {
            source = random.operation(seed: seed)
        } else {
            source = SessionRandom.of(python).session.tensorflow.operation(seed: seed)
        }
    }

    var isSeeded: Bool { source.isSeeded }

    func stream(for operation: RandomOperation, _ dtype: DType, reserving blocks: Int) -> Philox {
        source.stream(for: operation, dtype, reserving: blocks)
    }
}
