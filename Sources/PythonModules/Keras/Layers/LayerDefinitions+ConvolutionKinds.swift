import NeuralNetworks
import PythonRuntime
import Tensors

/// The convolutions beside the plain ones: backwards, channel by channel, and inside an LSTM.
extension LayerDefinitions {
    static let convolutionKinds: [LayerDefinition] = transposed + depthwise + separable + recurrent

    /// How parameters look that have one number for each axis.
    private static func ones(_ axes: Int) -> String {
        axes == 1 ? "1" : "(" + [String](repeating: "1", count: axes).joined(separator: ", ") + ")"
    }

    private static func format(_ axes: Int) -> String { axes == 1 ? "'channels_last'" : "None" }

    /// What `get_config` of the convolutions begins with.
    private static let windowConfig = [
        "kernel_size", "strides", "padding", "data_format", "dilation_rate", "groups",
    ]
    private static let kernelConfig = [
        "activation", "use_bias", "kernel_initializer", "bias_initializer", "kernel_regularizer",
        "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint",
    ]

    private static let transposedConfig: [String] =
        ["filters"] + windowConfig + kernelConfig + ["output_padding"]
    private static let depthwiseConfig: [String] =
        windowConfig + [
            "activation", "use_bias", "bias_initializer", "bias_regularizer",
            "activity_regularizer", "bias_constraint", "depth_multiplier", "depthwise_initializer",
            "depthwise_regularizer", "depthwise_constraint",
        ]
    private static let separableConfig: [String] =
        ["filters"] + windowConfig + kernelConfig + [
            "depth_multiplier", "depthwise_initializer", "pointwise_initializer",
            "depthwise_regularizer", "pointwise_regularizer", "depthwise_constraint",
            "pointwise_constraint",
        ]

    // MARK: Backwards

    private static let transposed: [LayerDefinition] = (1...2).map {
        (axes: Int) -> LayerDefinition in
        let name = "Conv\(axes)DTranspose"
        return LayerDefinition(
            "\(name)(filters, kernel_size, strides=\(ones(axes)), padding='valid', output_padding=None, data_format=\(format(axes)), dilation_rate=\(ones(axes)), activation=None, use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, **kwargs)\n\nA convolution backwards: every element is spread over a window.",
            module: "layers.convolutional.conv\(axes)d_transpose",
            config: transposedConfig,
            aliases: ["Convolution\(axes)DTranspose"]
        ) { reader in
            var options = try convolutionOptions(&reader, axes, filters: reader.int("filters"))
            options.kernelInitializer = try reader.initializer("kernel_initializer")
            options.kernelRules = try reader.rules("kernel")
            let padding =
                reader["output_padding"].isNone
                ? nil : try reader.ints("output_padding", count: axes)
            return try TransposedConvolution(
                name, options, outputPadding: padding, layer: reader.options,
                context: reader.context)
        }
    }

    /// What all kinds have in common.
    private static func convolutionOptions(
        _ reader: inout LayerReader, _ axes: Int, filters: Int
    ) throws -> Convolution.Options {
        channelsLast(&reader)
        try requireChannelsLast(reader)
        if reader["groups"].isNone { reader.set("groups", .int(1)) }
        var options = try Convolution.Options(
            filters: filters, kernelSize: reader.ints("kernel_size", count: axes),
            strides: reader.ints("strides", count: axes),
            dilation: reader.ints("dilation_rate", count: axes))
        options.padding = try WindowPadding(name: reader.text("padding"))
        options.activation = try reader.activation("activation")
        options.usesBias = try reader.bool("use_bias")
        options.biasInitializer = try reader.initializer("bias_initializer")
        options.biasRules = try reader.rules("bias")
        return options
    }

    // MARK: Channel by channel

    private static let depthwise: [LayerDefinition] = (1...2).map {
        (axes: Int) -> LayerDefinition in
        let name = "DepthwiseConv\(axes)D"
        return LayerDefinition(
            "\(name)(kernel_size, strides=\(ones(axes)), padding='valid', depth_multiplier=1, data_format=None, dilation_rate=\(ones(axes)), activation=None, use_bias=True, depthwise_initializer='glorot_uniform', bias_initializer='zeros', depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, bias_constraint=None, **kwargs)\n\nA convolution of every channel by itself.",
            module: "layers.convolutional.depthwise_conv\(axes)d",
            config: depthwiseConfig
        ) { reader in
            // The number of filters follows from the input.
            var options = DepthwiseConvolution.Options(
                try convolutionOptions(&reader, axes, filters: 1))
            options.multiplier = try reader.int("depth_multiplier")
            options.depthwiseInitializer = try reader.initializer("depthwise_initializer")
            options.depthwiseRules = try reader.rules("depthwise")
            return DepthwiseConvolution(
                name, options, layer: reader.options, context: reader.context)
        }
    }

    private static let separable: [LayerDefinition] = (1...2).map {
        (axes: Int) -> LayerDefinition in
        let name = "SeparableConv\(axes)D"
        return LayerDefinition(
            "\(name)(filters, kernel_size, strides=\(ones(axes)), padding='valid', data_format=None, dilation_rate=\(ones(axes)), depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer='glorot_uniform', pointwise_initializer='glorot_uniform', bias_initializer='zeros', depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, **kwargs)\n\nA convolution of every channel by itself, then one that mixes the channels.",
            module: "layers.convolutional.separable_conv\(axes)d",
            config: separableConfig,
            aliases: ["SeparableConvolution\(axes)D"]
        ) { reader in
            // Its configuration speaks of a kernel that it does not have.
            if reader["kernel_initializer"].isNone {
                reader.set(
                    "kernel_initializer",
                    try InitializerType.object(
                        .string("glorot_uniform", in: reader.python), in: reader.python))
            }
            var options = DepthwiseConvolution.Options(
                try convolutionOptions(&reader, axes, filters: reader.int("filters")))
            options.isSeparable = true
            options.multiplier = try reader.int("depth_multiplier")
            options.depthwiseInitializer = try reader.initializer("depthwise_initializer")
            options.pointwiseInitializer = try reader.initializer("pointwise_initializer")
            options.depthwiseRules = try reader.rules("depthwise")
            options.pointwiseRules = try reader.rules("pointwise")
            return DepthwiseConvolution(
                name, options, layer: reader.options, context: reader.context)
        }
    }

    // MARK: Inside an LSTM

    private static let recurrent: [LayerDefinition] = (1...2).map {
        (axes: Int) -> LayerDefinition in
        let name = "ConvLSTM\(axes)D"
        return LayerDefinition(
            "\(name)(filters, kernel_size, strides=\(ones(axes)), padding='valid', data_format=None, dilation_rate=\(ones(axes)), activation='tanh', recurrent_activation='hard_sigmoid', use_bias=True, kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal', bias_initializer='zeros', unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, return_sequences=False, return_state=False, go_backwards=False, stateful=False, dropout=0.0, recurrent_dropout=0.0, **kwargs)\n\nA long short-term memory over sequences of images, whose products are convolutions.",
            module: "layers.rnn.conv_lstm\(axes)d",
            call: "call(self, inputs, mask=None, training=None, initial_state=None)",
            config: [
                "return_sequences", "return_state", "go_backwards", "stateful", "unroll",
                "time_major", "filters", "kernel_size", "strides", "padding", "data_format",
                "dilation_rate", "activation", "recurrent_activation", "use_bias",
                "kernel_initializer", "recurrent_initializer", "bias_initializer",
                "unit_forget_bias", "kernel_regularizer", "recurrent_regularizer",
                "bias_regularizer", "activity_regularizer", "kernel_constraint",
                "recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout",
            ]
        ) { reader in
            var convolution = try convolutionOptions(&reader, axes, filters: reader.int("filters"))
            convolution.kernelInitializer = try reader.initializer("kernel_initializer")
            convolution.kernelRules = try reader.rules("kernel")
            var options = ConvolutionalLSTM.Options(convolution)
            options.recurrentActivation = try reader.activation("recurrent_activation")
            options.recurrentInitializer = try reader.initializer("recurrent_initializer")
            options.recurrentRules = try reader.rules("recurrent")
            options.startsRemembering = try reader.bool("unit_forget_bias")
            options.dropout = min(max(try reader.double("dropout"), 0), 1)
            options.recurrentDropout = min(max(try reader.double("recurrent_dropout"), 0), 1)
            options.seed = try reader.optionalInt("seed")
            for unused in ["unroll", "time_major"] { reader.set(unused, .bool(false)) }
            var sequence = RNN.Sequence()
            sequence.returnsSequences = try reader.bool("return_sequences")
            sequence.returnsState = try reader.bool("return_state")
            sequence.goesBackwards = try reader.bool("go_backwards")
            sequence.isStateful = try reader.bool("stateful")
            return ConvolutionalLSTM(
                name, options, sequence: sequence, layer: reader.options, context: reader.context)
        }
    }
}
