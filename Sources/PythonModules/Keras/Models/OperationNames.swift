import NeuralNetworks
import PythonRuntime

/// The operations behind the results of layers, as the names of symbolic tensors tell them: `dense/BiasAdd:0`.
enum OperationNames {
    /// The name of a symbolic tensor.
    static func name(of symbol: Symbol) -> String {
        let layer = symbol.layer
        if layer is InputLayer { return layer.name }
        if let graph = (layer as? Model)?.graph,
            graph.outputs.symbols.indices.contains(symbol.index)
        {
            return "\(layer.name)/\(name(of: graph.outputs.symbols[symbol.index]))"
        }
        let place = place(of: layer, symbol.index, rank: symbol.shape.rank)
        return "\(layer.name)/\(place.name):\(place.output)"
    }

    /// The operation of a layer that gives one of its results, and which of the operation's results that is.
    static func place(of layer: Layer, _ index: Int, rank: Int) -> (name: String, output: Int) {
        if let recurrent = layer as? RNN { return operation(of: recurrent, result: index) }
        return (operation(of: layer, rank: rank), index)
    }

    /// The last steps, all steps, then the states: what a run through a sequence gives.
    private static func operation(of layer: RNN, result: Int) -> (name: String, output: Int) {
        let gives = layer.sequence.returnsSequences
        if ["LSTM", "GRU"].contains(layer.className) {
            return ("PartitionedCall", result > 0 ? result + 1 : gives ? 1 : 0)
        }
        if result > 0 { return ("while", result + 3) }
        return (gives ? "transpose_1" : "strided_slice_3", 0)
    }

    private static func operation(of layer: Layer, rank: Int) -> String {
        let object = layer.face as? LayerObject
        func argument(_ name: String) -> Value? {
            object?.arguments.first { $0.name == name }?.value
        }
        if let function = argument("activation")?.object as? NativeFunction,
            let name = activations[function.name]
        {
            return name
        }
        switch layer.className {
        case "Dense":
            if argument("use_bias").map({ $0.isIdentical(to: .bool(false)) }) != true {
                return "BiasAdd"
            }
            return rank > 2 ? "Tensordot" : "MatMul"
        case "Bidirectional": return merges[argument("merge_mode")?.text ?? ""] ?? "PartitionedCall"
        case "TFOpLambda", "SlicingOpLambda":
            let own = layer.name.split(separator: ".").last.map(String.init) ?? ""
            let name = own.withoutNumber
            return functions[name] ?? GraphNames.known[name] ?? "PartitionedCall"
        default: return layers[layer.className] ?? "PartitionedCall"
        }
    }

    private static let activations = [
        "relu": "Relu", "softmax": "Softmax", "sigmoid": "Sigmoid", "tanh": "Tanh",
        "elu": "Elu", "selu": "Selu", "softplus": "Softplus", "softsign": "Softsign",
    ]

    private static let merges = [
        "concat": "concat", "sum": "add", "mul": "mul", "ave": "truediv",
    ]

    private static let functions = [
        "add": "AddV2", "subtract": "Sub", "multiply": "Mul", "truediv": "truediv",
        "negative": "Neg", "getitem": "strided_slice", "matmul": "MatMul", "concat": "concat",
        "reduce_mean": "Mean", "reduce_sum": "Sum", "reduce_max": "Max", "reduce_min": "Min",
        "expand_dims": "ExpandDims", "squeeze": "Squeeze", "reshape": "Reshape", "cast": "Cast",
        "relu": "Relu", "tanh": "Tanh", "sigmoid": "Sigmoid", "softmax": "Softmax",
        "shape": "Shape", "transpose": "transpose", "stack": "stack", "tile": "Tile",
        "square": "Square", "sqrt": "Sqrt", "exp": "Exp", "pow": "Pow",
    ]

    private static let layers = [
        "Embedding": "embedding_lookup/Identity", "TimeDistributed": "Reshape_1",
        "Dropout": "Identity", "SpatialDropout1D": "Identity", "Flatten": "Reshape",
        "Reshape": "Reshape", "RepeatVector": "Tile", "Permute": "transpose",
        "BatchNormalization": "batchnorm/add_1", "LayerNormalization": "add",
        "Conv1D": "BiasAdd", "Conv2D": "BiasAdd", "MaxPooling1D": "Squeeze",
        "AveragePooling1D": "Squeeze", "MaxPooling2D": "MaxPool", "AveragePooling2D": "AvgPool",
        "GlobalAveragePooling1D": "Mean", "GlobalAveragePooling2D": "Mean",
        "GlobalMaxPooling1D": "Max", "GlobalMaxPooling2D": "Max", "Masking": "mul",
        "ReLU": "Relu", "LeakyReLU": "LeakyRelu", "Softmax": "Softmax", "Rescaling": "add",
        "ZeroPadding1D": "Pad", "UpSampling1D": "concat", "Add": "add", "Subtract": "sub",
        "Multiply": "mul", "Average": "truediv", "Maximum": "Maximum", "Minimum": "Minimum",
        "Concatenate": "concat", "Dot": "Squeeze", "Attention": "MatMul_1",
        "AdditiveAttention": "MatMul", "MultiHeadAttention": "attention_output/add",
    ]
}

extension String {
    /// `add_12` → `add`.
    fileprivate var withoutNumber: String {
        guard let mark = lastIndex(of: "_") else { return self }
        let number = self[index(after: mark)...]
        return !number.isEmpty && number.allSatisfy(\.isNumber) ? String(self[..<mark]) : self
    }
}
