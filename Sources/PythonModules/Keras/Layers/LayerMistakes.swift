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
        let cause = (try? python.str(.object(inner.exception))) ?? ""
        let text = Value.string(error.message(cause), in: python)
        let failure = python.error(inner.exception.type, [text])
        failure.exception.hints = inner.exception.hints
        failure.exception.trace = inner.exception.trace
        failure.exception.setAttribute(explained, .bool(true))
        return failure
    }
}
