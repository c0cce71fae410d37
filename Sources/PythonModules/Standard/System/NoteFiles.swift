import PythonRuntime

/// `open`: files below the note's folder, and over them what the note wrote.
enum NoteFiles {
    static func open(_ python: Interpreter, _ arguments: Arguments) throws -> Value {
        let options = try Options(arguments, python)
        let path = try PathArgument.from(options.file, in: python).text
        try options.checkMode(python)
        let access = NoteFolderAccess.of(python)
        let file =
            options.isWriting
            ? try access.writable(
                path, keeping: !options.mode.contains("w"), exclusively: options.mode.contains("x"),
                in: python) : nil
        let bytes = try file?.bytes ?? access.contents(path, in: python)
        let io = try IOTypes.of(python)
        if options.mode.contains("b") {
            let stream = ByteStream(bytes, name: path, mode: options.mode, type: io.reader)
            file.map { stream.write(into: $0, appending: options.mode.contains("a")) }
            return .object(stream)
        }
        let decoded = try python.call(
            python.getAttribute(.object(BytesObject(bytes, in: python)), "decode"),
            [.string(options.encoding, in: python), .string(options.errors, in: python)])
        var text = decoded.text ?? ""
        if options.translatesNewlines, text.utf8.contains(UInt8(ascii: "\r")) {
            text = NewlineTranslation.universal(text)
        }
        let stream = TextStream(text, name: path, mode: options.mode, type: io.wrapper)
        file.map { stream.write(into: $0, appending: options.mode.contains("a")) }
        return .object(stream)
    }

    /// The arguments of `open` that matter here.
    private struct Options {
        var file = Value.none
        var mode = "r"
        var encoding = "utf-8"
        var errors = "strict"
        var translatesNewlines = true

        var isWriting: Bool { mode.contains { "wax+".contains($0) } }

        /// Throws Python's error for a mode that makes no sense, and for a file to be changed that is not there.
        func checkMode(_ python: Interpreter) throws {
            guard mode.allSatisfy({ "rwaxbt+".contains($0) }), Set(mode).count == mode.count else {
                throw python.valueError("invalid mode: '\(mode)'")
            }
            guard mode.filter({ "rwax".contains($0) }).count == 1 else {
                throw python.valueError(
                    "must have exactly one of create/read/write/append mode")
            }
            guard mode.contains("+"), mode.contains("r") else { return }
            let path = try PathArgument.from(file, in: python).text
            _ = try NoteFolderAccess.of(python).contents(path, in: python)
        }

        init(_ arguments: Arguments, _ python: Interpreter) throws {
            let names = ["file", "mode", "buffering", "encoding", "errors", "newline"]
            guard arguments.positional.count <= names.count else {
                throw python.typeError("open() takes at most 8 arguments")
            }
            let given = zip(names, arguments.positional).map { (name: $0, value: $1) }
            for (name, value) in given + arguments.keywords {
                switch name {
                case "file": file = value
                case "mode": mode = try String.from(value, in: python)
                case "encoding": encoding = value.text ?? encoding
                case "errors": errors = value.text ?? errors
                case "newline": translatesNewlines = value.isNone
                case "buffering", "closefd", "opener": break
                default:
                    throw python.typeError("'\(name)' is an invalid keyword argument for open()")
                }
            }
        }
    }
}

/// What reading text makes of line ends.
enum NewlineTranslation {
    /// Every kind of line end as `\n`.
    static func universal(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", wasReturn {
                wasReturn = false
                continue
            }
            wasReturn = scalar == "\r"
            result.append(wasReturn ? "\n" : scalar)
        }
        return String(result)
    }
}
