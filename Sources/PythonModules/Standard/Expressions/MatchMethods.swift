import PythonRuntime

/// The methods of `re.Match`.
enum MatchMethods {
    static func define(_ t: TypeBuilder) {
        t.type.isExtensible = false
        defineGroups(t)
        definePlaces(t)
        defineProperties(t)
        t.def("expand(self, template)\n\nA template with the groups in their places.") {
            (python: Interpreter, match: MatchObject, template: Value) -> Value in
            let parsed = try ReplacementTemplate(template, match.regex, in: python)
            return RegexSubject.value(
                parsed.text(for: match), isBytes: match.regex.isBytes, in: python)
        }
        t.unary(.repr) { (python: Interpreter, match: MatchObject) -> String in
            let text = try python.repr(match.group(0, in: python) ?? .none)
            let range = match.range
            return
                "<re.Match object; span=(\(range.lowerBound), \(range.upperBound)), match=\(text)>"
        }
        t.unary(.bool) { (_: Interpreter, _: MatchObject) in true }
        for name in ["__copy__(self, /)", "__deepcopy__(self, memo, /)"] {
            t.raw(name) { _, arguments in arguments.positional[0] }
        }
    }

    private static func defineGroups(_ t: TypeBuilder) {
        t.raw("group(self, *groups)\n\nWhat groups matched.") { python, arguments in
            let match = try MatchObject.from(arguments.positional.first ?? .none, in: python)
            let keys = arguments.positional.dropFirst()
            let found = try keys.map {
                match.group(try match.number($0, in: python), in: python) ?? .none
            }
            switch found.count {
            case 0: return match.group(0, in: python) ?? .none
            case 1: return found[0]
            default: return .tuple(found, in: python)
            }
        }
        t.binary(.getitem) { (python: Interpreter, match: MatchObject, key: Value) -> Value in
            match.group(try match.number(key, in: python), in: python) ?? .none
        }
        t.def("groups(self, default=None)\n\nAll groups as a tuple.") {
            (python: Interpreter, match: MatchObject, other: Value) -> Value in
            let count = match.regex.pattern.groupCount
            let found = (0..<count).map { match.group($0 + 1, in: python) ?? other }
            return .tuple(found, in: python)
        }
        t.def("groupdict(self, default=None)\n\nThe groups with names.") {
            (python: Interpreter, match: MatchObject, other: Value) -> Value in
            let found = DictionaryObject(in: python)
            for (name, number) in match.regex.pattern.groupNames {
                found[name] = match.group(number, in: python) ?? other
            }
            return .object(found)
        }
    }

    private static func definePlaces(_ t: TypeBuilder) {
        func range(_ match: MatchObject, _ key: Value, _ python: Interpreter) throws -> Range<Int>?
        {
            match.range(try match.number(key, in: python))
        }
        t.def("start(self, group=0, /)") {
            (python: Interpreter, match: MatchObject, key: Value) -> Int in
            try range(match, key, python)?.lowerBound ?? -1
        }
        t.def("end(self, group=0, /)") {
            (python: Interpreter, match: MatchObject, key: Value) -> Int in
            try range(match, key, python)?.upperBound ?? -1
        }
        t.def("span(self, group=0, /)") {
            (python: Interpreter, match: MatchObject, key: Value) -> Value in
            let found = try range(match, key, python)
            return try python.pair(found?.lowerBound ?? -1, found?.upperBound ?? -1)
        }
    }

    private static func defineProperties(_ t: TypeBuilder) {
        func read<R: ToPython>(_ name: String, _ get: @escaping (MatchObject) -> R) {
            t.property(name) { python, value in get(try MatchObject.from(value, in: python)) }
        }
        read("re") { $0.regex }
        read("string") { $0.subject.value }
        read("pos") { $0.start }
        read("endpos") { $0.end }
        read("lastindex") { $0.lastGroup }
        read("lastgroup") { match -> String? in
            match.regex.pattern.groupNames.first { $0.number == match.lastGroup }?.name
        }
        t.property("regs") { python, value -> Value in
            let match = try MatchObject.from(value, in: python)
            let pairs = try (0...match.regex.pattern.groupCount).map { number -> Value in
                let range = match.range(number)
                return try python.pair(range?.lowerBound ?? -1, range?.upperBound ?? -1)
            }
            return .tuple(pairs, in: python)
        }
    }
}
