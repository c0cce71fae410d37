import NeuralNetworks
import PythonRuntime
import Tensors

/// A loss of Keras: a class and a function of the same numbers.
struct LossKind {
    /// The class: `MeanSquaredError`.
    let className: String
    /// The function, then its other names: `mean_squared_error`, `mse`.
    let functionNames: [String]
    /// The parameters that both take besides the usual ones, as a signature has them.
    var parameters = ""
    let make: (Interpreter, [Value]) throws -> LossFunction

    /// The name of the class's objects.
    var name: String { className == "Huber" ? "huber_loss" : functionNames[0] }
    /// The name that the function itself says.
    var functionName: String { functionNames[0] }
    var parameterNames: [String] {
        parameters.split(separator: ",").map {
            String($0.prefix { $0 != "=" }.filter { $0 != " " })
        }
    }

    /// The kind that a name of a class or a function means.
    static func named(_ name: String) -> LossKind? {
        all.first { $0.className == name || $0.functionNames.contains(name) }
    }

    static var all: [LossKind] { plain + withParameters }

    private static func plain(
        _ className: String, _ names: [String], _ function: LossFunction
    ) -> LossKind {
        LossKind(className: className, functionNames: names) { _, _ in function }
    }

    private static var plain: [LossKind] {
        [
            plain(
                "MeanSquaredError", ["mean_squared_error", "mse", "MSE"], .meanSquaredError),
            plain(
                "MeanAbsoluteError", ["mean_absolute_error", "mae", "MAE"], .meanAbsoluteError),
            plain(
                "MeanAbsolutePercentageError", ["mean_absolute_percentage_error", "mape", "MAPE"],
                .meanAbsolutePercentageError),
            plain(
                "MeanSquaredLogarithmicError", ["mean_squared_logarithmic_error", "msle", "MSLE"],
                .meanSquaredLogarithmicError),
            plain("LogCosh", ["log_cosh", "logcosh"], .logCosh),
            plain("Poisson", ["poisson"], .poisson),
            plain(
                "KLDivergence",
                ["kl_divergence", "kld", "KLD", "kullback_leibler_divergence"], .klDivergence),
            plain("Hinge", ["hinge"], .hinge),
            plain("SquaredHinge", ["squared_hinge"], .squaredHinge),
            plain("CategoricalHinge", ["categorical_hinge"], .categoricalHinge),
        ]
    }

    private static var withParameters: [LossKind] {
        [
            LossKind(
                className: "BinaryCrossentropy", functionNames: ["binary_crossentropy"],
                parameters: "from_logits=False, label_smoothing=0.0, axis=-1"
            ) { python, v in
                .binaryCrossentropy(
                    fromLogits: try python.isTrue(v[0]), labelSmoothing: try python.double(v[1]),
                    axis: try python.index(v[2]))
            },
            LossKind(
                className: "CategoricalCrossentropy", functionNames: ["categorical_crossentropy"],
                parameters: "from_logits=False, label_smoothing=0.0, axis=-1"
            ) { python, v in
                .categoricalCrossentropy(
                    fromLogits: try python.isTrue(v[0]), labelSmoothing: try python.double(v[1]),
                    axis: try python.index(v[2]))
            },
            LossKind(
                className: "SparseCategoricalCrossentropy",
                functionNames: ["sparse_categorical_crossentropy"],
                parameters: "from_logits=False, axis=-1, ignore_class=None"
            ) { python, v in
                .sparseCategoricalCrossentropy(
                    fromLogits: try python.isTrue(v[0]),
                    ignoredClass: try Int?.from(v[2], in: python),
                    axis: try python.index(v[1]))
            },
            LossKind(
                className: "CosineSimilarity", functionNames: ["cosine_similarity"],
                parameters: "axis=-1"
            ) { python, v in .cosineSimilarity(axis: try python.index(v[0])) },
            LossKind(
                className: "Huber", functionNames: ["huber", "huber_loss"], parameters: "delta=1.0"
            ) { python, v in .huber(delta: try python.double(v[0])) },
            LossKind(
                className: "BinaryFocalCrossentropy", functionNames: ["binary_focal_crossentropy"],
                parameters:
                    "apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1"
            ) { python, v in
                .binaryFocalCrossentropy(
                    balancing: try python.isTrue(v[0]), alpha: try python.double(v[1]),
                    gamma: try python.double(v[2]), fromLogits: try python.isTrue(v[3]),
                    labelSmoothing: try python.double(v[4]), axis: try python.index(v[5]))
            },
            LossKind(
                className: "CategoricalFocalCrossentropy",
                functionNames: ["categorical_focal_crossentropy"],
                parameters: "alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1"
            ) { python, v in
                .categoricalFocalCrossentropy(
                    alpha: try python.double(v[0]), gamma: try python.double(v[1]),
                    fromLogits: try python.isTrue(v[2]), labelSmoothing: try python.double(v[3]),
                    axis: try python.index(v[4]))
            },
        ]
    }
}
