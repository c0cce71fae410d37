import PythonRuntime

/// The classes of `re`, and the expressions that are compiled already.
final class ExpressionTypes {
    let pattern, match, flag, error: TypeObject
    /// Compiled expressions by flags and text.
    private var compiled: [Int: [String: RegexObject]] = [:]
    private var count = 0
    /// How many expressions are kept: more than a note has.
    private static let limit = 512

    private init(_ python: Interpreter) {
        func make(_ name: String, _ base: TypeObject) -> TypeObject {
            TypeObject(name, bases: [base], module: "re", metatype: python.types.type, in: python)
        }
        pattern = make("Pattern", python.types.object)
        match = make("Match", python.types.object)
        flag = make("RegexFlag", python.types.int)
        error = make("error", python.types.exception("Exception"))
        error.hasInstanceDictionary = true
        RegexMethods.define(TypeBuilder(pattern, in: python))
        MatchMethods.define(TypeBuilder(match, in: python))
        FlagMethods.define(TypeBuilder(flag, in: python))
    }

    static func of(_ python: Interpreter) -> ExpressionTypes {
        python.state(ExpressionTypes.self) { ExpressionTypes($0) }
    }

    /// Compiles an expression; one that is compiled already is given back.
    func compile(_ source: Value, _ flags: Value, in python: Interpreter) throws -> RegexObject {
        let number = try python.index(flags)
        if let regex = source.object as? RegexObject {
            guard number == 0 else {
                throw python.valueError("cannot process flags argument with a compiled pattern")
            }
            return regex
        }
        let isBytes = source.object is BytesObject
        let bytes = (source.object as? BytesObject)?.bytes
        guard
            let text = source.text
                ?? bytes.map({ String($0.map { Character(Unicode.Scalar($0)) }) })
        else {
            // What was compiled is looked up first.
            _ = try python.hash(source)
            throw python.typeError("first argument must be string or compiled pattern")
        }
        let key = isBytes ? ~number : number
        if let known = compiled[key]?[text] { return known }
        do {
            let flags = PatternFlags(rawValue: number)
            let parsed = try PatternParser.parse(text, flags: flags, isBytes: isBytes)
            let regex = RegexObject(source, parsed, type: pattern)
            keep(regex, key, text)
            return regex
        } catch let failure as PatternError {
            throw error(failure, text, source, in: python)
        }
    }

    private func keep(_ regex: RegexObject, _ key: Int, _ text: String) {
        if count >= Self.limit { (compiled, count) = ([:], 0) }
        compiled[key, default: [:]][text] = regex
        count += 1
    }

    /// `re.error` for an expression that is none.
    func error(
        _ failure: PatternError, _ text: String, _ source: Value, in python: Interpreter
    ) -> PythonError {
        var message = failure.message
        let (line, column) = place(failure.position ?? 0, text)
        if let position = failure.position {
            message += " at position \(position)"
            if text.unicodeScalars.contains("\n") { message += " (line \(line), column \(column))" }
        }
        let made = python.error(error, [.string(message, in: python)])
        made.exception.setAttribute("msg", .string(failure.message, in: python))
        made.exception.setAttribute("pattern", source)
        made.exception.setAttribute("pos", failure.position.map(Value.int) ?? .none)
        made.exception.setAttribute("lineno", failure.position == nil ? .none : .int(line))
        made.exception.setAttribute("colno", failure.position == nil ? .none : .int(column))
        return made
    }

    private func place(_ position: Int, _ text: String) -> (line: Int, column: Int) {
        let before = text.unicodeScalars.prefix(position)
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return (line, column)
    }
}

/// `re.RegexFlag`: numbers that print as the names of what they turn on.
enum FlagMethods {
    /// The names with their numbers, in the order of the numbers.
    static let names: [(name: String, letter: String, flag: PatternFlags)] = [
        ("IGNORECASE", "I", .ignoreCase), ("LOCALE", "L", .locale), ("MULTILINE", "M", .multiLine),
        ("DOTALL", "S", .dotAll), ("UNICODE", "U", .unicode), ("VERBOSE", "X", .verbose),
        ("DEBUG", "DEBUG", .debug), ("ASCII", "A", .ascii),
    ]

    static func text(_ flags: PatternFlags) -> String {
        let parts = names.filter { flags.contains($0.flag) }.map { "re.\($0.name)" }
        return parts.isEmpty ? "re.NOFLAG" : parts.joined(separator: "|")
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("RegexFlag(value, /)") { _, type, values in
            .object(BoxedObject(values[0], type: type))
        }
        for special in [Special.repr, .str] {
            t.unary(special) { _, value in text(PatternFlags(rawValue: value.integer ?? 0)) }
        }
        let operations: [(Special, (Int, Int) -> Int)] = [
            (.or, { $0 | $1 }), (.ror, { $0 | $1 }), (.and, { $0 & $1 }), (.rand, { $0 & $1 }),
            (.xor, { $0 ^ $1 }), (.rxor, { $0 ^ $1 }),
        ]
        let type = t.type
        for (special, operation) in operations {
            t.binary(special) { python, a, b -> Value in
                guard let a = a.integer, let b = b.integer else { return python.notImplemented }
                return .object(BoxedObject(.int(operation(a, b)), type: type))
            }
        }
        t.property("value") { _, value in value.integer ?? 0 }
        t.property("name") { _, value -> String in
            names.filter { PatternFlags(rawValue: value.integer ?? 0).contains($0.flag) }
                .map(\.name).joined(separator: "|")
        }
    }
}
