import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.activations`.
enum ActivationModule {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("keras.src.activations", pythonWording: true, in: python)
        for (name, activation) in Activation.all.sorted(by: { $0.key < $1.key }) {
            m.def("\(name)(x)") { (_: Interpreter, x: TensorLike) in try activation(x.tensor) }
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            guard let name = identifier.text else { return identifier }
            _ = try ActivationArgument.from(identifier, in: python)
            return try function(name, python) ?? .none
        }
        return m.module
    }

    /// The function of a name; nil for one that is not Keras'.
    static func function(_ name: String, _ python: Interpreter) throws -> Value? {
        try KerasModule.of(python).subModule("activations").namespace[name]
    }
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
        m.def("floatx()") { (_: Interpreter) in "float32" }
        m.def("epsilon()") { (_: Interpreter) in 1e-7 }
        return m.module
    }
}
