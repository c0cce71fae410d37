import Diagnostics
import PythonRuntime

/// Modules that are written in Python: little on top of native ones.
enum SourceModules {
    /// The modules' names.
    static var names: [String] { sources.keys.sorted() }

    private static var sources: [String: [UInt8]] {
        [
            "__future__": PackageResources.future_py,
            "abc": PackageResources.abc_py,
            "collections": PackageResources.collections_py,
            "collections.abc": PackageResources.collectionsabc_py,
            "functools": PackageResources.functools_py,
            "string": PackageResources.string_py,
            "keyword": PackageResources.keyword_py,
        ]
    }

    /// Runs a module's source.
    static func make(_ name: String, in python: Interpreter) throws -> ModuleObject {
        let module = ModuleObject(name, in: python)
        let text = String(decoding: sources[name] ?? [], as: UTF8.self)
        // Known before it is complete, as modules that import each other expect.
        python.modules.add(module, as: name)
        let outer = python.displayed
        defer { python.displayed = outer }
        try python.run(SourceText(name: "\(name).py", text: text), in: module.namespace)
        return module
    }
}
