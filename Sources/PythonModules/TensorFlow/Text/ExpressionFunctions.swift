import PythonRuntime
import Tensors

/// `tf.strings`: regular expressions.
enum ExpressionFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "regex_replace(input, pattern, rewrite, replace_global=True, name=None)\n\nEach string with what fits a pattern replaced."
        ) {
            (
                python: Interpreter, input: RaggedArgument, pattern: Value, rewrite: Value,
                global: Bool, _: Value
            ) -> RaggedPiece in
            let expression = try compiled(pattern, python)
            let template = Value.string(try text(rewrite, python), in: python)
            return try input.map { strings in
                try changed(strings, python) { string in
                    try python.callMethod(
                        expression, "sub", [template, string, .int(global ? 0 : 1)])
                }
            }
        }
        m.def("regex_full_match(input, pattern, name=None)") {
            (python: Interpreter, input: RaggedArgument, pattern: Value, _: Value) -> RaggedPiece in
            let expression = try compiled(pattern, python)
            return try input.map { strings in
                let fits = try strings.byteStrings.map { bytes -> Bool in
                    let string = Value.string(bytes.text, in: python)
                    return try !python.callMethod(expression, "fullmatch", [string]).isNone
                }
                return Tensor(fits, shape: strings.shape)
            }
        }
    }

    private static func changed(
        _ strings: Tensor, _ python: Interpreter, _ body: (Value) throws -> Value
    ) throws -> Tensor {
        let texts = try strings.byteStrings.map { bytes in
            let result = try body(.string(bytes.text, in: python))
            return Scalar.bytes(ByteString(result.text ?? ""))
        }
        return Tensor(texts, shape: strings.shape, .string)
    }

    private static func text(_ value: Value, _ python: Interpreter) throws -> String {
        try value.text ?? TensorType.tensor(value, python).byteStrings.first?.text ?? ""
    }

    /// The pattern as Python's `re` knows it, with POSIX classes spelled out.
    private static func compiled(_ pattern: Value, _ python: Interpreter) throws -> Value {
        var source = try text(pattern, python)
        for (name, characters) in classes {
            source = source.replacing("[:\(name):]", with: characters)
        }
        guard let module = try python.modules.find("re", in: python) else { return .none }
        do {
            return try python.callMethod(
                .object(module), "compile", [.string(source, in: python)])
        } catch {
            throw TensorError.invalidArgument(
                operation: "StaticRegexReplace",
                "Invalid pattern: \(source), error: \(try message(error, python))")
        }
    }

    private static func message(_ error: any Error, _ python: Interpreter) throws -> String {
        try python.str(.object(python.pythonError(error).exception))
    }

    /// POSIX classes of characters as they stand inside brackets.
    private static let classes: [(String, String)] = [
        ("alnum", "a-zA-Z0-9"), ("alpha", "a-zA-Z"), ("digit", "0-9"), ("lower", "a-z"),
        ("upper", "A-Z"), ("space", #" \t\n\r\f\v"#), ("blank", #" \t"#), ("word", #"\w"#),
        ("punct", ##"!-/:-@\[-`{-~"##), ("xdigit", "0-9A-Fa-f"),
    ]
}
