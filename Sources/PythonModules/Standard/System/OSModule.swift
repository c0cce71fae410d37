import PythonRuntime

/// `os`: paths, an empty environment, and files below the note's folder.
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
        defineWriting(m)
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
            let words = SessionRandom.of(python).session.entropy.words(size)
            return .object(
                BytesObject(words.map { UInt8(truncatingIfNeeded: $0) }, in: python))
        }
    }

    private static func defineReading(_ m: ModuleBuilder) {
        m.def("listdir(path='.')\n\nThe names in a folder.") {
            (python: Interpreter, path: PathArgument) in
            try NoteFolderAccess.of(python).names(in: path.text, in: python)
        }
        let status = SystemModule.record(
            "os.stat_result",
            ["st_mode", "st_size", "st_mtime", "st_atime", "st_ctime"], python: m.python)
        m.def("stat(path)\n\nSize and times of a file.") {
            (python: Interpreter, path: PathArgument) -> Value in
            let files = NoteFolderAccess.of(python)
            let (size, changed) = try files.attributes(path.text, in: python)
            // What `stat` calls a folder and a file that everyone may read.
            let mode = files.isFolder(path.text) ? 0o040755 : 0o100644
            return status([
                .int(mode), .int(size), .float(changed), .float(changed), .float(changed),
            ])
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
    }

    private static func defineWriting(_ m: ModuleBuilder) {
        m.def("makedirs(name, mode=511, exist_ok=False)") {
            (python: Interpreter, path: PathArgument, _: Value, allowed: Bool) -> Value in
            try makeFolders(path.text, allowed, python)
            return .none
        }
        m.action("mkdir(path, mode=511)") { (python: Interpreter, path: PathArgument, _: Value) in
            try NoteFolderAccess.of(python).makeFolder(path.text, in: python)
        }
        for name in ["remove", "unlink"] {
            m.action("\(name)(path)") { (python: Interpreter, path: PathArgument) in
                try NoteFolderAccess.of(python).remove(path.text, in: python)
            }
        }
        m.action("rmdir(path)") { (python: Interpreter, path: PathArgument) in
            try NoteFolderAccess.of(python).removeFolder(path.text, in: python)
        }
        for name in ["rename", "replace"] {
            m.action("\(name)(src, dst)") {
                (python: Interpreter, path: PathArgument, target: PathArgument) in
                try NoteFolderAccess.of(python).rename(path.text, to: target.text, in: python)
            }
        }
    }

    private static func makeFolders(_ path: String, _ allowed: Bool, _ python: Interpreter) throws {
        let access = NoteFolderAccess.of(python)
        if allowed, access.isFolder(path) { return }
        let head = PathText.split(path.hasSuffix("/") ? String(path.dropLast()) : path).head
        if !head.isEmpty, !access.exists(head) { try makeFolders(head, true, python) }
        try access.makeFolder(path, in: python)
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

    private static func defineRefusals(_ m: ModuleBuilder) {
        let groups = [
            (
                "a note may not change files",
                "removedirs renames link symlink chmod chown utime truncate chdir mkfifo open"
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
