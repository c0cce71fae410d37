/// The names that TensorFlow's functions give to the operations of a graph.
enum GraphNames {
    /// The name of the operation behind a function: `Sum` for `tf.math.reduce_sum`.
    static func base(of path: String) -> String {
        // Operators have names of their own: `add` is `+`, `tf.math.add` is `Add`.
        guard path.hasPrefix("tf.") else { return path == "@" ? "matmul" : path }
        let own = path.split(separator: ".").last.map(String.init) ?? path
        return known[own] ?? own
    }

    /// Operations that tell of a tensor what is known of it.
    static let ofFacts: Set<String> = ["Shape", "Size", "Rank"]

    /// The names of operations by those of functions, where they differ.
    static let known = [
        // Elements.
        "abs": "Abs", "add": "Add", "subtract": "Sub", "multiply": "Mul", "divide": "truediv",
        "divide_no_nan": "div_no_nan", "negative": "Neg", "sign": "Sign", "square": "Square",
        "sqrt": "Sqrt", "rsqrt": "Rsqrt", "exp": "Exp", "log": "Log", "log1p": "Log1p",
        "pow": "Pow", "sin": "Sin", "cos": "Cos", "tan": "Tan", "tanh": "Tanh", "sinh": "Sinh",
        "cosh": "Cosh", "sigmoid": "Sigmoid", "relu": "Relu", "relu6": "Relu6", "elu": "Elu",
        "selu": "Selu", "softplus": "Softplus", "softsign": "Softsign", "softmax": "Softmax",
        "log_softmax": "LogSoftmax", "leaky_relu": "LeakyRelu", "gelu": "Gelu/mul_1",
        "round": "Round", "floor": "Floor", "ceil": "Ceil", "maximum": "Maximum",
        "minimum": "Minimum", "squared_difference": "SquaredDifference", "identity": "Identity",
        "stop_gradient": "StopGradient", "cast": "Cast", "reciprocal": "Reciprocal",
        "floormod": "FloorMod", "floordiv": "floordiv", "mod": "FloorMod", "erf": "Erf",
        // Comparisons.
        "equal": "Equal", "not_equal": "NotEqual", "less": "Less", "less_equal": "LessEqual",
        "greater": "Greater", "greater_equal": "GreaterEqual", "logical_and": "LogicalAnd",
        "logical_or": "LogicalOr", "logical_not": "LogicalNot", "where": "SelectV2",
        "is_nan": "IsNan", "is_finite": "IsFinite", "is_inf": "IsInf",
        // Reductions.
        "reduce_sum": "Sum", "reduce_mean": "Mean", "reduce_max": "Max", "reduce_min": "Min",
        "reduce_prod": "Prod", "reduce_all": "All", "reduce_any": "Any", "argmax": "ArgMax",
        "argmin": "ArgMin", "cumsum": "Cumsum", "reduce_std": "reduce_std/Sqrt",
        "reduce_variance": "reduce_variance/Mean_1", "norm": "norm/Squeeze",
        "reduce_logsumexp": "ReduceLogSumExp/Reshape", "top_k": "TopKV2",
        // Shapes.
        "reshape": "Reshape", "expand_dims": "ExpandDims", "squeeze": "Squeeze", "tile": "Tile",
        "pad": "Pad", "shape": "Shape", "size": "Size", "rank": "Rank", "gather": "GatherV2",
        "gather_nd": "GatherNd", "fill": "Fill", "reverse": "ReverseV2", "slice": "Slice",
        "broadcast_to": "BroadcastTo", "repeat": "Repeat/Reshape_1",
        "sequence_mask":
            "SequenceMask/Less", "unstack": "unstack", "boolean_mask": "boolean_mask/GatherV2",
        // Making.
        "constant": "Const", "convert_to_tensor": "Const", "eye": "eye/diag",
        "normal": "random_normal", "uniform": "random_uniform/RandomUniform",
        "truncated_normal": "truncated_normal", "shuffle": "RandomShuffle",
        "categorical": "categorical/Multinomial", "dropout": "dropout/SelectV2",
        // Products and rows.
        "matmul": "MatMul", "tensordot": "Tensordot", "einsum": "einsum/Einsum",
        "embedding_lookup": "embedding_lookup/Identity",
        "sparse_softmax_cross_entropy_with_logits":
            "SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits",
        "softmax_cross_entropy_with_logits": "softmax_cross_entropy_with_logits/Reshape_2",
        "sigmoid_cross_entropy_with_logits": "logistic_loss", "clip_by_norm": "clip_by_norm",
    ]
}
