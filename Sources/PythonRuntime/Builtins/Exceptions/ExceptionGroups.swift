extension Builtins {
    /// `BaseExceptionGroup` and `ExceptionGroup`.
    static func exceptionGroups(_ python: Interpreter) {
        let t = TypeBuilder(python.types.exception("BaseExceptionGroup"), in: python)
        t.variadic(.new) { python, type, arguments -> Value in
            guard let type = type.object as? TypeObject else { return .none }
            return .object(try python.newGroup(type, arguments))
        }
        t.makesCompleteInstances()
        t.field("message") { $1.arguments.first ?? .none }
        t.property("exceptions") { (python, value) -> Value in
            .tuple(try ExceptionObject.from(value, in: python).members, in: python)
        }
        t.unary(.str) { (python: Interpreter, group: ExceptionObject) -> String in
            let count = group.members.count
            let message = try group.arguments.first.map { try python.str($0) } ?? ""
            return "\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))"
        }
        t.def("derive(self, exceptions, /)\n\nA group of the same kind with other exceptions.") {
            (python: Interpreter, group: ExceptionObject, members: Value) -> Value in
            try python.call(
                .object(python.types.exception("BaseExceptionGroup")),
                [group.arguments.first ?? .none, members])
        }
        t.def("subgroup(self, condition, /)\n\nThe part whose exceptions match, or None.") {
            (python: Interpreter, group: ExceptionObject, condition: Value) in
            try python.split(.object(group), condition).matching ?? .none
        }
        t.def("split(self, condition, /)\n\nThe part that matches and the rest.") {
            (python: Interpreter, group: ExceptionObject, condition: Value) -> Value in
            let (matching, rest) = try python.split(.object(group), condition)
            return .tuple([matching ?? .none, rest ?? .none], in: python)
        }
    }
}

extension ExceptionObject {
    /// The exceptions of a group.
    package var members: [Value] {
        guard arguments.count > 1 else { return [] }
        if let list = arguments[1].object as? ListObject { return list.items }
        return (arguments[1].object as? TupleObject)?.items ?? []
    }
}

extension Interpreter {
    fileprivate func newGroup(_ type: TypeObject, _ arguments: Arguments) throws -> ExceptionObject
    {
        let given = arguments.positional
        guard given.count == 2 else {
            throw typeError(
                "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(given.count) given)")
        }
        guard given[0].text != nil else {
            throw typeError(
                "BaseExceptionGroup.__new__() argument 1 must be str, not \(given[0].isNone ? "None" : typeName(given[0]))"
            )
        }
        guard given[1].object is ListObject || given[1].object is TupleObject else {
            throw typeError("second argument (exceptions) must be a sequence")
        }
        let members = try list(given[1])
        guard !members.isEmpty else {
            throw valueError("second argument (exceptions) must be a non-empty sequence")
        }
        let ordinary = types.exception("Exception")
        var areOrdinary = true
        for (index, member) in members.enumerated() {
            guard let exception = member.object as? ExceptionObject else {
                throw valueError(
                    "Item \(index) of second argument (exceptions) is not an exception")
            }
            if !exception.type.isSubtype(of: ordinary) { areOrdinary = false }
        }
        var chosen = type
        if type === types.exception("BaseExceptionGroup"), areOrdinary {
            chosen = types.exception("ExceptionGroup")
        } else if type.isSubtype(of: ordinary), !areOrdinary {
            throw typeError("Cannot nest BaseExceptions in an \(type.name)")
        }
        return ExceptionObject(type: chosen, arguments: given)
    }

    /// The part of a group (or the exception) that matches a condition, and the rest.
    func split(_ value: Value, _ condition: Value) throws -> (
        matching: Value?, rest: Value?
    ) {
        guard let exception = value.object as? ExceptionObject else { return (nil, nil) }
        if try fits(value, condition) { return (value, nil) }
        guard exception.type.isSubtype(of: types.exception("BaseExceptionGroup")) else {
            return (nil, value)
        }
        var (matching, rest): ([Value], [Value]) = ([], [])
        for member in exception.members {
            let parts = try split(member, condition)
            if let part = parts.matching { matching.append(part) }
            if let part = parts.rest { rest.append(part) }
        }
        return (try derive(exception, matching), try derive(exception, rest))
    }

    private func derive(_ group: ExceptionObject, _ members: [Value]) throws -> Value? {
        guard !members.isEmpty else { return nil }
        let made = try callMethod(.object(group), "derive", [.list(members, in: self)])
        if let copy = made.object as? ExceptionObject {
            (copy.trace, copy.cause, copy.context) = (group.trace, group.cause, group.context)
            copy.suppressesContext = group.suppressesContext
        }
        return made
    }

    private func fits(_ exception: Value, _ condition: Value) throws -> Bool {
        if condition.object is TypeObject || condition.object is TupleObject {
            return try matches(exception, condition)
        }
        return try isTrue(call(condition, [exception]))
    }
}
