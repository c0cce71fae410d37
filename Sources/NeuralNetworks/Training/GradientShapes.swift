import Tensors

/// Which weights have gradients whose shapes a compiled step does not know: TensorFlow's graphs rearrange products only
/// where it does.
struct GradientShapes {
    /// The weights whose gradients have no known shape.
    private(set) var unknown: Set<ObjectIdentifier> = []
    /// Whether what the last layer gave has a known shape, in a model without a graph.
    private var isKnown = true
    private var known: [ObjectIdentifier: Bool] = [:]

    init(_ model: Model) { visit(model) }

    private mutating func visit(_ model: Model) {
        guard let graph = model.graph else {
            for layer in model.layers { isKnown = visit(layer, takingKnown: isKnown) }
            return
        }
        for node in graph.nodes {
            let inputs = node.inputs.map { known[ObjectIdentifier($0.node)] ?? isKnown }
            known[ObjectIdentifier(node)] = visit(node.layer, takingKnown: !inputs.contains(false))
        }
        isKnown = graph.outputs.symbols.allSatisfy { known[ObjectIdentifier($0.node)] ?? true }
    }

    /// Takes in a layer, and tells whether what it gives has a known shape.
    private mutating func visit(_ layer: Layer, takingKnown: Bool) -> Bool {
        switch layer {
        case let model as Model:
            let outer = isKnown
            isKnown = takingKnown
            visit(model)
            defer { isKnown = outer }
            return isKnown
        case let layer as RNN: return visit([layer])
        case let layer as Bidirectional: return visit([layer.forward, layer.backward])
        case let layer as Dense:
            // Rows of more than one axis are flattened first, by shapes that are known.
            let isFlat = layer.builtShapes.first.map { $0.rank == 2 } ?? true
            if !takingKnown, isFlat, let kernel = layer.ownWeights.first?.variable {
                unknown.insert(ObjectIdentifier(kernel))
            }
            return true
        default: return takingKnown || Self.shaping.contains(layer.className)
        }
    }

    /// Loops and functions hide the shapes of what they gather.
    private mutating func visit(_ layers: [RNN]) -> Bool {
        for layer in layers where !layer.sequence.unrolls {
            for weight in layer.weights { unknown.insert(ObjectIdentifier(weight)) }
        }
        return !layers.contains(where: \.hidesShapes)
    }

    /// The classes of layers that give results of shapes that are known whatever they take.
    private static let shaping: Set = [
        "Flatten", "Reshape", "TimeDistributed", "Embedding", "Conv1D", "RepeatVector",
    ]
}
