import PythonRuntime
import Tensors

/// What is known while a `tf.function` runs: whether it is being traced, under which names its arguments
/// print, and where its random operations get their seeds.
final class Tracing {
    /// A tensor that stands for a symbolic one while its function is traced.
    struct Symbol {
        let tensor: Tensor
        let name: String
        let shape: [Int?]

        /// `Tensor("x:0", shape=(2,), dtype=float32)`.
        var text: String {
            "Tensor(\"\(name):0\", shape=\(ShapeType.text(shape)), dtype=\(tensor.dtype.name))"
        }
    }

    /// One run of a function.
    final class Run {
        let isFirst: Bool
        var symbols: [ObjectIdentifier: Symbol] = [:]
        let random: GraphStreams
        /// Where printed text really goes: `tf.print` speaks on every run.
        let output: OutputSink
        /// Whether variables were made.
        var madeVariables = false
        /// Whether no more may be made.
        var refusesVariables = false

        init(isFirst: Bool, random: GraphStreams, output: OutputSink) {
            self.isFirst = isFirst
            self.random = random
            self.output = output
        }
    }

    /// Whether functions run as if they were not traced: `tf.config.run_functions_eagerly`.
    var runsEagerly = false
    /// The runs under way, innermost last.
    private(set) var runs: [Run] = []

    static func of(_ python: Interpreter) -> Tracing {
        python.state(Tracing.self) { _ in Tracing() }
    }

    /// Whether a function is running.
    var isInside: Bool { !runs.isEmpty }

    /// Notes that a variable is being made, which a function may do in its first trace only.
    func noteVariable(in python: Interpreter) throws {
        guard let run = runs.last else { return }
        guard run.isFirst, !run.refusesVariables else {
            throw python.valueError(
                "tf.function only supports singleton tf.Variables created on the first call. Make sure the tf.Variable is only created once or created outside tf.function. See https://www.tensorflow.org/guide/function#creating_tfvariables for more information."
            )
        }
        run.madeVariables = true
    }

    /// The symbol that a tensor stands for; nil outside a tracing.
    func symbol(for tensor: Tensor) -> Symbol? {
        guard let run = runs.last, run.isFirst else { return nil }
        return run.symbols[ObjectIdentifier(tensor)]
    }

    /// Runs `body` as a function; what it prints is heard only while it is traced.
    func running<R>(_ run: Run, in python: Interpreter, _ body: () throws -> R) rethrows -> R {
        let output = python.output
        runs.append(run)
        if !run.isFirst { python.output.stdout = { _ in } }
        defer {
            python.output = output
            runs.removeLast()
        }
        return try body()
    }
}

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
        if let run = Tracing.of(python).runs.last {
            source = run.random.operation(seed: seed)
        } else {
            source = SessionRandom.of(python).session.tensorflow.operation(seed: seed)
        }
    }

    var isSeeded: Bool { source.isSeeded }

    func stream(for operation: RandomOperation, _ dtype: DType, reserving blocks: Int) -> Philox {
        source.stream(for: operation, dtype, reserving: blocks)
    }
}
