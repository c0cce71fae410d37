import Tensors

/// Numbers for tokens, or tokens for numbers: StringLookup and IntegerLookup.
package final class TokenLookup: Layer {
    package struct Options {
        package var limit: Int?
        package var inverts = false
        package var output = TokenTable.Output.int
        package var padsToLimit = false

        package init() {}
    }

    package private(set) var table: TokenTable
    private let options: Options
    private let tokenType: DType
    private var counts = TokenCounts()

    package init(
        _ className: String, _ options: Options, table: TokenTable, tokens: DType,
        layer: LayerOptions, context: LayerContext
    ) {
        self.options = options
        self.table = table
        tokenType = tokens
        super.init(className, options: layer, context: context)
    }

    package override var memory: LayerMemory? {
        get { table.memory }
        set { if let newValue { table.memory = newValue } }
    }

    /// Replaces the tokens.
    package func set(_ tokens: [Scalar]) throws { try table.set(tokens) }

    /// Forgets the tokens that were counted.
    package func beginAdapting() { counts = TokenCounts() }

    /// Counts the tokens of a batch.
    package func adapt(to batch: Tensor) throws {
        let values = try batch.cast(to: tokenType)
        guard values.rank > 1 else { return counts.add(values.scalars) }
        for row in try values.unstacked(axis: 0) { counts.add(row.scalars) }
    }

    /// Makes the table of the tokens that were counted.
    package func finishAdapting() throws {
        let tokens = counts.tokens(limit: options.limit, without: table.special)
        try table.set(tokens)
        table.weigh(counts.weights(of: tokens))
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        options.output == .int ? inputs.first : nil
    }

    package override func outputDType(for input: DType) -> DType {
        options.inverts ? tokenType : .int64
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        options.inverts ? try tokens(x) : try numbers(x)
    }

    private func tokens(_ x: Tensor) throws -> Tensor {
        let all = table.all
        let unknown = table.unknown ?? .bytes("")
        let tokens = x.scalars.map { all.indices.contains($0.int) ? all[$0.int] : unknown }
        return Tensor(tokens, shape: x.shape, tokenType)
    }

    private func numbers(_ x: Tensor) throws -> Tensor {
        guard x.dtype == .string ? tokenType == .string : tokenType != .string else {
            throw LayerError(
                "TypeError",
                "\(className) takes \(tokenType.name) values. Received: \(x.dtype.name)")
        }
        guard table.isSet || context.isProbing else { throw TokenTable.missing }
        let numbers = try x.scalars.map { token in
            guard let number = table.number(of: token.asToken) else {
                let unknown = x.scalars.filter { table.number(of: $0.asToken) == nil }
                let shown = unknown.map { token in
                    if case .bytes(let text) = token { "\"\(text.text)\"" } else { "\(token.int)" }
                }
                throw FaceError(
                    "InvalidArgumentError",
                    "Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'When `num_oov_indices=0` all inputs should be in vocabulary, found OOV values [\(shown.joined(separator: " "))], consider setting `num_oov_indices=1`.'"
                )
            }
            return Scalar.int(number)
        }
        let result = Tensor(numbers, shape: x.shape, .int64)
        let depth = options.padsToLimit ? options.limit ?? table.all.count : table.all.count
        return try table.encoded(result, options.output, depth: depth)
    }
}

extension Scalar {
    /// The same number whatever the width it was stored in.
    var asToken: Scalar {
        if case .bytes = self { self } else { .int(int) }
    }
}
