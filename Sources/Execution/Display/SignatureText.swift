import PythonRuntime

/// A function's parameters as `inspect.signature` writes them: `(x, *, y=1)`.
enum SignatureText {
    static func text(of function: FunctionObject, in python: Interpreter) throws -> String {
        let signature = function.signature
        var parts: [String] = []
        let firstDefault = signature.positional.count - function.defaults.count
        for (index, name) in signature.positional.enumerated() {
            let value = index >= firstDefault ? function.defaults[index - firstDefault] : nil
            parts.append(try parameter(name, value, function, python))
            if index + 1 == signature.positionalOnlyCount { parts.append("/") }
        }
        if let variadic = signature.variadic {
            parts.append("*" + (try parameter(variadic, nil, function, python)))
        } else if !signature.keywordOnly.isEmpty {
            parts.append("*")
        }
        for name in signature.keywordOnly {
            parts.append(try parameter(name, function.keywordDefaults[name], function, python))
        }
        if let keywords = signature.variadicKeyword {
            parts.append("**" + (try parameter(keywords, nil, function, python)))
        }
        let returns =
            try function.annotations.first { $0.name == "return" }
            .map { " -> " + (try annotation($0.value, python)) } ?? ""
        return "(" + parts.joined(separator: ", ") + ")" + returns
    }

    /// A function of the library as IPython shows it: `<function math.sqrt(x, /)>`.
    static func display(of function: NativeFunction) -> String {
        let module = function.moduleName == "builtins" ? "" : function.moduleName + "."
        let parameters = function.signatureText.dropFirst(function.name.count)
        let isTold = !(module.isEmpty && withoutSignature.contains(function.name))
        return "<function \(module)\(function.qualifiedName)\(isTold ? String(parameters) : "")>"
    }

    /// The built-in functions that `inspect.signature` knows no parameters of.
    private static let withoutSignature: Set<String> = [
        "breakpoint", "dir", "getattr", "iter", "max", "min", "next", "vars", "__import__",
    ]

    private static func parameter(
        _ name: String, _ value: Value?, _ function: FunctionObject, _ python: Interpreter
    ) throws -> String {
        let note = try function.annotations.first { $0.name == name }.map {
            try annotation($0.value, python)
        }
        let text = note.map { "\(name): \($0)" } ?? name
        guard let value else { return text }
        return try text + (note == nil ? "=" : " = ") + python.repr(value)
    }

    private static func annotation(_ value: Value, _ python: Interpreter) throws -> String {
        if let type = value.object as? TypeObject {
            return type.moduleName == "builtins"
                ? type.qualifiedName : "\(type.moduleName).\(type.qualifiedName)"
        }
        return try python.repr(value).replacing("typing.", with: "")
    }
}
