import NeuralNetworks
import PythonRuntime
import Tensors

/// `get_config` and `from_config`.
enum LayerConfiguration {
    static func define(_ t: TypeBuilder) {
        t.def("get_config(self)\n\nWhat the layer was made with.") {
            (python: Interpreter, value: Value) -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            return try configuration(of: object, in: python)
        }
        t.classMethod(
            "from_config(cls, config)\n\nA layer that is made with a configuration.",
            .two { python, type, config in
                try python.call(
                    SavingModule.of(python).function("layer_from_config"), [type, config])
            })
        t.def("get_build_config(self)\n\nThe shapes that the layer was built for.") {
            (python: Interpreter, value: Value) -> Value in
            try buildConfiguration(of: LayerType.layer(value, python), in: python)
        }
        t.saves([
            "save_own_variables(self, store)": "save_own_variables",
            "load_own_variables(self, store)": "load_own_variables",
        ])
    }

    /// `{'input_shape': …}`; None before the layer is built.
    static func buildConfiguration(of layer: Layer, in python: Interpreter) -> Value {
        let shapes = (layer as? Model)?.graph?.inputs.shapes ?? layer.builtShapes
        guard !(layer is InputLayer), let first = shapes.first else { return .none }
        let tuples = shapes.map { ArgumentValues.tuple($0, in: python) }
        return python.dictionary([
            (
                "input_shape",
                shapes.count == 1
                    ? ArgumentValues.tuple(first, in: python) : .list(tuples, in: python)
            )
        ])
    }

    private static func configuration(
        of object: LayerObject, in python: Interpreter
    ) throws -> Value {
        let layer = try LayerType.layer(.object(object), python)
        let result = DictionaryObject(in: python)
        if !object.type.isBuiltin, object.overridesMethod("__init__"), !calledFromOverride(object) {
            return try recorded(object, in: python)
        }
        if let input = layer as? InputLayer { return configuration(of: input, in: python) }
        result["name"] = .string(layer.name, in: python)
        result["trainable"] = .bool(layer.isTrainable)
        result["dtype"] = .string(layer.dtype.name, in: python)
        if let shape = layer.batchInputShape {
            result["batch_input_shape"] = ArgumentValues.tuple(shape, in: python)
        }
        if let operation = (layer as? FunctionLayer)?.operation {
            result["function"] = .string(operation.name, in: python)
        }
        for (name, value) in object.arguments {
            result[name] = try KerasSerialization.value(value, in: python)
        }
        // A built layer has its axis counted from the front, in a list of Keras' own.
        if let layer = layer as? BatchNormalization, let rank = layer.builtShapes.first?.rank {
            let axis = layer.axis < 0 ? layer.axis + rank : layer.axis
            result["axis"] = ListWrapper.value([.int(axis)], in: python)
        }
        return .object(result)
    }

    private static func configuration(
        of input: InputLayer, in python: Interpreter
    ) -> Value {
        python.dictionary([
            ("batch_input_shape", ArgumentValues.tuple(input.shape, in: python)),
            ("dtype", .string(input.dtype.name, in: python)), ("sparse", .bool(false)),
            ("ragged", .bool(false)), ("name", .string(input.name, in: python)),
        ])
    }

    /// Whether a `get_config` of the class's own asks for what is common to all layers.
    private static func calledFromOverride(_ object: LayerObject) -> Bool {
        object.overridesMethod("get_config")
    }

    /// The arguments that a class's own `__init__` was called with.
    static func recorded(_ object: LayerObject, in python: Interpreter) throws -> Value {
        let result = DictionaryObject(in: python)
        guard let arguments = object.initArguments,
            let function = object.type.lookUp("__init__")?.object as? FunctionObject
        else { return .object(result) }
        let names = function.signature.positional.dropFirst()
        for (name, value) in zip(names, arguments.positional) { result[name] = value }
        for (name, value) in arguments.keywords { result[name] = value }
        return .object(result)
    }
}

/// Functions and objects as configurations show them.
enum KerasSerialization {
    static func value(_ value: Value, in python: Interpreter) throws -> Value {
        switch value.object {
        case let function as NativeFunction where Activation.all[function.name] != nil:
            return .string(function.name, in: python)
        case let function as FunctionObject:
            return try python.call(
                SavingModule.of(python).function("serialize_keras_object"), [.object(function)])
        case let shape as ShapeObject:
            return ArgumentValues.tuple(PartialShape(shape.dimensions ?? []), in: python)
        case let dtype as DTypeObject: return .string(dtype.dtype.name, in: python)
        case let layer as LayerObject: return try object(layer, module: "keras.layers", in: python)
        case let initializer as InitializerObject:
            return try object(initializer, module: "keras.initializers", in: python)
        case let list as ListObject where list.type === python.types.list:
            return .list(try list.items.map { try self.value($0, in: python) }, in: python)
        case let instance as InstanceObject where instance.type.moduleName.hasPrefix("keras.src."):
            let module = instance.type.moduleName.split(separator: ".")
            guard module.count > 2, instance.type.lookUp("get_config") != nil else { return value }
            return try object(instance, module: "keras.\(module[2])", in: python)
        default: return value
        }
    }

    /// `{'module': …, 'class_name': …, 'config': …, 'registered_name': None}`.
    static func object(
        _ object: InstanceObject, module: String, in python: Interpreter
    ) throws -> Value {
        let isOwn = !object.type.isBuiltin
        let result = DictionaryObject(in: python)
        result["module"] = isOwn ? Value.none : .string(module, in: python)
        result["class_name"] = .string(object.type.name, in: python)
        result["config"] = try python.callMethod(.object(object), "get_config")
        result["registered_name"] =
            isOwn ? .string("Custom>\(object.type.name)", in: python) : Value.none
        if let layer = (object as? LayerObject)?.layer {
            let build = LayerConfiguration.buildConfiguration(of: layer, in: python)
            if !build.isNone { result["build_config"] = build }
        }
        return .object(result)
    }
}
