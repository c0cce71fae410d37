import NeuralNetworks
import PythonRuntime
import Tensors

/// What `**kwargs` of a layer may hold, and the mistake where it holds something else.
enum LayerArguments {
    /// The keywords that every layer takes.
    private static let known: Set<String> = [
        "name", "dtype", "trainable", "dynamic", "input_shape", "batch_input_shape", "input_dim",
        "weights", "autocast", "batch_size", "input_length", "implementation",
        "activity_regularizer",
        "zero_output_for_mask", "time_major",
    ]

    /// The options in the keywords of a layer whose own parameters are `parameters`.
    static func options(
        _ keywords: Value, parameters: [String], in python: Interpreter
    ) throws -> LayerOptions {
        var options = LayerOptions()
        guard let dictionary = keywords.object as? DictionaryObject else { return options }
        for (key, value) in dictionary.items {
            let name = key.text ?? ""
            guard known.contains(name) else { throw unknown(name, parameters, python) }
            switch name {
            case "name": options.name = value.text
            case "dtype":
                if !value.isNone { options.dtype = try DTypeArgument.from(value, in: python).dtype }
            case "trainable": options.isTrainable = try python.isTrue(value)
            case "input_shape": options.inputShape = try ShapeType.dimensions(value, in: python)
            case "batch_input_shape":
                options.inputShape = (try ShapeType.dimensions(value, in: python)).map {
                    Array($0.dropFirst())
                }
            default: break
            }
        }
        return options
    }

    /// Keras raises with two arguments, so that the message is their tuple.
    private static func unknown(
        _ name: String, _ parameters: [String], _ python: Interpreter
    ) -> PythonError {
        let failure = python.error(
            python.types.exception("TypeError"),
            [.string("Keyword argument not understood:", in: python), .string(name, in: python)])
        if let near = python.nearest(name, among: (parameters + known).sorted()) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        return failure
    }
}

/// An activation: a name, None for none, or any function of a tensor.
struct ActivationArgument: FromPython {
    let activation: Activation

    static func from(_ value: Value, in python: Interpreter) throws -> ActivationArgument {
        if value.isNone { return ActivationArgument(activation: .linear) }
        if let name = value.text {
            if let known = Activation.all[name] { return ActivationArgument(activation: known) }
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
        throw python.valueError(
            "Could not interpret initializer identifier: \(try python.repr(value))")
    }
}
