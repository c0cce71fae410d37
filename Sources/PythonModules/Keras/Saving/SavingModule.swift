import NeuralNetworks
import PythonRuntime

/// What Keras has for keeping models: its Python, and where its names are found.
final class SavingModule {
    /// Objects as configurations, models as configurations, variables in groups, HDF5 files of old, and files.
    private let parts: [ModuleObject]

    static func of(_ python: Interpreter) throws -> SavingModule {
        let holder = python.state(Holder.self) { _ in Holder() }
        if let known = holder.module { return known }
        let made = try SavingModule(python)
        holder.module = made
        return made
    }

    private final class Holder {
        var module: SavingModule?
    }

    private init(_ python: Interpreter) throws {
        let native = ModuleBuilder("keras.src.saving.native", pythonWording: true, in: python)
        SavingFunctions.define(native)
        ArchiveFunctions.define(native)
        var known: [(String, Value)] = [("_native", .object(native.module))]
        var parts: [ModuleObject] = []
        // Each may use the ones before it, by these names.
        for (name, path, source) in [
            ("configurations", "serialization_lib", PackageResources.kerasconfig_py),
            ("graphs", "functional_lib", PackageResources.kerasgraphs_py),
            ("states", "variables_lib", PackageResources.kerasstate_py),
            ("legacy", "legacy.hdf5_format", PackageResources.kerash5_py),
            ("checkpoints", "checkpoint_lib", PackageResources.kerascheckpoints_py),
            ("files", "saving_lib", PackageResources.kerassaving_py),
        ] {
            let module = try TrainingModules.source(
                "saving.\(path)", source, with: known, in: python)
            known.append((name, .object(module)))
            parts.append(module)
        }
        self.parts = parts
    }

    /// A function of any part.
    func function(_ name: String) -> Value {
        parts.lazy.compactMap { $0.namespace[name] }.first ?? .none
    }

    /// What the program gave a name in `custom_object_scope`, `get_custom_objects` or by registering it; nil for
    /// other names.
    static func customObject(_ name: String, in python: Interpreter) throws -> Value? {
        guard let module = python.state(Holder.self, { _ in Holder() }).module else { return nil }
        let found = try python.call(
            module.function("_custom"), [.string(name, in: python)])
        return found.isNone ? nil : found
    }

    /// Where each public name leads: the module's path, then the names with what they are called inside.
    private static let names: [String: [String: String]] = [
        "models": [
            "load_model": "load_model", "save_model": "save_model",
            "model_from_json": "model_from_json", "clone_model": "clone_model",
            "model_from_config": "model_from_description",
        ],
        "saving": [
            "load_model": "load_model", "save_model": "save_model",
            "register_keras_serializable": "register_keras_serializable",
            "custom_object_scope": "CustomObjectScope", "CustomObjectScope": "CustomObjectScope",
            "get_custom_objects": "get_custom_objects",
            "get_registered_name": "get_registered_name",
            "get_registered_object": "get_registered_object",
            "serialize_keras_object": "serialize_keras_object",
            "deserialize_keras_object": "deserialize_keras_object",
        ],
        "utils": [
            "register_keras_serializable": "register_keras_serializable",
            "custom_object_scope": "CustomObjectScope", "CustomObjectScope": "CustomObjectScope",
            "get_custom_objects": "get_custom_objects",
            "get_registered_name": "get_registered_name",
            "get_registered_object": "get_registered_object",
            "serialize_keras_object": "serialize_keras_object",
            "deserialize_keras_object": "deserialize_keras_object",
        ],
        "layers": ["serialize": "serialize_keras_object", "deserialize": "layer_named"],
    ]

    /// What a module of Keras has from here; nil for other names.
    static func attribute(
        _ name: String, of module: String, in python: Interpreter
    ) throws -> Value? {
        try names[module]?[name].map { try of(python).function($0) }
    }

    /// `tf.train`: the checkpoints.
    static func train(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.train", pythonWording: true, in: python)
        for name in [
            "Checkpoint", "CheckpointManager", "ExponentialMovingAverage", "latest_checkpoint",
        ] {
            m.module.namespace[name] = try of(python).function(name)
        }
        let messages = [
            "Example", "Feature", "Features", "BytesList", "FloatList", "Int64List",
        ]
        m.module.makeAttribute = { [unowned python] name in
            guard messages.contains(name) else { return nil }
            return try python.modules.find("tensorflow.io", in: python)?.namespace[name]
        }
        return m.module
    }

    /// `keras.saving`.
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.saving", pythonWording: true, in: python)
        for (name, own) in names["saving"] ?? [:] {
            m.module.namespace[name] = try of(python).function(own)
        }
        return m.module
    }
}

extension TypeBuilder {
    /// Defines methods that are functions of saving's Python, by their names and the functions'.
    func saves(_ methods: KeyValuePairs<String, String>) {
        for (literal, function) in methods {
            raw(literal) { python, arguments in
                try python.call(SavingModule.of(python).function(function), arguments)
            }
        }
    }
}

/// The methods of models that keep them.
enum ModelSaving {
    static func define(_ t: TypeBuilder) {
        t.saves([
            "save(self, filepath, overwrite=True, save_format=None, **kwargs)\n\nWrites the model into a file: .keras or .h5.":
                "save_model",
            "save_weights(self, filepath, overwrite=True, save_format=None, options=None)\n\nWrites the weights into a file: .weights.h5 or .h5.":
                "save_weights",
            "load_weights(self, filepath, skip_mismatch=False, by_name=False, options=None)\n\nReads the weights from a file.":
                "load_weights",
            "to_json(self, **kwargs)\n\nThe model without its weights, as JSON.": "to_json",
            "get_config(self)\n\nWhat the model is made of.": "model_config",
            "get_compile_config(self)": "get_compile_config",
            "compile_from_config(self, config)": "compile_from_config",
        ])
        t.classMethod(
            "from_config(cls, config, custom_objects=None)\n\nA model that is made with a configuration.",
            .three { python, type, config, objects in
                try python.call(
                    SavingModule.of(python).function("model_from_config"), [type, config, objects])
            })
        t.def("to_yaml(self, **kwargs)") { (python: Interpreter, _: Value, _: Value) -> Value in
            throw python.error(
                "RuntimeError",
                "Method `model.to_yaml()` has been removed due to security risk of arbitrary code execution. Please use `model.to_json()` instead."
            )
        }
        t.property("output_names") { python, value -> Value in
            let model = try ModelType.model(value, python)
            var outputs = model.graph?.outputs ?? .none
            // What is named is in the order of the names.
            if case .dictionary(let entries) = outputs {
                outputs = .dictionary(entries.sorted { $0.key < $1.key })
            }
            let names = outputs.symbols.map(\.layer.name)
            return .list(names.map { .string($0, in: python) }, in: python)
        }
        t.property("input_names") { python, value -> Value in
            let model = try ModelType.model(value, python)
            let names = model.graph?.inputs.symbols.map(\.layer.name) ?? []
            return .list(names.map { .string($0, in: python) }, in: python)
        }
    }
}
