extension Interpreter {
    /// `object.__new__`.
    func newObject(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        if !arguments.isEmpty, case .variadic? = type.special(.`init`),
            type.nativeOwner(of: .`init`) === types.object,
            type.nativeOwner(of: .new) === types.object
        {
            throw typeError(
                "\(type.name)\(type === types.notImplemented ? "" : "()") takes no arguments")
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
        let given = arguments.positional
        guard given.count == 3 else { throw typeError("type() takes 1 or 3 arguments") }
        func wrong(_ index: Int, _ type: String) -> PythonError {
            typeError(
                "type.__new__() argument \(index + 1) must be \(type), not \(typeName(given[index]))"
            )
        }
        guard let name = given[0].text else { throw wrong(0, "str") }
        guard let tuple = given[1].object as? TupleObject else { throw wrong(1, "tuple") }
        guard let namespace = given[2].object as? DictionaryObject else { throw wrong(2, "dict") }
        let bases = tuple.items
        var chosen = try commonMetatype(bases)
        if metatype.isSubtype(of: chosen) { chosen = metatype }
        if chosen !== metatype, case .attribute? = chosen.special(.new) {
            // The metaclass of a base makes classes in its own way.
            let make = try getAttribute(.object(chosen), "__new__")
            return try call(make, [.object(chosen)] + given, keywords: arguments.keywords)
        }
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
