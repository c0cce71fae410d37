import NeuralNetworks
import PythonRuntime
import Tensors

/// The classes of `keras.layers` but for the recurrent ones.
enum LayerDefinitions {
    /// How many numbers a dense layer gives: whatever Python's `int` takes.
    private static func units(_ reader: inout LayerReader) throws -> Int {
        let given = reader["units"]
        if given.text != nil || given.integer == nil && !given.isNone {
            reader.set(
                "units", try reader.python.call(.object(reader.python.types.int), [given]))
        }
        return try reader.int("units")
    }

    static var plain: [LayerDefinition] {
        core + activations + reshaping + merging + noise + normalization + convolution + pooling
            + attention
    }

    static let regularization = "call(self, inputs, training=None)"

    private static let core: [LayerDefinition] = [
        LayerDefinition(
            "Dense(units, activation=None, use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, **kwargs)\n\nEvery output from every input: activation(x @ kernel + bias).",
            module: "layers.core.dense"
        ) { reader in
            var options = try Dense.Options(units: units(&reader))
            options.activation = try reader.activation("activation")
            options.usesBias = try reader.bool("use_bias")
            options.kernelInitializer = try reader.initializer("kernel_initializer")
            options.biasInitializer = try reader.initializer("bias_initializer")
            options.kernelRules = try reader.rules("kernel")
            options.biasRules = try reader.rules("bias")
            return Dense(options, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Embedding(input_dim, output_dim, embeddings_initializer='uniform', embeddings_regularizer=None, activity_regularizer=None, embeddings_constraint=None, mask_zero=False, input_length=None, sparse=False, **kwargs)\n\nVectors for numbers below input_dim.",
            module: "layers.core.embedding",
            config: [
                "input_dim", "output_dim", "embeddings_initializer", "embeddings_regularizer",
                "activity_regularizer", "embeddings_constraint", "mask_zero", "input_length",
            ]
        ) { reader in
            var options = try Embedding.Options(
                rows: reader.int("input_dim"), units: reader.int("output_dim"))
            options.initializer = try reader.initializer("embeddings_initializer")
            options.rules = try reader.rules("embeddings")
            options.masksZero = try reader.bool("mask_zero")
            if !reader["input_length"].isNone {
                options.inputLength = try ShapeType.dimensions(
                    reader["input_length"], in: reader.python)
            }
            return Embedding(options, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Dropout(rate, noise_shape=None, seed=None, **kwargs)\n\nDrops a share of its inputs while training.",
            module: "layers.regularization.dropout", call: regularization
        ) { reader in
            let lengths = try ShapeType.dimensions(reader["noise_shape"], in: reader.python)
            return try Dropout(
                rate: reader.double("rate"),
                sharing: lengths.map { .shape($0) } ?? .none,
                seed: reader.optionalInt("seed"), layer: reader.options, context: reader.context)
        },
    ]
}
