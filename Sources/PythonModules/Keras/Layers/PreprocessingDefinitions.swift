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
        discretization.define(in: m, base: types.layer) { t in
            adapting(t)
            t.property("bin_boundaries") { python, value -> Value in
                let ends = value.layer(as: Discretization.self)?.boundaries
                return ends.map { ListWrapper.value($0.map(Value.float), in: python) } ?? .none
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
        guard unknowns >= 0 else {
            throw python.valueError(
                "`num_oov_indices` must be greater than or equal to 0. Received: num_oov_indices=\(unknowns)"
            )
        }
        try requireLimit(reader)
        var options = TokenLookup.Options()
        options.limit = try reader.optionalInt("max_tokens")
        options.inverts = try reader.bool("invert")
        options.padsToLimit = try reader.bool("pad_to_max_tokens")
        options.output = try output(reader, like: "one_hot", "multi_hot", "count", "tf_idf")
        let table = TokenTable(
            mask: try scalar(reader["mask_token"], python),
            unknown: unknowns == 0 ? nil : try scalar(reader["oov_token"], python),
            // Turning numbers back knows only one unknown token.
            unknownCount: options.inverts ? 1 : min(unknowns, 1 << 24))
        reader.changeOptions { if $0.dtype == .float32 { $0.dtype = .int64 } }
        let layer = TokenLookup(
            name, options, table: table, tokens: tokens, layer: reader.options,
            context: reader.context)
        if !reader["vocabulary"].isNone {
            let tokens = try vocabulary(reader["vocabulary"], python)
            try require(tokens, in: layer.table, limit: options.limit, python)
            try layer.set(tokens)
            if let list = reader["vocabulary"].object as? ListObject {
                reader.set("vocabulary", ListWrapper.value(list.items, in: python))
            }
            reader.set("vocabulary_size", .int(layer.table.all.count))
        }
        return layer
    }

    /// What is made of the numbers; `choices` are the ways beside the numbers themselves.
    private static func output(
        _ reader: LayerReader, like choices: String..., first: String = " or one of"
    ) throws -> TokenTable.Output {
        let mode = reader["output_mode"].text ?? "int"
        let name = mode == "binary" ? "multi_hot" : mode
        let known = ["int"] + choices
        guard let output = TokenTable.Output(rawValue: name), known.contains(name) else {
            let list = known.map { "'\($0)'" }.joined(separator: ", ")
            throw reader.python.valueError(
                "Unkown value for `output_mode` argument of layer \(reader.object.type.name). Allowed values are:\(first) the following values: (\(list)). Received: \(mode)"
            )
        }
        return output
    }

    private static func encoding(_ reader: LayerReader) throws -> TokenTable.Output {
        let mode = reader["output_mode"].text ?? "multi_hot"
        guard let output = TokenTable.Output(rawValue: mode == "binary" ? "multi_hot" : mode),
            output != .int, output != .weighted
        else {
            throw reader.python.valueError(
                "Unkown value for `output_mode` argument of layer CategoryEncoding. Allowed values are: or one of the following values: ('count', 'one_hot', 'multi_hot'). Received: \(mode)"
            )
        }
        return output
    }

    /// A table has room for unknown tokens and at least one known.
    private static func requireLimit(_ reader: LayerReader) throws {
        let limit = try reader.optionalInt("max_tokens")
        if let limit, limit <= 1 {
            throw reader.python.valueError(
                "If set, `max_tokens` must be greater than 1. Received: max_tokens=\(limit)")
        }
        if limit == nil, try reader.bool("pad_to_max_tokens") {
            throw reader.python.valueError(
                "If pad_to_max_tokens is True, must set `max_tokens`. Received: max_tokens=None")
        }
    }

    /// Throws where tokens do not fit a table.
    private static func require(
        _ tokens: [Scalar], in table: TokenTable, limit: Int?, _ python: Interpreter
    ) throws {
        guard !tokens.isEmpty else {
            throw python.valueError("Cannot set an empty vocabulary, you passed [].")
        }
        let count =
            tokens.starts(with: table.special)
            ? tokens.count : tokens.count + table.special.count
        if let limit, count > limit {
            throw python.valueError(
                "Attempted to set a vocabulary larger than the maximum vocab size. Passed vocab size is \(count), max vocab size is \(limit)."
            )
        }
    }

    private static func scalar(_ value: Value, _ python: Interpreter) throws -> Scalar? {
        if value.isNone { return nil }
        if let text = value.text { return .bytes(ByteString(text)) }
        return .int(try python.index(value))
    }

    /// Tokens in a list or tensor, or one a line in a file.
    private static func vocabulary(_ value: Value, _ python: Interpreter) throws -> [Scalar] {
        if let path = value.text, let open = python.builtins["open"] {
            let paths = try python.modules.find("os", in: python)?.namespace["path"] ?? .none
            guard try python.isTrue(python.callMethod(paths, "exists", [value])) else {
                throw python.valueError("Vocabulary file \(path) does not exist.")
            }
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
        try requireLimit(reader)
        var options = TextVectorization.Options()
        options.standardize = try standardization(reader["standardize"], python)
        options.splitting = try splitting(reader["split"], python)
        options.groups = try groups(reader["ngrams"], python)
        options.output = try output(
            reader, like: "count", "multi_hot", "tf_idf", first: " `None`, or one of")
        options.length = try reader.optionalInt("output_sequence_length")
        options.isRagged = try reader.bool("ragged")
        try require(options, reader)
        options.limit = try reader.optionalInt("max_tokens")
        options.padsToLimit = try reader.bool("pad_to_max_tokens")
        reader.changeOptions { $0.dtype = .string }
        // The table of words is a layer of its own in Keras.
        options.tableName = reader.context.uniqueName("string_lookup")
        let layer = TextVectorization(options, layer: reader.options, context: reader.context)
        if !reader["vocabulary"].isNone {
            let tokens = try vocabulary(reader["vocabulary"], python)
            try require(tokens, in: layer.table, limit: options.limit, python)
            try layer.set(tokens)
        }
        return layer
    }

    private static func require(_ options: TextVectorization.Options, _ reader: LayerReader) throws
    {
        let python = reader.python
        let mode = reader["output_mode"].text ?? "int"
        if options.isRagged, options.output != .int {
            throw python.valueError(
                "`ragged` must not be true if `output_mode` is `'int'`. Received: ragged=True and output_mode=\(mode)"
            )
        }
        guard let length = options.length else { return }
        if options.isRagged {
            throw python.valueError(
                "`output_sequence_length` must not be set if ragged is True. Received: ragged=True and output_sequence_length=\(length)"
            )
        }
        if options.output != .int {
            throw python.valueError(
                "`output_sequence_length` must not be set if `output_mode` is not 'int'. Received output_sequence_length=\(length)."
            )
        }
        guard (0...1 << 24).contains(length) else {
            throw python.valueError(
                "`output_sequence_length` must be None or a positive integer. Received: \(length)")
        }
    }

    /// The lengths of the groups of words that become tokens.
    private static func groups(_ value: Value, _ python: Interpreter) throws -> [Int]? {
        if value.isNone { return nil }
        if let longest = value.integer { return Array(1...max(min(longest, 1 << 16), 1)) }
        guard value.object is TupleObject else {
            throw python.valueError(
                "`ngrams` must be None, an integer, or a tuple of integers. Received: ngrams=\(try python.str(value))"
            )
        }
        return try AxesArgument.from(value, in: python).axes
    }

    private static func standardization(
        _ value: Value, _ python: Interpreter
    ) throws -> (Tensor) throws -> Tensor {
        if value.isNone { return { $0 } }
        if let name = value.text {
            guard let known = TextVectorization.Standardization(rawValue: name) else {
                throw python.valueError(
                    unknown(
                        "standardize",
                        ["lower_and_strip_punctuation", "lower", "strip_punctuation"], name)
                )
            }
            return known.apply
        }
        return { texts in
            try TensorType.tensor(python.call(value, [texts.object(in: python)]), python)
        }
    }

    private static func unknown(_ argument: String, _ known: [String], _ name: String) -> String {
        let list = known.map { "'\($0)'" }.joined(separator: ", ")
        return
            "Unkown value for `\(argument)` argument of layer TextVectorization. If restoring a model and `\(argument)` is a custom callable, please ensure the callable is registered as a custom object. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details. Allowed values are: `None`, a `Callable`, or one of the following values: (\(list)). Received: \(name)"
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
                    unknown("split", ["whitespace", "character"], name)
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
            (python: Interpreter, value: Value, data: Value, size: Int?, steps: Int?) -> Value in
            let (begin, adapt, finish) = try adaptation(LayerType.layer(value, python))
            begin()
            if ArrayReader.existing(data) != nil || data.object is ListObject
                || data.object is TupleObject || data.text != nil
            {
                let whole = try ArrayReader.tensor(data, face: .tensorFlow, in: python)
                guard value.layer is Discretization, whole.rank > 0 else {
                    try adapt(whole)
                    try finish()
                    return .none
                }
                // What arrays are summed up to depends on how they are taken in.
                for start in stride(from: 0, to: whole.shape[0], by: max(size ?? 32, 1)) {
                    try adapt(
                        whole.indexed([.slice(start, start + max(size ?? 32, 1), 1)]))
                }
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
        case let layer as Discretization:
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
        guard reader["mean"].isNone == reader["variance"].isNone else {
            throw python.valueError(
                "When setting values directly, both `mean` and `variance` must be set. Got mean: \(try python.str(reader["mean"])) and variance: \(try python.str(reader["variance"]))"
            )
        }
        if !reader["mean"].isNone {
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

    private static let discretization = LayerDefinition(
        "Discretization(bin_boundaries=None, num_bins=None, epsilon=0.01, output_mode='int', sparse=False, **kwargs)\n\nThe number of the interval that each element is in.",
        module: "layers.preprocessing.discretization"
    ) { reader in
        let python = reader.python
        let count = try reader.optionalInt("num_bins")
        if let count, count < 0 {
            throw python.valueError(
                "`num_bins` must be greater than or equal to 0. You passed `num_bins=\(count)`")
        }
        var boundaries: [Double]?
        if !reader["bin_boundaries"].isNone {
            guard count == nil else {
                throw python.valueError(
                    "Both `num_bins` and `bin_boundaries` should not be set. You passed `num_bins=\(count ?? 0)` and `bin_boundaries=\(try python.str(reader["bin_boundaries"]))`"
                )
            }
            let given = try [Double].from(reader["bin_boundaries"], in: python)
            reader.set("bin_boundaries", ListWrapper.value(given.map(Value.float), in: python))
            boundaries = given
        }
        reader.changeOptions { $0.dtype = .int64 }
        return Discretization(
            boundaries: boundaries, binCount: min(count ?? 1, 1 << 24),
            error: try reader.double("epsilon"),
            output: try output(reader, like: "one_hot", "multi_hot", "count"),
            layer: reader.options, context: reader.context)
    }

    private static let hashing = LayerDefinition(
        "Hashing(num_bins, mask_value=None, salt=None, output_mode='int', sparse=False, **kwargs)\n\nBuckets of texts and numbers by their hashes.",
        module: "layers.preprocessing.hashing",
        config: ["num_bins", "salt", "mask_value", "output_mode", "sparse"]
    ) { reader in
        let python = reader.python
        guard let count = reader["num_bins"].integer, count > 0 else {
            throw python.valueError(
                "The `num_bins` for `Hashing` cannot be `None` or non-positive values. Received: num_bins=\(try python.str(reader["num_bins"]))."
            )
        }
        let output = try output(reader, like: "one_hot", "multi_hot", "count")
        let key = try salt(reader["salt"], python)
        if let key {
            reader.set(
                "salt",
                ListWrapper.value(
                    [key.0, key.1].map { .int(Int(truncatingIfNeeded: $0)) }, in: python))
        }
        reader.changeOptions { $0.dtype = output == .int ? .int64 : .float32 }
        return Hashing(count: count, key: key, mask: try scalar(reader["mask_value"], python))
            .layer(output: output, options: reader.options, context: reader.context)
    }

    /// The key of a hash: a number, or two.
    private static func salt(
        _ value: Value, _ python: Interpreter
    ) throws -> (UInt64, UInt64)? {
        if value.isNone { return nil }
        func number(_ value: Value) -> UInt64? {
            value.integer.map { UInt64(truncatingIfNeeded: $0) }
        }
        if let single = number(value) { return (single, single) }
        if python.isSequence(value) {
            let pair = try python.list(value).compactMap(number)
            if pair.count == 2 { return (pair[0], pair[1]) }
        }
        throw python.valueError(
            "The `salt` argument for `Hashing` can only be a tuple of size 2 integers, or a single integer. Received: salt=\(try python.str(value))."
        )
    }

    private static let plain: [LayerDefinition] = [
        hashing,
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
            "CategoryEncoding(num_tokens=None, output_mode='multi_hot', sparse=False, **kwargs)\n\nNumbers as vectors of zeros and ones.",
            module: "layers.preprocessing.category_encoding"
        ) { reader in
            guard !reader["num_tokens"].isNone else {
                throw reader.python.valueError(
                    "num_tokens must be set to use this layer. If the number of tokens is not known beforehand, use the IntegerLookup layer instead."
                )
            }
            let depth = try reader.int("num_tokens")
            guard (1...1 << 28).contains(depth) else {
                throw reader.python.valueError(
                    "`num_tokens` must be set to a positive integer. Received: \(depth)")
            }
            return NumberPreprocessing.categoryEncoding(
                depth: depth, output: try encoding(reader), layer: reader.options,
                context: reader.context)
        },
    ]
}
