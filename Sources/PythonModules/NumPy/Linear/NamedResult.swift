import PythonRuntime

/// Results in a tuple whose items have names: `EigResult(eigenvalues=…, eigenvectors=…)`.
enum NamedResult {
    /// The classes of such results, made when they are first needed.
    private final class Types {
        var known: [String: TypeObject] = [:]
    }

    /// The items as a tuple of a class of that name.
    static func value(
        _ name: String, _ fields: [String], _ items: [Value], in python: Interpreter
    ) -> Value {
        let types = python.state(Types.self) { _ in Types() }
        let type = types.known[name] ?? make(name, fields, in: python)
        types.known[name] = type
        return .object(TupleObject(items, type: type, in: python))
    }

    private static func make(
        _ name: String, _ fields: [String], in python: Interpreter
    ) -> TypeObject {
        let type = TypeObject(
            name, bases: [python.types.tuple], module: "numpy.linalg._linalg",
            metatype: python.types.type, in: python)
        let t = TypeBuilder(type, in: python)
        for (place, field) in fields.enumerated() {
            t.property(field) { python, value -> Value in try python.list(value)[place] }
        }
        t.unary(.repr) { python, value -> String in
            let items = try zip(fields, python.list(value)).map { "\($0)=\(try python.repr($1))" }
            return "\(name)(\(items.joined(separator: ", ")))"
        }
        return type
    }
}
