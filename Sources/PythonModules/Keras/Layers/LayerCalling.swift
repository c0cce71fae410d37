import NeuralNetworks
import PythonRuntime
import Tensors

/// `layer(x)`.
enum LayerCalling {
    static func define(_ t: TypeBuilder) {
        t.variadic(.call) { python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            if let quick = quickStep(of: object, arguments, in: python) { return quick }
            let layer = try LayerType.layer(value, python)
            try requireOneInput(arguments, layer, in: python)
            let call = try call(of: object, arguments, in: python)
            if let texts = layer as? TextVectorization, let rows = try texts.ragged(call) {
                return .object(RaggedObject(rows, in: python))
            }
            return try ArgumentValues.value(layer.apply(call), in: python)
        }
        t.raw("call(self, inputs, *args, **kwargs)") { python, arguments in
            guard let value = arguments.positional.first, arguments.positional.count > 1 else {
                return .none
            }
            guard value.layer is Model, (value.object as? LayerObject)?.type.isBuiltin == false
            else { return arguments.positional[1] }
            throw python.error(
                "NotImplementedError",
                "Unimplemented `tf.keras.Model.call()`: if you intend to create a `Model` with the Functional API, please provide `inputs` and `outputs` arguments. Otherwise, subclass `Model` with an overridden `call()` method."
            )
        }
        t.def("compute_mask(self, inputs, mask=None)") {
            (python: Interpreter, value: Value, inputs: Value, mask: Value) -> Value in
            let layer = try LayerType.layer(value, python)
            return try ArgumentValues.value(
                layer.outputMask(
                    ArgumentValues.inputs(inputs, in: python),
                    mask: ArgumentValues.argument(mask, convertingNumbers: true, in: python)),
                in: python)
        }
    }

    /// One step of a cell as loops over time call it, `cell(x, [h])`, where nothing has to be made or converted.
    private static func quickStep(
        of object: LayerObject, _ arguments: Arguments, in python: Interpreter
    ) -> Value? {
        guard arguments.positional.count == 2, arguments.keywords.isEmpty, object.type.isBuiltin,
            let cell = object.layer as? StandardCell,
            let x = arguments.positional[0].object as? TensorObject,
            let list = arguments.positional[1].object as? ListObject
        else { return nil }
        let states = list.items.compactMap { ($0.object as? TensorObject)?.tensor }
        guard states.count == list.count, let result = cell.quickStep(x.tensor, states) else {
            return nil
        }
        let new = result.states.map { $0.object(in: python) }
        return .tuple([result.output.object(in: python), .list(new, in: python)], in: python)
    }

    /// To a layer that demands anything of its inputs, every number of a plain list is an input.
    private static func requireOneInput(
        _ arguments: Arguments, _ layer: Layer, in python: Interpreter
    ) throws {
        if layer is Normalization, let first = arguments.positional.first?.object,
            first is ListObject || first is TupleObject
        {
            throw python.valueError(
                "Normalization only accepts a single input. If you are passing a python list or tuple as a single input, please convert to a numpy array or `tf.Tensor`."
            )
        }
        guard let first = arguments.positional.first, let list = first.object as? ListObject,
            case let specs = layer.inputSpecs, !specs.isEmpty, ArgumentValues.isNumbers(list)
        else { return }
        let numbers = try ArgumentValues.argument(first, convertingNumbers: true, in: python)
            .tensors
        guard numbers.count != specs.count else { return }
        let shown = try numbers.map { try python.repr($0.object(in: python)) }
        throw python.valueError(
            "Layer \"\(layer.name)\" expects \(specs.count) input(s), but it received \(numbers.count) input tensors. Inputs received: [\(shown.joined(separator: ", "))]"
        )
    }

    private static func call(
        of object: LayerObject, _ arguments: Arguments, in python: Interpreter
    ) throws -> Call {
        if !object.overridesMethod("call") {
            let types = LayerTypes.of(python)
            for type in object.type.mro {
                if let binding = types.bindings[ObjectIdentifier(type)] {
                    return try binding.bind(arguments, in: python)
                }
            }
        }
        return try freeCall(arguments, object, in: python)
    }

    /// A call whose parameters are those of a function written in Python.
    private static func freeCall(
        _ arguments: Arguments, _ object: LayerObject, in python: Interpreter
    ) throws -> Call {
        var keywords = arguments.keywords
        var positional = arguments.positional
        let names = object.callParameters
        if positional.isEmpty, let first = names?.first ?? Optional("inputs"),
            let index = keywords.firstIndex(where: { $0.name == first || $0.name == "inputs" })
        {
            positional = [keywords.remove(at: index).value]
        }
        guard let first = positional.first else {
            throw python.typeError(
                "\(object.type.name).call() missing 1 required positional argument: '\(names?.first ?? "inputs")'"
            )
        }
        var call = Call(try ArgumentValues.inputs(first, in: python))
        call.positional = try positional.dropFirst().map {
            try ArgumentValues.argument($0, in: python)
        }
        for (name, value) in keywords {
            switch name {
            case "training" where !value.isNone: call.isTraining = try python.isTrue(value)
            case "training": continue
            case "mask":
                call.mask = try ArgumentValues.argument(
                    value, convertingNumbers: true, in: python)
            default:
                call.keywords.append((name, try ArgumentValues.argument(value, in: python)))
            }
        }
        return call
    }
}
