extension Builtins {
    /// `object`: what every class inherits.
    static func defineObject(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.object, in: m.python)
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else {
                throw python.typeError(
                    "object.__new__(X): X is not a type object (\(python.typeName(type)))")
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
        t.property("__doc__") { python, value in python.type(of: value).documentation }
        t.classMethod(
            "__subclasshook__(cls, type, /)", .two { python, _, _ in python.notImplemented })
        t.binary(.format) { python, value, specification -> String in
            _ = try python.text(specification, "__format__() argument")
            guard specification.text?.isEmpty != false else {
                throw python.typeError(
                    "unsupported format string passed to \(python.typeName(value)).__format__")
            }
            return try python.str(value)
        }
        t.classMethod(
            "__init_subclass__(cls)",
            .raw { python, arguments in
                guard arguments.keywords.isEmpty else {
                    let name = (arguments.positional.first?.object as? TypeObject)?.name ?? "object"
                    throw python.typeError("\(name).__init_subclass__() takes no keyword arguments")
                }
                return .none
            })
    }
}
