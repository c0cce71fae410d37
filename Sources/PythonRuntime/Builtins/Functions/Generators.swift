extension Builtins {
    /// Generators as objects.
    static func defineGenerators(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.generator, in: m.python)
        t.unary(.iter) { (_: Interpreter, value: Value) in value }
        t.unary(.next) { (python: Interpreter, generator: GeneratorObject) in
            try python.nextOrStop(.object(generator))
        }
        t.unary(.repr) { (python: Interpreter, generator: GeneratorObject) in
            "<generator object \(generator.function.qualifiedName) at \(python.address(.object(generator)))>"
        }
        t.def("send(self, value, /)\n\nGoes on with a value for the `yield` that waits.") {
            (python: Interpreter, generator: GeneratorObject, value: Value) -> Value in
            if generator.state == .created, !value.isNone {
                throw python.typeError("can't send non-None value to a just-started generator")
            }
            if let next = try python.machine.resume(generator, sending: value) { return next }
            throw python.stopIteration(python.machine.returned)
        }
        t.def(
            "throw(self, typ, val=..., tb=..., /)\n\nRaises an exception where the generator waits."
        ) {
            (python: Interpreter, generator: GeneratorObject, type: Value, value: Value?, _: Value?)
                -> Value in
            let exception = try python.thrown(type, value)
            if let next = try python.machine.resume(generator, raising: exception) { return next }
            throw python.stopIteration(python.machine.returned)
        }
        t.procedure("close(self, /)\n\nEnds the generator.") {
            (python: Interpreter, generator: GeneratorObject) in
            try python.close(generator)
        }
        t.property("__name__") { python, value in
            try GeneratorObject.from(value, in: python).function.name
        }
        t.property("__qualname__") { python, value in
            try GeneratorObject.from(value, in: python).function.qualifiedName
        }
        t.property("gi_running") { python, value in
            try GeneratorObject.from(value, in: python).state == .running
        }
        t.property("gi_suspended") { python, value in
            try GeneratorObject.from(value, in: python).state == .suspended
        }
        t.property("gi_code") { python, value in
            CodeView(try GeneratorObject.from(value, in: python).code, in: python)
        }
        t.property("gi_frame") { (python, value) -> Value in
            let generator = try GeneratorObject.from(value, in: python)
            return generator.state == .finished
                ? .none : .object(CodeView(generator.code, in: python))
        }
    }
}

extension Interpreter {
    /// The exception that `throw` raises: an instance, or a class with an argument.
    fileprivate func thrown(_ type: Value, _ value: Value?) throws -> ExceptionObject {
        if let value, let exception = value.object as? ExceptionObject { return exception }
        if let value, !value.isNone, type.object is TypeObject {
            return try exception(raising: call(type, [value]))
        }
        if type.object is ExceptionObject { return try exception(raising: type) }
        guard let own = type.object as? TypeObject, own.isSubtype(of: types.baseException) else {
            throw typeError(
                "exceptions must be classes or instances deriving from BaseException, not \(typeName(type))"
            )
        }
        return try exception(raising: type)
    }

    /// Closes a generator that nobody holds any more. Nobody can catch what that raises.
    func finalize(_ generator: GeneratorObject) {
        let returned = machine.returned
        defer { machine.returned = returned }
        try? close(generator)
    }

    /// `generator.close()`.
    func close(_ generator: GeneratorObject) throws {
        if generator.state == .created {
            generator.finish()
            return
        }
        guard generator.state != .finished else { return }
        let exit = error(types.exception("GeneratorExit"), []).exception
        do {
            if try machine.resume(generator, raising: exit) == nil { return }
        } catch let failure as PythonError
            where failure.isOf("GeneratorExit", in: self)
            || failure.isOf("StopIteration", in: self)
        {
            return
        }
        throw error("RuntimeError", "generator ignored GeneratorExit")
    }
}
