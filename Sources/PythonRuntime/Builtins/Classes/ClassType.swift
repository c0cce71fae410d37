extension Builtins {
    /// `type`: classes as objects.
    static func defineType(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.type, in: m.python)
        t.variadic(.new) { python, metatype, arguments -> Value in
            try python.newTypeOrTypeOf(metatype, arguments)
        }
        t.makesCompleteInstances()
        t.variadic(.`init`) { python, _, arguments -> Value in
            let count = arguments.positional.count
            if count == 1, !arguments.keywords.isEmpty {
                throw python.typeError("type.__init__() takes no keyword arguments")
            }
            guard count == 1 || count == 3 else {
                throw python.typeError("type.__init__() takes 1 or 3 arguments")
            }
            return .none
        }
        t.variadic(.call) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else { throw python.notCallable(type) }
            return try python.callType(type, arguments)
        }
        t.unary(.repr) { python, type -> String in
            guard let type = type.object as? TypeObject else { return "" }
            let module = type.moduleName == "builtins" ? "" : type.moduleName + "."
            return "<class '\(module)\(type.qualifiedName)'>"
        }
        t.binary(.or) { python, a, b -> Value in python.union(a, b) ?? python.notImplemented }
        t.binary(.ror) { python, a, b -> Value in python.union(b, a) ?? python.notImplemented }
        typeNames(t)
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
        read("__mro__") { python, type in Value.tuple(type.mro.map { .object($0) }, in: python) }
        read("__bases__") { python, type in Value.tuple(type.bases.map { .object($0) }, in: python)
        }
        read("__base__") { _, type in TypeObject.best(of: type.bases) ?? type.bases.first }
        read("__dict__") { python, type -> Value in
            let dictionary = DictionaryObject(in: python)
            for name in type.ownNames { dictionary[name] = type.ownAttribute(name) }
            return .object(MappingProxy(.object(dictionary), in: python))
        }
        annotations(t)
        t.def("mro(self, /)") { (python: Interpreter, value: Value) -> [Value] in
            (value.object as? TypeObject)?.mro.map { .object($0) } ?? []
        }
        t.def("__subclasses__(self, /)") { (python: Interpreter, value: Value) -> [Value] in
            (value.object as? TypeObject)?.directSubclasses.map { .object($0) } ?? []
        }
    }

    private static func annotations(_ t: TypeBuilder) {
        let attribute = "__annotations__"
        t.property(
            attribute,
            set: { python, value, new in
                guard let type = value.object as? TypeObject, !type.isBuiltin else {
                    throw python.typeError(
                        "cannot set '\(attribute)' attribute of immutable type '\((value.object as? TypeObject)?.name ?? "")'"
                    )
                }
                type.setTypeAttribute(attribute, new)
            }
        ) { python, value -> Value in
            guard let type = value.object as? TypeObject else { return .none }
            if let known = type.ownAttribute(attribute) { return known }
            let made = Value.object(DictionaryObject(in: python))
            if !type.isBuiltin { type.setTypeAttribute(attribute, made) }
            return made
        }
    }

    /// The names that a class goes by; those of classes written in Python may be changed.
    private static func typeNames(_ t: TypeBuilder) {
        func name(_ attribute: String, _ path: ReferenceWritableKeyPath<TypeObject, String>) {
            t.property(
                attribute,
                set: { python, value, new in
                    guard let type = value.object as? TypeObject, !type.isBuiltin else {
                        throw python.typeError(
                            "cannot set '\(attribute)' attribute of immutable type '\((value.object as? TypeObject)?.name ?? "")'"
                        )
                    }
                    guard let name = new.text else {
                        throw python.typeError(
                            "can only assign string to \(type.name).\(attribute), not '\(python.typeName(new))'"
                        )
                    }
                    type[keyPath: path] = name
                }
            ) { _, value in (value.object as? TypeObject)?[keyPath: path] }
        }
        name("__name__", \.name)
        name("__qualname__", \.qualifiedName)
        name("__module__", \.moduleName)
        t.property(
            "__doc__",
            set: { _, value, new in
                (value.object as? TypeObject)?.setTypeAttribute("__doc__", new)
            }
        ) { _, value in (value.object as? TypeObject)?.documentation }
    }
}

extension TypeObject {
    /// `__doc__`: the class's own, or the help of a built-in class.
    var documentation: Value {
        if let own = ownAttribute("__doc__"), !(own.object is NativeProperty) { return own }
        return documentationFunction?.documentation.map { .string($0, in: interpreter) } ?? .none
    }
}
