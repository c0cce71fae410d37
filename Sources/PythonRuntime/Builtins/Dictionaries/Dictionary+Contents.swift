/// Reading, comparing and filling.
extension DictionaryObject {
    func description(in python: Interpreter) throws -> String {
        try python.guardingRecursion(.object(self)) {
            var texts: [String] = []
            var (position, size) = (0, 0)
            while let (key, value, next) = entry(from: position) {
                let text = "\(try python.repr(key)): \(try python.repr(value))"
                try python.checkSize(size, plus: text.utf8.count)
                size += text.utf8.count
                texts.append(text)
                position = next
            }
            return "{" + texts.joined(separator: ", ") + "}"
        } ?? "{...}"
    }

    /// A `dict` of the same entries.
    func copy(in python: Interpreter) throws -> DictionaryObject {
        let copy = DictionaryObject(in: python)
        try copy.merge(self, in: python)
        return copy
    }

    /// The dictionary itself after taking over the entries of another.
    func updated(by other: DictionaryObject, in python: Interpreter) throws -> DictionaryObject {
        try merge(other, in: python)
        return self
    }

    /// Takes over the entries of another dictionary, whose hashes are known.
    private func merge(_ other: DictionaryObject, in python: Interpreter) throws {
        guard other !== self else { return }
        var position = 0
        while let index = other.table.next(from: position) {
            let entry = other.table.entries[index]
            let (key, value) = (entry.key.value, entry.value.value)
            try set(
                Slot(borrowing: key), hash: entry.hash, Slot(counting: value), in: python)
            position = index + 1
        }
    }

    /// Whether both have the same keys with equal values.
    func isEqual(to other: DictionaryObject, in python: Interpreter) throws -> Bool {
        guard count == other.count else { return false }
        return try python.machine.nesting(" in comparison") {
            var position = 0
            while let index = table.next(from: position) {
                let entry = table.entries[index]
                let (key, value) = (entry.key.value, entry.value.value)
                guard
                    let found = try other.table.find(
                        Slot(borrowing: key), hash: entry.hash, in: python)
                else { return false }
                let counterpart = other.table.entries[found].value.value
                guard try python.isEqual(value, counterpart) else { return false }
                position = index + 1
            }
            return true
        }
    }

    /// `dict(source, **keywords)` and `update`: one mapping or iterable of pairs, and keywords.
    func update(with arguments: Arguments, of name: String, in python: Interpreter) throws {
        guard arguments.positional.count <= 1 else {
            throw python.typeError(
                "\(name) expected at most 1 argument, got \(arguments.positional.count)")
        }
        if let source = arguments.positional.first { try update(from: source, in: python) }
        for (key, value) in arguments.keywords {
            self[key] = value
            shown?[key] = value
        }
    }

    /// Changes a variable of the module that the dictionary shows; nil unbinds it.
    func show(_ key: Value, _ value: Value?) {
        if let shown, let name = key.text { shown[name] = value }
    }

    /// Takes over the entries of a mapping or of an iterable of pairs.
    func update(from source: Value, in python: Interpreter) throws {
        guard shown == nil else {
            let new = DictionaryObject(in: python)
            try new.update(from: source, in: python)
            for (key, value) in new.items { show(key, value) }
            return try merge(new, in: python)
        }
        if let other = source.object as? DictionaryObject,
            other.kind == .dictionary || !other.type.overridesIteration
        {
            return try merge(other, in: python)
        }
        if try python.lookUpAttribute(source, "keys") != nil {
            return try python.forEachEntry(source) { try set($0, $1, in: python) }
        }
        var index = 0
        try python.forEach(source) { item in
            let pair = try pair(item, at: index, in: python)
            try set(pair.0, pair.1, in: python)
            index += 1
        }
    }

    private func pair(_ item: Value, at index: Int, in python: Interpreter) throws
        -> (Value, Value)
    {
        guard python.isIterable(item) else {
            throw python.typeError(
                "cannot convert dictionary update sequence element #\(index) to a sequence")
        }
        let parts = try python.list(item)
        guard parts.count == 2 else {
            throw python.valueError(
                "dictionary update sequence element #\(index) has length \(parts.count); 2 is required"
            )
        }
        return (parts[0], parts[1])
    }
}

extension TypeObject {
    /// Whether a subclass of `dict` says itself what a loop sees.
    fileprivate var overridesIteration: Bool {
        if case .attribute? = special(.iter) { true } else { false }
    }
}
