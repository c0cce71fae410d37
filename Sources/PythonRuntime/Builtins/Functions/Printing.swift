import PythonSyntax

extension Builtins {
    /// `print` and `input`.
    static func definePrinting(_ m: ModuleBuilder) {
        m.raw(
            "print(*args, sep=' ', end='\\n', file=None, flush=False)\n\nWrites values to the output."
        ) { python, arguments in
            try python.print(arguments)
            return .none
        }
        m.def("input(prompt='', /)\n\nAsks the reader for a line, which a note cannot.") {
            (python: Interpreter, _: Value) -> Value in
            throw python.error(
                "EOFError", "input() is not available in nbrun (a note has no keyboard)")
        }
    }
}

extension Interpreter {
    fileprivate func print(_ arguments: Arguments) throws {
        var (separator, end, file, flushes) = (" ", "\n", Value.none, false)
        for (name, value) in arguments.keywords {
            switch name {
            case "sep": separator = try printOption(name, value) ?? separator
            case "end": end = try printOption(name, value) ?? end
            case "file": file = value
            case "flush": flushes = try isTrue(value)
            default:
                throw typeError("'\(name)' is an invalid keyword argument for print()")
            }
        }
        let target = file.isNone ? replacedOutput : file
        guard let target, !(target.object is StandardStream) else {
            let text = try printed(arguments.positional, separator) + end
            if let stream = target?.object as? StandardStream {
                try stream.write(text, in: self)
            } else {
                try checkEncodable(text)
                output.stdout(text)
            }
            return
        }
        let write = try getAttribute(target, "write")
        for (index, value) in arguments.positional.enumerated() {
            if index > 0 { try call(write, [.string(separator, in: self)]) }
            try call(write, [.string(try str(value), in: self)])
        }
        try call(write, [.string(end, in: self)])
        if flushes { try callMethod(target, "flush") }
    }

    /// Halves of surrogate pairs cannot be written out.
    func checkEncodable(_ text: String) throws {
        guard text.utf8.contains(Unicode.Scalar.loneSurrogateByte) else { return }
        _ = try encode(StringObject.make(text, in: self), "utf-8", errors: "strict")
    }

    private func printed(_ values: [Value], _ separator: String) throws -> String {
        if values.count == 1 { return try str(values[0]) }
        return try values.map { try str($0) }.joined(separator: separator)
    }

    private func printOption(_ name: String, _ value: Value) throws -> String? {
        if value.isNone { return nil }
        guard let text = value.text else {
            throw typeError("\(name) must be None or a string, not \(typeName(value))")
        }
        return text
    }

    /// What a program put in the place of `sys.stdout`; nil while it is the note's own output.
    private var replacedOutput: Value? {
        guard let stream = modules.loaded["sys"]?.namespace["stdout"], !stream.isNone else {
            return nil
        }
        return stream
    }
}
