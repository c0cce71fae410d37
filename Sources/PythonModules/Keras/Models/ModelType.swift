import NeuralNetworks
import PythonRuntime
import Tensors

/// `keras.Model`.
enum ModelType {
    static func define(_ t: TypeBuilder, _ types: LayerTypes) {
        construction(t, types)
        let binding = LayerCallBinding(
            "call(self, inputs, training=None, mask=None)", owner: "Model", in: t.python)
        types.bindings[ObjectIdentifier(types.functional)] = binding
        types.bindings[ObjectIdentifier(types.model)] = binding
        layers(t)
        t.property("inputs") { python, value -> Value in
            let graph = (try model(value, python)).graph
            return try graph.map {
                .list(
                    try $0.inputs.symbols.map { try ArgumentValues.value(.symbol($0), in: python) },
                    in: python)
            } ?? .none
        }
        t.property("outputs") { python, value -> Value in
            let graph = (try model(value, python)).graph
            return try graph.map {
                .list(
                    try $0.outputs.symbols.map {
                        try ArgumentValues.value(.symbol($0), in: python)
                    },
                    in: python)
            } ?? .none
        }
        SummaryFunction.define(t)
        ModelTraining.define(t)
        ModelSaving.define(t)
    }

    static func model(_ value: Value, _ python: Interpreter) throws -> Model {
        if let model = value.layer(as: Model.self) { return model }
        throw python.error(
            "RuntimeError",
            "It looks like you are subclassing `Model` and you forgot to call `super().__init__()`. Always start with this line."
        )
    }

    // MARK: Making

    private static func construction(_ t: TypeBuilder, _ types: LayerTypes) {
        t.documents(
            "Model(inputs, outputs, name=None)\n\nA model of the calls between inputs and outputs, or the class that models extend."
        )
        t.variadic(.new) { python, type, arguments -> Value in
            guard var type = type.object as? TypeObject else { return .none }
            if type === types.model, isFunctional(arguments) { type = types.functional }
            let object = LayerObject(type: type)
            object.initArguments = arguments
            return .object(object)
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            object.layer =
                isFunctional(arguments)
                ? try functional(arguments, object, in: python)
                : try subclassed(arguments, object, in: python)
            return .none
        }
        t.ternary(.setattr) { python, value, name, new -> Value in
            let name = name.text ?? ""
            if value.layer == nil, new.object is LayerObject || new.object is VariableObject {
                _ = try model(value, python)
            }
            try LayerType.setAttribute(value, name, new, in: python)
            return .none
        }
    }

    private static func isFunctional(_ arguments: Arguments) -> Bool {
        arguments.positional.count >= 2
            || (arguments.positional.count == 1
                && arguments.keywords.contains { $0.name == "outputs" })
            || arguments.keywords.contains { $0.name == "inputs" || $0.name == "input" }
    }

    private static func functional(
        _ arguments: Arguments, _ object: LayerObject, in python: Interpreter
    ) throws -> Layer {
        let function = NativeFunction(
            "__init__(self, inputs, outputs, name=None, trainable=True, **kwargs)",
            owner: "Functional", pythonWording: true, .none { _ in .none }, in: python)
        let values = try function.bind(arguments.prepending(.object(object)), in: python)
        var options = LayerOptions()
        options.name = values[3].text
        options.isTrainable = try python.isTrue(values[4])
        let isOwn = object.type === LayerTypes.of(python).functional
        if options.name == nil {
            options.name = LayerContext.of(python).uniqueName(
                isOwn ? "model" : SnakeCase.name(of: object.type.name))
        }
        let inputs = try symbols(values[1], "input", in: python)
        let outputs = try symbols(values[2], "output", in: python)
        return try Functional(
            inputs: inputs, outputs: outputs, layer: options, className: object.type.name,
            context: .of(python))
    }

    private static func symbols(
        _ value: Value, _ what: String, in python: Interpreter
    ) throws -> Argument {
        let argument = try ArgumentValues.argument(value, in: python)
        for leaf in argument.leaves {
            guard leaf.symbol == nil else { continue }
            throw python.valueError(
                what == "input"
                    ? "Found unexpected instance while processing input tensors for keras functional model. Expecting KerasTensor which is from tf.keras.Input() or output from keras layer call(). Got: \(try python.format(ArgumentValues.value(leaf, in: python), ""))"
                    : "Output tensors of a Functional model must be the output of a TensorFlow `Layer` (thus holding past layer metadata). Found: \(try python.format(ArgumentValues.value(leaf, in: python), ""))"
            )
        }
        return argument
    }

    private static func subclassed(
        _ arguments: Arguments, _ object: LayerObject, in python: Interpreter
    ) throws -> Layer {
        let function = NativeFunction(
            "__init__(self, *args, **kwargs)", owner: "Model", pythonWording: true,
            .none { _ in .none }, in: python)
        let values = try function.bind(arguments.prepending(.object(object)), in: python)
        var options = LayerOptions()
        if let keywords = values[2].object as? DictionaryObject {
            _ = try LayerKeywords.read(
                keywords, &options, layer: "Model", parameters: ["inputs", "outputs"], in: python)
        }
        return Model(object.type.name, options: options, context: .of(python))
    }

    // MARK: Layers

    private static func layers(_ t: TypeBuilder) {
        t.property("layers") { python, value -> Value in
            .list(
                try model(value, python).layers.map { try LayerObjects.object(of: $0, in: python) },
                in: python)
        }
        t.def("get_layer(self, name=None, index=None)\n\nA layer by its name or its place.") {
            (python: Interpreter, value: Value, name: String?, index: Int?) -> Value in
            let model = try model(value, python)
            if name != nil, index != nil {
                throw python.valueError(
                    "Provide only a layer name or a layer index. Received: index=\(index ?? 0), name=\(name ?? "")."
                )
            }
            if let index {
                return try LayerObjects.object(of: model.layer(at: index), in: python)
            }
            guard let name else {
                throw python.valueError(
                    "Provide either a layer name or layer index at `get_layer`.")
            }
            return try LayerObjects.object(of: model.layer(named: name), in: python)
        }
        t.def("reset_states(self)\n\nForgets the states of all stateful layers.") {
            (python: Interpreter, value: Value) -> Value in
            for layer in try model(value, python).flattened {
                if let recurrent = layer as? RNN, recurrent.sequence.isStateful {
                    try recurrent.resetStates()
                }
            }
            return .none
        }
        t.property("stateful") { python, value -> Bool in
            try model(value, python).flattened.contains {
                ($0 as? RNN)?.sequence.isStateful ?? false
            }
        }
    }

    /// `model.build(shape)`: a stack of layers finds its way; a class of the program's own is called with
    /// zeros of that shape.
    static func build(_ layer: Layer, _ shapes: Argument, in python: Interpreter) throws {
        if let sequential = layer as? Sequential {
            guard let shape = shapes.shapes.first else { return }
            if !sequential.layers.isEmpty { return try sequential.infer(from: shape, dtype: nil) }
        }
        guard !layer.isBuilt, let object = layer.face as? LayerObject, !object.type.isBuiltin else {
            return
        }
        guard object.overridesMethod("call") else {
            throw python.error(
                "NotImplementedError",
                "Unimplemented `tf.keras.Model.call()`: if you intend to create a `Model` with the Functional API, please provide `inputs` and `outputs` arguments. Otherwise, subclass `Model` with an overridden `call()` method."
            )
        }
        let context = LayerContext.of(python)
        let zeros = try shapes.map { leaf in
            let shape = (leaf.shapes.first ?? []).filled(with: 1)
            return Argument.tensor(try Tensor.filled(shape, with: .int(0), layer.dtype))
        }
        try context.building { _ = try layer.overrides?.call(Call(zeros)) }
        layer.isBuilt = true
    }
}
