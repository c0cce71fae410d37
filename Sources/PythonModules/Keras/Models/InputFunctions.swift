import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.Input` and `InputLayer`.
enum InputFunctions {
    static let literal =
        "Input(shape=None, batch_size=None, name=None, dtype=None, sparse=None, tensor=None, ragged=None, type_spec=None, **kwargs)\n\nA symbol that stands for the data a model will be given."

    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        m.def(literal, input)
        let t = TypeBuilder(types.inputLayer, pythonWording: true, in: m.python)
        let function = NativeFunction(
            "__init__(self, input_shape=None, batch_size=None, dtype=None, input_tensor=None, sparse=None, name=None, ragged=None, type_spec=None, **kwargs)",
            owner: "InputLayer", pythonWording: true, .none { _ in .none }, in: m.python)
        t.variadic(.`init`) { python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            let values = try function.bind(arguments.prepending(value), in: python)
            object.layer = try layer(
                shape: values[1], batch: values[2], name: values[6], dtype: values[3],
                keywords: values[9], in: python)
            return .none
        }
    }

    private static func input(
        _ python: Interpreter, shape: Value, batch: Value, name: Value, dtype: Value, _: Value,
        _: Value, _: Value, _: Value, keywords: Value
    ) throws -> Value {
        let layer = try layer(
            shape: shape, batch: batch, name: name, dtype: dtype, keywords: keywords, in: python)
        _ = try LayerObjects.object(of: layer, in: python)
        return KerasTensorObject.value(layer.symbol, in: python)
    }

    private static func layer(
        shape: Value, batch: Value, name: Value, dtype: Value, keywords: Value,
        in python: Interpreter
    ) throws -> InputLayer {
        let keywords = keywords.object as? DictionaryObject
        let length = batch.isNone ? nil : try python.index(batch)
        var whole: PartialShape?
        if let given = keywords?["batch_shape"] ?? keywords?["batch_input_shape"] {
            whole = PartialShape(try ShapeType.dimensions(given, in: python) ?? [])
        } else if !shape.isNone {
            // A number alone is the only length.
            if let single = shape.integer {
                whole = [length, single]
            } else {
                whole = PartialShape([length] + (try ShapeType.dimensions(shape, in: python) ?? []))
            }
        }
        guard let whole else {
            throw python.valueError(
                "Please provide to Input a `shape` or a `tensor` or a `type_spec` argument. Note that `shape` does not include the batch dimension."
            )
        }
        let type = try dtype.isNone ? .float32 : DTypeArgument.from(dtype, in: python).dtype
        return InputLayer(shape: whole, dtype: type, name: name.text, context: .of(python))
    }
}
