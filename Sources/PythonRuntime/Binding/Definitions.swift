/// Something that native functions are added to: a module or a type.
package protocol Definitions: AnyObject {
    var python: Interpreter { get }
    /// Adds a native function under the name in its literal.
    func add(_ literal: String, _ body: NativeFunction.Body)
}

extension Definitions {
    /// Defines a function of the call as it is; the literal is still its signature for help.
    package func raw(_ literal: String, _ body: @escaping (Interpreter, Arguments) throws -> Value)
    {
        add(literal, .raw(body))
    }

    package func def<R: ToPython>(_ literal: String, _ body: @escaping (Interpreter) throws -> R) {
        add(literal, .none { try body($0).value(in: $0) })
    }

    package func def<A: FromPython, R: ToPython>(
        _ literal: String, _ body: @escaping (Interpreter, A) throws -> R
    ) {
        add(literal, .one { try body($0, A.from($1, in: $0)).value(in: $0) })
    }

    package func def<A: FromPython, B: FromPython, R: ToPython>(
        _ literal: String, _ body: @escaping (Interpreter, A, B) throws -> R
    ) {
        add(literal, .two { try body($0, A.from($1, in: $0), B.from($2, in: $0)).value(in: $0) })
    }

    package func def<A: FromPython, B: FromPython, C: FromPython, R: ToPython>(
        _ literal: String, _ body: @escaping (Interpreter, A, B, C) throws -> R
    ) {
        add(
            literal,
            .three {
                try body($0, A.from($1, in: $0), B.from($2, in: $0), C.from($3, in: $0)).value(
                    in: $0)
            })
    }

    package func def<A: FromPython, B: FromPython, C: FromPython, D: FromPython, R: ToPython>(
        _ literal: String, _ body: @escaping (Interpreter, A, B, C, D) throws -> R
    ) {
        add(
            literal,
            .bound { python, values in
                try body(
                    python, A.from(values[0], in: python),
                    B.from(values[1], in: python),
                    C.from(values[2], in: python),
                    D.from(values[3], in: python)
                ).value(in: python)
            })
    }

    package func def<
        A: FromPython, B: FromPython, C: FromPython, D: FromPython, E: FromPython, R: ToPython
    >(
        _ literal: String, _ body: @escaping (Interpreter, A, B, C, D, E) throws -> R
    ) {
        add(
            literal,
            .bound { python, values in
                try body(
                    python, A.from(values[0], in: python),
                    B.from(values[1], in: python),
                    C.from(values[2], in: python),
                    D.from(values[3], in: python),
                    E.from(values[4], in: python)
                ).value(in: python)
            })
    }

    package func def<
        A: FromPython, B: FromPython, C: FromPython, D: FromPython, E: FromPython, F: FromPython,
        R: ToPython
    >(
        _ literal: String, _ body: @escaping (Interpreter, A, B, C, D, E, F) throws -> R
    ) {
        add(
            literal,
            .bound { python, values in
                try body(
                    python, A.from(values[0], in: python),
                    B.from(values[1], in: python),
                    C.from(values[2], in: python),
                    D.from(values[3], in: python),
                    E.from(values[4], in: python),
                    F.from(values[5], in: python)
                ).value(in: python)
            })
    }

    /// Defines a function of any number of parameters, each converted to its Swift type.
    package func def<each A: FromPython, R: ToPython>(
        _ literal: String, _ body: @escaping (Interpreter, repeat each A) throws -> R
    ) {
        add(
            literal,
            .bound { python, values in
                var index = 0
                func next<T: FromPython>(_: T.Type) throws -> T {
                    defer { index += 1 }
                    return try T.from(values[index], in: python)
                }
                return try body(python, repeat try next((each A).self)).value(in: python)
            })
    }
}

/// A module whose functions are written in Swift.
package final class ModuleBuilder: Definitions {
    package let python: Interpreter
    package let module: ModuleObject
    private let pythonWording: Bool

    /// `pythonWording`: mistakes in calls read as those of a library written in Python.
    package init(_ name: String, pythonWording: Bool = false, in python: Interpreter) {
        self.python = python
        self.pythonWording = pythonWording
        module = ModuleObject(name, in: python)
    }

    init(_ module: ModuleObject, in python: Interpreter) {
        self.python = python
        self.module = module
        pythonWording = false
    }

    package func add(_ literal: String, _ body: NativeFunction.Body) {
        let function = NativeFunction(
            literal, module: module.name, pythonWording: pythonWording, body, in: python)
        module.namespace[function.name] = .object(function)
    }

    /// Sets a variable of the module.
    package func set(_ name: String, _ value: some ToPython) throws {
        module.namespace[name] = try value.value(in: python)
    }

    /// Makes a type of this module and defines it.
    @discardableResult
    package func type(
        _ name: String, base: TypeObject? = nil, _ define: (TypeBuilder) throws -> Void
    ) rethrows -> TypeObject {
        let type = TypeObject(
            name, bases: [base ?? python.types.object], module: module.name,
            metatype: (base ?? python.types.object).type, in: python)
        try define(TypeBuilder(type, pythonWording: pythonWording, in: python))
        module.namespace[name] = .object(type)
        return type
    }
}

/// A type whose methods are written in Swift.
package final class TypeBuilder: Definitions {
    package let python: Interpreter
    package let type: TypeObject
    private let pythonWording: Bool

    package init(_ type: TypeObject, pythonWording: Bool = false, in python: Interpreter) {
        self.type = type
        self.python = python
        self.pythonWording = pythonWording
    }

    /// Adds a method; its literal names `self` first: `append(self, object, /)`.
    package func add(_ literal: String, _ body: NativeFunction.Body) {
        let function = make(literal, needingReceiver(body))
        function.isMethod = true
        function.receiverCount = 1
        if !pythonWording {
            function.owner = type
            function.typePointer = Unmanaged.passUnretained(
                python.types.containers.methodDescriptor)
        }
        type.setTypeAttribute(function.name, .object(function))
    }

    /// Called by its class, a method may get nothing: a body that takes the call as it is would look for its object.
    private func needingReceiver(_ body: NativeFunction.Body) -> NativeFunction.Body {
        guard case .raw(let call) = body else { return body }
        return .raw { [name = type.name] python, arguments in
            guard !arguments.positional.isEmpty else {
                throw python.typeError("unbound method of \(name) needs an argument")
            }
            return try call(python, arguments)
        }
    }

    private func make(_ literal: String, _ body: NativeFunction.Body) -> NativeFunction {
        NativeFunction(
            literal, module: type.moduleName, owner: type.name, pythonWording: pythonWording, body,
            in: python)
    }

    /// Adds a static method.
    package func staticMethod(
        _ literal: String, _ body: @escaping (Interpreter, Arguments) throws -> Value
    ) {
        let function = make(literal, .raw(body))
        type.setTypeAttribute(function.name, .object(function))
    }

    /// Adds a class method; the first value is the class. Binding the rest is up to `body`.
    package func classMethod(_ literal: String, _ body: NativeFunction.Body) {
        let function = make(literal, body)
        function.receiverCount = 1
        type.setTypeAttribute(
            function.name, .object(MethodWrapper(.object(function), isStatic: false, in: python)))
    }

    /// Adds a property; without `set` it is read-only.
    package func property<R: ToPython>(
        _ name: String, set: ((Interpreter, Value, Value) throws -> Void)? = nil,
        _ get: @escaping (Interpreter, Value) throws -> R
    ) {
        type.setTypeAttribute(
            name,
            .object(
                NativeProperty(
                    name, of: type, get: { try get($0, $1).value(in: $0) }, set: set, in: python)))
    }

    package func unary<R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, Value) throws -> R
    ) {
        type.setSpecial(special, .unary { try body($0, $1).value(in: $0) })
    }

    package func binary<R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, Value, Value) throws -> R
    ) {
        type.setSpecial(special, .binary { try body($0, $1, $2).value(in: $0) })
    }

    package func ternary<R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, Value, Value, Value) throws -> R
    ) {
        type.setSpecial(special, .ternary { try body($0, $1, $2, $3).value(in: $0) })
    }

    package func variadic<R: ToPython>(
        _ special: Special, _ body: @escaping (Interpreter, Value, Arguments) throws -> R
    ) {
        type.setSpecial(special, .variadic { try body($0, $1, $2).value(in: $0) })
    }

    /// Says how a class is called, and what it is, where construction is defined by hand.
    package func documents(_ literal: String) {
        type.documentationFunction = make(literal, .none { _ in Value.none })
    }

    /// Defines construction: the literal is the signature of a call of the class, and its values are bound in
    /// order behind the class itself, which is the caller's or a subclass.
    package func constructor(
        _ literal: String, _ body: @escaping (Interpreter, TypeObject, [Value]) throws -> Value
    ) {
        let function = make(literal, .none { _ in Value.none })
        // What stands for `__init__` is called after its class, as Python's own are.
        function.qualifiedName =
            function.name == "__init__" ? "\(type.name).__init__" : function.name
        type.documentationFunction = function
        type.setSpecial(
            .new,
            .variadic { python, own, arguments in
                guard let own = own.object as? TypeObject else {
                    throw python.typeError("__new__() needs a class")
                }
                return try body(python, own, function.bind(arguments, in: python))
            })
        makesCompleteInstances()
    }

    /// What `__new__` took, `__init__` does not ask for again.
    package func makesCompleteInstances() {
        // Types whose `__init__` takes what `__new__` took, where a class's own calls it.
        let takesArguments = ["bytearray", "classmethod", "property", "staticmethod"]
            .contains(type.name)
        type.setSpecial(
            .`init`,
            .variadic { [moduleName = type.moduleName] python, instance, arguments in
                // `object.__init__` of a builtin type lets the arguments pass only where no class has an own one.
                if moduleName == "builtins", !takesArguments, !arguments.isEmpty,
                    case .attribute? = python.type(of: instance).special(.`init`)
                {
                    throw python.typeError(
                        "object.__init__() takes exactly one argument (the instance to initialize)")
                }
                return .none
            })
        type.makesCompleteInstances = true
    }
}
