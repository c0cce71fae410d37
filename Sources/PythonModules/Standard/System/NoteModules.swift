import Diagnostics
import PythonRuntime

/// The modules that lie beside the note as `.py` files.
enum NoteModules {
    /// Runs the file of a module's dotted name; nil where there is none.
    static func find(_ name: String, in python: Interpreter) throws -> ModuleObject? {
        let path = name.split(separator: ".").joined(separator: "/")
        let files = NoteFolderAccess.of(python)
        if let file = ["\(path).py", "\(path)/__init__.py"].first(where: files.isFile) {
            return try run(file, as: name, in: python)
        }
        // A folder without `__init__.py` is a package too, with nothing of its own.
        return files.isFolder(path) && !path.isEmpty ? ModuleObject(name, in: python) : nil
    }

    private static func run(_ file: String, as name: String, in python: Interpreter) throws
        -> ModuleObject
    {
        let bytes = try NoteFolderAccess.of(python).contents(file, in: python)
        let source = SourceText(name: file, text: String(decoding: bytes, as: UTF8.self))
        let module = ModuleObject(name, in: python)
        module.namespace["__file__"] = .string(file, in: python)
        // Known before it is complete, as modules that import each other expect.
        python.modules.add(module, as: name)
        let outer = python.displayed
        defer { python.displayed = outer }
        do {
            try python.run(source, in: module.namespace)
        } catch {
            python.modules.remove(name)
            throw error
        }
        python.letComputeAttributes(module)
        return module
    }
}
