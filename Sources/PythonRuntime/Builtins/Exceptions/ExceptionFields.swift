extension Builtins {
    /// The attributes and texts of the exceptions that have some of their own.
    static func exceptionFields(_ python: Interpreter) {
        let types = python.types!
        let stop = TypeBuilder(types.exception("StopIteration"), in: python)
        stop.field("value") { $1.arguments.first ?? .none }
        let exit = TypeBuilder(types.exception("SystemExit"), in: python)
        exit.field("code") { python, exception in
            exception.arguments.count > 1
                ? .tuple(exception.arguments, in: python) : exception.arguments.first ?? .none
        }
        let key = TypeBuilder(types.exception("KeyError"), in: python)
        key.unary(.str) { (python: Interpreter, exception: ExceptionObject) -> String in
            exception.arguments.count == 1
                ? try python.repr(exception.arguments[0]) : try exception.message(in: python)
        }
        let name = TypeBuilder(types.exception("NameError"), in: python)
        name.field("name")
        name.initializer(keywords: ["name"])
        let attribute = TypeBuilder(types.exception("AttributeError"), in: python)
        attribute.field("name")
        attribute.field("obj")
        attribute.initializer(keywords: ["name", "obj"])
        let imports = TypeBuilder(types.exception("ImportError"), in: python)
        imports.field("name")
        imports.field("path")
        imports.field("msg") { $1.arguments.count == 1 ? $1.arguments[0] : .none }
        imports.initializer(keywords: ["name", "path"])
    }

    /// `UnicodeDecodeError` and `UnicodeEncodeError` take all five of their fields.
    static func unicodeErrorArguments(_ python: Interpreter) {
        for name in ["UnicodeDecodeError", "UnicodeEncodeError"] {
            let t = TypeBuilder(python.types.exception(name), in: python)
            t.variadic(.`init`) { python, value, arguments -> Value in
                let exception = try ExceptionObject.from(value, in: python)
                exception.arguments = arguments.positional
                guard arguments.positional.count == 5 else {
                    throw python.typeError(
                        "function takes exactly 5 arguments (\(arguments.positional.count) given)")
                }
                return .none
            }
        }
    }

    /// `OSError`, which becomes a subclass by its number.
    static func systemErrorFields(_ python: Interpreter) {
        let t = TypeBuilder(python.types.exception("OSError"), in: python)
        t.variadic(.new) { python, type, arguments -> Value in
            var chosen = type.object as? TypeObject ?? python.types.exception("OSError")
            let given = arguments.positional
            if chosen === python.types.exception("OSError"), given.count >= 2,
                let number = given[0].integer, let name = SystemErrors.classes[number]
            {
                chosen = python.types.exception(name)
            }
            return .object(ExceptionObject(type: chosen, arguments: given))
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            let exception = try ExceptionObject.from(value, in: python)
            let given = arguments.positional
            exception.arguments = given
            guard given.count >= 2, given.count <= 5 else { return .none }
            exception.setAttribute("errno", given[0])
            exception.setAttribute("strerror", given[1])
            if given.count > 2 {
                exception.setAttribute("filename", given[2])
                exception.arguments = Array(given[..<2])
            }
            if given.count > 4 { exception.setAttribute("filename2", given[4]) }
            return .none
        }
        t.field("errno") { $1.arguments.count >= 2 ? $1.arguments[0] : .none }
        t.field("strerror") { $1.arguments.count >= 2 ? $1.arguments[1] : .none }
        t.field("filename")
        t.field("filename2")
        t.unary(.str) { (python: Interpreter, exception: ExceptionObject) -> String in
            guard exception.arguments.count == 2 || exception.attribute("errno") != nil else {
                return try exception.message(in: python)
            }
            let value = Value.object(exception)
            let number = try python.str(python.getAttribute(value, "errno"))
            let reason = try python.str(python.getAttribute(value, "strerror"))
            let file = try python.getAttribute(value, "filename")
            guard !file.isNone else { return "[Errno \(number)] \(reason)" }
            let other = try python.getAttribute(value, "filename2")
            let target = other.isNone ? "" : " -> \(try python.repr(other))"
            return "[Errno \(number)] \(reason): \(try python.repr(file))\(target)"
        }
    }

    /// `SyntaxError`: where and what.
    static func syntaxErrorFields(_ python: Interpreter) {
        let t = TypeBuilder(python.types.exception("SyntaxError"), in: python)
        t.variadic(.`init`) { python, value, arguments -> Value in
            let exception = try ExceptionObject.from(value, in: python)
            exception.arguments = arguments.positional
            if let message = arguments.positional.first {
                exception.setAttribute("msg", message)
            }
            guard arguments.positional.count == 2 else { return .none }
            let place = try python.list(arguments.positional[1])
            let names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"]
            for (name, value) in zip(names, place) { exception.setAttribute(name, value) }
            return .none
        }
        for name in [
            "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
            "print_file_and_line",
        ] {
            t.field(name)
        }
        t.field("msg") { $1.arguments.first ?? .none }
        t.unary(.str) { (python: Interpreter, exception: ExceptionObject) -> String in
            let value = Value.object(exception)
            let message = try python.str(python.getAttribute(value, "msg"))
            let file = try python.getAttribute(value, "filename").text.map {
                $0.split(separator: "/").last.map(String.init) ?? $0
            }
            let line = try python.getAttribute(value, "lineno").integer
            switch (file, line) {
            case (let file?, let line?): return "\(message) (\(file), line \(line))"
            case (let file?, nil): return "\(message) (\(file))"
            case (nil, let line?): return "\(message) (line \(line))"
            default: return message
            }
        }
    }
}

extension TypeBuilder {
    /// An attribute of an exception that is what was set, or else what its arguments say.
    func field(
        _ name: String,
        _ computed: @escaping (Interpreter, ExceptionObject) -> Value = { _, _ in .none }
    ) {
        property(
            name,
            set: { python, value, new in
                try ExceptionObject.from(value, in: python).setAttribute(name, new)
            }
        ) { (python, value) -> Value in
            let exception = try ExceptionObject.from(value, in: python)
            return exception.attribute(name) ?? computed(python, exception)
        }
    }

    /// An initializer that takes some attributes by name.
    fileprivate func initializer(keywords names: [String]) {
        variadic(.`init`) { python, value, arguments -> Value in
            let exception = try ExceptionObject.from(value, in: python)
            exception.arguments = arguments.positional
            for (name, value) in arguments.keywords {
                guard names.contains(name) else {
                    throw python.typeError(
                        "'\(name)' is an invalid keyword argument for \(exception.type.name)()")
                }
                exception.setAttribute(name, value)
            }
            return .none
        }
    }
}

/// The subclasses of `OSError` by the system's error numbers (Linux).
enum SystemErrors {
    static let classes: [Int: String] = [
        1: "PermissionError", 2: "FileNotFoundError", 3: "ProcessLookupError",
        4: "InterruptedError", 10: "ChildProcessError", 11: "BlockingIOError",
        13: "PermissionError", 17: "FileExistsError", 20: "NotADirectoryError",
        21: "IsADirectoryError", 32: "BrokenPipeError", 103: "ConnectionAbortedError",
        104: "ConnectionResetError", 110: "TimeoutError", 111: "ConnectionRefusedError",
        114: "BlockingIOError", 115: "BlockingIOError",
    ]
}
