import PythonRuntime

/// `re`: regular expressions.
enum ExpressionModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("re", pythonWording: true, in: python)
        let types = ExpressionTypes.of(python)
        for type in [types.pattern, types.match, types.flag, types.error] {
            m.module.namespace[type.name] = .object(type)
        }
        for (name, letter, flag) in FlagMethods.names {
            let value = Value.object(BoxedObject(.int(flag.rawValue), type: types.flag))
            m.module.namespace[name] = value
            m.module.namespace[letter] = value
        }
        m.module.namespace["NOFLAG"] = .object(BoxedObject(.int(0), type: types.flag))
        m.def("compile(pattern, flags=0)\n\nAn expression made ready for many searches.") {
            (python: Interpreter, source: Value, flags: Value) in
            try ExpressionTypes.of(python).compile(source, flags, in: python)
        }
        defineMatching(m)
        defineCollecting(m)
        defineReplacing(m)
        defineEscape(m)
        return m.module
    }

    private static func compiled(_ source: Value, _ flags: Value, _ python: Interpreter) throws
        -> RegexObject
    {
        try ExpressionTypes.of(python).compile(source, flags, in: python)
    }

    private static func defineMatching(_ m: ModuleBuilder) {
        m.def("match(pattern, string, flags=0)\n\nThe match at the beginning of a text.") {
            (python: Interpreter, source: Value, value: Value, flags: Value) in
            try compiled(source, flags, python).search(value, in: python).match(.none)
        }
        m.def("fullmatch(pattern, string, flags=0)\n\nThe match of all of a text.") {
            (python: Interpreter, source: Value, value: Value, flags: Value) in
            try compiled(source, flags, python).search(value, in: python).match(.whole)
        }
        m.def("search(pattern, string, flags=0)\n\nThe first match in a text.") {
            (python: Interpreter, source: Value, value: Value, flags: Value) in
            try compiled(source, flags, python).search(value, in: python).next()
        }
    }

    private static func defineCollecting(_ m: ModuleBuilder) {
        m.def("findall(pattern, string, flags=0)\n\nAll matches, or their groups.") {
            (python: Interpreter, source: Value, value: Value, flags: Value) in
            try RegexMethods.findAll(
                compiled(source, flags, python).search(value, in: python), python)
        }
        m.def("finditer(pattern, string, flags=0)\n\nAn iterator over the matches.") {
            (python: Interpreter, source: Value, value: Value, flags: Value) -> ClosureIterator in
            let search = try compiled(source, flags, python).search(value, in: python)
            return ClosureIterator(type: python.types.iterator) {
                try search.next().map { .object($0) }
            }
        }
        m.def("split(pattern, string, maxsplit=0, flags=0)\n\nWhat stands between the matches.") {
            (python: Interpreter, source: Value, value: Value, most: Int, flags: Value) in
            try RegexMethods.split(
                compiled(source, flags, python).search(value, in: python), most, python)
        }
    }

    private static func defineReplacing(_ m: ModuleBuilder) {
        m.def("sub(pattern, repl, string, count=0, flags=0)\n\nA text with matches replaced.") {
            (
                python: Interpreter, source: Value, new: Value, value: Value, most: Int,
                flags: Value
            ) in
            try RegexMethods.substitute(
                compiled(source, flags, python), new, value, most, python
            ).text
        }
        m.def("subn(pattern, repl, string, count=0, flags=0)\n\nThe same, and how many there were.")
        {
            (
                python: Interpreter, source: Value, new: Value, value: Value, most: Int,
                flags: Value
            ) -> Value in
            let (text, count) = try RegexMethods.substitute(
                compiled(source, flags, python), new, value, most, python)
            return try python.pair(text, count)
        }
    }

    /// The characters that mean something in an expression.
    private static let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".unicodeScalars)

    private static func defineEscape(_ m: ModuleBuilder) {
        m.def("escape(pattern)\n\nAn expression that matches just this text.") {
            (python: Interpreter, value: Value) -> Value in
            let isBytes = value.object is BytesObject
            guard value.text != nil || value.bytesLike != nil else {
                throw python.typeError(
                    "decoding to str: need a bytes-like object, \(python.typeName(value)) found")
            }
            let subject = try RegexSubject(value, isBytes: isBytes, in: python)
            let escaped = subject.scalars.flatMap { scalar -> [Unicode.Scalar] in
                special.contains(scalar) ? ["\\", scalar] : [scalar]
            }
            return RegexSubject.value(escaped, isBytes: isBytes, in: python)
        }
        m.def("purge()\n\nForgets compiled expressions.") { (_: Interpreter) in Value.none }
    }
}
