import PythonRuntime

/// The native part of `warnings`: where a warning is given.
enum WarningsModule {
    static func make(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("_warnings", in: python)
        m.def("_location(level, /)\n\nFile, line number and text of a caller's line.") {
            (python: Interpreter, level: Int) -> Value in
            guard let place = python.callerPlaces.dropFirst(max(level, 1) - 1).first else {
                return .tuple([.string("sys", in: python), .int(1), .none], in: python)
            }
            let (source, offset) = place
            let line = source.position(of: offset).line
            return .tuple(
                [
                    .string(source.name, in: python),
                    .int(python.line(of: offset, in: source)),
                    .string(source.line(line), in: python),
                ], in: python)
        }
        return m.module
    }
}
