import PythonRuntime

/// `os.path`.
enum PathModule {
    /// The folder that a note believes to be in.
    static let workingFolder = "/note"

    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("posixpath", pythonWording: true, in: python)
        for (name, text) in [
            ("sep", "/"), ("curdir", "."), ("pardir", ".."), ("pathsep", ":"), ("extsep", "."),
        ] {
            try m.set(name, text)
        }
        try m.set("altsep", Value.none)
        defineTexts(m)
        defineJoins(m)
        defineFiles(m)
        return m.module
    }

    private static func absolute(_ path: String) -> String {
        PathText.normalized(PathText.join(workingFolder, [path]))
    }

    private static func defineTexts(_ m: ModuleBuilder) {
        let texts: [(String, (String) -> String)] = [
            ("basename", { PathText.split($0).tail }), ("dirname", { PathText.split($0).head }),
            ("normpath", PathText.normalized), ("abspath", absolute), ("realpath", absolute),
            ("normcase", { $0 }), ("expandvars", { $0 }),
            ("expanduser", { $0 }),
        ]
        for (name, function) in texts {
            m.def("\(name)(path)") { (_: Interpreter, path: PathArgument) in function(path.text) }
        }
        m.def("split(p)") { (python: Interpreter, path: PathArgument) -> Value in
            let (head, tail) = PathText.split(path.text)
            return try python.pair(head, tail)
        }
        m.def("splitext(p)") { (python: Interpreter, path: PathArgument) -> Value in
            let (root, suffix) = PathText.splitSuffix(path.text)
            return try python.pair(root, suffix)
        }
        m.def("splitdrive(p)") { (python: Interpreter, path: PathArgument) in
            try python.pair("", path.text)
        }
        m.def("isabs(s)") { (_: Interpreter, path: PathArgument) in path.text.hasPrefix("/") }
    }

    private static func defineJoins(_ m: ModuleBuilder) {
        m.def("join(a, *p)\n\nThe parts as one path.") {
            (python: Interpreter, first: Value, rest: Value) -> String in
            let start = try PathArgument.from(first, in: python).text
            let parts = try python.items(rest).map { value -> String in
                guard value.text != nil || python.type(of: value).special(.fspath) != nil else {
                    throw python.typeError(
                        "join() argument must be str, bytes, or os.PathLike object, not '\(python.typeName(value))'"
                    )
                }
                return try PathArgument.from(value, in: python).text
            }
            return PathText.join(start, parts)
        }
        m.def("relpath(path, start='.')") {
            (python: Interpreter, path: PathArgument, start: PathArgument) -> String in
            guard !path.text.isEmpty else { throw python.valueError("no path specified") }
            return PathText.relative(absolute(path.text), to: absolute(start.text))
        }
        m.def("commonprefix(m)") { (_: Interpreter, paths: [PathArgument]) in
            PathText.commonPrefix(paths.map(\.text))
        }
        m.def("commonpath(paths)") { (python: Interpreter, paths: [PathArgument]) -> String in
            guard let first = paths.first else {
                throw python.valueError("commonpath() arg is an empty sequence")
            }
            guard paths.allSatisfy({ $0.text.hasPrefix("/") == first.text.hasPrefix("/") }) else {
                throw python.valueError("Can't mix absolute and relative paths")
            }
            var shared = first.text.split(separator: "/").filter { $0 != "." }
            for path in paths {
                let parts = path.text.split(separator: "/").filter { $0 != "." }
                shared = zip(shared, parts).prefix { $0 == $1 }.map(\.0)
            }
            return (first.text.hasPrefix("/") ? "/" : "") + shared.joined(separator: "/")
        }
    }

    private static func defineFiles(_ m: ModuleBuilder) {
        let tests: [(String, (NoteFolderAccess, String) -> Bool)] = [
            ("exists", { $0.exists($1) }), ("lexists", { $0.exists($1) }),
            ("isfile", { $0.isFile($1) }), ("isdir", { $0.isFolder($1) }),
            ("islink", { _, _ in false }), ("ismount", { _, _ in false }),
        ]
        for (name, test) in tests {
            m.def("\(name)(path)") { (python: Interpreter, path: PathArgument) in
                test(NoteFolderAccess.of(python), path.text)
            }
        }
        m.def("getsize(filename)") { (python: Interpreter, path: PathArgument) in
            try NoteFolderAccess.of(python).attributes(path.text, in: python).size
        }
        m.def("getmtime(filename)") { (python: Interpreter, path: PathArgument) in
            try NoteFolderAccess.of(python).attributes(path.text, in: python).changed
        }
        m.def("samefile(f1, f2)") { (_: Interpreter, a: PathArgument, b: PathArgument) in
            absolute(a.text) == absolute(b.text)
        }
    }
}
