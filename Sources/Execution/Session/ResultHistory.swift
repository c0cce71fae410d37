import PythonRuntime

/// IPython's `_`, `__`, `___`, `_n` and `Out[n]`.
struct ResultHistory {
    private let python: Interpreter
    private let out: DictionaryObject

    init(_ python: Interpreter) {
        self.python = python
        out = DictionaryObject(in: python)
        python.main.namespace["Out"] = .object(out)
    }

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
        name == "Out"
            || name.hasPrefix("_") && name.dropFirst().allSatisfy { $0 == "_" || $0.isNumber }
    }
}
