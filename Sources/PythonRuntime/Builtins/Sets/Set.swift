extension Builtins {
    /// `set` and `frozenset`.
    static func defineSets(_ m: ModuleBuilder) {
        let set = TypeBuilder(m.python.types.set, in: m.python)
        let frozen = TypeBuilder(m.python.types.frozenset, in: m.python)
        for t in [set, frozen] {
            t.type.isSelfMatching = true
            setBasics(t)
            setComparisons(t)
            setOperators(t)
            setQueries(t)
        }
        set.documents("set(iterable=(), /)\n\nElements without order or repetition.")
        frozen.documents("frozenset(iterable=(), /)\n\nA set that cannot be changed.")
        set.variadic(.new) { python, type, _ -> Value in
            let type = type.object as? TypeObject
            return .object(SetObject(type: type === python.types.set ? nil : type, in: python))
        }
        set.variadic(.`init`) { python, value, arguments -> Value in
            let set = try SetObject.from(value, in: python)
            let source = try python.onlyIterable(
                arguments, of: "set", isSubclass: set.kind != .set)
            set.removeAll()
            if let source { try set.insert(contentsOf: source, in: python) }
            return .none
        }
        set.type.setTypeAttribute("__hash__", .none)
        frozen.variadic(.new) { python, type, arguments -> Value in
            try python.newFrozenSet(type, arguments)
        }
        frozen.makesCompleteInstances()
        frozen.unary(.hash) { (python: Interpreter, set: SetObject) in
            try set.frozenHash(in: python)
        }
        setChanges(set)
    }

    private static func setBasics(_ t: TypeBuilder) {
        t.unary(.repr) { (python: Interpreter, set: SetObject) -> String in
            let name = set.type.name
            if set.count == 0 { return "\(name)()" }
            return try python.guardingRecursion(.object(set)) {
                let texts = try set.items.map { try python.repr($0) }
                let braces = "{" + texts.joined(separator: ", ") + "}"
                return set.type === python.types.set ? braces : "\(name)(\(braces))"
            } ?? "\(name)(...)"
        }
        t.unary(.len) { (_: Interpreter, set: SetObject) in set.count }
        t.unary(.iter) { (python: Interpreter, set: SetObject) in SetIterator(set, in: python) }
        t.binary(.contains) { (python: Interpreter, set: SetObject, value: Value) in
            try set.contains(python.hashable(value), in: python)
        }
        t.acceptsTypeArguments()
    }

    private static func setComparisons(_ t: TypeBuilder) {
        for special in Special.comparisons {
            t.binary(special) { (python: Interpreter, set: SetObject, other: Value) -> Value in
                guard let other = other.object as? SetObject else { return python.notImplemented }
                let sizes = (set.count, other.count)
                switch special {
                case .eq, .ne:
                    let equal = try sizes.0 == sizes.1 && set.isSubset(of: other, in: python)
                    return .bool(equal == (special == .eq))
                case .lt:
                    return .bool(try sizes.0 < sizes.1 && set.isSubset(of: other, in: python))
                case .le: return .bool(try set.isSubset(of: other, in: python))
                case .gt:
                    return .bool(try sizes.0 > sizes.1 && other.isSubset(of: set, in: python))
                default: return .bool(try other.isSubset(of: set, in: python))
                }
            }
        }
    }

    private static func setOperators(_ t: TypeBuilder) {
        for operation in SetOperation.allCases {
            t.binary(operation.special) {
                (python: Interpreter, set: SetObject, other: Value) -> Value in
                guard let other = other.object as? SetObject else { return python.notImplemented }
                return .object(
                    try operation.apply(set, other, type: set.resultType(python), in: python))
            }
            t.binary(operation.reflectedSpecial) {
                (python: Interpreter, set: SetObject, other: Value) -> Value in
                guard let other = other.object as? SetObject else { return python.notImplemented }
                return .object(
                    try operation.apply(other, set, type: other.resultType(python), in: python))
            }
        }
    }
}

extension SetObject {
    /// The type of what an operation on the set gives; nil for `set`.
    func resultType(_ python: Interpreter) -> TypeObject? {
        type.isSubtype(of: python.types.frozenset) ? python.types.frozenset : nil
    }
}

extension Interpreter {
    fileprivate func newFrozenSet(_ type: Value, _ arguments: Arguments) throws -> Value {
        guard let type = type.object as? TypeObject else {
            throw typeError("frozenset.__new__(X): X is not a type object")
        }
        let isExact = type === types.frozenset
        let source = try onlyIterable(arguments, of: "frozenset", isSubclass: !isExact)
        if isExact, let source, source.object?.type === types.frozenset { return source }
        let set = SetObject(type: type, in: self)
        if let source { try set.insert(contentsOf: source, in: self) }
        return .object(set)
    }

    /// A set that is looked for in a set is looked for as a `frozenset`.
    func hashable(_ value: Value) throws -> Value {
        guard let set = value.object as? SetObject, set.type.isSubtype(of: types.set) else {
            return value
        }
        return .object(try set.copy(type: types.frozenset, in: self))
    }
}
