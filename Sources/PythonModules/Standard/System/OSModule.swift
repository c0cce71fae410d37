import PythonRuntime

/// `os`: paths, the environment as the note sees it, and reading below the note's folder.
enum OSModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("os", in: python)
        try m.set("path", python.modules.find("posixpath", in: python))
        for (name, text) in [
            ("name", "posix"), ("sep", "/"), ("curdir", "."), ("pardir", ".."), ("pathsep", ":"),
            ("linesep", "\n"), ("extsep", "."), ("devnull", "/dev/null"),
        ] {
            try m.set(name, text)
        }
        try m.set("error", python.types.exception("OSError"))
        try m.set("environ", DictionaryObject(in: python))
        defineEnvironment(m)
        defineReading(m)
        defineRefusals(m)
        return m.module
    }

    private static func defineEnvironment(_ m: ModuleBuilder) {
        let environment = m.module.namespace["environ"] ?? .none
        m.def("getenv(key, default=None)") { (python: Interpreter, key: Value, other: Value) in
            try (environment.object as? DictionaryObject)?.get(key, in: python) ?? other
        }
        m.action("putenv(name, value, /)") { (python: Interpreter, name: Value, value: Value) in
            try python.setItem(environment, name, value)
        }
        m.def("getcwd()") { (_: Interpreter) in "." }
        m.def("getpid()") { (_: Interpreter) in 1 }
        m.def("cpu_count()") { (_: Interpreter) in 1 }
        m.def("fspath(path)") { (python: Interpreter, path: PathArgument) in path.text }
        m.def("urandom(size, /)") { (python: Interpreter, size: Int) -> Value in
            guard size >= 0 else { throw python.valueError("negative argument not allowed") }
            var entropy = SessionRandom.of(python).session.entropy.stream("urandom")
            let words = entropy.words(size)
            return .object(
                BytesObject(words.map { UInt8(truncatingIfNeeded: $0) }, in: python))
        }
    }

    private static func defineReading(_ m: ModuleBuilder) {
        m.def("listdir(path='.')\n\nThe names in a folder.") {
            (python: Interpreter, path: PathArgument) in
            try NoteFolderAccess.of(python).names(in: path.text, in: python)
        }
        m.def("walk(top, topdown=True, onerror=None, followlinks=False)") {
            (python: Interpreter, top: PathArgument, _: Value, _: Value, _: Value) -> [Value] in
            var found: [Value] = []
            try walk(top.text, into: &found, python)
            return found
        }
        m.def("access(path, mode)") { (python: Interpreter, path: PathArgument, _: Value) in
            NoteFolderAccess.of(python).exists(path.text)
        }
        m.raw("makedirs(name, mode=511, exist_ok=False)") { python, arguments in
            try makeFolder(arguments, python)
        }
        m.raw("mkdir(path, mode=511)") { python, arguments in try makeFolder(arguments, python) }
    }

    private static func walk(_ folder: String, into found: inout [Value], _ python: Interpreter)
        throws
    {
        let access = NoteFolderAccess.of(python)
        guard access.isFolder(folder) else { return }
        let names = try access.names(in: folder, in: python)
        let folders = names.filter { access.isFolder(PathText.join(folder, [$0])) }
        let files = names.filter { !folders.contains($0) }
        found.append(
            .tuple(
                [
                    .string(folder, in: python), try folders.value(in: python),
                    try files.value(in: python),
                ], in: python))
        for name in folders { try walk(PathText.join(folder, [name]), into: &found, python) }
    }

    /// A folder that is there already is no problem; a new one is not made.
    private static func makeFolder(_ arguments: Arguments, _ python: Interpreter) throws -> Value {
        let path = try PathArgument.from(
            arguments.positional.first ?? arguments.keywords.first { $0.name == "name" }?.value
                ?? .none, in: python
        ).text
        let allowed =
            try arguments.keywords.first { $0.name == "exist_ok" }
            .map { try python.isTrue($0.value) } ?? false
        if allowed, NoteFolderAccess.of(python).isFolder(path) { return .none }
        throw python.error(
            "PermissionError", "a note may only read files, not make the folder '\(path)'")
    }

    private static func defineRefusals(_ m: ModuleBuilder) {
        let groups = [
            (
                "a note may not change files",
                "remove unlink rmdir removedirs rename renames replace link symlink chmod chown utime truncate chdir mkfifo open"
            ),
            (
                "a note may not start programs",
                "system popen fork kill execv execl execvp spawnv spawnl startfile abort _exit"
            ),
        ]
        for (reason, names) in groups {
            for name in names.split(separator: " ") {
                m.raw("\(name)(*args, **kwargs)") { python, _ in
                    throw python.error(
                        "PermissionError", "os.\(name) is not available in nbrun (\(reason))")
                }
            }
        }
    }
}
