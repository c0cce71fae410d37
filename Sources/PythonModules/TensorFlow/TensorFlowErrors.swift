import PythonRuntime
import Tensors

/// `tf.errors`: the exception classes of TensorFlow's kernels, and the engine's mistakes as such exceptions.
final class TensorFlowErrors {
    private var classes: [String: TypeObject] = [:]
    /// What AutoGraph raises in the place of exceptions that it cannot make again.
    let stagingError: TypeObject
    /// What a graph says to who would use its tensors as values.
    let notInGraphs: TypeObject
    /// A `KeyError` whose message has several lines.
    let keyError: TypeObject

    private static let names = [
        "InvalidArgumentError", "NotFoundError", "OutOfRangeError", "UnimplementedError",
        "InternalError",
        "ResourceExhaustedError", "FailedPreconditionError", "UnknownError", "AbortedError",
        "AlreadyExistsError", "CancelledError", "DeadlineExceededError", "PermissionDeniedError",
        "DataLossError", "UnauthenticatedError",
    ]

    static func of(_ python: Interpreter) -> TensorFlowErrors {
        python.state(TensorFlowErrors.self) { TensorFlowErrors($0) }
    }

    private init(_ python: Interpreter) {
        stagingError = TypeObject(
            "StagingError", bases: [python.types.exception("Exception")],
            module: "tensorflow.python.autograph.impl.api", metatype: python.types.type,
            in: python)
        notInGraphs = TypeObject(
            "OperatorNotAllowedInGraphError", bases: [python.types.exception("TypeError")],
            module: "tensorflow.python.framework.errors_impl", metatype: python.types.type,
            in: python)
        keyError = TypeObject(
            "KeyError", bases: [python.types.exception("KeyError")], module: "builtins",
            metatype: python.types.type, in: python)
        TypeBuilder(keyError, in: python).unary(.str) { python, value -> Value in
            (value.object as? ExceptionObject)?.arguments.first ?? .none
        }
        let base = make("OpError", python.types.exception("Exception"), python)
        Self.define(TypeBuilder(base, in: python))
        for name in Self.names { _ = make(name, base, python) }
    }

    /// `X(node_def, op, message)`, whose text is the message; the engine's own carry it alone.
    private static func define(_ t: TypeBuilder) {
        func part(_ value: Value, _ place: Int) -> Value {
            let arguments = (value.object as? ExceptionObject)?.arguments ?? []
            if arguments.count >= 3 { return arguments[place] }
            return place == 2 ? arguments.first ?? .none : .none
        }
        t.unary(.str) { python, value -> String in try python.str(part(value, 2)) }
        for (place, name) in ["node_def", "op", "message"].enumerated() {
            t.property(name) { _, value in part(value, place) }
        }
    }

    private func make(_ name: String, _ base: TypeObject, _ python: Interpreter) -> TypeObject {
        let type = TypeObject(
            name, bases: [base], module: "tensorflow.python.framework.errors_impl",
            metatype: python.types.type, in: python)
        classes[name] = type
        return type
    }

    /// Whether a class is one of those of TensorFlow's kernels.
    func knows(_ type: TypeObject) -> Bool { classes[type.name] === type }

    /// The module `tf.errors`.
    func module(in python: Interpreter) throws -> ModuleObject {
        let builder = ModuleBuilder("tensorflow.errors", in: python)
        for (name, type) in classes.sorted(by: { $0.key < $1.key }) {
            try builder.set(name, Value.object(type))
        }
        return builder.module
    }

    /// A mistake of the engine in TensorFlow's words.
    static func translate(_ error: any Error, _ python: Interpreter) -> PythonError? {
        let face: FaceError
        switch error {
        case let error as TensorError: face = error.tensorFlow
        case let error as FaceError: face = error
        default: return nil
        }
        if let type = of(python).classes[face.exception] {
            return python.error(type, [.string(face.message, in: python)])
        }
        return python.error(face.exception, face.message)
    }
}
