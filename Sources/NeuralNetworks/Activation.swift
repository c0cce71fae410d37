import Tensors

/// A function that a layer applies to each of its outputs.
package struct Activation: Sendable {
    /// Keras' name of the function: `tanh`.
    package let name: String
    private let function: @Sendable (Tensor) throws -> Tensor
    /// The function as it is computed together with a matrix product; nil where that makes no difference.
    private let fused: (@Sendable (Tensor) throws -> Tensor)?
    /// The function as a graph computes it; nil where that makes no difference.
    private let inGraph: (@Sendable (Tensor) throws -> Tensor)?

    /// A function with a name of its own.
    package init(
        _ name: String, fused: (@Sendable (Tensor) throws -> Tensor)? = nil,
        inGraph: (@Sendable (Tensor) throws -> Tensor)? = nil,
        _ function: @escaping @Sendable (Tensor) throws -> Tensor
    ) {
        self.name = name
        self.function = function
        self.fused = fused
        self.inGraph = inGraph
    }

    package func callAsFunction(_ x: Tensor) throws -> Tensor { try function(x) }

    /// The function as the program that runs computes it: eagerly, or in a graph.
    func callAsFunction(_ x: Tensor, in context: LayerContext) throws -> Tensor {
        try (context.isCompiled ? inGraph ?? function : function)(x)
    }

    /// The function of a biased product of matrices that it is one operation with.
    func ofProduct(_ x: Tensor) throws -> Tensor { try (fused ?? inGraph ?? function)(x) }

    package static let linear = Activation("linear") { $0 }
    package static let tanh = Activation(
        "tanh", fused: { try UnaryOperation.fusedTanh($0) }
    ) { try UnaryOperation.tanh($0) }
    package static let sigmoid = Activation(
        "sigmoid", fused: { x in try keepingLogits(x) { try UnaryOperation.fusedSigmoid($0) } }
    ) { x in
        try keepingLogits(x) { try UnaryOperation.sigmoid($0) }
    }

    /// The result of `body`, which remembers what it was made from: see `Tensor.logits`.
    private static func keepingLogits(
        _ x: Tensor, _ body: (Tensor) throws -> Tensor
    ) rethrows -> Tensor {
        let result = try body(x)
        result.logits = x
        return result
    }

    /// All activations of Keras, by name.
    package static let all: [String: Activation] = Dictionary(
        uniqueKeysWithValues: [
            linear, tanh, sigmoid,
            Activation("relu") { try UnaryOperation.relu($0) },
            // TensorFlow's own slope, which Keras' layer of the name does not have.
            Activation("leaky_relu") { x in try BinaryOperation.maximum(x * 0.2, x) },
            Activation("relu6") { x in try x.clipped(to: x.scalar(0), x.scalar(6)) },
            Activation("log_softmax") { try $0.logSoftmax() },
            Activation("elu") { try UnaryOperation.elu($0) },
            Activation("selu") { try UnaryOperation.selu($0) },
            Activation("softplus") { try UnaryOperation.softplus($0) },
            Activation("softsign") { try UnaryOperation.softsign($0) },
            Activation("softmax") { x in try keepingLogits(x) { try $0.softmax() } },
            swish,
            Activation("gelu", inGraph: { try $0.gelu(inGraph: true) }) { try $0.gelu() },
            Activation("hard_sigmoid") { try $0.hardSigmoid() },
            Activation("mish") { x in try x * UnaryOperation.tanh(UnaryOperation.softplus(x)) },
            Activation("exponential") { try UnaryOperation.exp($0) },
        ].map { ($0.name, $0) } + [("silu", swish)])

    private static let swish = Activation("swish") { try $0.swish() }
}
