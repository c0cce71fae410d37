import NeuralNetworks
import PythonRuntime

/// `tf.name_scope`: what stands before the names of variables and operations inside of it.
package final class NameScopeObject: Object {
    let name: String
    /// What stood there before each `with` that is open.
    fileprivate var outer: [[String]] = []

    init(_ name: String, type: TypeObject) {
        self.name = name
        super.init(type: type)
    }

    /// The names that stand there inside: a name that ends in `/` begins anew.
    fileprivate func inside(_ scope: [String]) -> [String] {
        let parts = name.split(separator: "/").map(String.init)
        return name.hasSuffix("/") || name.isEmpty ? parts : scope + parts
    }
}

/// The class of name scopes.
enum NameScopeType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "name_scope_v2", bases: [python.types.object],
                module: "tensorflow.python.framework.ops", metatype: python.types.type, in: python)
            let t = TypeBuilder(type, in: python)
            t.property("name") { python, value -> String in
                let scope: NameScopeObject = try python.receiver(value, "name_scope_v2")
                return scope.name
            }
            t.unary(.enter) { python, value -> Value in
                let scope: NameScopeObject = try python.receiver(value, "name_scope_v2")
                let context = LayerContext.of(python)
                let inside = scope.inside(context.scope)
                scope.outer.append(context.exchangeScope(inside))
                return .string(inside.map { $0 + "/" }.joined(), in: python)
            }
            t.variadic(.exit) { python, value, _ -> Value in
                let scope: NameScopeObject = try python.receiver(value, "name_scope_v2")
                if let outer = scope.outer.popLast() {
                    _ = LayerContext.of(python).exchangeScope(outer)
                }
                return .bool(false)
            }
        }
    }

    static func value(_ name: String, in python: Interpreter) -> Value {
        let type = python.state(Holder.self) { Holder($0) }.type
        return .object(NameScopeObject(name, type: type))
    }
}
