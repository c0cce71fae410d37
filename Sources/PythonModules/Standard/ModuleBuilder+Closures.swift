import PythonRuntime

extension Definitions {
    /// Defines a function that gives None.
    func action<A: FromPython>(
        _ literal: String, _ body: @escaping (Interpreter, A) throws -> Void
    ) {
        def(literal) { (python: Interpreter, a: A) -> Value in
            try body(python, a)
            return .none
        }
    }

    /// Defines a function of two parameters that gives None.
    func action<A: FromPython, B: FromPython>(
        _ literal: String, _ body: @escaping (Interpreter, A, B) throws -> Void
    ) {
        def(literal) { (python: Interpreter, a: A, b: B) -> Value in
            try body(python, a, b)
            return .none
        }
    }
}

extension Interpreter {
    /// The object that a method of a native type is called on.
    func receiver<Receiving: Object>(_ value: Value, _ typeName: String) throws -> Receiving {
        if let object = value.object as? Receiving { return object }
        throw typeError(
            "descriptor requires a '\(typeName)' object but received a '\(self.typeName(value))'")
    }

    /// The items of a tuple, such as the one that `*args` gives.
    func items(_ tuple: Value) -> [Value] { (tuple.object as? TupleObject)?.items ?? [] }

    /// A pair as a tuple.
    func pair(_ a: some ToPython, _ b: some ToPython) throws -> Value {
        .tuple([try a.value(in: self), try b.value(in: self)], in: self)
    }
}
