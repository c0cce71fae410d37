import PythonRuntime

extension TypeBuilder {
    /// Defines construction in Python's two steps, so that classes written in Python can extend the type:
    /// `make` gives the bare object, and the literal is the signature of `__init__` with `self` first, whose
    /// values `body` takes behind it.
    func initializer(
        _ literal: String, make: @escaping (TypeObject) -> Object,
        _ body: @escaping (Interpreter, Value, [Value]) throws -> Void
    ) {
        let function = NativeFunction(
            literal, module: type.moduleName, owner: type.name, pythonWording: true,
            .none { _ in .none }, in: python)
        type.documentationFunction = function
        variadic(.new) { python, own, _ -> Value in
            guard let own = own.object as? TypeObject else {
                throw python.typeError("__new__() needs a class")
            }
            return .object(make(own))
        }
        variadic(.`init`) { [unowned type] python, value, arguments -> Value in
            let values = try function.bind(arguments.prepending(value), in: python)
            try body(python, value, Array(values.dropFirst()))
            (value.object as? ConfiguredObject)?.construction = Construction(
                type, arguments, in: python)
            return .none
        }
    }
}

/// How an object was made: the built-in class whose `__init__` ran, and what that was called with then.
struct Construction {
    let type: TypeObject
    let arguments: Arguments

    /// Keeps lists and dictionaries as they are now: a program may change them afterwards.
    init(_ type: TypeObject, _ arguments: Arguments, in python: Interpreter) {
        self.type = type
        self.arguments = Arguments(
            arguments.positional.map { $0.frozen(in: python) },
            keywords: arguments.keywords.map { ($0.name, $0.value.frozen(in: python)) })
    }
}

extension Value {
    /// A list, a tuple or a dictionary with copies of those that it holds; anything else is itself.
    fileprivate func frozen(in python: Interpreter, depth: Int = 0) -> Value {
        guard depth < Self.deepestArgument else { return self }
        switch object {
        case let list as ListObject where list.kind == .list:
            return .list(list.items.map { $0.frozen(in: python, depth: depth + 1) }, in: python)
        case let tuple as TupleObject where tuple.kind == .tuple:
            return .tuple(tuple.items.map { $0.frozen(in: python, depth: depth + 1) }, in: python)
        case let dictionary as DictionaryObject where dictionary.kind == .dictionary:
            let copy = DictionaryObject(in: python)
            for (key, value) in dictionary.items {
                try? copy.set(key, value.frozen(in: python, depth: depth + 1), in: python)
            }
            return .object(copy)
        default: return self
        }
    }

    /// Deeper ones, such as those that hold themselves, no layer takes.
    private static let deepestArgument = 16
}

/// What models are trained with, as Python holds it: it remembers how it was made.
package class ConfiguredObject: InstanceObject {
    /// nil until `__init__` of a built-in class ran.
    final var construction: Construction?
    final var configuration: Configuration = []

    required package init(type: TypeObject) { super.init(type: type) }
}

/// Makes classes of Keras: their names, where they say they are from, and attributes of any name.
struct KerasClasses {
    let python: Interpreter
    /// The module that the classes are set in.
    let module: ModuleObject

    /// A class, with what `define` adds to it.
    @discardableResult
    func make(
        _ name: String, from path: String, base: TypeObject? = nil, aliases: [String] = [],
        _ define: (TypeBuilder) throws -> Void
    ) rethrows -> TypeObject {
        let type = TypeObject(
            name, bases: [base ?? python.types.object], module: "keras.src." + path,
            metatype: python.types.type, in: python)
        type.hasInstanceDictionary = true
        try define(TypeBuilder(type, pythonWording: true, in: python))
        for name in [name] + aliases { module.namespace[name] = .object(type) }
        return type
    }
}

/// The configuration of an object: names and values in Keras' order.
typealias Configuration = [(name: String, value: Value)]

extension Interpreter {
    /// A dictionary of a configuration.
    func dictionary(_ configuration: Configuration) -> Value {
        let dictionary = DictionaryObject(in: self)
        for (name, value) in configuration { dictionary[name] = value }
        return .object(dictionary)
    }

    /// A number that may be left out.
    func optionalDouble(_ value: Value) throws -> Double? {
        value.isNone ? nil : try double(value)
    }

    /// An instance of a class from its configuration: `cls(**config)`.
    func instance(of type: Value, from configuration: Value) throws -> Value {
        guard let dictionary = configuration.object as? DictionaryObject else {
            return try call(type)
        }
        return try call(
            type, [], keywords: dictionary.items.map { ($0.key.text ?? "", $0.value) })
    }

    /// The keywords of `**kwargs`.
    func keywords(_ value: Value) -> [(name: String, value: Value)] {
        (value.object as? DictionaryObject)?.items.map { ($0.key.text ?? "", $0.value) } ?? []
    }
}
