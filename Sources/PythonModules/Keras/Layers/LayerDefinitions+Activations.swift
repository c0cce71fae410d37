import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    static let activations: [LayerDefinition] = [
        LayerDefinition(
            "Activation(activation, **kwargs)\n\nAn activation of each element.",
            module: "layers.core.activation"
        ) { reader in
            ActivationLayers.activation(
                try reader.activation("activation"), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ReLU(max_value=None, negative_slope=0.0, threshold=0.0, **kwargs)\n\nNegative elements become zero.",
            module: "layers.activation.relu"
        ) { reader in
            let limit = try reader["max_value"].isNone ? nil : reader.double("max_value")
            let slope = try reader.double("negative_slope")
            let threshold = try reader.double("threshold")
            for (name, value) in [("negative_slope", slope), ("threshold", threshold)] {
                reader.set(
                    name,
                    Tensor(.float(value), .float32).array(in: reader.python))
            }
            return ActivationLayers.relu(
                limit: limit, slope: slope, threshold: threshold, layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "LeakyReLU(alpha=0.3, **kwargs)\n\nNegative elements become small.",
            module: "layers.activation.leaky_relu"
        ) { reader in
            let slope = try reader.double("alpha")
            reader.set("alpha", .float(Double(Float(slope))))
            return ActivationLayers.leakyReLU(
                slope: slope, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ELU(alpha=1.0, **kwargs)\n\nNegative elements approach -alpha.",
            module: "layers.activation.elu"
        ) { reader in
            ActivationLayers.elu(
                scale: try reader.double("alpha"), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ThresholdedReLU(theta=1.0, **kwargs)\n\nElements up to theta become zero.",
            module: "layers.activation.thresholded_relu"
        ) { reader in
            ActivationLayers.thresholdedReLU(
                threshold: try reader.double("theta"), layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "Softmax(axis=-1, **kwargs)\n\nExponentials that sum to one.",
            module: "layers.activation.softmax", call: "call(self, inputs, mask=None)"
        ) { reader in
            ActivationLayers.softmax(
                axes: try AxesArgument.from(reader["axis"], in: reader.python).axes ?? [-1],
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "PReLU(alpha_initializer='zeros', alpha_regularizer=None, alpha_constraint=None, shared_axes=None, **kwargs)\n\nNegative elements are scaled by learnt factors.",
            module: "layers.activation.prelu"
        ) { reader in
            PReLU(
                initializer: try reader.initializer("alpha_initializer"),
                rules: try reader.rules("alpha"),
                sharedAxes: try AxesArgument.from(reader["shared_axes"], in: reader.python).axes
                    ?? [], layer: reader.options, context: reader.context)
        },
    ]

    static let noise: [LayerDefinition] = [
        LayerDefinition(
            "SpatialDropout1D(rate, **kwargs)\n\nDrops whole channels of sequences while training.",
            module: "layers.regularization.spatial_dropout1d", call: regularization,
            config: ["rate", "noise_shape", "seed"]
        ) { reader in
            try Dropout(
                "SpatialDropout1D", rate: reader.double("rate"), sharing: .steps,
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "GaussianNoise(stddev, seed=None, **kwargs)\n\nAdds normal noise while training.",
            module: "layers.regularization.gaussian_noise", call: regularization
        ) { reader in
            NoiseLayers.gaussianNoise(
                deviation: try reader.double("stddev"), seed: try reader.optionalInt("seed"),
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "GaussianDropout(rate, seed=None, **kwargs)\n\nMultiplies by normal noise while training.",
            module: "layers.regularization.gaussian_dropout", call: regularization
        ) { reader in
            NoiseLayers.gaussianDropout(
                rate: try reader.double("rate"), seed: try reader.optionalInt("seed"),
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "AlphaDropout(rate, noise_shape=None, seed=None, **kwargs)\n\nDropout that keeps mean and variance.",
            module: "layers.regularization.alpha_dropout", call: regularization,
            config: ["rate", "seed"]
        ) { reader in
            NoiseLayers.alphaDropout(
                rate: try reader.double("rate"), seed: try reader.optionalInt("seed"),
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ActivityRegularization(l1=0.0, l2=0.0, **kwargs)\n\nAdds a penalty on its inputs to the loss.",
            module: "layers.regularization.activity_regularization"
        ) { reader in
            NoiseLayers.activityRegularization(
                l1: try reader.double("l1"), l2: try reader.double("l2"), layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "Masking(mask_value=0.0, **kwargs)\n\nLeaves out steps whose features all have one value.",
            module: "layers.core.masking"
        ) { reader in
            Masking(
                value: try reader.double("mask_value"), layer: reader.options,
                context: reader.context)
        },
    ]
}
