import PythonRuntime

/// The native part of `json`: values to text and back.
enum JSONModule {
    static func make(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("_json", in: python)
        m.def(
            "encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, /)"
        ) {
            (
                python: Interpreter, value: Value, skipsKeys: Bool, onlyASCII: Bool, _: Value,
                allowsNaN: Bool, indent: Value, separators: Value, fallback: Value, sortsKeys: Bool
            ) -> String in
            var options = JSONEncoder.Options(
                skipsKeys: skipsKeys, onlyASCII: onlyASCII, allowsNaN: allowsNaN,
                sortsKeys: sortsKeys, fallback: fallback)
            options.indent = try indentation(indent, python)
            if options.indent != nil { options.itemSeparator = "," }
            if !separators.isNone {
                let pair = try python.list(separators).map { try String.from($0, in: python) }
                guard pair.count == 2 else {
                    throw python.valueError("separators must be a pair of texts")
                }
                (options.itemSeparator, options.keySeparator) = (pair[0], pair[1])
            }
            var encoder = JSONEncoder(options, python)
            try encoder.write(value, depth: 0)
            return encoder.text
        }
        m.def("quote(text, ensure_ascii, /)") {
            (_: Interpreter, text: String, onlyASCII: Bool) in
            JSONEncoder.quoted(text, onlyASCII: onlyASCII)
        }
        m.def("decode(text, start, whole, hooks, error, /)") {
            (
                python: Interpreter, text: String, start: Int, isWhole: Bool, hooks: [Value],
                error: Value
            )
                -> Value in
            var decoder = JSONDecoder(text, hooks: JSONDecoder.Hooks(hooks), python)
            do {
                let (value, end) = try decoder.document(from: start, whole: isWhole)
                return try python.pair(value, end)
            } catch let failure as JSONFailure {
                let made = try python.call(
                    error,
                    [
                        .string(failure.message, in: python), .string(text, in: python),
                        .int(failure.position),
                    ])
                guard let exception = made.object as? ExceptionObject else { throw failure }
                throw PythonError(exception)
            }
        }
        return m.module
    }

    private static func indentation(_ value: Value, _ python: Interpreter) throws -> String? {
        if value.isNone { return nil }
        if let text = value.text { return text }
        return String(repeating: " ", count: max(try python.index(value), 0))
    }
}

/// Why a text is not JSON, and where.
struct JSONFailure: Error {
    let message: String
    let position: Int
}
