import PythonSyntax

/// Making classes, and what `match` asks of them.
extension Interpreter {
    /// The `class` statement: finds the metaclass, runs the body and makes the class.
    func makeClass(_ name: String, _ arguments: Arguments, body: FunctionObject) throws -> Value {
        var keywords = arguments.keywords
        var metaclass: Value?
        if let index = keywords.firstIndex(where: { $0.name == "metaclass" }) {
            metaclass = keywords.remove(at: index).value
        }
        let bases = try resolveBases(arguments.positional)
        let chosen = try metaclass ?? .object(commonMetatype(bases, atLeast: bases.first.map(type)))
        let namespace = try prepare(chosen, name, bases, keywords)
        let cell = try machine.run(body.code, function: body, arguments: [namespace])
        if !bases.elementsEqual(arguments.positional, by: { $0.isIdentical(to: $1) }) {
            try setItem(
                namespace, .string("__orig_bases__", in: self),
                .tuple(arguments.positional, in: self))
        }
        let made = try call(
            chosen, [.string(name, in: self), .tuple(bases, in: self), namespace],
            keywords: keywords)
        if let cell = cell.object as? CellObject {
            let old = cell.slot
            cell.slot = Slot(counting: made)
            old.release()
        }
        return made
    }

    /// Bases that are no classes say what stands for them (`__mro_entries__`).
    private func resolveBases(_ bases: [Value]) throws -> [Value] {
        try bases.flatMap { base -> [Value] in
            if base.object is TypeObject { return [base] }
            guard let entries = try lookUpAttribute(base, "__mro_entries__") else { return [base] }
            return try list(call(entries, [.tuple(bases, in: self)]))
        }
    }

    /// The most derived metaclass of the bases.
    func commonMetatype(_ bases: [Value], atLeast first: TypeObject? = nil) throws -> TypeObject {
        var winner = first ?? types.type
        for base in bases {
            let metatype = type(of: base)
            if metatype.isSubtype(of: winner) {
                winner = metatype
            } else if !winner.isSubtype(of: metatype) {
                throw typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
                )
            }
        }
        return winner
    }

    private func prepare(
        _ metaclass: Value, _ name: String, _ bases: [Value],
        _ keywords: [(name: String, value: Value)]
    ) throws -> Value {
        guard let type = metaclass.object as? TypeObject, type !== types.type,
            let prepare = type.lookUp("__prepare__")
        else { return .object(DictionaryObject(in: self)) }
        return try call(
            bind(prepare, to: nil, type), [.string(name, in: self), .tuple(bases, in: self)],
            keywords: keywords)
    }

    /// `type(name, bases, namespace)`: the class itself.
    package func newType(
        _ name: String, bases given: [Value], namespace: DictionaryObject, metatype: TypeObject,
        keywords: [(name: String, value: Value)]
    ) throws -> TypeObject {
        var bases = try given.map { try baseType($0) }
        if bases.isEmpty { bases = [types.object] }
        for (index, base) in bases.enumerated() where bases[..<index].contains(base) {
            throw typeError("duplicate base class \(base.name)")
        }
        guard TypeObject.linearize(bases) != nil else {
            throw typeError(
                "Cannot create a consistent method resolution\norder (MRO) for bases "
                    + bases.map(\.name).joined(separator: ", "))
        }
        guard TypeObject.best(of: bases) != nil else {
            throw typeError("multiple bases have instance lay-out conflict")
        }
        let type = TypeObject(
            name, bases: bases, module: namespace["__module__"]?.text ?? "__main__",
            metatype: metatype,
            isBuiltin: false, in: self)
        type.qualifiedName = namespace["__qualname__"]?.text ?? name
        for (key, value) in namespace.items {
            guard let key = key.text, key != "__qualname__" else { continue }
            type.setTypeAttribute(key, classAttribute(key, value))
        }
        if type.ownAttribute("__doc__") == nil { type.setTypeAttribute("__doc__", .none) }
        try defineSlots(type, namespace)
        if type.ownAttribute("__eq__") != nil, type.ownAttribute("__hash__") == nil {
            type.setTypeAttribute("__hash__", .none)
        }
        type.findLayout()
        try announce(type, namespace, keywords)
        return type
    }

    private func baseType(_ value: Value) throws -> TypeObject {
        guard let type = value.object as? TypeObject else {
            throw typeError("bases must be types")
        }
        guard type.isExtensible else {
            throw typeError("type '\(type.name)' is not an acceptable base type")
        }
        return type
    }

    /// `__init_subclass__` and `__class_getitem__` are class methods, `__new__` is a static one.
    private func classAttribute(_ name: String, _ value: Value) -> Value {
        guard value.object is FunctionObject else { return value }
        switch name {
        case "__init_subclass__", "__class_getitem__":
            return .object(MethodWrapper(value, isStatic: false, in: self))
        case "__new__": return .object(MethodWrapper(value, isStatic: true, in: self))
        default: return value
        }
    }

    private func defineSlots(_ type: TypeObject, _ namespace: DictionaryObject) throws {
        guard let slots = namespace["__slots__"] else {
            return
        }
        let names = try (slots.text.map { [$0] } ?? list(slots).map(slotName))
            .map { PrivateNames.full($0, in: type.name) }
        if !names.isEmpty, let base = type.bases.first(where: holdsItems) {
            throw typeError("nonempty __slots__ not supported for subtype of '\(base.name)'")
        }
        let inheritsDictionary = type.bases.contains { !$0.isBuiltin && $0.slotNames == nil }
        let copies = names.filter { $0 == "__dict__" }.count
        if copies > 1 || copies == 1 && inheritsDictionary {
            throw typeError("__dict__ slot disallowed: we already got one")
        }
        for name in names where name != "__dict__" {
            guard isIdentifier(name) else { throw typeError("__slots__ must be identifiers") }
            if namespace[name] != nil {
                throw valueError("'\(name)' in __slots__ conflicts with class variable")
            }
            type.setTypeAttribute(name, .object(SlotMember(name, owner: type, in: self)))
        }
        guard !names.contains("__dict__"), !inheritsDictionary else { return }
        type.slotNames = Set(names).union(type.bases.flatMap { $0.slotNames ?? [] })
    }

    private func slotName(_ value: Value) throws -> String {
        if let name = value.text { return name }
        throw typeError("__slots__ items must be strings, not '\(typeName(value))'")
    }

    private func isIdentifier(_ name: String) -> Bool {
        name.unicodeScalars.first.map(ScalarClass.beginsIdentifier) == true
            && name.unicodeScalars.allSatisfy(ScalarClass.continuesIdentifier)
    }

    /// Whether instances vary in size, so that a slot has no fixed place.
    private func holdsItems(_ type: TypeObject) -> Bool {
        [types.int, types.tuple, types.bytes].contains { type.isSubtype(of: $0) }
    }

    /// `__set_name__` of the attributes, then `__init_subclass__` of the nearest ancestor.
    private func announce(
        _ type: TypeObject, _ namespace: DictionaryObject,
        _ keywords: [(name: String, value: Value)]
    ) throws {
        for (key, value) in namespace.items {
            guard self.type(of: value).special(.set_name) != nil else { continue }
            _ = try applySpecial(.set_name, value, .object(type), key)
        }
        let proxy = SuperObject(start: type, receiver: .object(type), receiverType: type, in: self)
        if let hook = try lookUpAttribute(.object(proxy), "__init_subclass__") {
            try call(hook, [], keywords: keywords)
        } else if let first = keywords.first {
            throw typeError(
                "\(type.name).__init_subclass__() takes no keyword arguments (got '\(first.name)')")
        }
    }

    // MARK: Patterns

    func isSequence(_ value: Value) -> Bool {
        guard let object = value.object else { return false }
        return object is ListObject || object is TupleObject || object is RangeObject
            || object.type.isSequencePattern
    }

    /// Whether a value can be unpacked with `**`.
    func isMapping(_ value: Value) -> Bool {
        guard let object = value.object else { return false }
        if object is DictionaryObject { return true }
        return object.type.lookUp("keys") != nil && object.type.special(.getitem) != nil
    }

    /// Calls a body with each key and value of a mapping.
    package func forEachEntry(_ mapping: Value, _ body: (Value, Value) throws -> Void) throws {
        if let dictionary = mapping.object as? DictionaryObject, dictionary.kind == .dictionary {
            for (key, value) in dictionary.items { try body(key, value) }
            return
        }
        try forEach(callMethod(mapping, "keys")) { try body($0, getItem(mapping, $0)) }
    }

    /// The values of keys in a mapping as a tuple; None where one is missing.
    func values(of keys: Value, in mapping: Value) throws -> Value {
        var values: [Value] = []
        for key in try list(keys) {
            guard try contains(mapping, key) else { return .none }
            values.append(try getItem(mapping, key))
        }
        return .tuple(values, in: self)
    }

    /// A mapping's entries but for some keys, as a new dictionary.
    func rest(of mapping: Value, without keys: Value) throws -> Value {
        let rest = DictionaryObject(in: self)
        try forEachEntry(mapping) { try rest.set($0, $1, in: self) }
        for key in try list(keys) { _ = try rest.remove(key, in: self) }
        return .object(rest)
    }

    private func matchArguments(of type: TypeObject) throws -> [String] {
        guard let given = type.lookUp("__match_args__") else { return [] }
        guard let tuple = given.object as? TupleObject else {
            throw typeError(
                "\(type.name).__match_args__ must be a tuple (got \(typeName(given)))")
        }
        return try tuple.items.map { item in
            guard let name = item.text else {
                throw typeError(
                    "__match_args__ elements must be strings (got \(typeName(item)))")
            }
            return name
        }
    }

    /// The attributes that a class pattern names, as a tuple; None where the subject does not fit.
    func matchClass(_ subject: Value, _ type: Value, positional: Int, keywords: Value) throws
        -> Value
    {
        guard let type = type.object as? TypeObject else {
            throw typeError("called match pattern must be a class")
        }
        guard try isInstance(subject, .object(type)) else { return .none }
        var names: [String] = []
        var values: [Value] = []
        if positional > 0 {
            if type.isSelfMatching {
                guard positional == 1 else {
                    throw typeError(
                        "\(type.name)() accepts 1 positional sub-pattern (\(positional) given)")
                }
                values.append(subject)
            } else {
                let known = try matchArguments(of: type)
                guard positional <= known.count else {
                    throw typeError(
                        "\(type.name)() accepts \(known.count) positional sub-pattern\(known.count == 1 ? "" : "s") (\(positional) given)"
                    )
                }
                names = Array(known[..<positional])
            }
        }
        names += try list(keywords).compactMap(\.text)
        for name in names {
            guard let value = try lookUpAttribute(subject, name) else { return .none }
            values.append(value)
        }
        return .tuple(values, in: self)
    }

    /// `isinstance(value, classes)`.
    package func isInstance(_ value: Value, _ classes: Value) throws -> Bool {
        if let tuple = classes.object as? TupleObject {
            return try tuple.items.contains { try isInstance(value, $0) }
        }
        if let check = type(of: classes).special(.instancecheck) {
            return try isTrue(apply(check, .instancecheck, classes, value))
        }
        guard let type = classes.object as? TypeObject else {
            throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
        return self.type(of: value).isSubtype(of: type)
    }

    /// `issubclass(type, classes)`.
    package func isSubclass(_ value: Value, _ classes: Value) throws -> Bool {
        guard let type = value.object as? TypeObject else {
            throw typeError("issubclass() arg 1 must be a class")
        }
        if let tuple = classes.object as? TupleObject {
            return try tuple.items.contains { try isSubclass(value, $0) }
        }
        if let check = self.type(of: classes).special(.subclasscheck) {
            return try isTrue(apply(check, .subclasscheck, classes, value))
        }
        guard let other = classes.object as? TypeObject else {
            throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
        }
        return type.isSubtype(of: other)
    }

    /// Adds a slot to a set.
    func insert(_ value: Slot, into set: Slot) throws {
        try set.object(as: SetObject.self).insert(value, hash: machine.hash(value), in: self)
    }

    /// `ascii()`: everything beyond ASCII escaped.
    package func ascii(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else {
                result += Quoting.escape(scalar)
            }
        }
        return result
    }
}
