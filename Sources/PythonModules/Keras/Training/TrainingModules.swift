import Diagnostics
import PythonRuntime

/// The modules of Keras that training needs, each made when it is first asked for.
enum TrainingModules {
    static var makers: [String: (Interpreter) throws -> ModuleObject] {
        [
            "optimizers": OptimizerTypes.module, "losses": LossTypes.module,
            "metrics": MetricTypes.module, "regularizers": RegularizerTypes.module,
            "constraints": ConstraintTypes.module,
            "callbacks": { try source("callbacks", PackageResources.kerascallbacks_py, in: $0) },
            "preprocessing": preprocessing, "saving": SavingModule.module,
            "datasets": {
                try DatasetModules.module(
                    source(
                        "datasets", PackageResources.kerasdatasets_py,
                        with: [("_native", .object(DatasetModules.native(in: $0)))], in: $0),
                    in: $0)
            },
        ]
    }

    /// `keras.preprocessing`.
    private static func preprocessing(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder(
            "keras.api._v2.keras.preprocessing", pythonWording: true, in: python)
        try m.set("sequence", Value.object(sequence(in: python)))
        try m.set(
            "text",
            Value.object(
                source("preprocessing.text", PackageResources.kerastext_py, in: python)))
        for name in ["sequence", "text"] {
            if let module = m.module.namespace[name]?.object as? ModuleObject {
                for root in ["keras", "tensorflow.keras"] {
                    python.modules.add(module, as: "\(root).preprocessing.\(name)")
                }
            }
        }
        let utilities = try KerasModule.of(python).subModule("utils")
        m.module.namespace["timeseries_dataset_from_array"] =
            utilities.namespace["timeseries_dataset_from_array"]
        return m.module
    }

    private static func sequence(in python: Interpreter) throws -> ModuleObject {
        let holder = python.state(Sources.self) { _ in Sources() }
        if let known = holder.sequence { return known }
        let made = try source(
            "preprocessing.sequence", PackageResources.kerassequence_py, in: python)
        holder.sequence = made
        return made
    }

    private final class Sources {
        var sequence, arrays: ModuleObject?
    }

    /// What `keras.utils` has from modules that are written in Python; nil for another name.
    static func utility(_ name: String, in python: Interpreter) throws -> Value? {
        switch name {
        case "pad_sequences", "Sequence":
            return try sequence(in: python).namespace[name]
        case "to_categorical", "normalize", "to_ordinal":
            let holder = python.state(Sources.self) { _ in Sources() }
            let module =
                try holder.arrays
                ?? source("utils.np_utils", PackageResources.kerasarrays_py, in: python)
            holder.arrays = module
            return module.namespace[name]
        default: return try SavingModule.attribute(name, of: "utils", in: python)
        }
    }

    /// A module of Keras that is written in Python, and what it is given by name.
    static func source(
        _ name: String, _ bytes: [UInt8], with names: [(String, Value)] = [],
        in python: Interpreter
    ) throws -> ModuleObject {
        let module = ModuleObject("keras.src." + name, in: python)
        for (name, value) in names { module.namespace[name] = value }
        let outer = python.displayed
        defer { python.displayed = outer }
        let text = String(decoding: bytes, as: UTF8.self)
        try python.run(
            SourceText(name: "keras/src/\(name.replacing(".", with: "/")).py", text: text),
            in: module.namespace)
        return module
    }
}
