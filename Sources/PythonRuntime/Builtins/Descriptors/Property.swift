extension Builtins {
    /// `property`.
    static func defineProperty(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.property, in: m.python)
        t.constructor(
            "property(fget=None, fset=None, fdel=None, doc=None)\n\nAn attribute that functions read and write."
        ) { python, type, given in
            .object(
                PropertyObject(
                    getter: given[0], setter: given[1], deleter: given[2],
                    documentation: try python.documentation(given[3], of: given[0]), type: type,
                    in: python))
        }
        t.property("fget") { python, value in try PropertyObject.from(value, in: python).getter }
        t.property("fset") { python, value in try PropertyObject.from(value, in: python).setter }
        t.property("fdel") { python, value in try PropertyObject.from(value, in: python).deleter }
        t.property(
            "__doc__",
            set: { python, value, new in
                try PropertyObject.from(value, in: python).documentation = new
            }
        ) { python, value in try PropertyObject.from(value, in: python).documentation }
        t.def("getter(self, function, /)") {
            (python: Interpreter, property: PropertyObject, function: Value) in
            try property.copy(getter: function, in: python)
        }
        t.def("setter(self, function, /)") {
            (python: Interpreter, property: PropertyObject, function: Value) in
            try property.copy(setter: function, in: python)
        }
        t.def("deleter(self, function, /)") {
            (python: Interpreter, property: PropertyObject, function: Value) in
            try property.copy(deleter: function, in: python)
        }
        propertyAccess(t)
    }

    /// What the language calls by name where a class extends `property`.
    private static func propertyAccess(_ t: TypeBuilder) {
        t.variadic(.get) { python, property, arguments -> Value in
            let receiver = arguments.positional.first ?? .none
            if receiver.isNone { return property }
            return try python.bind(property, to: receiver, python.type(of: receiver))
        }
        t.ternary(.set) {
            (python: Interpreter, property: PropertyObject, receiver: Value, new: Value) in
            guard !property.setter.isNone else {
                throw property.missing("setter", receiver, in: python)
            }
            try python.call(property.setter, [receiver, new])
        }
        t.binary(.delete) {
            (python: Interpreter, property: PropertyObject, receiver: Value) -> Value in
            guard !property.deleter.isNone else {
                throw property.missing("deleter", receiver, in: python)
            }
            return try python.call(property.deleter, [receiver])
        }
        t.ternary(.set_name) {
            (python: Interpreter, property: PropertyObject, _: Value, name: Value) in
            property.name = name.text
        }
    }
}

extension PropertyObject {
    /// The same property with another function.
    fileprivate func copy(
        getter: Value? = nil, setter: Value? = nil, deleter: Value? = nil, in python: Interpreter
    ) throws -> Value {
        let copy = PropertyObject(
            getter: getter ?? self.getter, setter: setter ?? self.setter,
            deleter: deleter ?? self.deleter,
            documentation: try getter.map { try python.documentation(.none, of: $0) }
                ?? documentation,
            type: type, in: python)
        copy.name = name
        return .object(copy)
    }

    /// The error for an access that the property has no function for.
    func missing(_ function: String, _ receiver: Value, in python: Interpreter) -> PythonError {
        if let name, let native = python.type(of: receiver).mro.lazy.compactMap(\.messageName).first
        {
            return python.error(
                "AttributeError", "attribute '\(name)' of '\(native)' objects is not writable")
        }
        let property = name.map { "property '\($0)'" } ?? "property"
        return python.error(
            "AttributeError",
            "\(property) of '\(python.type(of: receiver).qualifiedName)' object has no \(function)")
    }
}

extension Interpreter {
    /// A property's own help, or that of its getter.
    fileprivate func documentation(_ given: Value, of getter: Value) throws -> Value {
        if !given.isNone || getter.isNone { return given }
        return try attributeIfAny(getter, "__doc__") ?? .none
    }
}
