import PythonRuntime

/// IPython's `_`, `__`, `___`, `_n` and `Out[n]`, and its `In[n]`, `_i` and `_ih`.
struct ResultHistory {
    private let python: Interpreter
    let out: DictionaryObject
    /// The sources of the cells; the first is number 1.
    let inputs: ListObject

    init(_ python: Interpreter) {
        self.python = python
        out = DictionaryObject(in: python)
        inputs = ListObject([.string("", in: python)], in: python)
        let names = python.main.namespace
        for name in ["Out", "_oh"] { names[name] = .object(out) }
        for name in ["In", "_ih"] { names[name] = .object(inputs) }
        for name in ["_", "__", "___"] { names[name] = .string("", in: python) }
    }

    /// Remembers the source of a cell that begins.
    func begin(_ source: String, number: Int) {
        python.main.namespace["_i"] = inputs.items.last ?? Value.none
        // A note may number its cells as it likes, within what a list should be filled up to.
        while inputs.count < min(number, Self.mostNumber) {
            inputs.append(.string("", in: python))
        }
        inputs.append(.string(source, in: python))
        python.main.namespace["_i\(number)"] = .string(source, in: python)
    }

    private static let mostNumber = 10_000

    /// Remembers a displayed value.
    func remember(_ value: Value, number: Int) {
        let names = python.main.namespace
        names["___"] = names["__"]
        names["__"] = names["_"]
        names["_"] = value
        names["_\(number)"] = value
        try? out.set(.int(number), value, in: python)
    }

    /// Whether a name belongs to the history and not to the note.
    static func owns(_ name: String) -> Bool {
        ["Out", "In", "_ih", "_oh", "_i"].contains(name)
            || name.hasPrefix("_i") && Int(name.dropFirst(2)) != nil
            || name.hasPrefix("_") && name.dropFirst().allSatisfy { $0 == "_" || $0.isNumber }
    }
}
