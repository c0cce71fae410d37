import PythonRuntime

/// Names of Keras' modules that few notes need: written in Python, and read when one of them is first asked for.
final class LateNames {
    private var modules: [String: ModuleObject] = [:]

    /// What each module gets from which source.
    private static let names: [String: Set<String>] = [
        "metrics": [
            "FBetaScore", "F1Score", "IoU", "BinaryIoU", "MeanIoU", "OneHotIoU",
            "OneHotMeanIoU", "R2Score", "MeanRelativeError", "RecallAtPrecision",
            "PrecisionAtRecall", "SensitivityAtSpecificity", "SpecificityAtSensitivity",
        ],
        "backend": [
            "rnn", "binary_crossentropy", "categorical_crossentropy",
            "sparse_categorical_crossentropy", "binary_focal_crossentropy",
            "random_bernoulli", "random_binomial", "in_top_k", "cast_to_floatx", "foldl",
            "foldr", "get_uid", "batch_set_value", "in_test_phase", "moving_average_update",
            "normalize_batch_in_training", "batch_normalization", "spatial_2d_padding",
            "to_dense", "function", "conv1d", "conv2d", "pool2d",
        ],
        "layers": [
            "Identity", "InputSpec", "EinsumDense", "LocallyConnected1D", "LocallyConnected2D",
        ],
        "utils": ["Progbar"],
    ]

    /// The modules that have late names.
    static var paths: [String] { names.keys.sorted() }

    /// Whether the late names of a module were asked for.
    static func hasMade(_ path: String, in python: Interpreter) -> Bool {
        of(python).modules[path] != nil
    }

    private static func of(_ python: Interpreter) -> LateNames {
        python.state(LateNames.self) { _ in LateNames() }
    }

    /// Lets a module give its late names, beside those that it computes already.
    static func add(to module: ModuleObject, _ path: String, in python: Interpreter) {
        let before = module.makeAttribute
        module.makeAttribute = { [unowned python] name in
            if let found = try before?(name) { return found }
            guard names[path]?.contains(name) == true else { return nil }
            return try source(path, in: python).namespace[name]
        }
    }

    static func source(_ path: String, in python: Interpreter) throws -> ModuleObject {
        let holder = of(python)
        if let known = holder.modules[path] { return known }
        let bytes: [UInt8]
        switch path {
        case "metrics": bytes = PackageResources.kerasmetrics_py
        case "backend": bytes = PackageResources.kerasbackend_py
        case "utils": bytes = PackageResources.kerasprogress_py
        default: bytes = PackageResources.keraslayers_py
        }
        let made = try TrainingModules.source(path + ".more", bytes, in: python)
        holder.modules[path] = made
        return made
    }
}
