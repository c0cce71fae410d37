import Diagnostics
import PythonSyntax

/// What `compile` gives: source that `exec` and `eval` run.
package final class CompiledSource: Object {
    let source: SourceText
    let isExpression: Bool

    init(_ source: SourceText, isExpression: Bool, in python: Interpreter) {
        self.source = source
        self.isExpression = isExpression
        super.init(type: python.types.code)
    }
}

extension Builtins {
    /// Functions that run source, and those that see the variables.
    static func defineRunning(_ m: ModuleBuilder) {
        m.def("globals()\n\nA dictionary of the module's variables.") {
            (python: Interpreter) in python.namespaceDictionary(python.runningNamespace)
        }
        m.def("locals()\n\nA dictionary of the variables in reach as they are now.") {
            (python: Interpreter) in try python.localVariables()
        }
        m.def("eval(source, globals=None, locals=None, /)\n\nThe value of an expression.") {
            (python: Interpreter, source: Value, globals: Value, locals: Value) -> Value in
            let compiled = try python.compiled(source, of: "eval", isExpression: true)
            return try python.within(globals, locals) { namespace in
                guard compiled.isExpression else {
                    try python.run(compiled.source, in: namespace)
                    return .none
                }
                return try python.evaluate(compiled.source, in: namespace)
            }
        }
        m.def("exec(source, globals=None, locals=None, /)\n\nRuns statements.") {
            (python: Interpreter, source: Value, globals: Value, locals: Value) -> Value in
            let compiled = try python.compiled(source, of: "exec", isExpression: false)
            return try python.within(globals, locals) { namespace in
                let outer = python.displayed
                defer { python.displayed = outer }
                try python.run(compiled.source, in: namespace)
                return .none
            }
        }
        m.def(
            """
            compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)

            Source made ready for `exec` (mode 'exec') or `eval` (mode 'eval').
            """
        ) {
            (
                python: Interpreter, source: Value, name: String, mode: String, _: Value, _: Value,
                _: Value
            ) -> Value in
            guard
                let text = source.text
                    ?? source.bytesLike.map({ String(decoding: $0, as: UTF8.self) })
            else {
                throw python.typeError(
                    "compile() arg 1 must be a string, bytes or AST object")
            }
            guard ["exec", "eval", "single"].contains(mode) else {
                throw python.valueError("compile() mode must be 'exec', 'eval' or 'single'")
            }
            try python.check(text, name: name, isText: source.text != nil)
            return .object(
                try python.compile(text, name: name, isExpression: mode == "eval"))
        }
        m.def("__import__(name, globals=None, locals=None, fromlist=(), level=0)") {
            (
                python: Interpreter, name: String, _: Value, _: Value, wanted: Value, _: Value
            ) -> Value in
            try python.importModule(name, givesFirst: !python.isTrue(wanted))
        }
        m.raw("open(file, mode='r', encoding=None)\n\nOpens a file below the note's folder.") {
            python, arguments in
            guard let open = python.state(FileAccess.self, { _ in FileAccess() }).open else {
                throw python.error(
                    "PermissionError",
                    "open() is not available in nbrun (a note may not read or write files)")
            }
            return try open(python, arguments)
        }
    }
}

/// How `open` opens files, where something lets it: set by what runs the note.
package final class FileAccess {
    package var open: ((Interpreter, Arguments) throws -> Value)?

    package init() {}
}

extension Interpreter {
    /// The source of a text or of a compiled object.
    fileprivate func compiled(_ source: Value, of function: String, isExpression: Bool) throws
        -> CompiledSource
    {
        if let compiled = source.object as? CompiledSource { return compiled }
        guard
            let text = source.text ?? source.bytesLike.map({ String(decoding: $0, as: UTF8.self) })
        else {
            throw typeError("\(function)() arg 1 must be a string, bytes or code object")
        }
        try check(text, name: "<string>", isText: source.text != nil)
        return CompiledSource(
            SourceText(
                name: "<string>",
                text: isExpression ? String(text.drop { $0 == " " || $0 == "\t" }) : text),
            isExpression: isExpression, in: self)
    }

    /// What no source may hold: a null byte, and a byte order mark where the bytes are decoded already.
    fileprivate func check(_ text: String, name: String, isText: Bool) throws {
        if text.utf8.contains(0) {
            throw error("SyntaxError", "source code string cannot contain null bytes")
        }
        try checkEncodable(text)
        guard isText, text.unicodeScalars.first == "\u{FEFF}" else { return }
        let fault = SyntaxFault(
            .syntaxError, "invalid non-printable character U+FEFF", at: SourceSpan(0, 3))
        throw syntaxError(fault, in: SourceText(name: name, text: text))
    }

    /// Compiles a source so that its mistakes show now.
    fileprivate func compile(_ text: String, name: String, isExpression: Bool) throws
        -> CompiledSource
    {
        let source = SourceText(name: name, text: text)
        do {
            if isExpression {
                _ = try Parser.parseExpression(source)
            } else {
                _ = try Parser.parse(source)
            }
        } catch {
            throw syntaxError(error, in: source)
        }
        return CompiledSource(source, isExpression: isExpression, in: self)
    }

    /// Runs a body in the variables that `exec` and `eval` were given, or in those of the caller. Variables
    /// that the body sets go back to the dictionary.
    fileprivate func within(
        _ globals: Value, _ locals: Value, _ body: (Namespace) throws -> Value
    ) throws -> Value {
        if globals.isNone, locals.isNone {
            guard runningFrame?.function != nil else { return try body(runningNamespace) }
            let namespace = Namespace()
            namespace.fill(namespaceDictionary(runningNamespace))
            namespace.fill(try localVariables())
            return try body(namespace)
        }
        guard globals.isNone || globals.object is DictionaryObject else {
            throw typeError("globals must be a dict")
        }
        if locals.isNone, let shown = (globals.object as? DictionaryObject)?.shown {
            return try body(shown)
        }
        let namespace = Namespace()
        let outer = globals.object as? DictionaryObject ?? namespaceDictionary(runningNamespace)
        namespace.fill(outer)
        let inner = locals.object as? DictionaryObject
        if let inner { namespace.fill(inner) }
        let before = namespace.names.map { ($0, namespace[$0]) }
        defer { giveBack(namespace, changedSince: before, to: inner ?? outer) }
        return try body(namespace)
    }

    private func giveBack(
        _ namespace: Namespace, changedSince before: [(String, Value?)],
        to dictionary: DictionaryObject
    ) {
        let known = Dictionary(before) { $1 }
        for name in namespace.names {
            guard let value = namespace[name] else { continue }
            if let old = known[name], let old, old.isIdentical(to: value) { continue }
            dictionary[name] = value
        }
        for (name, _) in before where namespace[name] == nil { _ = dictionary.remove(name) }
    }
}

extension Namespace {
    /// Takes over the entries of a dictionary whose keys are names.
    fileprivate func fill(_ dictionary: DictionaryObject) {
        for (key, value) in dictionary.items {
            if let name = key.text { self[name] = value }
        }
    }
}
