import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    private static let scaling =
        "epsilon=0.001, center=True, scale=True, beta_initializer='zeros', gamma_initializer='ones', "

    static let normalization: [LayerDefinition] = [
        LayerDefinition(
            "LayerNormalization(axis=-1, \(scaling)beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, **kwargs)\n\nMean 0 and variance 1 for each example.",
            module: "layers.normalization.layer_normalization"
        ) { reader in
            let axes = try AxesArgument.from(reader["axis"], in: reader.python).axes ?? [-1]
            return LayerNormalization(
                axes: axes, try options(&reader), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "BatchNormalization(axis=-1, momentum=0.99, \(scaling)moving_mean_initializer='zeros', moving_variance_initializer='ones', beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, synchronized=False, **kwargs)\n\nMean 0 and variance 1 for each feature of a batch.",
            module: "layers.normalization.batch_normalization",
            call: "call(self, inputs, training=None, mask=None)",
            config: [
                "axis", "momentum", "epsilon", "center", "scale", "beta_initializer",
                "gamma_initializer", "moving_mean_initializer", "moving_variance_initializer",
                "beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint",
            ]
        ) { reader in
            let axes = try AxesArgument.from(reader["axis"], in: reader.python).axes ?? [-1]
            return BatchNormalization(
                axis: axes.first ?? -1, momentum: try reader.double("momentum"),
                try options(&reader),
                meanInitializer: try reader.initializer("moving_mean_initializer"),
                varianceInitializer: try reader.initializer("moving_variance_initializer"),
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "GroupNormalization(groups=32, axis=-1, \(scaling)beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, **kwargs)\n\nMean 0 and variance 1 for groups of each example's channels.",
            module: "layers.normalization.group_normalization"
        ) { reader in
            GroupNormalization(
                groups: try reader.int("groups"), axis: try reader.int("axis"),
                try options(&reader), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "UnitNormalization(axis=-1, **kwargs)\n\nVectors of length 1.",
            module: "layers.normalization.unit_normalization"
        ) { reader in
            let axes = try AxesArgument.from(reader["axis"], in: reader.python).axes ?? [-1]
            return FunctionLayer(
                "UnitNormalization", layer: reader.options, context: reader.context
            ) { x, _ in
                let squares = try UnaryOperation.square(x).sum(axes: axes, keeping: true)
                let floor = try BinaryOperation.maximum(
                    squares, Tensor(.float(1e-12), squares.dtype))
                return try x * UnaryOperation.reciprocalSquareRoot(floor)
            }
        },
    ]

    private static func options(_ reader: inout LayerReader) throws -> NormalizationOptions {
        var options = NormalizationOptions()
        options.epsilon = try reader.double("epsilon")
        options.shifts = try reader.bool("center")
        options.scales = try reader.bool("scale")
        options.betaInitializer = try reader.initializer("beta_initializer")
        options.gammaInitializer = try reader.initializer("gamma_initializer")
        options.betaRules = try reader.rules("beta")
        options.gammaRules = try reader.rules("gamma")
        return options
    }
}
