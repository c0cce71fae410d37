import PythonRuntime

/// `Dimension`: one length of a shape, as `TensorShape.dims` lists them.
enum DimensionType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "Dimension", bases: [python.types.object],
                module: "tensorflow.python.framework.tensor_shape",
                metatype: python.types.type, in: python)
            type.hasInstanceDictionary = true
            DimensionType.define(TypeBuilder(type, pythonWording: true, in: python))
        }
    }

    static func value(_ length: Int?, in python: Interpreter) -> Value {
        let object = InstanceObject(type: python.state(Holder.self) { Holder($0) }.type)
        object.setAttribute("value", length.map(Value.int) ?? .none)
        return .object(object)
    }

    private static func define(_ t: TypeBuilder) {
        t.unary(.repr) { python, value in
            "Dimension(\(try python.repr(python.getAttribute(value, "value"))))"
        }
        t.unary(.str) { python, value -> String in
            let length = try python.getAttribute(value, "value")
            return length.isNone ? "?" : try python.str(length)
        }
        for special in [Special.int, .index] {
            t.unary(special) { python, value -> Int in
                try python.index(python.getAttribute(value, "value"))
            }
        }
        t.binary(.eq) { python, a, b -> Value in
            let other = try python.lookUpAttribute(b, "value") ?? b
            let own = try python.getAttribute(a, "value")
            guard !own.isNone, !other.isNone else { return .none }
            return .bool(try python.isEqual(own, other))
        }
    }
}
