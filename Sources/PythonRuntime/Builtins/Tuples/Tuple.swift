extension Builtins {
    /// `tuple`.
    static func defineTuple(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.tuple, in: m.python)
        t.documents("tuple(iterable=(), /)\n\nItems in a row that cannot be changed.")
        t.variadic(.new) { python, type, arguments -> Value in
            try python.newTuple(type, arguments)
        }
        t.makesCompleteInstances()
        t.unary(.repr) { (python: Interpreter, tuple: TupleObject) -> String in
            try python.guardingRecursion(.object(tuple)) {
                let texts = try python.reprs(of: tuple)
                return "(" + texts.joined(separator: ", ") + (texts.count == 1 ? ",)" : ")")
            } ?? "(...)"
        }
        t.unary(.len) { (_: Interpreter, tuple: TupleObject) in tuple.count }
        t.unary(.hash) { (python: Interpreter, tuple: TupleObject) in
            try python.machine.nesting {
                NumberHash.tuple(try tuple.items.map { try python.hash($0) })
            }
        }
        t.unary(.iter) { (python: Interpreter, tuple: TupleObject) in
            TupleIterator(tuple, in: python)
        }
        t.type.isSequencePattern = true
        t.type.isSelfMatching = true
        tupleItems(t)
        tupleOperators(t)
        tupleMethods(t)
    }

    private static func tupleItems(_ t: TypeBuilder) {
        t.binary(.getitem) { (python: Interpreter, tuple: TupleObject, key: Value) -> Value in
            if let slice = key.object as? SliceObject {
                return try tuple.slice(slice, in: python)
            }
            guard let index = try python.position(key, count: tuple.count, of: "tuple") else {
                throw python.error("IndexError", "tuple index out of range")
            }
            return tuple[index]
        }
        t.binary(.contains) { (python: Interpreter, tuple: TupleObject, value: Value) -> Bool in
            for index in 0..<tuple.count where try python.isEqual(tuple[index], value) {
                return true
            }
            return false
        }
    }

    private static func tupleOperators(_ t: TypeBuilder) {
        for special in Special.comparisons {
            t.binary(special) {
                (python: Interpreter, tuple: TupleObject, other: Value) -> Value in
                guard let other = other.object as? TupleObject else {
                    return python.notImplemented
                }
                return try Sequences.compare(special, tuple, other, in: python)
            }
        }
        t.binary(.add) { (python: Interpreter, tuple: TupleObject, other: Value) -> Value in
            guard let other = other.object as? TupleObject else { return python.notImplemented }
            if other.count == 0, tuple.kind == .tuple { return .object(tuple) }
            return .tuple(tuple.items + other.items, in: python)
        }
        for special in [Special.mul, .rmul] {
            t.binary(special) { (python: Interpreter, tuple: TupleObject, times: Value) -> Value in
                guard let times = try python.repetitions(times) else {
                    return python.notImplemented
                }
                let total = try Sequences.repeatedCount(tuple.count, times: times, in: python)
                let items = tuple.items
                var result: [Value] = []
                result.reserveCapacity(total)
                while result.count < total { result += items }
                return .tuple(result, in: python)
            }
        }
    }

    private static func tupleMethods(_ t: TypeBuilder) {
        t.def("count(self, value, /)\n\nHow many items equal a value.") {
            (python: Interpreter, tuple: TupleObject, value: Value) -> Int in
            try tuple.items.count { try python.isEqual($0, value) }
        }
        t.def(
            "index(self, value, start=0, stop=9223372036854775807, /)\n\nThe first position of a value."
        ) {
            (python: Interpreter, tuple: TupleObject, value: Value, start: Value, stop: Value)
                -> Int in
            let found = try Sequences.firstIndex(
                of: value, in: tuple.items, from: python.searchBound(start),
                to: python.searchBound(stop), python)
            guard let found else { throw python.valueError("tuple.index(x): x not in tuple") }
            return found
        }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, tuple: TupleObject) -> Value in
            .tuple([.tuple(tuple.items, in: python)], in: python)
        }
        t.acceptsTypeArguments()
    }
}

extension TupleObject {
    /// The items that a slice selects; all of them are the tuple itself.
    fileprivate func slice(_ slice: SliceObject, in python: Interpreter) throws -> Value {
        let range = try slice.bounds(count, in: python)
        if range.count == count, range.step == 1, kind == .tuple { return .object(self) }
        return .object(
            TupleObject.make(
                copying: slots + (range.count > 0 ? range.start : 0), count: range.count,
                step: range.step, in: python))
    }
}

extension Interpreter {
    fileprivate func newTuple(_ type: Value, _ arguments: Arguments) throws -> Value {
        guard let type = type.object as? TypeObject else {
            throw typeError("tuple.__new__(X): X is not a type object (\(typeName(type)))")
        }
        let isExact = type === types.tuple
        let source = try onlyIterable(arguments, of: "tuple", isSubclass: !isExact)
        if isExact, let source, source.object?.kind == .tuple { return source }
        let items = try source.map { try boundedList($0) } ?? []
        return .object(TupleObject(items, type: isExact ? nil : type, in: self))
    }
}
