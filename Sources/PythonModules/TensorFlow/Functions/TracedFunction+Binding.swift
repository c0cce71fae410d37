import PythonRuntime

extension TracedFunction {
    /// Throws where arguments do not fit the parameters of the function, in TensorFlow's words.
    func requireFitting(_ arguments: Arguments, in python: Interpreter) throws {
        guard let written = function.object as? FunctionObject,
            let mistake = BindingMistake(written, arguments, skipping: receiver == nil ? 0 : 1)
        else { return }
        let keywords = python.dictionary(arguments.keywords.map { ($0.name, $0.value) })
        throw python.typeError(
            "Binding inputs to tf.function failed due to `\(mistake.text)`. "
                + "Received args: \(try python.repr(.tuple(arguments.positional, in: python))) "
                + "and kwargs: \(try python.repr(keywords)) for signature: \(mistake.signature).")
    }
}

/// Why arguments do not fit a function, as Python's `inspect` says it.
private struct BindingMistake {
    let text: String
    let signature: String

    /// nil where they fit.
    init?(_ function: FunctionObject, _ arguments: Arguments, skipping receivers: Int) {
        let whole = function.signature
        let names = Array(whole.positional.dropFirst(receivers))
        let optional = names.suffix(function.defaults.count)
        let given = arguments.positional.count
        let keywords = arguments.keywords.map(\.name)
        let known = Set(names + whole.keywordOnly)
        if given > names.count, whole.variadic == nil {
            text = "too many positional arguments"
        } else if let twice = names.prefix(given).first(where: keywords.contains) {
            text = "multiple values for argument '\(twice)'"
        } else if let missing = names.dropFirst(given).first(where: {
            !keywords.contains($0) && !optional.contains($0)
        }) {
            text = "missing a required argument: '\(missing)'"
        } else if let missing = whole.keywordOnly.first(where: {
            function.keywordDefaults[$0] == nil && !keywords.contains($0)
        }) {
            text = "missing a required argument: '\(missing)'"
        } else if whole.variadicKeyword == nil,
            let unexpected = keywords.first(where: { !known.contains($0) })
        {
            text = "got an unexpected keyword argument '\(unexpected)'"
        } else {
            return nil
        }
        let captured = "=<captured_default_value>"
        var parts = names.map { optional.contains($0) ? $0 + captured : $0 }
        if let variadic = whole.variadic { parts.append("*" + variadic) }
        if whole.variadic == nil, !whole.keywordOnly.isEmpty { parts.append("*") }
        parts += whole.keywordOnly.map { function.keywordDefaults[$0] == nil ? $0 : $0 + captured }
        if let rest = whole.variadicKeyword { parts.append("**" + rest) }
        signature = "(\(parts.joined(separator: ", ")))"
    }
}
