import NeuralNetworks
import PythonRuntime
import Tensors

/// What every layer has: names, weights, `build`.
enum LayerAttributes {
    static func define(_ t: TypeBuilder) {
        t.property("name") { _, value in layer(value)?.name }
        t.property("dtype") { _, value in layer(value)?.dtype.name }
        t.property("built") { _, value in layer(value)?.isBuilt }
        t.property(
            "trainable",
            set: { python, value, new in layer(value)?.isTrainable = try python.isTrue(new) }
        ) {
            _, value in layer(value)?.isTrainable
        }
        variables(t)
        t.def("build(self, input_shape)\n\nMakes the weights for inputs of a shape.") {
            (python: Interpreter, value: Value, shape: Value) -> Value in
            let lengths = try ShapeType.dimensions(shape, in: python) ?? []
            guard let layer = layer(value), !layer.isBuilt else { return .none }
            guard let features = lengths.last, features != nil else {
                throw python.valueError(
                    "The last dimension of the inputs to a `\(layer.className)` layer should be defined. Found None. Full input shape received: \(try python.str(shape))"
                )
            }
            try layer.build(Shape(lengths.map { $0 ?? 0 }))
            return .none
        }
    }

    private static func layer(_ value: Value) -> Layer? { (value.object as? LayerObject)?.layer }

    private static func variables(_ t: TypeBuilder) {
        func list(_ names: [String], _ read: @escaping (Layer) -> [Variable]) {
            for name in names {
                t.property(name) { python, value -> Value in
                    .list((layer(value).map(read) ?? []).map { $0.object(in: python) }, in: python)
                }
            }
        }
        list(["weights", "variables"]) { $0.weights }
        list(["trainable_weights", "trainable_variables"]) { $0.trainableWeights }
        list(["non_trainable_weights", "non_trainable_variables"]) { $0.nonTrainableWeights }
        t.def("get_weights(self)\n\nThe weights as NumPy arrays.") {
            (python: Interpreter, value: Value) -> Value in
            .list(
                (layer(value)?.weights ?? []).map { $0.value.copy().array(in: python) }, in: python)
        }
        t.def("set_weights(self, weights)\n\nReplaces the weights by arrays.") {
            (python: Interpreter, value: Value, weights: Value) -> Value in
            let tensors = try python.list(weights).map {
                try ArrayReader.tensor($0, face: .numPy, in: python)
            }
            try layer(value)?.setWeights(tensors, provided: python.repr(weights))
            return .none
        }
        t.def("count_params(self)\n\nThe number of weights' elements.") {
            (python: Interpreter, value: Value) -> Int in
            guard let layer = layer(value) else { return 0 }
            guard layer.isBuilt else {
                throw python.valueError(
                    "You tried to call `count_params` on layer \(layer.name), but the layer isn't built. You can build it manually via: `\(layer.name).build(batch_input_shape)`."
                )
            }
            return layer.weights.reduce(0) { $0 + $1.shape.count }
        }
    }
}
