import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    private static let attentionCall =
        "call(self, inputs, mask=None, training=None, return_attention_scores=False, use_causal_mask=False)"

    /// The share that is dropped, which is given by its name only.
    private static func dropout(_ reader: inout LayerReader) throws -> Double {
        if reader["dropout"].isNone { reader.set("dropout", .float(0)) }
        return try reader.double("dropout")
    }

    static let attention: [LayerDefinition] = [
        LayerDefinition(
            "Attention(use_scale=False, score_mode='dot', **kwargs)\n\nAttention by the products of queries and keys.",
            module: "layers.attention.attention", call: attentionCall,
            config: ["dropout", "use_scale", "score_mode"]
        ) { reader in
            let mode = try reader.text("score_mode")
            guard mode == "dot" || mode == "concat" else {
                throw reader.python.valueError(
                    "Invalid value for argument score_mode. Expected one of {'dot', 'concat'}. Received: score_mode=\(mode)"
                )
            }
            return Attention(
                mode == "dot" ? .product : .sum, isAdditive: false,
                usesScale: try reader.bool("use_scale"), dropout: try dropout(&reader),
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "AdditiveAttention(use_scale=True, **kwargs)\n\nAttention by the sums of queries and keys.",
            module: "layers.attention.additive_attention", call: attentionCall,
            config: ["dropout", "use_scale"]
        ) { reader in
            Attention(
                .sum, isAdditive: true, usesScale: try reader.bool("use_scale"),
                dropout: try dropout(&reader), layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "MultiHeadAttention(num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True, output_shape=None, attention_axes=None, kernel_initializer='glorot_uniform', bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, **kwargs)\n\nAttention by several heads.",
            module: "layers.attention.multi_head_attention",
            call:
                "call(self, query, value, key=None, attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False)",
            config: [
                "num_heads", "key_dim", "value_dim", "dropout", "use_bias", "output_shape",
                "attention_axes", "kernel_initializer", "bias_initializer", "kernel_regularizer",
                "bias_regularizer", "activity_regularizer", "kernel_constraint",
                "bias_constraint", "query_shape", "key_shape", "value_shape",
            ]
        ) { reader in
            var options = try MultiHeadAttention.Options(
                heads: reader.int("num_heads"), keyLength: reader.int("key_dim"),
                valueLength: reader.optionalInt("value_dim"))
            if reader["value_dim"].isNone { reader.set("value_dim", reader["key_dim"]) }
            options.outputLength = try AxesArgument.from(reader["output_shape"], in: reader.python)
                .axes?.last
            options.dropout = try reader.double("dropout")
            options.usesBias = try reader.bool("use_bias")
            options.kernelInitializer = try reader.initializer("kernel_initializer")
            options.biasInitializer = try reader.initializer("bias_initializer")
            options.kernelRules = try reader.rules("kernel")
            options.biasRules = try reader.rules("bias")
            return MultiHeadAttention(options, layer: reader.options, context: reader.context)
        },
    ]
}
