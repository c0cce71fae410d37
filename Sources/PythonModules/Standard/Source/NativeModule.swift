import PythonRuntime

/// `_native`: what modules written in Python need to look like CPython's native ones.
enum NativeModule {
    static func make(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("_native", in: python)
        ArchiveFunctions.define(m)
        m.action("name_in_messages(cls, name, /)\n\nSays what messages call a class.") {
            (python: Interpreter, type: Value, name: String) in
            guard let type = type.object as? TypeObject, !type.isBuiltin else {
                throw python.typeError("name_in_messages() needs a class written in Python")
            }
            type.messageName = name
        }
        m.def("namespace(module, /)\n\nThe variables of a module by its name.") {
            (python: Interpreter, name: String) -> Value in
            let space =
                name == "__main__" ? python.main.namespace : python.modules.loaded[name]?.namespace
            guard let space else { return .object(DictionaryObject(in: python)) }
            return .object(python.namespaceDictionary(space))
        }
        m.def(
            "unless_printing(value, make, /)\n\nWhat a call gives, but None while it prints the value."
        ) {
            (python: Interpreter, value: Value, make: Value) -> Value in
            var result = Value.none
            _ = try python.guardingRecursion(value) {
                result = try python.call(make)
                return ""
            }
            return result
        }
        m.def("traceback(exception, /)\n\nThe lines that Python shows of an exception.") {
            (python: Interpreter, exception: Value) -> [String] in
            guard let exception = exception.object as? ExceptionObject else {
                throw python.typeError("exceptions must derive from BaseException")
            }
            return TracebackText(in: python).lines(of: exception).map { $0 + "\n" }
        }
        return m.module
    }
}
