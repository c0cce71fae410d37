import Tensors

/// A layer that is made of layers: one that a class elsewhere defines by its call.
package class Model: Layer {
    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var isModel: Bool { true }

    package override var buildsInCall: Bool { true }

    package override var callParameters: [String] { ["inputs", "training", "mask"] }

    package override func call(_ call: Call) throws -> Argument {
        throw LayerError(
            "NotImplementedError",
            "Unimplemented `tf.keras.Model.call()`: if you intend to create a `Model` with the Functional API, please provide `inputs` and `outputs` arguments. Otherwise, subclass `Model` with an overridden `call()` method."
        )
    }

    /// The layers in the order of a summary.
    package var layers: [Layer] { parts.layers }

    /// What the model says of the way its symbols go; nil where it has none.
    package var graph: Graph? { nil }

    /// Whether the weights can be listed.
    package var hasWeights: Bool { isBuilt || graph != nil }

    /// The layer of a name. Throws where there is none.
    package func layer(named name: String) throws -> Layer {
        if let found = layers.first(where: { $0.name == name }) { return found }
        let known = layers.map { "'\($0.name)'" }.joined(separator: ", ")
        throw LayerError.value("No such layer: \(name). Existing layers are: [\(known)].")
    }

    /// The layer of a number, negative ones counted from the end. Throws where there is none.
    package func layer(at index: Int) throws -> Layer {
        let layers = layers
        guard index < layers.count, index + layers.count >= 0 else {
            throw LayerError.value(
                "Was asked to retrieve layer at index \(index) but model only has \(layers.count) layers."
            )
        }
        return layers[index < 0 ? index + layers.count : index]
    }
}
