import Tensors

/// A model that passes its input through one layer after the other.
package final class Sequential: Layer {
    package private(set) var layers: [Layer]

    package init(_ layers: [Layer] = [], layer options: LayerOptions, context: LayerContext) {
        self.layers = layers
        super.init("Sequential", options: options, context: context)
    }

    package override var children: [Layer] { layers }

    package func add(_ layer: Layer) { layers.append(layer) }

    /// Removes the last layer. Throws where there is none.
    package func removeLast() throws -> Layer {
        guard let last = layers.popLast() else {
            throw LayerError("TypeError", "There are no layers in the model.")
        }
        return last
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        let result = try layers.reduce(x) { try $1.output(for: $0, isTraining: isTraining) }
        isBuilt = true
        return result
    }
}
