/// Who words the mistakes in a call's arguments: functions in C and functions in Python do it differently, and so
/// does what looks at the arguments before it calls a function.
package enum MistakeWording { case native, python, dispatched }

/// Puts the arguments of a call to the parameters of a signature, with CPython's words where they don't fit.
///
/// The order of a bound call: positional parameters, the tuple of `*args`, keyword-only parameters, the
/// dictionary of `**kwargs`.
struct ArgumentBinder {
    typealias Wording = MistakeWording

    let signature: Signature
    /// Values for the last positional parameters; nil stands for "not given".
    let defaults: [Value]
    let keywordDefaults: [String: Value]
    var wording = Wording.python
    /// The name in messages: `f`, `Layer.call`.
    var name: String
    /// The name with the class, where CPython's functions in C say it.
    var qualifiedName = ""
    /// Parameters that a bound call fills before the caller's arguments: `self` or `cls`.
    var receiverCount = 0

    func bind(_ arguments: Arguments, in python: Interpreter) throws -> [Value] {
        var bound = [Value?](repeating: nil, count: signature.positional.count)
        let given = arguments.positional.count
        for index in 0..<min(given, bound.count) { bound[index] = arguments.positional[index] }
        var keywordOnly = [Value?](repeating: nil, count: signature.keywordOnly.count)
        var rest: [(String, Value)] = []
        for (keyword, value) in arguments.keywords {
            if let index = position(of: keyword) {
                guard bound[index] == nil else { throw multipleValues(keyword, python) }
                bound[index] = value
            } else if let index = signature.keywordOnly.firstIndex(of: keyword) {
                guard keywordOnly[index] == nil else { throw multipleValues(keyword, python) }
                keywordOnly[index] = value
            } else if signature.variadicKeyword != nil {
                rest.append((keyword, value))
            } else {
                throw unexpected(keyword, arguments, python)
            }
        }
        if given > bound.count, signature.variadic == nil {
            if wording == .dispatched {
                throw python.typeError(
                    "Too many arguments were given. Expected \(bound.count) but got \(given).")
            }
            throw tooMany(arguments, keywordOnly.count { $0 != nil }, python)
        }
        try fillPositional(&bound, python)
        try fillKeywordOnly(&keywordOnly, python)
        return assemble(
            bound, keywordOnly, Array(arguments.positional.dropFirst(bound.count)), rest, python)
    }

    private func position(of keyword: String) -> Int? {
        signature.positional[signature.positionalOnlyCount...].firstIndex(of: keyword)
    }

    private func fillPositional(_ bound: inout [Value?], _ python: Interpreter) throws {
        let firstDefault = bound.count - defaults.count
        var missing: [String] = []
        for index in bound.indices where bound[index] == nil {
            if index >= firstDefault {
                bound[index] = defaults[index - firstDefault]
            } else {
                missing.append(signature.positional[index])
            }
        }
        if !missing.isEmpty { throw self.missing(missing, kind: "positional", python) }
    }

    private func fillKeywordOnly(_ bound: inout [Value?], _ python: Interpreter) throws {
        var missing: [String] = []
        for index in bound.indices where bound[index] == nil {
            bound[index] = keywordDefaults[signature.keywordOnly[index]]
            if bound[index] == nil { missing.append(signature.keywordOnly[index]) }
        }
        if !missing.isEmpty { throw self.missing(missing, kind: "keyword-only", python) }
    }

    private func assemble(
        _ positional: [Value?], _ keywordOnly: [Value?], _ extra: [Value],
        _ rest: [(String, Value)], _ python: Interpreter
    ) -> [Value] {
        var result = positional.map { $0 ?? .none }
        if signature.variadic != nil { result.append(.tuple(extra, in: python)) }
        result += keywordOnly.map { $0 ?? .none }
        if signature.variadicKeyword != nil {
            let dictionary = DictionaryObject(in: python)
            for (name, value) in rest { dictionary[name] = value }
            result.append(.object(dictionary))
        }
        return result
    }
}

extension ArgumentBinder {
    private func multipleValues(_ keyword: String, _ python: Interpreter) -> PythonError {
        if wording == .native {
            let index = signature.positional.firstIndex(of: keyword) ?? 0
            let position = index - receiverCount + 1
            return python.typeError(
                "argument for \(name)() given by name ('\(keyword)') and position (\(position))")
        }
        if wording == .dispatched {
            return python.typeError("Got multiple values for argument '\(keyword)'")
        }
        return python.typeError("\(name)() got multiple values for argument '\(keyword)'")
    }

    private func unexpected(
        _ keyword: String, _ arguments: Arguments, _ python: Interpreter
    ) -> PythonError {
        let known =
            signature.positional.dropFirst(signature.positionalOnlyCount) + signature.keywordOnly
        let message: String
        if wording == .native {
            message =
                known.isEmpty
                ? "\(qualifiedName)() takes no keyword arguments"
                : "'\(keyword)' is an invalid keyword argument for \(name)()"
        } else if wording == .dispatched {
            message = "Got an unexpected keyword argument '\(keyword)'"
        } else if let names = positionalOnlyNames(among: arguments) {
            message =
                "\(name)() got some positional-only arguments passed as keyword arguments: '\(names)'"
        } else {
            message = "\(name)() got an unexpected keyword argument '\(keyword)'"
        }
        return python.typeError(message, suggesting: keyword, among: Array(known))
    }

    /// The positional-only parameters that a call names; nil where it names none.
    private func positionalOnlyNames(among arguments: Arguments) -> String? {
        let names = signature.positional.prefix(signature.positionalOnlyCount).filter { name in
            arguments.keywords.contains { $0.name == name }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private func missing(_ names: [String], kind: String, _ python: Interpreter) -> PythonError {
        if wording == .native { return missingNative(names, python) }
        if wording == .dispatched {
            return python.typeError("Missing required \(kind) argument")
        }
        let quoted = names.map { "'\($0)'" }
        let list: String
        switch quoted.count {
        case 1: list = quoted[0]
        case 2: list = "\(quoted[0]) and \(quoted[1])"
        default:
            list = quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
        }
        return python.typeError(
            "\(name)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)"
        )
    }

    private func missingNative(_ names: [String], _ python: Interpreter) -> PythonError {
        let required = signature.positional.count - defaults.count
        if signature.positionalOnlyCount < required,
            let index = signature.positional.firstIndex(of: names[0])
        {
            let position = index - receiverCount + 1
            return python.typeError(
                "\(name)() missing required argument '\(names[0])' (pos \(position))")
        }
        return countMismatch(given: required - names.count, python)
    }

    private func tooMany(_ arguments: Arguments, _ keywordOnly: Int, _ python: Interpreter)
        -> PythonError
    {
        let given = arguments.positional.count
        if wording == .native {
            return countMismatch(given: given + arguments.keywords.count, python)
        }
        let most = signature.positional.count
        let least = most - defaults.count
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let noun = most == 1 && least == most ? "argument" : "arguments"
        var suffix = "\(given) \(given == 1 ? "was" : "were") given"
        if keywordOnly > 0 {
            let plural = { (count: Int) in count == 1 ? "" : "s" }
            suffix =
                "\(given) positional argument\(plural(given)) (and \(keywordOnly) keyword-only argument\(plural(keywordOnly))) were given"
        }
        return python.typeError("\(name)() takes \(takes) positional \(noun) but \(suffix)")
    }

    /// The words of functions in C for too few or too many arguments.
    private func countMismatch(given total: Int, _ python: Interpreter) -> PythonError {
        guard total >= receiverCount else {
            return python.typeError("unbound method \(qualifiedName)() needs an argument")
        }
        let given = total - receiverCount
        let most = signature.positional.count - receiverCount
        let least = max(most - defaults.count, 0)
        let hasNames = signature.positionalOnlyCount < signature.positional.count
        if hasNames || !signature.keywordOnly.isEmpty {
            if most == 0, given > 0 {
                return python.typeError("\(name)() takes no positional arguments")
            }
            return namedMismatch(given, least, most + signature.keywordOnly.count, python)
        }
        if most == 0 {
            return python.typeError("\(qualifiedName)() takes no arguments (\(given) given)")
        }
        if most == 1 && least == 1 {
            return python.typeError(
                "\(qualifiedName)() takes exactly one argument (\(given) given)")
        }
        let bound =
            least == most ? "\(most)" : given < least ? "at least \(least)" : "at most \(most)"
        let number = least == most ? most : given < least ? least : most
        if isTextSearch {
            return python.typeError(
                "\(name)() takes \(bound) argument\(number == 1 ? "" : "s") (\(given) given)")
        }
        return python.typeError(
            "\(name) expected \(bound) argument\(number == 1 ? "" : "s"), got \(given)")
    }

    /// The searching methods of texts and bytes count their arguments in older words.
    private var isTextSearch: Bool {
        ["str.", "bytes.", "bytearray."].contains { qualifiedName.hasPrefix($0) }
            && ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]
                .contains(name)
    }

    /// The words of functions in C whose parameters have names.
    private func namedMismatch(_ given: Int, _ least: Int, _ most: Int, _ python: Interpreter)
        -> PythonError
    {
        if given < least, signature.positionalOnlyCount - receiverCount >= least {
            let most = signature.positional.count - receiverCount
            let bound = least == most ? "exactly" : "at least"
            return python.typeError(
                "\(name)() takes \(bound) \(least) positional argument\(least == 1 ? "" : "s") (\(given) given)"
            )
        }
        let positional = signature.positional.count - receiverCount
        if given > positional, given <= most {
            let bound = least == positional ? "exactly" : "at most"
            return python.typeError(
                "\(name)() takes \(bound) \(positional) positional argument\(positional == 1 ? "" : "s") (\(given) given)"
            )
        }
        let bound = least == most ? "exactly" : given < least ? "at least" : "at most"
        let number = given < least ? least : most
        return python.typeError(
            "\(name)() takes \(bound) \(number) argument\(number == 1 ? "" : "s") (\(given) given)")
    }
}
