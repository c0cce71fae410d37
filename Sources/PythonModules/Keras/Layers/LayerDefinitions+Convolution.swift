import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    private static let weights =
        "groups=1, activation=None, use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, **kwargs"

    static let convolution: [LayerDefinition] = [
        LayerDefinition(
            "Conv1D(filters, kernel_size, strides=1, padding='valid', data_format='channels_last', dilation_rate=1, \(weights))\n\nA convolution over sequences.",
            module: "layers.convolutional.conv1d", aliases: ["Convolution1D"]
        ) { try convolution("Conv1D", 1, &$0) },
        LayerDefinition(
            "Conv2D(filters, kernel_size, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1), \(weights))\n\nA convolution over images.",
            module: "layers.convolutional.conv2d", aliases: ["Convolution2D"]
        ) { try convolution("Conv2D", 2, &$0) },
        LayerDefinition(
            "Conv3D(filters, kernel_size, strides=(1, 1, 1), padding='valid', data_format=None, dilation_rate=(1, 1, 1), \(weights))\n\nA convolution over volumes.",
            module: "layers.convolutional.conv3d", aliases: ["Convolution3D"]
        ) { try convolution("Conv3D", 3, &$0) },
    ]

    private static func convolution(
        _ name: String, _ axes: Int, _ reader: inout LayerReader
    ) throws -> Layer {
        channelsLast(&reader)
        try requireChannelsLast(reader)
        var options = try Convolution.Options(
            filters: reader.int("filters"), kernelSize: reader.ints("kernel_size", count: axes),
            strides: reader.ints("strides", count: axes),
            dilation: reader.ints("dilation_rate", count: axes))
        options.padding = try WindowPadding(name: reader.text("padding"))
        if options.padding == .causal, axes != 1 {
            throw reader.python.valueError(
                "Causal padding is only supported for `Conv1D` and `SeparableConv1D`.")
        }
        options.groups = try reader.int("groups")
        options.activation = try reader.activation("activation")
        options.usesBias = try reader.bool("use_bias")
        options.kernelInitializer = try reader.initializer("kernel_initializer")
        options.biasInitializer = try reader.initializer("bias_initializer")
        options.kernelRules = try reader.rules("kernel")
        options.biasRules = try reader.rules("bias")
        return Convolution(name, options, layer: reader.options, context: reader.context)
    }

    static func requireChannelsLast(_ reader: LayerReader) throws {
        guard try reader.text("data_format") == "channels_last" else {
            throw reader.python.error(
                "NotImplementedError", "Only data_format='channels_last' runs on a CPU.")
        }
    }

    // MARK: Pooling

    static let pooling: [LayerDefinition] =
        [
            ("Max", Pooling.Choice.maximum, "max"), ("Average", .average, "average"),
        ].flatMap { title, choice, module in
            (1...2).flatMap { axes in
                [
                    windowed(title, choice, module, axes), global(title, choice, module, axes),
                ]
            }
        }

    private static func windowed(
        _ title: String, _ choice: Pooling.Choice, _ module: String, _ axes: Int
    ) -> LayerDefinition {
        let size = axes == 1 ? "2" : "(2, 2)"
        let format = axes == 1 ? "'channels_last'" : "None"
        let short = title == "Max" ? "Max" : "Avg"
        return LayerDefinition(
            "\(title)Pooling\(axes)D(pool_size=\(size), strides=None, padding='valid', data_format=\(format), **kwargs)\n\nOne element for each window.",
            module: "layers.pooling.\(module)_pooling\(axes)d",
            config: axes == 1
                ? ["strides", "pool_size", "padding", "data_format"]
                : ["pool_size", "padding", "strides", "data_format"],
            aliases: ["\(short)Pool\(axes)D"]
        ) { reader in
            channelsLast(&reader)
            try requireChannelsLast(reader)
            let size = try reader.ints("pool_size", count: axes)
            if reader["strides"].isNone { reader.set("strides", reader["pool_size"]) }
            return try Pooling(
                "\(title)Pooling\(axes)D", choice, size: size,
                strides: reader.ints("strides", count: axes),
                padding: WindowPadding(name: reader.text("padding")), layer: reader.options,
                context: reader.context)
        }
    }

    private static func global(
        _ title: String, _ choice: Pooling.Choice, _ module: String, _ axes: Int
    ) -> LayerDefinition {
        let format = axes == 1 ? "'channels_last'" : "None"
        let hasMask = choice == .average && axes == 1
        let short = title == "Max" ? "Max" : "Avg"
        return LayerDefinition(
            "Global\(title)Pooling\(axes)D(data_format=\(format), keepdims=False, **kwargs)\n\nOne element for each channel.",
            module: "layers.pooling.global_\(module)_pooling\(axes)d",
            call: hasMask ? "call(self, inputs, mask=None)" : "call(self, inputs)",
            aliases: ["Global\(short)Pool\(axes)D"]
        ) { reader in
            channelsLast(&reader)
            try requireChannelsLast(reader)
            return GlobalPooling(
                "Global\(title)Pooling\(axes)D", choice, axes: axes,
                keepsAxes: try reader.bool("keepdims"), layer: reader.options,
                context: reader.context)
        }
    }
}
