import PythonRuntime

/// The modules of Python's standard library that a note may import.
enum StandardModules {
    /// Registers the modules, each made on its first import, and the reasons why others are not there.
    static func register(in python: Interpreter, folder: String) {
        _ = python.state(NoteFolderAccess.self) { _ in NoteFolderAccess(folder) }
        for (name, make) in makers { python.modules.register(name, make) }
        for name in SourceModules.names {
            python.modules.register(name) { try SourceModules.make(name, in: $0) }
        }
        python.modules.refusals.merge(Refusals.reasons) { known, _ in known }
        python.modules.refusalHints.merge(Refusals.hints) { known, _ in known }
        python.modules.finder = NoteModules.find
        python.state(FileAccess.self) { _ in FileAccess() }.open = NoteFiles.open
    }

    /// The modules that are written in Swift.
    private static var makers: [(String, ModuleTable.Maker)] {
        [
            ("math", MathModule.make), ("cmath", ComplexMathModule.make),
            ("random", PythonRandomModule.make), ("time", TimeModule.make),
            ("sys", SystemModule.make), ("os", OSModule.make), ("os.path", PathModule.make),
            ("posixpath", PathModule.make), ("itertools", IterationToolsModule.make),
            ("_functools", FunctionToolsModule.make), ("operator", OperatorModule.make),
            ("_collections", CollectionsModule.make), ("copy", CopyModule.make),
            ("bisect", BisectModule.make), ("heapq", HeapModule.make),
            ("_warnings", WarningsModule.make), ("re", ExpressionModule.make),
            ("io", IOModule.make), ("_json", JSONModule.make),
            ("_native", NativeModule.make), ("unicodedata", UnicodeDataModule.make),
        ]
    }
}
