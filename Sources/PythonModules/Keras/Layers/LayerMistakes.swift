import NeuralNetworks
import PythonRuntime
import Tensors

/// Mistakes in the use of layers as Python's exceptions.
enum LayerMistakes {
    /// Tells the layers how Python reads, prints and fails.
    static func connect(in python: Interpreter) {
        let context = LayerContext.of(python)
        context.describe = { [unowned python] value, isType in
            guard let value = value as? Value else { return "..." }
            if isType { return (try? python.repr(.object(python.type(of: value)))) ?? "..." }
            return (try? python.str(value)) ?? "..."
        }
        context.isExplained = { error in
            guard let error = error as? PythonError else { return false }
            return error.exception.attribute(explained) != nil
                || !error.exception.type.isSubtype(
                    of: error.exception.type.interpreter.types.exception("Exception"))
        }
        context.show = { [unowned python] in
            (try? python.repr($0.object(in: python))) ?? "\($0.shape)"
        }
        let tracing = Tracing.of(python)
        context.standing = { [unowned python] symbols, body in
            let run = TracedRun(
                isFirst: true, random: nil, output: tracing.runs.last?.output ?? python.output)
            for (index, symbol) in symbols.enumerated() {
                run.add(
                    Tracing.Symbol(
                        tensor: symbol.tensor,
                        name: index == 0 ? "Placeholder" : "Placeholder_\(index)",
                        shape: symbol.shape.dimensions))
            }
            try tracing.running(run, in: python, body)
        }
        context.note = { layer, inputs, results in
            guard let run = tracing.current else { return }
            for (index, tensor) in results.tensors.enumerated() {
                let place = OperationNames.place(of: layer, index, rank: tensor.rank)
                run.note([tensor], base: place.name, output: place.output, from: inputs.tensors)
            }
        }
        context.mute = { [unowned python] body in
            let output = python.output
            python.output.stdout = { _ in }
            defer { python.output = output }
            try body()
        }
    }

    /// The attribute of exceptions that tell already in which layer they happened.
    private static let explained = "_keras_call_info_injected"

    /// A mistake in the use of a layer, in Keras' words.
    static func translate(_ error: any Error, _ python: Interpreter) -> PythonError? {
        switch error {
        case let error as LayerError:
            let failure = python.error(error.exception, error.message)
            failure.exception.hints = error.hints
            return failure
        case let error as LayerCallError: return explain(error, python)
        default: return nil
        }
    }

    private static func explain(_ error: LayerCallError, _ python: Interpreter) -> PythonError {
        let inner = python.pythonError(error.cause)
        let cause = cause(inner.exception, python)
        let text = Value.string(error.message(cause), in: python)
        let failure = python.error(inner.exception.type, [text])
        failure.exception.hints = inner.exception.hints
        failure.exception.trace = inner.exception.trace
        failure.exception.setAttribute(explained, .bool(true))
        failure.exception.setAttribute(
            UserCode.toldFrames, .int(inner.exception.trace.count))
        return failure
    }

    /// What went wrong; in a graph with the calls inside of a layer that is written in Python.
    private static func cause(_ exception: ExceptionObject, _ python: Interpreter) -> String {
        let userCode = UserCode(in: python)
        let frames = Tracing.of(python).current == nil ? [] : userCode.own(exception, "  *")
        if !frames.isEmpty, exception.attribute(explained) == nil {
            return userCode.message(of: exception, frames)
        }
        return (try? python.str(.object(exception))) ?? ""
    }
}
