extension Builtins {
    /// `list`.
    static func defineList(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.list, in: m.python)
        t.variadic(.new) { python, type, _ -> Value in
            guard let type = type.object as? TypeObject, type !== python.types.list else {
                return .object(ListObject(in: python))
            }
            return .object(ListObject(type: type, in: python))
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            let list = try ListObject.from(value, in: python)
            let source = try python.onlyIterable(
                arguments, of: "list", isSubclass: list.kind != .list)
            let items = try source.map { try python.boundedList($0) } ?? []
            list.replace(0..<list.count, with: items)
            return .none
        }
        t.documents("list(iterable=(), /)\n\nItems in a row that can be changed.")
        t.unary(.repr) { (python: Interpreter, list: ListObject) -> String in
            try python.guardingRecursion(.object(list)) {
                "[" + (try python.reprs(of: list)).joined(separator: ", ") + "]"
            } ?? "[...]"
        }
        t.unary(.len) { (_: Interpreter, list: ListObject) in list.count }
        t.type.setTypeAttribute("__hash__", .none)
        t.type.isSequencePattern = true
        t.type.isSelfMatching = true
        listItems(t)
        listOperators(t)
        listIteration(t)
        listChanges(t)
        listQueries(t)
    }

    private static func listItems(_ t: TypeBuilder) {
        t.binary(.getitem) { (python: Interpreter, list: ListObject, key: Value) in
            try list.item(key, in: python)
        }
        t.ternary(.setitem) { (python: Interpreter, list: ListObject, key: Value, new: Value) in
            try list.setItem(key, new, in: python)
        }
        t.binary(.delitem) { (python: Interpreter, list: ListObject, key: Value) -> Value in
            try list.deleteItem(key, in: python)
            return .none
        }
        t.binary(.contains) { (python: Interpreter, list: ListObject, value: Value) in
            try list.firstIndex(of: value, in: python) != nil
        }
    }

    private static func listOperators(_ t: TypeBuilder) {
        for special in Special.comparisons {
            t.binary(special) { (python: Interpreter, list: ListObject, other: Value) -> Value in
                guard let other = other.object as? ListObject else { return python.notImplemented }
                return try Sequences.compare(special, list, other, in: python)
            }
        }
        t.binary(.add) { (python: Interpreter, list: ListObject, other: Value) -> Value in
            guard let other = other.object as? ListObject else { return python.notImplemented }
            let result = ListObject.make(copying: list.slots, count: list.count, in: python)
            result.append(copying: other.slots, count: other.count)
            return .object(result)
        }
        t.binary(.iadd) { (python: Interpreter, list: ListObject, other: Value) -> Value in
            try list.extend(by: other, in: python)
            return .object(list)
        }
        for special in [Special.mul, .rmul] {
            t.binary(special) { (python: Interpreter, list: ListObject, times: Value) -> Value in
                guard let times = try python.repetitions(times) else {
                    return python.notImplemented
                }
                let result = ListObject(in: python)
                try result.append(list, times: times, in: python)
                return .object(result)
            }
        }
        t.binary(.imul) { (python: Interpreter, list: ListObject, times: Value) -> Value in
            guard let times = try python.repetitions(times) else { return python.notImplemented }
            if times <= 0 {
                list.removeAll()
            } else {
                try list.append(list, times: times - 1, in: python)
            }
            return .object(list)
        }
    }

    private static func listIteration(_ t: TypeBuilder) {
        t.unary(.iter) { (python: Interpreter, list: ListObject) in ListIterator(list, in: python) }
        t.unary(.reversed) { (python: Interpreter, list: ListObject) in
            ListReverseIterator(list, in: python)
        }
        t.acceptsTypeArguments()
    }
}

extension Interpreter {
    /// The one iterable that a container's constructor may be given.
    func onlyIterable(_ arguments: Arguments, of name: String, isSubclass: Bool) throws -> Value? {
        guard arguments.keywords.isEmpty || isSubclass else {
            throw typeError("\(name)() takes no keyword arguments")
        }
        guard arguments.positional.count <= 1 else {
            throw typeError(
                "\(name) expected at most 1 argument, got \(arguments.positional.count)")
        }
        return arguments.positional.first
    }

    /// The texts of a list's items; printing one may change the list.
    func reprs(of list: some SlotSequence) throws -> [String] {
        var texts: [String] = []
        var size = 0
        while texts.count < list.count {
            let text = try repr(list.slots[texts.count].value)
            try checkSize(size, plus: text.utf8.count)
            size += text.utf8.count
            texts.append(text)
        }
        return texts
    }
}
