import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.layers.Layer`: what every layer has.
enum LayerType {
    static func define(_ t: TypeBuilder) {
        construction(t)
        LayerCalling.define(t)
        facts(t)
        building(t)
        LayerWeights.define(t)
        LayerConfiguration.define(t)
        LayerShapes.define(t)
        LayerFacts.define(t)
    }

    static func layer(_ value: Value, _ python: Interpreter) throws -> Layer {
        if let layer = value.layer { return layer }
        let name = python.typeName(value)
        throw python.error(
            "RuntimeError",
            "It looks like you are subclassing `Layer` and you forgot to call `super().__init__()` in `\(name).__init__()`."
        )
    }

    private static func construction(_ t: TypeBuilder) {
        t.documents(
            "Layer(trainable=True, name=None, dtype=None, dynamic=False, **kwargs)\n\nThe class that all layers come from."
        )
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else { return .none }
            let object = LayerObject(type: type)
            object.initArguments = arguments
            return .object(object)
        }
        let function = NativeFunction(
            "__init__(self, trainable=True, name=None, dtype=None, dynamic=False, **kwargs)",
            owner: "Layer", pythonWording: true, .none { _ in .none }, in: t.python)
        t.variadic(.`init`) { python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            let values = try function.bind(arguments.prepending(value), in: python)
            object.layer = Layer(
                object.type.name, options: try options(Array(values.dropFirst()), in: python),
                context: .of(python))
            return .none
        }
        t.ternary(.setattr) { python, value, name, new -> Value in
            try setAttribute(value, name.text ?? "", new, in: python)
            return .none
        }
    }

    /// Sets an attribute; plain lists become those that Keras keeps an eye on.
    static func setAttribute(
        _ value: Value, _ name: String, _ new: Value, in python: Interpreter
    ) throws {
        var new = new
        if let list = new.object as? ListObject, list.type === python.types.list {
            new = ListWrapper.value(list.items, in: python)
        }
        try python.setOrdinaryAttribute(value, name, new)
    }

    /// The options in `trainable, name, dtype, dynamic, **kwargs`.
    private static func options(_ values: [Value], in python: Interpreter) throws -> LayerOptions {
        var options = LayerOptions()
        if let keywords = values.last?.object as? DictionaryObject {
            let extra = try LayerKeywords.read(
                keywords, &options, layer: "Layer", parameters: [], in: python)
            if let regularizer = extra["activity_regularizer"], !regularizer.isNone {
                options.activityPenalty = { tensor in
                    try TensorType.tensor(
                        python.call(regularizer, [tensor.object(in: python)]), python)
                }
            }
        }
        options.isTrainable = try python.isTrue(values[0])
        options.name = values[1].text
        if !values[2].isNone {
            options.dtype = try DTypeArgument.from(values[2], in: python).dtype
        }
        return options
    }

    private static func facts(_ t: TypeBuilder) {
        t.property("name") { python, value in try layer(value, python).name }
        t.property(
            "_name", set: { python, value, new in try layer(value, python).name = new.text ?? "" }
        ) { python, value in try layer(value, python).name }
        t.property("dtype") { python, value in try layer(value, python).dtype.name }
        t.property("compute_dtype") { python, value in try layer(value, python).dtype.name }
        t.property("variable_dtype") { python, value in try layer(value, python).dtype.name }
        t.property("dynamic") { _, _ in false }
        t.property(
            "built", set: { python, value, new in value.layer?.isBuilt = try python.isTrue(new) }
        ) { python, value in value.layer?.isBuilt ?? false }
        t.property(
            "trainable",
            set: { python, value, new in value.layer?.setTrainable(try python.isTrue(new)) }
        ) { python, value in value.layer?.isTrainable ?? true }
        t.property(
            "supports_masking",
            set: { python, value, new in value.layer?.supportsMasking = try python.isTrue(new) }
        ) { python, value in value.layer?.supportsMasking ?? false }
        t.property(
            "stateful",
            set: { python, value, new in
                value.layer(as: RNN.self)?.sequence.isStateful = try python.isTrue(new)
            }
        ) { python, value in value.layer(as: RNN.self)?.sequence.isStateful ?? false }
        t.binary(.getattr) { python, value, name -> Value in
            let text = name.text ?? ""
            if let weight = value.layer?.weight(named: text) {
                return weight.object(in: python)
            }
            throw python.missingAttribute(value, text)
        }
    }

    private static func building(_ t: TypeBuilder) {
        t.def("build(self, input_shape)\n\nMakes the weights for inputs of a shape.") {
            (python: Interpreter, value: Value, shape: Value) -> Value in
            let layer = try layer(value, python)
            let shapes = try ArgumentValues.shapes(shape, in: python)
            if layer is Model { try ModelType.build(layer, shapes, in: python) }
            guard !layer.isBuilt else { return .none }
            try layer.build(shapes.shapes)
            layer.builtShapes = shapes.shapes
            layer.isBuilt = true
            return .none
        }
        t.raw(
            "add_weight(self, name=None, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, **kwargs)\n\nAdds a variable to the layer."
        ) { python, arguments in try AddWeight(arguments, python).run() }
        t.def("add_loss(self, losses, **kwargs)\n\nAdds a penalty to the loss.") {
            (python: Interpreter, value: Value, losses: Value, _: Value) -> Value in
            let layer = try layer(value, python)
            let given = losses.object is ListObject ? try python.list(losses) : [losses]
            for loss in given { try Recording.add(loss, to: layer, in: python) }
            return .none
        }
        t.def("add_metric(self, value, name=None, **kwargs)\n\nFollows the mean of a tensor.") {
            (python: Interpreter, value: Value, given: Value, name: String?, _: Value) -> Value in
            guard let name else {
                throw python.valueError(
                    "Please provide a name for your metric like `self.add_metric(tf.reduce_sum(inputs), name='mean_activation')`"
                )
            }
            try Recording.add(given, named: name, to: LayerType.layer(value, python), in: python)
            return .none
        }
    }
}
