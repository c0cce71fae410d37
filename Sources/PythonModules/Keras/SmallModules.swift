import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.activations`.
enum ActivationModule {
    static let name = "keras.src.activations"

    /// The function of TensorFlow that an activation is in a model of symbols.
    static func operation(_ activation: String) -> String {
        ["tanh", "sigmoid", "softplus"].contains(activation)
            ? "tf.math.\(activation)"
            : ["relu", "softmax", "elu", "selu", "gelu"].contains(activation)
                ? "tf.nn.\(activation)" : "tf.keras.activations.\(activation)"
    }

    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder(name, pythonWording: true, in: python)
        for (name, activation) in Activation.all.sorted(by: { $0.key < $1.key }) {
            m.def("\(name)(x)") { (_: Interpreter, x: TensorLike) in try activation(x.tensor) }
        }
        m.module.namespace["silu"] = m.module.namespace["swish"]
        for name in namedOnly {
            m.module.namespace["_" + name] = m.module.namespace[name]
            m.module.namespace[name] = nil
        }
        withParameters(m)
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            guard identifier.text != nil || identifier.isNone else { return identifier }
            let activation = try ActivationArgument.from(identifier, in: python).activation
            return try function(identifier, activation, python) ?? .none
        }
        m.def("serialize(activation, use_legacy_format=False)") {
            (python: Interpreter, activation: Value, _: Value) -> Value in
            if activation.object is FunctionObject {
                return try KerasSerialization.value(activation, in: python)
            }
            return try python.getAttribute(activation, "__name__")
        }
        m.def("deserialize(name, custom_objects=None, use_legacy_format=False)") {
            (python: Interpreter, name: Value, custom: Value, _: Value) -> Value in
            if let custom = custom.object as? DictionaryObject, let text = name.text,
                let function = custom[text]
            {
                return function
            }
            return try python.callMethod(
                .object(KerasModule.of(python).subModule("activations")), "get", [name])
        }
        DispatchedFunctions.mark(m.module, isKeras: true)
        SymbolicFunctions.wrap(m.module, in: python)
        return m.module
    }

    /// The activations that are called with more than a tensor.
    private static func withParameters(_ m: ModuleBuilder) {
        m.def("relu(x, alpha=0.0, max_value=None, threshold=0.0)") {
            (_: Interpreter, x: TensorLike, alpha: Double, limit: Double?, threshold: Double) in
            try ActivationLayers.relu(x.tensor, limit: limit, slope: alpha, threshold: threshold)
        }
        m.def("elu(x, alpha=1.0)") { (_: Interpreter, x: TensorLike, alpha: Double) in
            try ActivationLayers.elu(x.tensor, scale: alpha)
        }
        m.def("softmax(x, axis=-1)") { (_: Interpreter, x: TensorLike, axis: Int) -> Tensor in
            let result = try x.tensor.softmax(axis: axis)
            result.logits = x.tensor
            return result
        }
        m.def("gelu(x, approximate=False)") {
            (python: Interpreter, x: TensorLike, approximate: Bool) in
            try x.tensor.gelu(
                approximate: approximate, inGraph: LayerContext.of(python).isCompiled)
        }
    }

    /// The function that an identifier means, which is a name or None.
    static func function(
        _ identifier: Value, _ activation: Activation, _ python: Interpreter
    ) throws -> Value? {
        guard let name = identifier.text else { return try function(activation.name, python) }
        return try function(name, python) ?? SavingModule.customObject(name, in: python)
    }

    /// The function of a name; nil for one that is not Keras'.
    static func function(_ name: String, _ python: Interpreter) throws -> Value? {
        let namespace = try KerasModule.of(python).subModule("activations").namespace
        return namespace[name] ?? (namedOnly.contains(name) ? namespace["_" + name] : nil)
    }

    /// Activations that Keras knows by their names, but has no function for.
    private static let namedOnly = ["relu6", "log_softmax", "leaky_relu", "silu"]
}

/// `keras.utils`.
enum UtilityModule {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.utils", pythonWording: true, in: python)
        m.def(
            "set_random_seed(seed)\n\nFixes what Python, NumPy, TensorFlow and Keras draw from now on."
        ) {
            (python: Interpreter, seed: Int) -> Value in
            guard let seed = UInt32(exactly: seed) else {
                throw python.valueError(
                    "Expected `seed` argument to be an integer. Received: seed=\(seed) (of type <class 'int'>)"
                )
            }
            SessionRandom.of(python).session.setRandomSeed(seed)
            return .none
        }
        TimeSeriesDataset.define(m)
        ModelPictures.define(m)
        m.module.makeAttribute = { [unowned python] name in
            try TrainingModules.utility(name, in: python)
        }
        return m.module
    }
}

/// `keras.backend`.
enum BackendModule {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.backend", pythonWording: true, in: python)
        m.def("clear_session()\n\nLets the names of layers begin anew.") {
            (python: Interpreter) -> Value in
            LayerContext.of(python).clearNames()
            return .none
        }
        BackendFunctions.define(m)
        SymbolicFunctions.wrap(m.module, in: python)
        DispatchedFunctions.mark(m.module, isKeras: true)
        m.def("floatx()") { (_: Interpreter) in "float32" }
        m.def("epsilon()") { (_: Interpreter) in 1e-7 }
        return m.module
    }
}
