import PythonRuntime

/// `numpy.lib`: the module that holds `stride_tricks`.
enum NumPyLibrary {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("numpy.lib", pythonWording: true, in: python)
        if let tricks = try python.modules.find("numpy.lib.stride_tricks", in: python) {
            try m.set("stride_tricks", Value.object(tricks))
        }
        return m.module
    }
}
