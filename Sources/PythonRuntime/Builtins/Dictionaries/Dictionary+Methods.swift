extension Builtins {
    /// The methods that leave a dictionary as it is.
    static func dictionaryQueries(_ t: TypeBuilder) {
        t.def(
            "get(self, key, default=None, /)\n\nThe value of a key, or a default where there is none."
        ) { (python: Interpreter, dictionary: DictionaryObject, key: Value, other: Value) in
            try dictionary.get(key, in: python) ?? other
        }
        t.def("keys(self, /)\n\nA view of the keys.") {
            (python: Interpreter, dictionary: DictionaryObject) in
            DictionaryView(dictionary, part: .keys, in: python)
        }
        t.def("values(self, /)\n\nA view of the values.") {
            (python: Interpreter, dictionary: DictionaryObject) in
            DictionaryView(dictionary, part: .values, in: python)
        }
        t.def("items(self, /)\n\nA view of the keys and values as pairs.") {
            (python: Interpreter, dictionary: DictionaryObject) in
            DictionaryView(dictionary, part: .items, in: python)
        }
        t.def("copy(self, /)\n\nA new dictionary of the same entries.") {
            (python: Interpreter, dictionary: DictionaryObject) in try dictionary.copy(in: python)
        }
        t.classMethod(
            "fromkeys(iterable, value=None, /)\n\nA dictionary with the same value for all keys.",
            .raw { python, arguments in try python.dictionaryFromKeys(arguments) })
    }

    /// The methods that change a dictionary.
    static func dictionaryChanges(_ t: TypeBuilder) {
        t.def(
            "setdefault(self, key, default=None, /)\n\nThe value of a key, set first where there is none."
        ) {
            (python: Interpreter, dictionary: DictionaryObject, key: Value, value: Value) -> Value
            in
            if let known = try dictionary.get(key, in: python) { return known }
            try dictionary.set(key, value, in: python)
            dictionary.show(key, value)
            return value
        }
        t.def("pop(self, key, default=..., /)\n\nRemoves a key and gives its value.") {
            (python: Interpreter, dictionary: DictionaryObject, key: Value, other: Value?) -> Value
            in
            // An empty dictionary has no use for the key's hash.
            let found = dictionary.count == 0 ? nil : try dictionary.remove(key, in: python)
            guard let value = found ?? other else { throw python.keyError(key) }
            dictionary.show(key, nil)
            return value
        }
        t.def("popitem(self, /)\n\nRemoves the last entry and gives it as a pair.") {
            (python: Interpreter, dictionary: DictionaryObject) -> Value in
            guard let (key, value) = dictionary.removeLast() else {
                throw python.keyError(.string("popitem(): dictionary is empty", in: python))
            }
            dictionary.show(key, nil)
            return .tuple([key, value], in: python)
        }
        t.raw("update(self, *args, **kwargs)\n\nTakes over the entries of a mapping or of pairs.") {
            python, arguments in
            let dictionary = try DictionaryObject.from(
                arguments.positional.first ?? .none, in: python)
            let rest = Arguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            try dictionary.update(with: rest, of: "update", in: python)
            return .none
        }
        t.procedure("clear(self, /)\n\nRemoves all entries.") {
            (_: Interpreter, dictionary: DictionaryObject) in
            for key in dictionary.shown == nil ? [] : dictionary.keys { dictionary.show(key, nil) }
            dictionary.removeAll()
        }
    }
}

extension Interpreter {
    /// `dict.fromkeys`: of the class that it is called on.
    fileprivate func dictionaryFromKeys(_ arguments: Arguments) throws -> Value {
        let given = arguments.positional.dropFirst()
        guard arguments.keywords.isEmpty else {
            throw typeError("dict.fromkeys() takes no keyword arguments")
        }
        guard let keys = given.first else {
            throw typeError("fromkeys expected at least 1 argument, got 0")
        }
        guard given.count <= 2 else {
            throw typeError("fromkeys expected at most 2 arguments, got \(given.count)")
        }
        let value = given.count == 2 ? arguments.positional[2] : .none
        let made = try call(arguments.positional[0])
        try forEach(keys) { try setItem(made, $0, value) }
        return made
    }
}
