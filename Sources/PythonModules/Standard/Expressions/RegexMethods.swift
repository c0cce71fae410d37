import PythonRuntime

/// The methods of `re.Pattern`, which the module's functions share.
enum RegexMethods {
    static func define(_ t: TypeBuilder) {
        t.type.isExtensible = false
        defineMatching(t)
        defineCollecting(t)
        defineReplacing(t)
        defineProperties(t)
    }

    private static func defineMatching(_ t: TypeBuilder) {
        let conditions: [(String, Matcher.Condition?)] = [
            ("match", Matcher.Condition.none), ("fullmatch", .whole), ("search", nil),
        ]
        for (name, condition) in conditions {
            t.def("\(name)(self, string, pos=0, endpos=9223372036854775807)") {
                (python: Interpreter, regex: RegexObject, value: Value, start: Int, end: Int)
                    -> MatchObject? in
                let search = try regex.search(value, from: start, to: end, in: python)
                return try condition.map { try search.match($0) } ?? search.next()
            }
        }
    }

    private static func defineCollecting(_ t: TypeBuilder) {
        t.def("findall(self, string, pos=0, endpos=9223372036854775807)") {
            (python: Interpreter, regex: RegexObject, value: Value, start: Int, end: Int) in
            try findAll(regex.search(value, from: start, to: end, in: python), python)
        }
        t.def("finditer(self, string, pos=0, endpos=9223372036854775807)") {
            (python: Interpreter, regex: RegexObject, value: Value, start: Int, end: Int)
                -> ClosureIterator in
            let search = try regex.search(value, from: start, to: end, in: python)
            return ClosureIterator(type: python.types.iterator) {
                try search.next().map { .object($0) }
            }
        }
        t.def("split(self, string, maxsplit=0)") {
            (python: Interpreter, regex: RegexObject, value: Value, most: Int) in
            try split(regex.search(value, in: python), most, python)
        }
    }

    static func findAll(_ search: RegexSearch, _ python: Interpreter) throws -> [Value] {
        let count = search.regex.pattern.groupCount
        let empty = search.subject.part(0..<0, in: python)
        var found: [Value] = []
        while let match = try search.next() {
            if count <= 1 {
                found.append(match.group(count, in: python) ?? empty)
            } else {
                let groups = (1...count).map { match.group($0, in: python) ?? empty }
                found.append(.tuple(groups, in: python))
            }
        }
        return found
    }

    static func split(_ search: RegexSearch, _ most: Int, _ python: Interpreter) throws -> [Value] {
        var parts: [Value] = []
        var (last, count) = (0, 0)
        while most == 0 || count < most, let match = try search.next() {
            parts.append(search.subject.part(last..<match.range.lowerBound, in: python))
            for group in 0..<search.regex.pattern.groupCount {
                parts.append(match.group(group + 1, in: python) ?? .none)
            }
            last = match.range.upperBound
            count += 1
        }
        parts.append(search.subject.part(last..<search.subject.scalars.count, in: python))
        return parts
    }

    private static func defineReplacing(_ t: TypeBuilder) {
        t.def("sub(self, repl, string, count=0)") {
            (python: Interpreter, regex: RegexObject, new: Value, value: Value, most: Int) in
            try substitute(regex, new, value, most, python).text
        }
        t.def("subn(self, repl, string, count=0)") {
            (python: Interpreter, regex: RegexObject, new: Value, value: Value, most: Int) -> Value
            in
            let (text, count) = try substitute(regex, new, value, most, python)
            return try python.pair(text, count)
        }
    }

    /// The subject with a text, or what a function gives, in the place of each match.
    static func substitute(
        _ regex: RegexObject, _ new: Value, _ value: Value, _ most: Int, _ python: Interpreter
    ) throws -> (text: Value, count: Int) {
        let template =
            try python.isCallable(new)
            ? nil : ReplacementTemplate(new, regex, in: python)
        let search = try regex.search(value, in: python)
        let source = search.subject.scalars
        var result: [Unicode.Scalar] = []
        var (last, count) = (0, 0)
        while most == 0 || count < most, let match = try search.next() {
            result += source[last..<match.range.lowerBound]
            if let template {
                result += template.text(for: match)
            } else {
                let made = try python.call(new, [.object(match)])
                result +=
                    try made.isNone
                    ? [] : RegexSubject(made, isBytes: regex.isBytes, in: python).scalars
            }
            last = match.range.upperBound
            count += 1
            try python.checkSize(MemoryLayout<Unicode.Scalar>.stride, times: result.count)
        }
        if count == 0 { return (value, 0) }
        result += source[last...]
        return (RegexSubject.value(result, isBytes: regex.isBytes, in: python), count)
    }

    private static func defineProperties(_ t: TypeBuilder) {
        func read<R: ToPython>(_ name: String, _ get: @escaping (RegexObject) -> R) {
            t.property(name) { python, value in get(try RegexObject.from(value, in: python)) }
        }
        read("pattern") { $0.source }
        read("flags") { $0.pattern.flags.rawValue }
        read("groups") { $0.pattern.groupCount }
        t.property("groupindex") { python, value -> Value in
            let names = DictionaryObject(in: python)
            for (name, number) in try RegexObject.from(value, in: python).pattern.groupNames {
                names[name] = .int(number)
            }
            return .object(names)
        }
        t.unary(.repr) { (python: Interpreter, regex: RegexObject) -> String in
            let source = try python.repr(regex.source)
            let shown = regex.pattern.flags.subtracting(.unicode)
            return shown.isEmpty
                ? "re.compile(\(source))" : "re.compile(\(source), \(FlagMethods.text(shown)))"
        }
        t.binary(.eq) { (python: Interpreter, regex: RegexObject, other: Value) -> Value in
            guard let other = other.object as? RegexObject else { return python.notImplemented }
            return .bool(
                try regex.pattern.flags == other.pattern.flags
                    && python.isEqual(regex.source, other.source))
        }
        t.unary(.hash) { (python: Interpreter, regex: RegexObject) in
            try python.hash(regex.source)
        }
        for name in ["__copy__(self, /)", "__deepcopy__(self, memo, /)"] {
            t.raw(name) { _, arguments in arguments.positional[0] }
        }
    }
}
