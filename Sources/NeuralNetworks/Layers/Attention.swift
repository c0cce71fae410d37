import Tensors

/// Attention of queries `N Q D` to values `N V D` by their keys `N V D`.
package final class Attention: SeededLayer {
    package enum Score: Sendable {
        /// The product of a query and a key.
        case product
        /// The sum of tanh of a query and a key together.
        case sum
    }

    private let score: Score
    private let isAdditive: Bool
    private let usesScale: Bool
    private let dropout: Double
    private var scale: Variable?
    private var concatScale: Variable?

    /// `AdditiveAttention` where the score is a sum and `isAdditive`, else `Attention`.
    package init(
        _ score: Score, isAdditive: Bool, usesScale: Bool, dropout: Double, seed: Int? = nil,
        layer: LayerOptions, context: LayerContext
    ) {
        self.score = score
        self.isAdditive = isAdditive
        self.usesScale = usesScale
        self.dropout = dropout
        super.init(
            isAdditive ? "AdditiveAttention" : "Attention", seed: seed, options: layer,
            context: context)
    }

    package override var callParameters: [String] {
        ["inputs", "mask", "training", "return_attention_scores", "use_causal_mask"]
    }

    package override func build(_ inputs: [PartialShape]) throws {
        if isAdditive {
            guard usesScale, let length = inputs.first?.innermost else { return }
            scale = try addWeight(
                "scale", [length], Initializer("GlorotUniform", .scaled(.glorotUniform)))
            return
        }
        if usesScale { scale = try addWeight("scale", .scalar, Initializer("Ones", .ones)) }
        if score == .sum {
            concatScale = try addWeight(
                "concat_score_weight", .scalar, Initializer("Ones", .ones))
        }
    }

    package override func call(_ call: Call) throws -> Argument {
        let inputs = call.inputs.tensors
        guard inputs.count == 2 || inputs.count == 3 else {
            guard case .list = call.inputs else {
                throw LayerError.value(
                    "\(className) layer must be called on a list of inputs, namely [query, value] or [query, value, key]. Received: \(inputs.first.map { ArrayText().str($0) } ?? "")."
                )
            }
            throw LayerError.value(
                "\(className) layer accepts inputs list of length 2 or 3, namely [query, value] or [query, value, key]. Received length: \(inputs.count)."
            )
        }
        let (query, value, key) = (inputs[0], inputs[1], inputs.last ?? inputs[1])
        let masks = call.mask.items
        let scores = try masked(
            scores(query, inputs.count == 3 ? key : value),
            valueMask: masks.dropFirst().first?.tensor,
            isCausal: call.flag("use_causal_mask"))
        var weights = try scores.softmax()
        if dropout > 0, call.isTraining == true {
            weights = try Dropout.apply(
                weights, rate: dropout,
                random: context.random.tensorflow.operation(seed: seeds.next()))
        }
        var result = try weights.matmul(value)
        if let mask = masks.first?.tensor {
            result = try result * mask.cast(to: result.dtype).expanded(at: -1)
        }
        return call.flag("return_attention_scores")
            ? .tuple([.tensor(result), .tensor(weights)]) : .tensor(result)
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument {
        mask.items.first ?? .none
    }

    private func scores(_ query: Tensor, _ key: Tensor) throws -> Tensor {
        if score == .product {
            let scores = try query.matmul(key, transposeB: true)
            return try scale.map { try scores * $0.value } ?? scores
        }
        var sum = try query.expanded(at: -2) + key.expanded(at: -3)
        if isAdditive {
            sum = try UnaryOperation.tanh(sum)
            return try (scale.map { try $0.value * sum } ?? sum).sum(axes: [-1])
        }
        sum = try UnaryOperation.tanh(scale.map { try $0.value * sum } ?? sum)
        let total = try sum.sum(axes: [-1])
        return try concatScale.map { try $0.value * total } ?? total
    }

    private func masked(_ scores: Tensor, valueMask: Tensor?, isCausal: Bool) throws -> Tensor {
        var kept: Tensor?
        if let valueMask { kept = try valueMask.cast(to: .bool).expanded(at: -2) }
        if isCausal {
            let causal = try CausalMask.mask(
                queries: scores.shape[scores.rank - 2], keys: scores.shape.innermost)
            kept = try kept.map { try $0.and(causal) } ?? causal
        }
        guard let kept else { return scores }
        return try scores - kept.not().cast(to: scores.dtype) * 1e9
    }
}

/// Which keys a query may look at that must not see the future.
enum CausalMask {
    /// True at and below the diagonal, `1 Q K`.
    static func mask(queries: Int, keys: Int) throws -> Tensor {
        let ones = try Tensor.filled([queries, keys], with: .int(1), .float32)
        return try ones.band(below: -1, above: 0).cast(to: .bool).expanded(at: 0)
    }
}

extension Call {
    /// A truth value among the keywords.
    func flag(_ name: String) -> Bool {
        self[name]?.tensor?.scalars.first?.isTrue ?? false
    }
}
