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
        /// Whether the function was given it.
        var isArgument = false

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

    /// Whether a function runs for elements that stand for others, so that Python's own functions in it must not.
    var isProbing = false
    /// Whether functions run as if they were not traced: `tf.config.run_functions_eagerly`.
    var runsEagerly = false
    /// The runs under way, innermost last.
    private(set) var runs: [TracedRun] = []
    /// The run that is a first one, whose operations get names; nil where none is traced.
    private(set) var current: TracedRun?

    static func of(_ python: Interpreter) -> Tracing {
        python.state(Tracing.self) { Tracing($0) }
    }

    private unowned let python: Interpreter

    private init(_ python: Interpreter) { self.python = python }

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

    /// The truth of a value that a function of TensorFlow's may ask for, symbolic or not.
    func truth(of value: Value, in python: Interpreter) throws -> Bool {
        try pausing { try python.isTrue(value) }
    }

    /// Refuses the truth of a symbolic tensor where AutoGraph does not see who asks for it.
    func requireTruth(of value: Value) throws {
        guard let current, symbol(of: value) != nil else { return }
        guard python.construct != .condition || !current.convertsConditions else { return }
        throw refusal("Using a symbolic `tf.Tensor` as a Python `bool`")
    }

    /// Refuses the items of a symbolic tensor outside of `for` statements.
    func requireItems(of value: Value) throws {
        guard let current, symbol(of: value) != nil else { return }
        guard python.construct != .loop || !current.convertsConditions else { return }
        throw refusal("Iterating over a symbolic `tf.Tensor`")
    }

    private func refusal(_ deed: String) -> PythonError {
        python.error(
            TensorFlowErrors.of(python).notInGraphs,
            [
                .string(
                    "\(deed) is not allowed. You can attempt the following resolutions to the problem: If you are running in Graph mode, use Eager execution mode or decorate this function with @tf.function. If you are using AutoGraph, you can try decorating this function with @tf.function. If that does not work, then you may be using an unsupported feature or your source code may not be visible to AutoGraph. See https://github.com/tensorflow/tensorflow/blob/master/tensorflow/python/autograph/g3doc/reference/limitations.md#access-to-source-code for more information.",
                    in: python)
            ])
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
            python.output.stdout = { text in if run.repeatedLoops == 0 { output.stdout(text) } }
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
