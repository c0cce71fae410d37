import PythonRuntime

/// How an object says that it is made again: what its `__reduce_ex__` or `__reduce__` gives.
struct CopyRecipe {
    /// What is called, its arguments, the state, the items, the entries; nil where the object is its own copy.
    private let parts: [Value]?
    private let original: Value

    /// Nil where the class says nothing.
    init?(of value: Value, in python: Interpreter) throws {
        let type = python.type(of: value)
        let reduced: Value
        if type.lookUp("__reduce_ex__") != nil {
            reduced = try python.callMethod(value, "__reduce_ex__", [.int(4)])
        } else if type.lookUp("__reduce__") != nil {
            reduced = try python.callMethod(value, "__reduce__")
        } else {
            return nil
        }
        original = value
        guard reduced.text == nil else {
            parts = nil
            return
        }
        guard let tuple = reduced.object as? TupleObject, (2...6).contains(tuple.items.count) else {
            throw python.typeError("__reduce__ must return a string or tuple")
        }
        parts = tuple.items
    }

    /// Makes the object from copies of its parts; it is noted before they are filled in, as they may refer to it.
    func make(
        in python: Interpreter, memo: (Value) throws -> Void, _ part: (Value) throws -> Value
    ) throws -> Value {
        guard let parts else { return original }
        let arguments = try python.list(parts[1]).map(part)
        let made = try python.call(parts[0], arguments)
        try memo(made)
        func given(_ index: Int) -> Value? {
            index < parts.count && !parts[index].isNone ? parts[index] : nil
        }
        if let state = given(2) { try Self.restore(part(state), in: made, python) }
        if let items = given(3) {
            for item in try python.list(items) {
                try python.callMethod(made, "append", [part(item)])
            }
        }
        if let entries = given(4) {
            for entry in try python.list(entries) {
                let pair = try python.list(entry)
                guard pair.count == 2 else { continue }
                try python.setItem(made, part(pair[0]), part(pair[1]))
            }
        }
        return made
    }

    /// Gives a new object its state, in its own way where it has one.
    static func restore(_ state: Value, in made: Value, _ python: Interpreter) throws {
        if python.type(of: made).lookUp("__setstate__") != nil {
            _ = try python.callMethod(made, "__setstate__", [state])
            return
        }
        guard let entries = state.object as? DictionaryObject else { return }
        for (name, value) in entries.items {
            try python.setAttribute(made, name.text ?? "", value)
        }
    }
}
