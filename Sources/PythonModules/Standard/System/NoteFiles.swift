import PythonRuntime

/// `open`: reading files below the note's folder.
enum NoteFiles {
    static func open(_ python: Interpreter, _ arguments: Arguments) throws -> Value {
        let options = try Options(arguments, python)
        let path = try PathArgument.from(options.file, in: python).text
        guard !options.mode.contains(where: { "wax+".contains($0) }) else {
            throw python.error(
                "PermissionError", "a note may only read files, not write '\(path)'")
        }
        let bytes = try NoteFolderAccess.of(python).contents(path, in: python)
        let io = try IOTypes.of(python)
        if options.mode.contains("b") {
            return .object(ByteStream(bytes, name: path, type: io.reader))
        }
        let decoded = try python.call(
            python.getAttribute(.object(BytesObject(bytes, in: python)), "decode"),
            [.string(options.encoding, in: python), .string(options.errors, in: python)])
        var text = decoded.text ?? ""
        if options.translatesNewlines, text.utf8.contains(UInt8(ascii: "\r")) {
            text = NewlineTranslation.universal(text)
        }
        return .object(TextStream(text, name: path, type: io.wrapper))
    }

    /// The arguments of `open` that reading looks at.
    private struct Options {
        var file = Value.none
        var mode = "r"
        var encoding = "utf-8"
        var errors = "strict"
        var translatesNewlines = true

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
