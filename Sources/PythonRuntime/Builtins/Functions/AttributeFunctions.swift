extension Builtins {
    /// Functions that look at objects.
    static func defineAttributeFunctions(_ m: ModuleBuilder) {
        m.def("getattr(object, name, default=..., /)\n\nAn attribute by its name.") {
            (python: Interpreter, object: Value, name: Value, other: Value?) -> Value in
            let name = try python.attributeName(name)
            guard let other else { return try python.getAttribute(object, name) }
            return try python.attributeIfAny(object, name) ?? other
        }
        m.def("hasattr(object, name, /)\n\nWhether an object has an attribute.") {
            (python: Interpreter, object: Value, name: Value) -> Bool in
            try python.attributeIfAny(object, python.attributeName(name)) != nil
        }
        m.def("setattr(object, name, value, /)\n\nSets an attribute.") {
            (python: Interpreter, object: Value, name: Value, new: Value) -> Value in
            try python.setAttribute(object, python.attributeName(name), new)
            return .none
        }
        m.def("delattr(object, name, /)\n\nRemoves an attribute.") {
            (python: Interpreter, object: Value, name: Value) -> Value in
            try python.deleteAttribute(object, python.attributeName(name))
            return .none
        }
        m.def("dir(object=..., /)\n\nThe names of an object's attributes, or of the variables.") {
            (python: Interpreter, object: Value?) in try python.names(of: object)
        }
        m.def("vars(object=..., /)\n\nThe dictionary of an object's attributes.") {
            (python: Interpreter, object: Value?) -> Value in
            guard let object else { return .object(try python.localVariables()) }
            guard let dictionary = try python.lookUpAttribute(object, "__dict__") else {
                throw python.typeError("vars() argument must have __dict__ attribute")
            }
            return dictionary
        }
        m.def("callable(obj, /)\n\nWhether an object can be called.") {
            (python: Interpreter, value: Value) in python.isCallable(value)
        }
        m.def("id(obj, /)\n\nA number that no other object has at the same time.") {
            (python: Interpreter, value: Value) in python.identity(value)
        }
        m.def("len(obj, /)\n\nThe number of items of a container.") {
            (python: Interpreter, value: Value) in try python.length(value)
        }
        m.def("repr(obj, /)\n\nAn object as text that shows what it is.") {
            (python: Interpreter, value: Value) in try python.repr(value)
        }
        m.def("isinstance(obj, class_or_tuple, /)\n\nWhether an object is of a class.") {
            (python: Interpreter, value: Value, classes: Value) in
            try python.isInstance(value, classes)
        }
        m.def("issubclass(cls, class_or_tuple, /)\n\nWhether a class extends another.") {
            (python: Interpreter, type: Value, classes: Value) in
            try python.isSubclass(type, classes)
        }
    }
}

extension Interpreter {
    fileprivate func attributeName(_ name: Value) throws -> String {
        if let text = name.text { return text }
        throw typeError("attribute name must be string, not '\(typeName(name))'")
    }

    /// An attribute; nil where reading it raises `AttributeError`, inside a property too.
    package func attributeIfAny(_ object: Value, _ name: String) throws -> Value? {
        do {
            return try lookUpAttribute(object, name)
        } catch let failure as PythonError where failure.isOf("AttributeError", in: self) {
            return nil
        }
    }

    /// `dir(object)`, or `dir()`.
    fileprivate func names(of object: Value?) throws -> Value {
        guard let object else {
            return .list(try sortedNames(localVariables().keys), in: self)
        }
        if case .attribute(let own)? = type(of: object).special(.dir),
            !(own.object is NativeFunction)
        {
            let names = try list(applySpecial(.dir, object) ?? .none)
            return .list(try sortedNames(names), in: self)
        }
        var names = Set(attributeNames(object))
        if !(object.object is ModuleObject) {
            let type = object.object as? TypeObject ?? type(of: object)
            for special in Special.allCases where type.special(special) != nil {
                names.insert(special.name)
            }
            names.formUnion(Self.universalNames)
            if object.object is InstanceObject, !type.isBuiltin, type.slotNames == nil {
                names.formUnion(["__dict__", "__weakref__"])
            }
        }
        return .list(names.sorted().map { .string($0, in: self) }, in: self)
    }

    /// Names that `dir` shows of everything.
    private static let universalNames = [
        "__class__", "__doc__", "__ge__", "__getstate__", "__gt__", "__le__", "__lt__",
        "__reduce__", "__reduce_ex__", "__sizeof__",
    ]

    private func sortedNames(_ names: [Value]) throws -> [Value] {
        var names = names
        try sort(&names)
        return names
    }
}
