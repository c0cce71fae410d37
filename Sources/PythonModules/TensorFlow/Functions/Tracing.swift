import PythonRuntime
import Tensors

/// What is known while a `tf.function`, or a step that a model compiles, runs: whether it is being traced, under which
/// names its tensors print, and where its random operations get their seeds.
final class Tracing {
    /// A tensor that stands for a symbolic one while its function is traced.
    struct Symbol {
        let tensor: Tensor
        /// The operation that gives it, and which of its results it is.
        let name: String
        var output = 0
        let shape: [Int?]

        /// `Tensor("x:0", shape=(2,), dtype=float32)`.
        var text: String {
            "Tensor(\"\(fullName)\", shape=\(ShapeType.text(shape)), dtype=\(tensor.dtype.name))"
        }

        /// `<tf.Tensor 'x:0' shape=(2,) dtype=float32>`.
        var representation: String {
            "<tf.Tensor '\(fullName)' shape=\(ShapeType.text(shape)) dtype=\(tensor.dtype.name)>"
        }

        /// `x:0`.
        var fullName: String { "\(name):\(output)" }

        /// The tensor as an operation's inputs name it: `x`, `split:1`.
        var inputName: String { output == 0 ? name : fullName }
    }

    /// Whether functions run as if they were not traced: `tf.config.run_functions_eagerly`.
    var runsEagerly = false
    /// The runs under way, innermost last.
    private(set) var runs: [TracedRun] = []
    /// The run that is a first one, whose operations get names; nil where none is traced.
    private(set) var current: TracedRun?

    static func of(_ python: Interpreter) -> Tracing {
        python.state(Tracing.self) { _ in Tracing() }
    }

    /// Whether a function is running.
    var isInside: Bool { !runs.isEmpty }

    /// Notes that a variable is being made, which a function may do in its first trace only.
    func noteVariable(in python: Interpreter) throws {
        guard let run = runs.last, run.random != nil else { return }
        guard run.isFirst, !run.refusesVariables else {
            throw python.valueError(
                "tf.function only supports singleton tf.Variables created on the first call. Make sure the tf.Variable is only created once or created outside tf.function. See https://www.tensorflow.org/guide/function#creating_tfvariables for more information."
            )
        }
        run.madeVariables = true
    }

    /// The symbol that a tensor stands for; nil outside a tracing.
    func symbol(for tensor: Tensor) -> Symbol? { current?.symbol(for: tensor) }

    /// The symbol of a value that is a tensor.
    func symbol(of value: Value) -> Symbol? {
        guard let current, let object = value.object as? TensorObject else { return nil }
        return current.symbol(for: object.tensor)
    }

    /// Does what an operation does; where a function is traced, names its result, and words its mistakes as graphs do.
    @inline(__always)
    func operation(
        _ name: String, _ a: Value, _ body: () throws -> Value
    ) throws -> Value {
        guard let current else { return try body() }
        return try current.operation(name, [a], body)
    }

    /// Does what an operation on two values does.
    @inline(__always)
    func operation(
        _ name: String, _ a: Value, _ b: Value, _ body: () throws -> Value
    ) throws -> Value {
        guard let current else { return try body() }
        return try current.operation(name, [a, b], body)
    }

    /// Runs `body` as a function; what it prints is heard only while it is traced.
    func running<R>(_ run: TracedRun, in python: Interpreter, _ body: () throws -> R) rethrows -> R
    {
        let (output, outer) = (python.output, current)
        let type = ArrayTypes.of(python).eagerTensor
        let name = type.messageName
        runs.append(run)
        current = run.isFirst ? run : nil
        if run.isFirst {
            type.messageName = "SymbolicTensor"
        } else {
            python.output.stdout = { _ in }
        }
        defer {
            python.output = output
            runs.removeLast()
            current = outer
            type.messageName = name
        }
        return try body()
    }

    /// Runs `body` as graphs run Python: with tensors that have values.
    func pausing<R>(_ body: () throws -> R) rethrows -> R {
        let outer = current
        current = nil
        defer { current = outer }
        return try body()
    }
}
