import NeuralNetworks
import PythonRuntime
import Tensors

/// An activation: a name, None for none, or any function of a tensor.
struct ActivationArgument: FromPython {
    let activation: Activation

    static func from(_ value: Value, in python: Interpreter) throws -> ActivationArgument {
        if value.isNone { return ActivationArgument(activation: .linear) }
        if let name = value.text {
            if let known = Activation.all[name] { return ActivationArgument(activation: known) }
            if let own = try SavingModule.customObject(name, in: python) {
                return ActivationArgument(activation: calling(own, python))
            }
            if let type = try KerasModule.of(python).layerType(name) {
                return ActivationArgument(activation: calling(try python.call(type), python))
            }
            let failure = python.valueError(
                "Unknown activation function '\(name)' cannot be deserialized.")
            if let near = python.nearest(name, among: Activation.all.keys.sorted()) {
                failure.exception.hints.append("did you mean `\(near)`?")
            }
            throw failure
        }
        if let native = value.object as? NativeFunction, let known = Activation.all[native.name] {
            return ActivationArgument(activation: known)
        }
        guard python.isCallable(value) else {
            throw python.typeError(
                "Could not interpret activation function identifier: \(try python.str(value))")
        }
        return ActivationArgument(activation: calling(value, python))
    }

    /// An activation that calls Python.
    private static func calling(_ function: Value, _ python: Interpreter) -> Activation {
        let call = PythonCall(function: function, python: python)
        return Activation("function") { x in
            try TensorType.tensor(
                call.python.call(call.function, [x.object(in: call.python)]), call.python)
        }
    }

    /// Stays on the interpreter's thread like every Python value; layers run nowhere else.
    private struct PythonCall: @unchecked Sendable {
        let function: Value
        let python: Interpreter
    }
}

/// An initialiser: a name, an object or a class of `keras.initializers`.
struct InitializerArgument: FromPython {
    let initializer: Initializer

    static func from(_ value: Value, in python: Interpreter) throws -> InitializerArgument {
        if let object = value.object as? InitializerObject {
            return InitializerArgument(initializer: object.initializer)
        }
        if let name = value.text {
            if let known = Initializer.named(name) {
                return InitializerArgument(initializer: known)
            }
            if let own = try SavingModule.customObject(name, in: python) {
                return try from(own, in: python)
            }
            let failure = python.valueError(
                "Unknown initializer: '\(name)'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details."
            )
            if let near = python.nearest(name, among: Initializer.kinds.map(\.name)) {
                failure.exception.hints.append("did you mean `\(near)`?")
            }
            throw failure
        }
        if let type = value.object as? TypeObject,
            let made = try python.call(.object(type)).object as? InitializerObject
        {
            return InitializerArgument(initializer: made.initializer)
        }
        if python.isCallable(value) {
            return InitializerArgument(initializer: calling(value, python))
        }
        throw python.valueError(
            "Could not interpret initializer identifier: \(try python.repr(value))")
    }

    /// An initialiser that calls Python: `f(shape, dtype=…)`.
    private static func calling(_ value: Value, _ python: Interpreter) -> Initializer {
        let function =
            (value.object as? TypeObject).flatMap { try? python.call(.object($0)) } ?? value
        return Initializer(python.typeName(function)) { shape, dtype in
            let lengths = Value.tuple(shape.dimensions.map(Value.int), in: python)
            let made = try python.call(
                function, [lengths], keywords: [("dtype", DTypeType.value(dtype, in: python))])
            return try ArrayReader.tensor(made, dtype, face: .tensorFlow, in: python)
        }
    }
}
