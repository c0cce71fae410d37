import Tensors

/// Attention by several heads: queries `N Q D`, values `N V E`, each head with its own projections.
package final class MultiHeadAttention: Layer {
    package struct Options {
        package var heads: Int
        /// The length of queries and keys in each head.
        package var keyLength: Int
        package var valueLength: Int
        /// The length of the output; nil for that of the query.
        package var outputLength: Int?
        package var dropout = 0.0
        package var usesBias = true
        package var kernelInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
        package var biasInitializer = Initializer("Zeros", .zeros)
        package var kernelRules = WeightRules()
        package var biasRules = WeightRules()

        /// Throws where a number is not positive.
        package init(heads: Int, keyLength: Int, valueLength: Int?) throws {
            guard heads > 0, keyLength > 0, (valueLength ?? 1) > 0,
                heads < 1 << 20, keyLength < 1 << 24
            else {
                throw LayerError.value(
                    "The `num_heads` and `key_dim` of MultiHeadAttention must be positive. Received: num_heads=\(heads), key_dim=\(keyLength)"
                )
            }
            self.heads = heads
            self.keyLength = keyLength
            self.valueLength = valueLength ?? keyLength
        }
    }

    package let options: Options
    private var seeds = LayerSeeds(nil)
    private var query, key, value, output: Projection?

    /// A linear map with its bias.
    private struct Projection {
        let kernel: Variable
        let bias: Variable?
    }

    package init(_ options: Options, layer: LayerOptions, context: LayerContext) {
        self.options = options
        super.init("MultiHeadAttention", options: layer, context: context)
        supportsMasking = true
    }

    package override var callParameters: [String] {
        [
            "query", "value", "key", "attention_mask", "return_attention_scores", "training",
            "use_causal_mask",
        ]
    }

    package override func build(for call: Call) throws -> Bool {
        guard let query = call.inputs.shapes.first?.innermost,
            let value = (call["value"] ?? .none).shapes.first?.innermost
        else { return true }
        let key = (call["key"] ?? .none).shapes.first?.innermost ?? value
        let (heads, length) = (options.heads, options.keyLength)
        self.query = try project("query", [query, heads, length], [heads, length])
        self.key = try project("key", [key, heads, length], [heads, length])
        self.value = try project(
            "value", [value, heads, options.valueLength], [heads, options.valueLength])
        let width = options.outputLength ?? query
        output = try project("attention_output", [heads, options.valueLength, width], [width])
        return true
    }

    private func project(_ name: String, _ kernel: Shape, _ bias: Shape) throws -> Projection {
        try context.within(name) {
            Projection(
                kernel: try addWeight(
                    "kernel", kernel, options.kernelInitializer.copy(), rules: options.kernelRules),
                bias: options.usesBias
                    ? try addWeight(
                        "bias", bias, options.biasInitializer.copy(), rules: options.biasRules)
                    : nil)
        }
    }

    package override func call(_ call: Call) throws -> Argument {
        guard let query = call.inputs.tensors.first,
            let value = try call["value"]?.tensor.map(own)
        else {
            throw LayerError(
                "TypeError",
                "MultiHeadAttention.call() missing 1 required positional argument: 'value'")
        }
        let key = try call["key"]?.tensor.map(own) ?? value
        let q = try heads(query, self.query) * (1 / Double(options.keyLength).squareRoot())
        let k = try heads(key, self.key)
        let v = try heads(value, self.value)
        var scores = try q.matmul(k, transposeB: true)
        if let mask = try mask(call, query, value, key, scores) {
            scores = try scores + (1 - mask.cast(to: scores.dtype)) * -1e9
        }
        let weights = try scores.softmax()
        var dropped = weights
        if options.dropout > 0, call.isTraining == true {
            dropped = try Dropout.apply(
                weights, rate: options.dropout,
                random: context.random.tensorflow.operation(seed: seeds.next()))
        }
        let result = try joined(dropped.matmul(v))
        return call.flag("return_attention_scores")
            ? .tuple([.tensor(result), .tensor(weights)]) : .tensor(result)
    }

    /// Floats of other widths become the layer's own.
    private func own(_ x: Tensor) throws -> Tensor {
        guard x.dtype.isFloating, x.dtype != dtype else { return x }
        let result = try x.cast(to: dtype)
        result.mask = x.mask
        return result
    }

    /// `N T D` as `N H T K`.
    private func heads(_ x: Tensor, _ projection: Projection?) throws -> Tensor {
        guard let projection else { return x }
        let kernel = projection.kernel.value
        let (count, length) = (kernel.shape[1], kernel.shape[2])
        let flat = try kernel.reshaped(to: [kernel.shape[0], count * length])
        let rows = try x.compacted().reshaped(to: [x.shape[0] * x.shape[1], x.shape.innermost])
        var result = try rows.matmul(flat).reshaped(to: [x.shape[0], x.shape[1], count, length])
        if let bias = projection.bias { result = try result + bias.value }
        return try result.transposed([0, 2, 1, 3]).compacted()
    }

    /// `N H T K` as `N T O`.
    private func joined(_ x: Tensor) throws -> Tensor {
        guard let output else { return x }
        let kernel = output.kernel.value
        let width = kernel.shape[2]
        let (batch, steps) = (x.shape[0], x.shape[2])
        let rows = try x.transposed([0, 2, 1, 3]).compacted().reshaped(
            to: [batch * steps, kernel.shape[0] * kernel.shape[1]])
        let flat = try kernel.reshaped(to: [kernel.shape[0] * kernel.shape[1], width])
        let result = try rows.matmul(flat).reshaped(to: [batch, steps, width])
        return try output.bias.map { try result.addingBias($0.value) } ?? result
    }

    /// Which keys each query may look at, `N 1 Q V`; nil for all.
    private func mask(
        _ call: Call, _ query: Tensor, _ value: Tensor, _ key: Tensor, _ scores: Tensor
    ) throws -> Tensor? {
        var parts: [Tensor] = []
        if let mask = query.mask { parts.append(try mask.expanded(at: -1)) }
        for mask in [value.mask, key === value ? nil : key.mask].compactMap({ $0 }) {
            parts.append(try mask.expanded(at: -2))
        }
        if call.flag("use_causal_mask") {
            parts.append(
                try CausalMask.mask(
                    queries: scores.shape[scores.rank - 2], keys: scores.shape.innermost))
        }
        if let mask = call["attention_mask"]?.tensor { parts.append(try mask.cast(to: .bool)) }
        guard let first = parts.first else { return nil }
        let whole = try parts.dropFirst().reduce(first) { try $0.and($1) }
        return whole.rank == 3 ? try whole.expanded(at: 1) : whole
    }
}
