import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.Sequential`.
enum SequentialType {
    static func define(_ t: TypeBuilder) {
        t.documents(
            "Sequential(layers=None, name=None)\n\nA model of layers that follow each other.")
        let function = NativeFunction(
            "__init__(self, layers=None, name=None)", owner: "Sequential", pythonWording: true,
            .none { _ in .none }, in: t.python)
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else { return .none }
            let object = LayerObject(type: type)
            object.initArguments = arguments
            return .object(object)
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            let values = try function.bind(arguments.prepending(value), in: python)
            var options = LayerOptions(name: values[2].text)
            if options.name == nil {
                options.name = LayerContext.of(python).uniqueName(
                    SnakeCase.name(of: object.type.name))
            }
            let model = try Sequential([], layer: options, context: .of(python))
            model.className = object.type.name
            object.layer = model
            guard !values[1].isNone else { return .none }
            let isSequence = values[1].object is ListObject || values[1].object is TupleObject
            for item in isSequence ? try python.list(values[1]) : [values[1]] {
                try model.add(layer(item, python))
            }
            return .none
        }
        t.def("add(self, layer)\n\nAdds a layer behind the others.") {
            (python: Interpreter, value: Value, new: Value) -> Value in
            try sequential(value, python).add(layer(new, python))
            return .none
        }
        t.def("pop(self)\n\nRemoves the last layer.") {
            (python: Interpreter, value: Value) -> Value in
            try sequential(value, python).removeLast()
            return .none
        }
    }

    private static func sequential(_ value: Value, _ python: Interpreter) throws -> Sequential {
        if let model = value.layer(as: Sequential.self) { return model }
        _ = try ModelType.model(value, python)
        throw python.typeError("A Sequential model is needed.")
    }

    /// The layer in a value: a layer, or the layer of an input's symbol.
    private static func layer(_ value: Value, _ python: Interpreter) throws -> Layer {
        if let symbol = (value.object as? KerasTensorObject)?.symbol,
            symbol.layer is InputLayer
        {
            return symbol.layer
        }
        if value.object is LayerObject { return try LayerType.layer(value, python) }
        throw python.typeError(
            "The added layer must be an instance of class Layer. Received: layer=\(try python.str(value)) of type \(try python.repr(.object(python.type(of: value))))."
        )
    }
}
