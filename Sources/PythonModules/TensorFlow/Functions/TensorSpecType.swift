import PythonRuntime
import Tensors

/// A `tf.TensorSpec`: the shape and type of tensors that are yet to come.
package final class TensorSpecObject: Object {
    let dimensions: [Int?]?
    let dtype: DType
    let name: String?

    init(_ dimensions: [Int?]?, _ dtype: DType, name: String?, in python: Interpreter) {
        self.dimensions = dimensions
        self.dtype = dtype
        self.name = name
        super.init(type: TensorSpecType.of(python))
    }

    /// `TensorSpec(shape=(None, 3), dtype=tf.float32, name=None)`.
    var text: String {
        "TensorSpec(shape=\(ShapeType.text(dimensions)), dtype=tf.\(dtype.name), "
            + "name=\(name.map { "'\($0)'" } ?? "None"))"
    }

    /// Whether a tensor of this shape and type is one of those described.
    func admits(_ shape: [Int?]?, _ type: DType) -> Bool {
        guard type == dtype else { return false }
        guard let dimensions, let shape else { return true }
        return dimensions.count == shape.count
            && zip(dimensions, shape).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
}

/// `tf.TensorSpec`.
enum TensorSpecType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "TensorSpec", bases: [python.types.object],
                module: "tensorflow.python.framework.tensor", metatype: python.types.type,
                in: python)
        }
    }

    static func of(_ python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    static func define(_ m: ModuleBuilder) {
        m.module.namespace["TensorSpec"] = .object(of(m.python))
        let t = TypeBuilder(of(m.python), pythonWording: true, in: m.python)
        t.constructor("TensorSpec(shape, dtype=None, name=None)") { python, _, values in
            .object(
                TensorSpecObject(
                    try ShapeType.dimensions(values[0], in: python),
                    try DTypeArgument?.from(values[1], in: python)?.dtype ?? .float32,
                    name: values[2].text, in: python))
        }
        t.unary(.repr) { python, value in try spec(value, python).text }
        t.property("shape") { python, value in
            ShapeObject(try spec(value, python).dimensions, in: python)
        }
        t.property("dtype") { python, value in
            DTypeType.value(try spec(value, python).dtype, in: python)
        }
        t.property("name") { python, value in try spec(value, python).name }
        t.def("is_compatible_with(self, spec_or_value)") {
            (python: Interpreter, value: Value, other: Value) -> Bool in
            if let other = other.object as? TensorSpecObject {
                return try spec(value, python).admits(other.dimensions, other.dtype)
            }
            let tensor = try TensorType.tensor(other, python)
            return try spec(value, python).admits(tensor.shape.dimensions, tensor.dtype)
        }
        t.binary(.eq) { python, a, b -> Value in
            guard let a = a.object as? TensorSpecObject, let b = b.object as? TensorSpecObject
            else { return python.notImplemented }
            return .bool(a.text == b.text)
        }
        t.unary(.hash) { python, value in
            try python.hash(.string(spec(value, python).text, in: python))
        }
        t.classMethod(
            "from_tensor(cls, tensor, name=None)",
            .bound { python, values in
                let tensor = try TensorType.tensor(values[1], python)
                return .object(
                    TensorSpecObject(
                        tensor.shape.dimensions, tensor.dtype, name: values[2].text, in: python))
            })
    }

    private static func spec(_ value: Value, _ python: Interpreter) throws -> TensorSpecObject {
        try python.receiver(value, "TensorSpec")
    }

    /// The description of an argument under the name of its parameter; what is no tensor stays what it is.
    static func named(_ value: Value, _ name: String, in python: Interpreter) throws -> Value {
        if let spec = value.object as? TensorSpecObject {
            return .object(
                TensorSpecObject(spec.dimensions, spec.dtype, name: spec.name ?? name, in: python))
        }
        guard value.object is TensorObject || value.object is ArrayObject else { return value }
        let tensor = try TensorType.tensor(value, python)
        return .object(
            TensorSpecObject(tensor.shape.dimensions, tensor.dtype, name: name, in: python))
    }

    /// What describes a value in a signature: `TensorSpec(…)`, `Literal[2]`.
    static func description(of value: Value, in python: Interpreter) throws -> String {
        switch value.object {
        case let spec as TensorSpecObject: return spec.text
        case let variable as VariableObject:
            let tensor = variable.variable
            return "VariableSpec(shape=\(tensor.shape), dtype=tf.\(tensor.dtype.name), "
                + "trainable=\(tensor.isTrainable ? "True" : "False"), alias_id=0)"
        case is ArrayObject, is TensorObject:
            let tensor = try TensorType.tensor(value, python)
            return TensorSpecObject(
                tensor.shape.dimensions, tensor.dtype, name: nil, in: python
            ).text
        case let tuple as TupleObject:
            let parts = try tuple.items.map { try description(of: $0, in: python) }
            return "Tuple[\(parts.joined(separator: ", "))]"
        case let list as ListObject:
            let parts = try list.items.map { try description(of: $0, in: python) }
            return "List[\(parts.joined(separator: ", "))]"
        case let dictionary as DictionaryObject:
            let parts = try dictionary.items.map { entry in
                "['\(try python.str(entry.key))', \(try description(of: entry.value, in: python))]"
            }
            return "Dict[\(parts.joined(separator: ", "))]"
        default: return "Literal[\(try python.repr(value))]"
        }
    }
}
