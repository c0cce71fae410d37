/// What `except*` asks the interpreter for.
extension Interpreter {
    /// Of what no handler has taken yet and a handler's classes: the handler's part and the rest.
    var groupSplitter: NativeFunction {
        NativeFunction("split(exception, classes, /)", .two { try $0.handled($1, $2) }, in: self)
    }

    /// Of an exception, what no handler took, and what handlers raised: what goes on, or None.
    var groupRemainder: NativeFunction {
        NativeFunction(
            "remainder(exception, rest, raised, /)", .three { try $0.remainder($1, $2, $3) },
            in: self)
    }

    private var groupType: TypeObject { types.exception("BaseExceptionGroup") }

    private func handled(_ exception: Value, _ classes: Value) throws -> Value {
        let all = (classes.object as? TupleObject)?.items ?? [classes]
        let types = all.compactMap { $0.object as? TypeObject }
        if types.count == all.count, types.contains(where: { $0.isSubtype(of: groupType) }) {
            throw typeError(
                "catching ExceptionGroup with except* is not allowed. Use except instead.")
        }
        // Asked of nothing, too, whether the classes are exceptions'.
        guard !exception.isNone else { return .tuple([.none, .none], in: self) }
        if isGroup(exception) {
            let (matching, rest) = try split(exception, classes)
            return .tuple([matching ?? .none, rest ?? .none], in: self)
        }
        guard try matches(exception, classes) else { return .tuple([.none, exception], in: self) }
        return .tuple([try group(.tuple([exception], in: self)), .none], in: self)
    }

    private func isGroup(_ value: Value) -> Bool { type(of: value).isSubtype(of: groupType) }

    private func group(_ members: Value) throws -> Value {
        try call(.object(groupType), [.string("", in: self), members])
    }

    private func remainder(_ exception: Value, _ rest: Value, _ raised: Value) throws -> Value {
        var all = try list(raised)
        guard isGroup(exception) else { return all.first ?? rest }
        if all.isEmpty { return rest }
        // A part that a handler raised again belongs to what was left.
        let known = leaves(of: exception)
        let again = all.filter { isGroup($0) && leaves(of: $0).isSubset(of: known) }
        all.removeAll { value in again.contains { $0.isIdentical(to: value) } }
        let kept = again.reduce(into: leaves(of: rest)) { $0.formUnion(leaves(of: $1)) }
        let predicate = NativeFunction(
            "isKept(exception, /)",
            .one { python, leaf in
                .bool(!python.isGroup(leaf) && python.leaves(of: leaf).isSubset(of: kept))
            }, in: self)
        let left = kept.isEmpty ? nil : try split(exception, .object(predicate)).matching
        if all.isEmpty { return left ?? .none }
        if let left { all.append(left) }
        return try all.count == 1 ? all[0] : group(.list(all, in: self))
    }

    /// The exceptions in a group and in its groups.
    private func leaves(of value: Value) -> Set<ObjectIdentifier> {
        guard let exception = value.object as? ExceptionObject else { return [] }
        guard isGroup(value) else { return [ObjectIdentifier(exception)] }
        return exception.members.reduce(into: []) { $0.formUnion(leaves(of: $1)) }
    }
}
