import NeuralNetworks
import PythonRuntime
import Tensors

/// A class of layers as Python sees it.
struct LayerDefinition: Sendable {
    /// The call of the class: `Dense(units, …, **kwargs)`, with help below.
    let literal: String
    /// The module behind `keras.src.`.
    let module: String
    /// The parameters of `call`.
    let call: String
    /// What `get_config` tells, in order; nil for all parameters.
    let config: [String]?
    let make: @Sendable (inout LayerReader) throws -> Layer
    /// More names of the same class.
    let aliases: [String]

    init(
        _ literal: String, module: String, call: String = "call(self, inputs)",
        config: [String]? = nil, aliases: [String] = [],
        make: @escaping @Sendable (inout LayerReader) throws -> Layer
    ) {
        self.literal = literal
        self.module = module
        self.call = call
        self.config = config
        self.aliases = aliases
        self.make = make
    }

    var name: String { String(literal.prefix { $0 != "(" }) }

    /// The literal of `__init__`, which names the object first.
    private var initializer: String {
        "__init__(self, " + literal.drop { $0 != "(" }.dropFirst()
    }

    /// Makes the class.
    @discardableResult
    func define(
        in m: ModuleBuilder, base: TypeObject, _ more: (TypeBuilder) -> Void = { _ in }
    ) -> TypeObject {
        let python = m.python
        let type = TypeObject(
            name, bases: [base], module: "keras.src." + module, metatype: python.types.type,
            in: python)
        type.hasInstanceDictionary = true
        let t = TypeBuilder(type, pythonWording: true, in: python)
        t.documents(literal)
        defineInit(t)
        defineCall(t)
        more(t)
        for name in [name] + aliases { m.module.namespace[name] = .object(type) }
        return type
    }

    private func defineInit(_ t: TypeBuilder) {
        let function = NativeFunction(
            initializer, owner: name, pythonWording: true, .none { _ in .none }, in: t.python)
        t.variadic(.`init`) { [unowned type = t.type] python, value, arguments -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            let signature = try function.signature(in: python)
            let values = try function.bind(arguments.prepending(value), in: python)
            var reader = try LayerReader(object, signature, values, className: name, in: python)
            let layer = try make(&reader)
            layer.className = object.type.name
            object.layer = layer
            object.construction = Construction(type, arguments, in: python)
            reader.finish(config: config)
            return .none
        }
    }

    private func defineCall(_ t: TypeBuilder) {
        let binding = LayerCallBinding(call, owner: name, in: t.python)
        t.raw(call) { python, arguments in
            guard let value = arguments.positional.first, let layer = value.layer else {
                return .none
            }
            let rest = Arguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            let bound = try binding.bind(rest, in: python)
            return try ArgumentValues.value(layer.call(bound), in: python)
        }
        LayerTypes.of(t.python).bindings[ObjectIdentifier(t.type)] = binding
    }
}

/// How the arguments of a built-in layer's call are bound.
final class LayerCallBinding {
    private let function: NativeFunction
    private var names: [String]?
    /// Whether plain text is a tensor to the layer.
    private let takesText: Bool

    init(_ literal: String, owner: String, in python: Interpreter) {
        takesText = owner == "TextVectorization" || owner == "StringLookup"
        function = NativeFunction(
            literal, owner: owner, pythonWording: true, .none { _ in .none }, in: python)
    }

    func bind(_ arguments: Arguments, in python: Interpreter) throws -> Call {
        let names = try self.names ?? function.signature(in: python).positional
        self.names = names
        guard
            !arguments.positional.isEmpty
                || arguments.keywords.contains(where: { $0.name == "inputs" })
        else {
            throw python.valueError("The first argument to `Layer.call` must always be passed.")
        }
        var given = arguments
        // Keras keeps to itself what a call does not ask for.
        if !names.contains("training") {
            given.keywords.removeAll { $0.name == "training" }
        }
        let values = try function.bind(given.prepending(.none), in: python)
        var call = Call(try ArgumentValues.inputs(values[1], in: python))
        if takesText, values[1].text != nil {
            call.inputs = .tensor(
                try ArrayReader.tensor(values[1], face: .tensorFlow, in: python))
        }
        for (name, value) in zip(names, values).dropFirst(2) where !value.isNone {
            switch name {
            case "training": call.isTraining = try python.isTrue(value)
            case "mask":
                call.mask = try ArgumentValues.argument(
                    value, convertingNumbers: true, in: python)
            default:
                call.keywords.append(
                    (name, try ArgumentValues.argument(value, convertingNumbers: true, in: python)))
            }
        }
        return call
    }
}
