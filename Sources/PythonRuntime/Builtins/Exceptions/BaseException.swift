extension Builtins {
    /// `BaseException`: what all exceptions share.
    static func defineExceptions(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.baseException, in: m.python)
        for type in m.python.types.exceptions.values { type.hasInstanceDictionary = true }
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else {
                throw python.typeError("BaseException.__new__(X): X is not a type object")
            }
            return .object(ExceptionObject(type: type, arguments: arguments.positional))
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            let exception = try ExceptionObject.from(value, in: python)
            guard arguments.keywords.isEmpty else {
                throw python.typeError(
                    "\(exception.type.name)() takes no keyword arguments")
            }
            exception.arguments = arguments.positional
            return .none
        }
        t.unary(.str) { (python: Interpreter, exception: ExceptionObject) in
            try exception.message(in: python)
        }
        t.unary(.repr) { (python: Interpreter, exception: ExceptionObject) -> String in
            let texts = try exception.arguments.map { try python.repr($0) }
            return "\(exception.type.name)(\(texts.joined(separator: ", ")))"
        }
        exceptionChain(t)
        exceptionTrace(t)
        exceptionFields(m.python)
        systemErrorFields(m.python)
        syntaxErrorFields(m.python)
        unicodeErrorArguments(m.python)
        exceptionGroups(m.python)
    }

    private static func exceptionChain(_ t: TypeBuilder) {
        t.property(
            "args",
            set: { python, value, new in
                try ExceptionObject.from(value, in: python).arguments = try python.list(new)
            }
        ) { (python, value) -> Value in
            .object(try ExceptionObject.from(value, in: python).argumentTuple)
        }
        t.property(
            "__cause__",
            set: { python, value, new in
                let exception = try ExceptionObject.from(value, in: python)
                exception.cause = try python.exceptionOrNone(new, "cause")
                exception.suppressesContext = true
            }
        ) { python, value in try ExceptionObject.from(value, in: python).cause }
        t.property(
            "__context__",
            set: { python, value, new in
                try ExceptionObject.from(value, in: python).context = python.exceptionOrNone(
                    new, "context")
            }
        ) { python, value in try ExceptionObject.from(value, in: python).context }
        t.property(
            "__suppress_context__",
            set: { python, value, new in
                try ExceptionObject.from(value, in: python).suppressesContext = python.isTrue(new)
            }
        ) { python, value in try ExceptionObject.from(value, in: python).suppressesContext }
    }

    private static func exceptionTrace(_ t: TypeBuilder) {
        t.property(
            "__traceback__",
            set: { python, value, new in
                try ExceptionObject.from(value, in: python).setTraceback(new, in: python)
            }
        ) { python, value in
            TracebackObject.of(try ExceptionObject.from(value, in: python), in: python)
        }
        t.def("with_traceback(self, traceback, /)\n\nThe exception with another traceback.") {
            (python: Interpreter, exception: ExceptionObject, new: Value) -> Value in
            try exception.setTraceback(new, in: python)
            return .object(exception)
        }
        t.def("add_note(self, note, /)\n\nAdds a line below the message.") {
            (python: Interpreter, exception: ExceptionObject, note: Value) -> Value in
            guard note.text != nil else {
                throw python.typeError("note must be a str, not '\(python.typeName(note))'")
            }
            if let notes = exception.attribute("__notes__")?.object as? ListObject {
                notes.append(note)
            } else {
                exception.setAttribute("__notes__", .list([note], in: python))
            }
            return .none
        }
        t.def("__reduce__(self, /)") { (python: Interpreter, exception: ExceptionObject) -> Value in
            .tuple(
                [.object(exception.type), .tuple(exception.arguments, in: python)], in: python)
        }
    }
}

extension ExceptionObject {
    /// What `str` gives: nothing, the only argument, or all of them as a tuple.
    func message(in python: Interpreter) throws -> String {
        switch arguments.count {
        case 0: ""
        case 1: try python.str(arguments[0])
        default: try python.repr(.tuple(arguments, in: python))
        }
    }

    fileprivate func setTraceback(_ new: Value, in python: Interpreter) throws {
        if new.isNone {
            trace = []
        } else if let traceback = new.object as? TracebackObject {
            trace = traceback.entries.reversed()
        } else {
            throw python.typeError("__traceback__ must be a traceback or None")
        }
    }
}

extension Interpreter {
    fileprivate func exceptionOrNone(_ value: Value, _ what: String) throws -> Value {
        guard value.isNone || value.object is ExceptionObject else {
            throw typeError("exception \(what) must be None or derive from BaseException")
        }
        return value
    }
}
