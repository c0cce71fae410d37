import PythonRuntime

/// Something for `with` that does one thing at its beginning and one at its end.
package final class ContextObject: Object {
    let enter: () throws -> Void
    let exit: () throws -> Void

    init(enter: @escaping () throws -> Void, exit: @escaping () throws -> Void, type: TypeObject) {
        self.enter = enter
        self.exit = exit
        super.init(type: type)
    }
}

/// The class of such contexts.
enum ContextType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "_GeneratorContextManager", bases: [python.types.object], module: "contextlib",
                metatype: python.types.type, in: python)
            let t = TypeBuilder(type, in: python)
            t.unary(.enter) { python, value -> Value in
                let context: ContextObject = try python.receiver(value, "context")
                try context.enter()
                return .none
            }
            t.variadic(.exit) { python, value, _ -> Value in
                let context: ContextObject = try python.receiver(value, "context")
                try context.exit()
                return .bool(false)
            }
        }
    }

    /// A context; without anything to do it is there for its name only.
    static func value(
        enter: @escaping () throws -> Void = {}, exit: @escaping () throws -> Void = {},
        in python: Interpreter
    ) -> Value {
        let type = python.state(Holder.self) { Holder($0) }.type
        return .object(ContextObject(enter: enter, exit: exit, type: type))
    }
}
