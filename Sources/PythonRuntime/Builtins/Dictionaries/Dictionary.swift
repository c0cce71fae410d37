extension Builtins {
    /// `dict`.
    static func defineDictionary(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.dict, in: m.python)
        t.documents(
            "dict(mapping=(), /, **entries)\n\nKeys with values, in the order of insertion.")
        t.variadic(.new) { python, type, _ -> Value in
            let type = type.object as? TypeObject
            let isExact = type === python.types.dict
            return .object(DictionaryObject(type: isExact ? nil : type, in: python))
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            let dictionary = try DictionaryObject.from(value, in: python)
            try dictionary.update(with: arguments, of: "dict", in: python)
            return .none
        }
        t.unary(.repr) { (python: Interpreter, dictionary: DictionaryObject) -> String in
            try dictionary.description(in: python)
        }
        t.unary(.len) { (_: Interpreter, dictionary: DictionaryObject) in dictionary.count }
        t.unary(.iter) { (python: Interpreter, dictionary: DictionaryObject) in
            DictionaryIterator(dictionary, part: .keys, in: python)
        }
        t.unary(.reversed) { (python: Interpreter, dictionary: DictionaryObject) in
            DictionaryReverseIterator(dictionary, part: .keys, in: python)
        }
        t.type.setTypeAttribute("__hash__", .none)
        t.type.isSelfMatching = true
        dictionaryItems(t)
        dictionaryOperators(t)
        dictionaryQueries(t)
        dictionaryChanges(t)
    }

    private static func dictionaryItems(_ t: TypeBuilder) {
        t.binary(.getitem) {
            (python: Interpreter, dictionary: DictionaryObject, key: Value) -> Value in
            if let value = try dictionary.get(key, in: python) { return value }
            if dictionary.kind != .dictionary, let missing = dictionary.type.special(.missing) {
                return try python.apply(missing, .missing, .object(dictionary), key)
            }
            throw python.keyError(key)
        }
        t.ternary(.setitem) {
            (python: Interpreter, dictionary: DictionaryObject, key: Value, value: Value) in
            try dictionary.set(key, value, in: python)
            dictionary.show(key, value)
        }
        t.binary(.delitem) {
            (python: Interpreter, dictionary: DictionaryObject, key: Value) -> Value in
            guard try dictionary.remove(key, in: python) != nil else { throw python.keyError(key) }
            dictionary.show(key, nil)
            return .none
        }
        t.binary(.contains) { (python: Interpreter, dictionary: DictionaryObject, key: Value) in
            try dictionary.get(key, in: python) != nil
        }
    }

    private static func dictionaryOperators(_ t: TypeBuilder) {
        for special in [Special.eq, .ne] {
            t.binary(special) {
                (python: Interpreter, dictionary: DictionaryObject, other: Value) -> Value in
                guard let other = other.object as? DictionaryObject else {
                    return python.notImplemented
                }
                return .bool(try dictionary.isEqual(to: other, in: python) == (special == .eq))
            }
        }
        t.binary(.or) {
            (python: Interpreter, dictionary: DictionaryObject, other: Value) -> Value in
            guard let other = other.object as? DictionaryObject else {
                return python.notImplemented
            }
            return .object(try dictionary.copy(in: python).updated(by: other, in: python))
        }
        t.binary(.ror) {
            (python: Interpreter, dictionary: DictionaryObject, other: Value) -> Value in
            guard let other = other.object as? DictionaryObject else {
                return python.notImplemented
            }
            return .object(try other.copy(in: python).updated(by: dictionary, in: python))
        }
        t.binary(.ior) {
            (python: Interpreter, dictionary: DictionaryObject, other: Value) -> Value in
            try dictionary.update(from: other, in: python)
            return .object(dictionary)
        }
        t.acceptsTypeArguments()
    }
}
