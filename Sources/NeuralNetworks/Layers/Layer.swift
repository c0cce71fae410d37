import Tensors

/// A layer: weights, made when the shape of its input is known, and a function of its input.
open class Layer {
    /// The layer's name: `simple_rnn_1`.
    package let name: String
    /// Keras' class: `SimpleRNN`.
    package let className: String
    package let dtype: DType
    /// Whether optimizers change its weights.
    package var isTrainable: Bool
    package internal(set) var isBuilt = false
    package let context: LayerContext
    /// The object that stands for this layer in another room, while it lives.
    package weak var face: AnyObject?
    /// The same where the layer itself keeps it alive.
    package var keptFace: AnyObject? { didSet { face = keptFace } }
    private var ownWeights: [Variable] = []

    package init(_ className: String, options: LayerOptions, context: LayerContext) {
        self.className = className
        self.context = context
        name = options.name ?? context.uniqueName(SnakeCase.name(of: className))
        dtype = options.dtype
        isTrainable = options.isTrainable
    }

    /// The layers that this one is made of, whose weights are its own.
    package var children: [Layer] { [] }

    /// Its weights and those of its parts, in the order of their making.
    package var weights: [Variable] { ownWeights + children.flatMap(\.weights) }

    package var trainableWeights: [Variable] {
        isTrainable ? ownWeights.filter(\.isTrainable) + children.flatMap(\.trainableWeights) : []
    }

    package var nonTrainableWeights: [Variable] {
        isTrainable
            ? ownWeights.filter { !$0.isTrainable } + children.flatMap(\.nonTrainableWeights)
            : weights
    }

    /// The layer's function of one tensor, as a stack of layers applies it.
    package func output(for x: Tensor, isTraining: Bool) throws -> Tensor { x }

    /// Makes the weights for inputs of a shape; a batch of any size may be written as 0.
    package func build(_ input: Shape) throws { isBuilt = true }

    /// Makes the weights if that is still to be done, under the layer's name.
    func buildIfNeeded(_ input: Shape) throws {
        guard !isBuilt else { return }
        try build(input)
    }

    /// Adds a weight and gives it its first values.
    func addWeight(_ name: String, _ shape: Shape, _ initializer: Initializer) throws -> Variable {
        let values = try initializer.values(shape, dtype, random: context.random)
        let path = (context.scope + [name]).joined(separator: "/")
        let variable = Variable(values, name: path, tapes: context.tapes)
        ownWeights.append(variable)
        return variable
    }

    /// Replaces the values of all weights, in their order.
    package func setWeights(_ values: [Tensor], provided: String) throws {
        let weights = weights
        guard values.count == weights.count else {
            throw LayerError(
                "ValueError",
                "You called `set_weights(weights)` on layer \"\(name)\" with a weight list of length \(values.count), but the layer was expecting \(weights.count) weights. Provided weights: \(provided.prefix(50))..."
            )
        }
        for (weight, value) in zip(weights, values) where weight.shape != value.shape {
            throw LayerError(
                "ValueError",
                "Layer weight shape \(weight.shape) not compatible with provided weight shape \(value.shape)."
            )
        }
        for (weight, value) in zip(weights, values) {
            weight.assign(try value.cast(to: weight.dtype))
        }
    }
}

/// What every layer's constructor takes.
package struct LayerOptions {
    package var name: String?
    package var dtype = DType.float32
    package var isTrainable = true
    /// The input without its batch, for a model that is built at once; nil where it is not said.
    package var inputShape: [Int?]?

    package init() {}
}

/// `SimpleRNNCell` → `simple_rnn_cell`.
enum SnakeCase {
    static func name(of className: String) -> String {
        var result = ""
        let letters = Array(className)
        for (index, letter) in letters.enumerated() {
            let startsWord =
                letter.isUppercase && index > 0
                && (!letters[index - 1].isUppercase
                    || (index + 1 < letters.count && letters[index + 1].isLowercase))
            if startsWord { result += "_" }
            result += letter.lowercased()
        }
        return result
    }
}
