import Tensors

/// Texts as rows of numbers of their words.
package final class TextVectorization: Layer {
    package struct Options {
        /// What is done to texts before they are taken apart.
        package var standardize: (Tensor) throws -> Tensor = Standardization.lowerAndStrip.apply
        /// How texts are taken apart.
        package var splitting = Splitting.whitespace
        /// The lengths of the groups of words that become tokens; nil for single words.
        package var groups: [Int]?
        package var output = TokenTable.Output.int
        /// How long each row is; nil for as long as the longest text.
        package var length: Int?
        package var limit: Int?
        package var padsToLimit = false
        /// The name of the layer that has the table, which mistakes tell.
        package var tableName = "string_lookup"
        /// Whether rows keep the lengths that they have.
        package var isRagged = false

        package init() {}
    }

    package enum Standardization: String, Sendable {
        case lowerAndStrip = "lower_and_strip_punctuation"
        case lower
        case strip = "strip_punctuation"

        package func apply(_ texts: Tensor) throws -> Tensor {
            let changed = texts.scalars.map { scalar -> Scalar in
                guard case .bytes(let text) = scalar else { return scalar }
                return .bytes(ByteString(change(text.bytes)))
            }
            return Tensor(changed, shape: texts.shape, .string)
        }

        private func change(_ bytes: [UInt8]) -> [UInt8] {
            var result = bytes
            if self != .strip {
                result = result.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
            }
            if self != .lower { result.removeAll { Self.punctuation.contains($0) } }
            return result
        }

        /// What is neither letter, digit nor space in ASCII.
        private static let punctuation = Set("!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'".utf8)
    }

    package enum Splitting {
        case none, whitespace, character
        /// A function that gives rows of tokens.
        case function((Tensor) throws -> [[Scalar]])
    }

    private let options: Options
    package private(set) var table: TokenTable
    private var counts = TokenCounts()

    package init(_ options: Options, layer: LayerOptions, context: LayerContext) {
        self.options = options
        table = TokenTable(
            mask: options.output == .int ? .bytes("") : nil, unknown: .bytes("[UNK]"))
        super.init("TextVectorization", options: layer, context: context)
    }

    package override var memory: LayerMemory? {
        get { table.memory }
        set { if let newValue { table.memory = newValue } }
    }

    /// Replaces the tokens.
    package func set(_ tokens: [Scalar]) throws { try table.set(tokens) }

    /// Forgets the tokens that were counted.
    package func beginAdapting() { counts = TokenCounts() }

    /// Counts the words of some texts.
    package func adapt(to batch: Tensor) throws {
        for row in try tokens(in: batch.rank == 0 ? batch.expanded(at: 0) : batch) {
            counts.add(row)
        }
    }

    /// Makes the table of the words that were counted.
    package func finishAdapting() throws {
        let tokens = counts.tokens(limit: options.limit, without: table.special)
        try table.set(tokens)
        table.weigh(counts.weights(of: tokens))
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        let batch = inputs.first?.dimensions.first ?? nil
        return [batch, options.output == .int ? options.length : depth]
    }

    package override func outputDType(for input: DType) -> DType {
        options.output == .int ? .int64 : .float32
    }

    private var depth: Int {
        options.padsToLimit ? options.limit ?? table.all.count : table.all.count
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard x.dtype == .string else {
            throw LayerError.value("TextVectorization takes texts. Received: \(x.dtype.name)")
        }
        let texts = x.rank == 0 ? try x.expanded(at: 0) : x
        let words = try tokens(in: texts)
        try requireTable(for: words)
        let rows = words.map { $0.map { table.number(of: $0) ?? 0 } }
        let result = try encoded(rows)
        return x.rank == 0 ? try result.squeezed(axes: [0]) : result
    }

    /// The numbers of texts in rows of the lengths that they have; nil where rows are filled up.
    package func ragged(_ call: Call) throws -> RaggedTensor? {
        guard options.isRagged, let x = call.inputs.tensor, x.rank > 0, x.dtype == .string else {
            return nil
        }
        let words = try tokens(in: x)
        try requireTable(for: words)
        let rows = words.map { $0.map { Int64(table.number(of: $0) ?? 0) } }
        return try RaggedTensor(
            rowLengths: rows.map(\.count), flatValues: Tensor(rows.flatMap { $0 }))
    }

    /// Words have numbers once the layer was adapted or given them.
    private func requireTable(for words: [[Scalar]]) throws {
        guard !table.isSet, !context.isProbing else { return }
        let rows = words.map { row in "[\(row.map(ScalarText.repr).joined(separator: ", "))]" }
        throw LayerCallError(
            layerName: options.tableName, className: "StringLookup", cause: TokenTable.missing,
            arguments: ["inputs=<tf.RaggedTensor [\(rows.joined(separator: ", "))]>"])
    }

    private func encoded(_ rows: [[Int]]) throws -> Tensor {
        if options.output == .int {
            let length = options.length ?? rows.map(\.count).max() ?? 0
            let padded = rows.flatMap { row in
                row.prefix(length).map { Scalar.int($0) }
                    + [Scalar](repeating: .int(0), count: max(length - row.count, 0))
            }
            return Tensor(padded, shape: [rows.count, length], .int64)
        }
        let depth = depth
        let each = try rows.map { row in
            let numbers = Tensor(row.map { Scalar.int($0) }, shape: [row.count], .int64)
            return row.isEmpty
                ? Tensor(zeros: [depth], .float32)
                : try table.encoded(numbers, options.output, depth: depth)
        }
        return each.isEmpty ? Tensor(zeros: [0, depth], .float32) : try Tensor.stack(each, axis: 0)
    }

    // MARK: Words

    /// The tokens of each text.
    private func tokens(in texts: Tensor) throws -> [[Scalar]] {
        var texts = texts
        if texts.rank == 2, texts.shape[1] == 1 { texts = try texts.squeezed(axes: [1]) }
        guard texts.rank == 1 else {
            throw LayerError.value(
                "When using `TextVectorization` to tokenize strings, the input rank must be 1 or the last shape dimension must be 1. Received: inputs.shape=\(texts.shape) with rank=\(texts.rank)"
            )
        }
        return try split(options.standardize(texts)).map(grouped)
    }

    private func split(_ texts: Tensor) throws -> [[Scalar]] {
        func bytes(_ scalar: Scalar) -> [UInt8] {
            if case .bytes(let text) = scalar { text.bytes } else { [] }
        }
        switch options.splitting {
        case .none: return texts.scalars.map { [$0] }
        case .function(let function): return try function(texts)
        case .whitespace:
            return texts.scalars.map { text in
                bytes(text).split { $0 == 0x20 || (0x09...0x0D).contains($0) }
                    .map { .bytes(ByteString(Array($0))) }
            }
        case .character:
            return texts.scalars.map { text in
                String(decoding: bytes(text), as: UTF8.self).unicodeScalars
                    .map { .bytes(ByteString(String($0))) }
            }
        }
    }

    /// Words and groups of words that follow each other, joined by spaces.
    private func grouped(_ words: [Scalar]) -> [Scalar] {
        guard let groups = options.groups else { return words }
        let texts = words.map { word -> [UInt8] in
            if case .bytes(let text) = word { text.bytes } else { [] }
        }
        return groups.flatMap { length -> [Scalar] in
            guard length > 0, length <= texts.count else { return [] }
            return (0...(texts.count - length)).map { start in
                .bytes(ByteString(Array(texts[start..<start + length].joined(separator: [0x20]))))
            }
        }
    }
}
