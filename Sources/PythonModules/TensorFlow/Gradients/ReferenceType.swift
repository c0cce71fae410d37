import PythonRuntime

/// A `Reference`: a tensor or variable as a dictionary's key, by identity.
package final class ReferenceObject: Object {
    let target: Value

    init(_ target: Value, type: TypeObject) {
        self.target = target
        super.init(type: type)
    }
}

/// What `tensor.ref()` gives.
enum ReferenceType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "Reference", bases: [python.types.object],
                module: "tensorflow.python.util.object_identity", metatype: python.types.type,
                in: python)
            let t = TypeBuilder(type, pythonWording: true, in: python)
            t.unary(.repr) { python, value in
                "<Reference wrapping \(try python.repr(ReferenceType.target(value, python)))>"
            }
            t.unary(.hash) { python, value in
                python.identity(try ReferenceType.target(value, python))
            }
            t.binary(.eq) { python, a, b -> Value in
                guard let a = a.object as? ReferenceObject, let b = b.object as? ReferenceObject
                else { return python.notImplemented }
                return .bool(a.target.isIdentical(to: b.target))
            }
            t.def("deref(self)") { (python: Interpreter, value: Value) in
                try ReferenceType.target(value, python)
            }
        }
    }

    static func value(_ target: Value, in python: Interpreter) -> Value {
        let type = python.state(Holder.self) { Holder($0) }.type
        return .object(ReferenceObject(target, type: type))
    }

    private static func target(_ value: Value, _ python: Interpreter) throws -> Value {
        let reference: ReferenceObject = try python.receiver(value, "Reference")
        return reference.target
    }
}
