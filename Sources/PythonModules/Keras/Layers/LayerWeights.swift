import NeuralNetworks
import PythonRuntime
import Tensors

/// The weights of a layer, as Python reads and writes them.
enum LayerWeights {
    static func define(_ t: TypeBuilder) {
        func list(_ names: [String], _ read: @escaping (Layer) -> [Variable]) {
            for name in names {
                t.property(name) { python, value -> Value in
                    let layer = try LayerType.layer(value, python)
                    try requireWeights(layer)
                    return .list(read(layer).map { $0.object(in: python) }, in: python)
                }
            }
        }
        list(["weights", "variables"]) { $0.weights }
        list(["trainable_weights", "trainable_variables"]) { $0.trainableWeights }
        list(["non_trainable_weights", "non_trainable_variables"]) { $0.nonTrainableWeights }
        t.property("losses") { python, value -> Value in
            let losses = try LayerType.layer(value, python).losses()
            return .list(losses.map { $0.object(in: python) }, in: python)
        }
        t.def("get_weights(self)\n\nThe weights as NumPy arrays.") {
            (python: Interpreter, value: Value) -> Value in
            let layer = try LayerType.layer(value, python)
            try requireWeights(layer)
            return .list(layer.weights.map { $0.value.copy().array(in: python) }, in: python)
        }
        t.def("set_weights(self, weights)\n\nReplaces the weights by arrays.") {
            (python: Interpreter, value: Value, weights: Value) -> Value in
            let tensors = try python.list(weights).map {
                try ArrayReader.tensor($0, face: .numPy, in: python)
            }
            try LayerType.layer(value, python).setWeights(tensors, provided: python.str(weights))
            return .none
        }
        t.def("count_params(self)\n\nThe number of weights' elements.") {
            (python: Interpreter, value: Value) -> Int in
            let layer = try LayerType.layer(value, python)
            guard layer.isBuilt || (layer as? Model)?.graph != nil else {
                throw python.valueError(
                    "You tried to call `count_params` on layer \(layer.name), but the layer isn't built. You can build it manually via: `\(layer.name).build(batch_input_shape)`."
                )
            }
            return layer.weights.reduce(0) { $0 + $1.shape.count }
        }
    }

    /// A stack of layers has no weights before it knows its input.
    private static func requireWeights(_ layer: Layer) throws {
        guard let model = layer as? Sequential, !model.hasWeights, !model.layers.isEmpty else {
            return
        }
        throw LayerError.value(
            "Weights for model '\(layer.name)' have not yet been created. Weights are created when the model is first called on inputs or `build()` is called with an `input_shape`."
        )
    }
}
