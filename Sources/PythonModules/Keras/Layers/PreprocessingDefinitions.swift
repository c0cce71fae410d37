import NeuralNetworks
import PythonRuntime
import Tensors

/// Layers that prepare texts, categories and numbers.
enum PreprocessingDefinitions {
    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        for definition in lookups { definition.define(in: m, base: types.layer, tokens) }
        textVectorization.define(in: m, base: types.layer, tokens)
        normalization.define(in: m, base: types.layer) { t in
            adapting(t)
            t.property("mean") { python, value -> Value in
                value.layer(as: Normalization.self)?.moments?.mean.object(in: python) ?? .none
            }
            t.property("variance") { python, value -> Value in
                value.layer(as: Normalization.self)?.moments?.variance.object(in: python) ?? .none
            }
        }
        for definition in plain { definition.define(in: m, base: types.layer) }
    }

    // MARK: Tokens

    private static let lookups: [LayerDefinition] = [
        LayerDefinition(
            "StringLookup(max_tokens=None, num_oov_indices=1, mask_token=None, oov_token='[UNK]', vocabulary=None, idf_weights=None, encoding='utf-8', invert=False, output_mode='int', sparse=False, pad_to_max_tokens=False, **kwargs)\n\nNumbers for words, or words for numbers.",
            module: "layers.preprocessing.string_lookup",
            config: [
                "invert", "max_tokens", "num_oov_indices", "oov_token", "mask_token",
                "output_mode", "sparse", "pad_to_max_tokens", "idf_weights", "vocabulary",
                "vocabulary_size", "encoding",
            ]
        ) { try lookup("StringLookup", .string, &$0) },
        LayerDefinition(
            "IntegerLookup(max_tokens=None, num_oov_indices=1, mask_token=None, oov_token=-1, vocabulary=None, vocabulary_dtype='int64', idf_weights=None, invert=False, output_mode='int', sparse=False, pad_to_max_tokens=False, **kwargs)\n\nNumbers for whole numbers, or back.",
            module: "layers.preprocessing.integer_lookup",
            config: [
                "invert", "max_tokens", "num_oov_indices", "oov_token", "mask_token",
                "output_mode", "sparse", "pad_to_max_tokens", "vocabulary_dtype", "idf_weights",
                "vocabulary", "vocabulary_size",
            ]
        ) { try lookup("IntegerLookup", .int64, &$0) },
    ]

    private static func lookup(
        _ name: String, _ tokens: DType, _ reader: inout LayerReader
    ) throws -> Layer {
        let python = reader.python
        let unknowns = try reader.int("num_oov_indices")
        guard (0...1).contains(unknowns) else {
            throw python.error(
                "NotImplementedError", "\(name) knows num_oov_indices of 0 and 1 only.")
        }
        var options = TokenLookup.Options()
        options.limit = try reader.optionalInt("max_tokens")
        options.inverts = try reader.bool("invert")
        options.padsToLimit = try reader.bool("pad_to_max_tokens")
        options.output = try output(reader)
        let table = TokenTable(
            mask: try scalar(reader["mask_token"], python),
            unknown: unknowns == 0 ? nil : try scalar(reader["oov_token"], python))
        reader.changeOptions { if $0.dtype == .float32 { $0.dtype = .int64 } }
        let layer = TokenLookup(
            name, options, table: table, tokens: tokens, layer: reader.options,
            context: reader.context)
        if !reader["vocabulary"].isNone {
            try layer.set(vocabulary(reader["vocabulary"], python))
        }
        return layer
    }

    private static func output(_ reader: LayerReader) throws -> TokenTable.Output {
        let mode = reader["output_mode"].text ?? "int"
        guard let output = TokenTable.Output(rawValue: mode == "binary" ? "multi_hot" : mode) else {
            throw reader.python.valueError(
                "Unkown argument for `output_mode`. Expected one of (\"int\", \"one_hot\", \"multi_hot\", \"count\", \"tf_idf\"). Received: \(mode)"
            )
        }
        return output
    }

    private static func scalar(_ value: Value, _ python: Interpreter) throws -> Scalar? {
        if value.isNone { return nil }
        if let text = value.text { return .bytes(ByteString(text)) }
        return .int(try python.index(value))
    }

    /// Tokens in a list or tensor, or one a line in a file.
    private static func vocabulary(_ value: Value, _ python: Interpreter) throws -> [Scalar] {
        if value.text != nil, let open = python.builtins["open"] {
            let file = try python.call(open, [value])
            let text = try python.callMethod(file, "read").text ?? ""
            try python.callMethod(file, "close")
            return text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { .bytes(ByteString(String($0))) }
        }
        let tensor = try ArrayReader.tensor(value, face: .tensorFlow, in: python)
        return tensor.scalars
    }

    private static let textVectorization = LayerDefinition(
        "TextVectorization(max_tokens=None, standardize='lower_and_strip_punctuation', split='whitespace', ngrams=None, output_mode='int', output_sequence_length=None, pad_to_max_tokens=False, vocabulary=None, idf_weights=None, sparse=False, ragged=False, encoding='utf-8', **kwargs)\n\nTexts as rows of numbers of their words.",
        module: "layers.preprocessing.text_vectorization",
        config: [
            "max_tokens", "standardize", "split", "ngrams", "output_mode",
            "output_sequence_length", "pad_to_max_tokens", "sparse", "ragged", "vocabulary",
            "idf_weights", "encoding",
        ]
    ) { reader in
        let python = reader.python
        var options = TextVectorization.Options()
        options.standardize = try standardization(reader["standardize"], python)
        options.splitting = try splitting(reader["split"], python)
        if let longest = reader["ngrams"].integer {
            options.groups = Array(1...max(longest, 1))
        } else if !reader["ngrams"].isNone {
            options.groups = try AxesArgument.from(reader["ngrams"], in: python).axes
        }
        options.output = try output(reader)
        options.length = try reader.optionalInt("output_sequence_length")
        if let length = options.length, length < 0 || length > 1 << 24 {
            throw python.valueError(
                "`output_sequence_length` must be None or a positive integer. Received: \(length)")
        }
        options.limit = try reader.optionalInt("max_tokens")
        options.padsToLimit = try reader.bool("pad_to_max_tokens")
        reader.changeOptions { $0.dtype = .string }
        // The table of words is a layer of its own in Keras.
        _ = reader.context.uniqueName("string_lookup")
        let layer = TextVectorization(options, layer: reader.options, context: reader.context)
        if !reader["vocabulary"].isNone {
            try layer.set(vocabulary(reader["vocabulary"], python))
        }
        return layer
    }

    private static func standardization(
        _ value: Value, _ python: Interpreter
    ) throws -> (Tensor) throws -> Tensor {
        if value.isNone { return { $0 } }
        if let name = value.text {
            guard let known = TextVectorization.Standardization(rawValue: name) else {
                throw python.valueError(
                    "Unkown argument for `standardize`. Expected one of None, \"lower_and_strip_punctuation\", \"lower\", \"strip_punctuation\" or a callable. Received: \(name)"
                )
            }
            return known.apply
        }
        return { texts in
            try TensorType.tensor(python.call(value, [texts.object(in: python)]), python)
        }
    }

    private static func splitting(
        _ value: Value, _ python: Interpreter
    ) throws -> TextVectorization.Splitting {
        if value.isNone { return .none }
        if let name = value.text {
            switch name {
            case "whitespace": return .whitespace
            case "character": return .character
            default:
                throw python.valueError(
                    "Unkown argument for `split`. Expected one of None, \"whitespace\", \"character\" or a callable. Received: \(name)"
                )
            }
        }
        return .function { texts in
            let rows = try python.list(python.call(value, [texts.object(in: python)]))
            return try rows.map { row in
                try ArrayReader.tensor(row, face: .tensorFlow, in: python).scalars
            }
        }
    }

    // MARK: Vocabularies

    private static func table(_ value: Value, _ python: Interpreter) throws -> TokenTable {
        switch try LayerType.layer(value, python) {
        case let layer as TokenLookup: return layer.table
        case let layer as TextVectorization: return layer.table
        default: return TokenTable(mask: nil, unknown: nil)
        }
    }

    private static func tokens(_ t: TypeBuilder) {
        adapting(t)
        t.def("get_vocabulary(self, include_special_tokens=True)\n\nThe tokens by their numbers.") {
            (python: Interpreter, value: Value, special: Bool) -> Value in
            let table = try table(value, python)
            let tokens = (special ? table.all : table.tokens).map { token -> Value in
                if case .bytes(let text) = token { return .string(text.text, in: python) }
                return token.value(in: python)
            }
            return .list(tokens, in: python)
        }
        t.def("vocabulary_size(self)") { (python: Interpreter, value: Value) in
            try table(value, python).all.count
        }
        t.def("vocab_size(self)") { (python: Interpreter, value: Value) in
            try table(value, python).all.count
        }
        t.def("set_vocabulary(self, vocabulary, idf_weights=None)") {
            (python: Interpreter, value: Value, given: Value, _: Value) -> Value in
            let tokens = try vocabulary(given, python)
            switch try LayerType.layer(value, python) {
            case let layer as TokenLookup: try layer.set(tokens)
            case let layer as TextVectorization: try layer.set(tokens)
            default: break
            }
            return .none
        }
    }

    private static func adapting(_ t: TypeBuilder) {
        t.def("adapt(self, data, batch_size=None, steps=None)\n\nLearns from data what it needs.") {
            (python: Interpreter, value: Value, data: Value, _: Value, steps: Int?) -> Value in
            let (begin, adapt, finish) = try adaptation(LayerType.layer(value, python))
            begin()
            if ArrayReader.existing(data) != nil || data.object is ListObject
                || data.object is TupleObject || data.text != nil
            {
                try adapt(ArrayReader.tensor(data, face: .tensorFlow, in: python))
            } else {
                var left = steps ?? .max
                let iterator = try python.iterator(data)
                while left > 0, let batch = try python.next(iterator) {
                    try adapt(TensorType.tensor(batch, python))
                    left -= 1
                }
            }
            try finish()
            return .none
        }
    }

    private typealias Adaptation = (
        begin: () -> Void, adapt: (Tensor) throws -> Void, finish: () throws -> Void
    )

    private static func adaptation(_ layer: Layer) -> Adaptation {
        switch layer {
        case let layer as TokenLookup:
            (layer.beginAdapting, { try layer.adapt(to: $0) }, layer.finishAdapting)
        case let layer as TextVectorization:
            (layer.beginAdapting, { try layer.adapt(to: $0) }, layer.finishAdapting)
        case let layer as Normalization:
            (layer.beginAdapting, { try layer.adapt(to: $0) }, layer.finishAdapting)
        default: ({}, { _ in }, {})
        }
    }

    // MARK: Numbers

    private static let normalization = LayerDefinition(
        "Normalization(axis=-1, mean=None, variance=None, invert=False, **kwargs)\n\nMean 0 and variance 1 for each feature.",
        module: "layers.preprocessing.normalization",
        config: ["axis", "invert", "mean", "variance"]
    ) { reader in
        let python = reader.python
        var moments: (mean: Tensor, variance: Tensor)?
        if !reader["mean"].isNone, !reader["variance"].isNone {
            moments = (
                try ArrayReader.tensor(reader["mean"], .float32, face: .tensorFlow, in: python),
                try ArrayReader.tensor(reader["variance"], .float32, face: .tensorFlow, in: python)
            )
        }
        let axes = try AxesArgument.from(reader["axis"], in: python).axes ?? []
        reader.set("axis", .tuple(axes.map(Value.int), in: python))
        return Normalization(
            axes: axes, inverts: try reader.bool("invert"), moments: moments,
            layer: reader.options, context: reader.context)
    }

    private static let plain: [LayerDefinition] = [
        LayerDefinition(
            "Rescaling(scale, offset=0.0, **kwargs)\n\nx * scale + offset.",
            module: "layers.preprocessing.image_preprocessing"
        ) { reader in
            func tensor(_ name: String) throws -> Tensor {
                try ArrayReader.tensor(reader[name], .float32, face: .tensorFlow, in: reader.python)
            }
            return NumberPreprocessing.rescaling(
                scale: try tensor("scale"), offset: try tensor("offset"), layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "Discretization(bin_boundaries=None, num_bins=None, epsilon=0.01, output_mode='int', sparse=False, **kwargs)\n\nThe number of the interval that each element is in.",
            module: "layers.preprocessing.discretization"
        ) { reader in
            guard !reader["bin_boundaries"].isNone else {
                throw reader.python.error(
                    "NotImplementedError", "Discretization needs `bin_boundaries`.")
            }
            let boundaries = try [Double].from(reader["bin_boundaries"], in: reader.python)
            reader.set(
                "bin_boundaries", ListWrapper.value(boundaries.map(Value.float), in: reader.python))
            reader.changeOptions { $0.dtype = .int64 }
            return NumberPreprocessing.discretization(
                boundaries: boundaries, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "CategoryEncoding(num_tokens=None, output_mode='multi_hot', sparse=False, **kwargs)\n\nNumbers as vectors of zeros and ones.",
            module: "layers.preprocessing.category_encoding"
        ) { reader in
            let depth = try reader.int("num_tokens")
            guard (1...1 << 28).contains(depth) else {
                throw reader.python.valueError(
                    "`num_tokens` must be set to a positive integer. Received: \(depth)")
            }
            return NumberPreprocessing.categoryEncoding(
                depth: depth, output: try output(reader), layer: reader.options,
                context: reader.context)
        },
    ]
}
