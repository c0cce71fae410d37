extension Interpreter {
    /// `object.__new__`.
    func newObject(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        if !arguments.isEmpty { try checkNoArguments(type) }
        try refuseAbstract(type)
        if type.isBuiltin { return .object(InstanceObject(type: type)) }
        return .object(InstanceObject(type: type, kind: .instance))
    }

    /// `object.__new__` takes nothing but the class unless an `__init__` of the class's own takes the arguments.
    private func checkNoArguments(_ type: TypeObject) throws {
        guard type.nativeOwner(of: .new) === types.object else {
            throw typeError(
                "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        guard case .variadic? = type.special(.`init`),
            type.nativeOwner(of: .`init`) === types.object
        else { return }
        throw typeError(
            "\(type.name)\(type === types.notImplemented ? "" : "()") takes no arguments")
    }

    /// `int.__new__` makes instances of its own type and of classes that extend it, where no type between them
    /// makes its own.
    func checkNew(_ wrapper: WrapperDescriptor, of receiver: Value) throws {
        let name = wrapper.owner.name
        guard let type = receiver.object as? TypeObject else {
            throw typeError(
                "\(name).__new__(X): X is not a type object (\(typeName(receiver)))")
        }
        guard type.isSubtype(of: wrapper.owner) else {
            throw typeError(
                "\(name).__new__(\(type.name)): \(type.name) is not a subtype of \(name)")
        }
        guard let maker = type.mro.first(where: { $0.ownNativeSpecial(.new) != nil }),
            maker !== wrapper.owner, maker.moduleName == "builtins"
        else { return }
        throw typeError(
            "\(name).__new__(\(type.name)) is not safe, use \(maker.name).__new__()")
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
        guard !arguments.isEmpty else { return }
        guard type.nativeOwner(of: .`init`) != nil else {
            throw typeError(
                "object.__init__() takes exactly one argument (the instance to initialize)")
        }
        guard type.nativeOwner(of: .new) === types.object else { return }
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
