import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras`, which is `tensorflow.keras` too: one module under both names.
final class KerasModule {
    static let version = "2.15.0"
    /// The modules inside, by their path.
    static let subModulePaths = [
        "layers", "models", "initializers", "activations", "utils", "backend", "optimizers",
        "losses", "metrics", "regularizers", "constraints", "callbacks", "preprocessing",
        "datasets", "saving",
    ]

    let module: ModuleObject
    private var subModules: [String: ModuleObject] = [:]

    static func of(_ python: Interpreter) throws -> KerasModule {
        let holder = python.state(Holder.self) { _ in Holder() }
        if let keras = holder.keras { return keras }
        let keras = try KerasModule(python)
        holder.keras = keras
        return keras
    }

    private final class Holder {
        var keras: KerasModule?
    }

    /// Whether a module inside was needed so far.
    static func hasMade(_ path: String, in python: Interpreter) -> Bool {
        python.state(Holder.self) { _ in Holder() }.keras?.subModules[path] != nil
    }

    private unowned let python: Interpreter

    private init(_ python: Interpreter) throws {
        self.python = python
        python.errorTranslators.append(LayerMistakes.translate)
        python.errorTranslators.append(SymbolicArgument.translate)
        let m = ModuleBuilder("keras.api._v2.keras", pythonWording: true, in: python)
        module = m.module
        try m.set("__version__", Self.version)
        let layers = ModuleBuilder("keras.api._v2.keras.layers", pythonWording: true, in: python)
        LayerTypes.define(layers)
        let models = ModuleBuilder("keras.api._v2.keras.models", pythonWording: true, in: python)
        let types = LayerTypes.of(python)
        for (name, type) in [("Sequential", types.sequential), ("Model", types.model)] {
            try models.set(name, Value.object(type))
            try m.set(name, Value.object(type))
        }
        m.module.namespace["Input"] = layers.module.namespace["Input"]
        let inside: KeyValuePairs = [
            "layers": layers.module, "models": models.module,
            "initializers": InitializerType.module(in: python),
            "activations": try ActivationModule.module(in: python),
            "utils": UtilityModule.module(in: python), "backend": BackendModule.module(in: python),
        ]
        for (name, module) in inside {
            subModules[name] = module
            try m.set(name, Value.object(module))
        }
        for (name, module) in [("models", models.module), ("layers", layers.module)] {
            module.makeAttribute = { [unowned python] attribute in
                try SavingModule.attribute(attribute, of: name, in: python)
            }
        }
        LateNames.add(to: layers.module, "layers", in: python)
        if let backend = subModules["backend"] {
            LateNames.add(to: backend, "backend", in: python)
        }
        if let utilities = subModules["utils"] {
            LateNames.add(to: utilities, "utils", in: python)
        }
        LayerMistakes.connect(in: python)
        let makers = TrainingModules.makers
        module.makeAttribute = { [weak self] name in
            guard let self, makers[name] != nil else { return nil }
            return .object(try self.subModule(name))
        }
    }

    /// A class of layers that need no arguments to be activations.
    func layerType(_ name: String) throws -> Value? {
        let activations: Set = ["ReLU", "LeakyReLU", "ELU", "PReLU", "ThresholdedReLU", "Softmax"]
        return activations.contains(name) ? try subModule("layers").namespace[name] : nil
    }

    /// A module inside; those for training are made when they are first asked for.
    func subModule(_ path: String) throws -> ModuleObject {
        if let known = subModules[path] { return known }
        guard let make = TrainingModules.makers[path] else { return module }
        let made = try make(python)
        subModules[path] = made
        return made
    }
}

extension LayerContext {
    /// The context of an interpreter's layers.
    static func of(_ python: Interpreter) -> LayerContext {
        python.state(LayerContext.self) {
            LayerContext(random: SessionRandom.of($0).session, tapes: ArrayTypes.of($0).tapes)
        }
    }
}
