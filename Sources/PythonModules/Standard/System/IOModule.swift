import PythonRuntime

/// `io`: streams in memory.
enum IOModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("io", in: python)
        let types = try IOTypes.of(python)
        for type in [types.text, types.bytes, types.wrapper, types.reader] {
            m.module.namespace[type.name] = .object(type)
        }
        for (name, value) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)] {
            try m.set(name, value)
        }
        m.module.namespace["open"] = python.builtins["open"]
        m.module.namespace["UnsupportedOperation"] = .object(types.unsupported)
        return m.module
    }
}

/// The classes of streams.
final class IOTypes {
    let text, bytes, wrapper, reader, unsupported: TypeObject

    private init(_ python: Interpreter) throws {
        func make(_ name: String) -> TypeObject {
            let type = TypeObject(
                name, bases: [python.types.object], module: "_io", metatype: python.types.type,
                in: python)
            type.hasInstanceDictionary = true
            return type
        }
        text = make("StringIO")
        bytes = make("BytesIO")
        wrapper = make("TextIOWrapper")
        reader = make("BufferedReader")
        unsupported = TypeObject(
            "UnsupportedOperation",
            bases: [python.types.exception("OSError"), python.types.exception("ValueError")],
            module: "io", metatype: python.types.type, in: python)
        for type in [text, wrapper] { TextStream.define(TypeBuilder(type, in: python)) }
        for type in [bytes, reader] { ByteStream.define(TypeBuilder(type, in: python)) }
    }

    /// `io.UnsupportedOperation: not readable`.
    static func unsupported(_ message: String, _ python: Interpreter) -> PythonError {
        guard let type = try? of(python).unsupported else {
            return python.error("OSError", message)
        }
        return python.error(type, [.string(message, in: python)])
    }

    /// The classes of an interpreter, made when first needed.
    static func of(_ python: Interpreter) throws -> IOTypes {
        let box = python.state(Box.self) { _ in Box() }
        if let types = box.types { return types }
        let types = try IOTypes(python)
        box.types = types
        return types
    }

    private final class Box { var types: IOTypes? }
}
