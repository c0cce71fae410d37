/// What every module sees without an import: each family of types and functions in a file of its own.
enum Builtins {
    static func define(in python: Interpreter) {
        let module = ModuleObject("builtins", namespace: python.builtins, in: python)
        python.modules.add(module, as: "builtins")
        python.modules.add(python.main, as: "__main__")
        let builder = ModuleBuilder(module, in: python)
        for define in families { define(builder) }
    }

    /// The families, in no order that matters.
    private static var families: [(ModuleBuilder) -> Void] {
        [
            defineObject, defineType, defineTypeNames, defineIteration,
            defineInteger, defineBool, defineFloat, defineComplex,
            defineString, defineBytes, defineByteArray, defineUnicodeErrors,
            defineNumberFunctions, defineTextFunctions,
            defineList, defineTuple, defineRange, defineSlice,
            defineDictionary, defineDictionaryViews, defineMappingProxy, defineSets,
            defineIterators, defineIterationFunctions, defineReductions,
            definePrinting, defineAttributeFunctions, defineRunning,
            defineProperty, defineMethodWrappers,
            defineFunctionAttributes, defineCodeView, defineNativeCallables, defineGenerators,
            defineSmallObjects, defineExceptions, defineTracebacks,
        ]
    }
}

extension Builtins {
    /// `object`: what every class inherits.
    static func defineObject(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.object, in: m.python)
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else {
                throw python.typeError("object.__new__(X): X is not a type object")
            }
            return try python.newObject(type, arguments)
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            try python.checkNoArguments(value, arguments)
            return .none
        }
        t.unary(.repr) { python, value in python.defaultRepr(value) }
        t.unary(.str) { python, value in try python.repr(value) }
        t.unary(.hash) { python, value in NumberHash.hash(python.identity(value) / 16) }
        t.binary(.eq) { python, a, b in
            a.isIdentical(to: b) ? .bool(true) : python.notImplemented
        }
        t.binary(.ne) { python, a, b -> Value in
            let equal = try python.applySpecial(.eq, a, b) ?? python.notImplemented
            return equal.isIdentical(to: python.notImplemented)
                ? equal : .bool(try !python.isTrue(equal))
        }
        t.def("__getattribute__(self, name, /)") {
            (python: Interpreter, value: Value, name: String) in
            guard let found = try python.ordinaryAttribute(value, name, python.type(of: value))
            else {
                throw python.missingAttribute(value, name)
            }
            return found
        }
        t.def("__setattr__(self, name, value, /)") {
            (python: Interpreter, value: Value, name: String, new: Value) -> Value in
            try python.setOrdinaryAttribute(value, name, new)
            return .none
        }
        t.def("__delattr__(self, name, /)") {
            (python: Interpreter, value: Value, name: String) -> Value in
            try python.deleteOrdinaryAttribute(value, name)
            return .none
        }
        t.def("__dir__(self, /)") { (python: Interpreter, value: Value) in
            python.attributeNames(value)
        }
        t.binary(.format) { python, value, specification -> String in
            guard specification.text?.isEmpty != false else {
                throw python.typeError(
                    "unsupported format string passed to \(python.typeName(value)).__format__")
            }
            return try python.str(value)
        }
        t.classMethod(
            "__init_subclass__(cls)",
            .raw { python, arguments in
                if let first = arguments.keywords.first {
                    let name = (arguments.positional.first?.object as? TypeObject)?.name ?? "object"
                    _ = first
                    throw python.typeError("\(name).__init_subclass__() takes no keyword arguments")
                }
                return .none
            })
    }

    /// `type`: classes as objects.
    static func defineType(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.type, in: m.python)
        t.variadic(.new) { python, metatype, arguments -> Value in
            try python.newTypeOrTypeOf(metatype, arguments)
        }
        t.variadic(.`init`) { _, _, _ -> Value in .none }
        t.variadic(.call) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else { throw python.notCallable(type) }
            return try python.callType(type, arguments)
        }
        t.unary(.repr) { python, type -> String in
            guard let type = type.object as? TypeObject else { return "" }
            let module = type.moduleName == "builtins" ? "" : type.moduleName + "."
            return "<class '\(module)\(type.qualifiedName)'>"
        }
        typeProperties(t)
    }

    private static func typeProperties(_ t: TypeBuilder) {
        func read<R: ToPython>(
            _ name: String, _ get: @escaping (Interpreter, TypeObject) throws -> R
        ) {
            t.property(name) { python, value -> Value in
                guard let type = value.object as? TypeObject else { return .none }
                return try get(python, type).value(in: python)
            }
        }
        t.property(
            "__name__",
            set: { _, value, new in
                if let type = value.object as? TypeObject, let name = new.text { type.name = name }
            }
        ) { _, value in (value.object as? TypeObject)?.name }
        t.property(
            "__qualname__",
            set: { _, value, new in
                if let type = value.object as? TypeObject, let name = new.text {
                    type.qualifiedName = name
                }
            }
        ) { _, value in (value.object as? TypeObject)?.qualifiedName }
        t.property(
            "__module__",
            set: { _, value, new in
                if let type = value.object as? TypeObject, let name = new.text {
                    type.moduleName = name
                }
            }
        ) { _, value in (value.object as? TypeObject)?.moduleName }
        read("__mro__") { python, type in Value.tuple(type.mro.map { .object($0) }, in: python) }
        read("__bases__") { python, type in Value.tuple(type.bases.map { .object($0) }, in: python)
        }
        read("__base__") { _, type in type.bases.first }
        read("__dict__") { python, type -> Value in
            let dictionary = DictionaryObject(in: python)
            for name in type.ownNames { dictionary[name] = type.ownAttribute(name) }
            return .object(dictionary)
        }
        t.def("mro(self, /)") { (python: Interpreter, value: Value) -> [Value] in
            (value.object as? TypeObject)?.mro.map { .object($0) } ?? []
        }
        t.def("__subclasses__(self, /)") { (python: Interpreter, value: Value) -> [Value] in
            (value.object as? TypeObject)?.directSubclasses.map { .object($0) } ?? []
        }
    }

    /// The names of the built-in types and exceptions.
    static func defineTypeNames(_ m: ModuleBuilder) {
        let types = m.python.types!
        for type in [
            types.object, types.type, types.int, types.bool, types.float, types.complex, types.str,
            types.bytes, types.bytearray, types.list, types.tuple, types.dict, types.set,
            types.frozenset, types.range, types.slice, types.property, types.staticmethod,
            types.classmethod, types.superType,
        ] {
            m.module.namespace[type.name] = .object(type)
        }
        for (name, type) in types.exceptions { m.module.namespace[name] = .object(type) }
        m.module.namespace["IOError"] = .object(types.exception("OSError"))
        m.module.namespace["EnvironmentError"] = .object(types.exception("OSError"))
        m.module.namespace["NotImplemented"] = m.python.notImplemented
        m.module.namespace["Ellipsis"] = m.python.ellipsis
        m.module.namespace["__debug__"] = .bool(true)
    }

    /// `repr`, which the language itself needs.
    static func defineIteration(_ m: ModuleBuilder) {
        m.def("repr(obj, /)") { (python: Interpreter, value: Value) in try python.repr(value) }
    }
}

extension Interpreter {
    /// `object.__new__`.
    func newObject(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        if !arguments.isEmpty, case .variadic? = type.special(.`init`),
            type.nativeOwner(of: .`init`) === types.object,
            type.nativeOwner(of: .new) === types.object
        {
            throw typeError("\(type.name)() takes no arguments")
        }
        try refuseAbstract(type)
        if type.isBuiltin { return .object(InstanceObject(type: type)) }
        return .object(InstanceObject(type: type, kind: .instance))
    }

    /// Abstract classes have no instances.
    private func refuseAbstract(_ type: TypeObject) throws {
        guard let abstract = type.lookUp("__abstractmethods__") else { return }
        let names = try list(abstract).compactMap(\.text).sorted()
        guard !names.isEmpty else { return }
        let plural = names.count == 1 ? "" : "s"
        throw typeError(
            "Can't instantiate abstract class \(type.name) with abstract method\(plural) \(names.joined(separator: ", "))"
        )
    }

    /// `object.__init__` takes nothing unless a `__new__` of the class's own took the arguments.
    func checkNoArguments(_ value: Value, _ arguments: Arguments) throws {
        let type = type(of: value)
        guard !arguments.isEmpty, type.nativeOwner(of: .new) === types.object else { return }
        throw typeError(
            "\(type.name).__init__() takes exactly one argument (the instance to initialize)")
    }

    /// `type(x)`, or `type(name, bases, namespace)`.
    func callType(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        if type === types.type, arguments.positional.count == 1, arguments.keywords.isEmpty {
            return .object(self.type(of: arguments.positional[0]))
        }
        return try makeInstance(type, arguments)
    }

    func newTypeOrTypeOf(_ metatype: Value, _ arguments: Arguments) throws -> Value {
        guard let metatype = metatype.object as? TypeObject else { return .none }
        if arguments.positional.count == 1, metatype === types.type {
            return .object(type(of: arguments.positional[0]))
        }
        guard arguments.positional.count == 3, let name = arguments.positional[0].text,
            let namespace = arguments.positional[2].object as? DictionaryObject
        else { throw typeError("type() takes 1 or 3 arguments") }
        let bases = try list(arguments.positional[1])
        var chosen = try commonMetatype(bases)
        if metatype.isSubtype(of: chosen) { chosen = metatype }
        return .object(
            try newType(
                name, bases: bases, namespace: namespace, metatype: chosen,
                keywords: arguments.keywords))
    }
}

extension TypeObject {
    /// The ancestor whose Swift code does a special method; nil where Python code does.
    func nativeOwner(of special: Special) -> TypeObject? {
        for type in mro {
            if type.ownAttribute(special.name) != nil { return nil }
            if type.ownNativeSpecial(special) != nil { return type }
        }
        return nil
    }
}
