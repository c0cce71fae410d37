import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.Sequential`.
enum SequentialType {
    static func define(_ t: TypeBuilder) {
        t.constructor(
            "__init__(layers=None, name=None)\n\nA model of layers that follow each other."
        ) { python, type, values in
            var options = LayerOptions()
            options.name = values[1].text
            let given = values[0].isNone ? [] : try python.list(values[0])
            let layers = try given.map { try layer($0, python) }
            let object = LayerObject(
                Sequential(layers, layer: options, context: .of(python)), type: type)
            object.setAttribute("_layer_objects", .list(given, in: python))
            return .object(object)
        }
        t.variadic(.call) { python, value, arguments -> Value in
            guard let model = value.layer(as: Sequential.self) else { return .none }
            return try LayerCall(model, python).run(
                arguments, "call(self, inputs, training=None, mask=None)"
            ) { values in
                let x = try TensorType.tensor(values[0], python)
                return try model.output(for: x, isTraining: python.isTrue(values[1])).object(
                    in: python)
            }
        }
        t.def("add(self, layer)\n\nAdds a layer behind the others.") {
            (python: Interpreter, value: Value, new: Value) -> Value in
            value.layer(as: Sequential.self)?.add(try layer(new, python))
            try objects(value)?.append(new)
            return .none
        }
        t.def("pop(self)\n\nRemoves the last layer.") {
            (python: Interpreter, value: Value) -> Value in
            _ = try value.layer(as: Sequential.self)?.removeLast()
            if let objects = try objects(value), objects.count > 0 {
                _ = objects.remove(at: objects.count - 1)
            }
            return .none
        }
        t.property("layers") { python, value -> Value in
            .list(try objects(value)?.items ?? [], in: python)
        }
    }

    private static func objects(_ value: Value) throws -> ListObject? {
        (value.object as? LayerObject)?.attribute("_layer_objects")?.object as? ListObject
    }

    private static func layer(_ value: Value, _ python: Interpreter) throws -> Layer {
        if let object = value.object as? LayerObject { return object.layer }
        throw python.typeError(
            "The added layer must be an instance of class Layer. Received: layer=\(try python.str(value)) of type \(try python.repr(.object(python.type(of: value))))."
        )
    }
}
