import PythonRuntime
import Tensors

/// The gradient of a table that was looked up in: rows and where they belong.
package final class SlicesObject: Object {
    let slices: IndexedSlices

    init(_ slices: IndexedSlices, in python: Interpreter) {
        self.slices = slices
        super.init(type: IndexedSlicesType.of(python))
    }
}

/// `tf.IndexedSlices`.
enum IndexedSlicesType {
    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "IndexedSlices", bases: [python.types.object],
                module: "tensorflow.python.framework.indexed_slices",
                metatype: python.types.type, in: python)
        }
    }

    static func of(_ python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    static func define(_ m: ModuleBuilder) {
        m.module.namespace["IndexedSlices"] = .object(of(m.python))
        let t = TypeBuilder(of(m.python), pythonWording: true, in: m.python)
        t.constructor("IndexedSlices(values, indices, dense_shape=None)") { python, _, values in
            let rows = try TensorType.tensor(values[0], python)
            let shape = try ShapeType.dimensions(values[2], in: python)?.compactMap { $0 }
            return .object(
                SlicesObject(
                    IndexedSlices(
                        values: rows,
                        indices: try TensorType.tensor(values[1], python),
                        denseShape: shape.map { Shape($0) } ?? rows.shape), in: python))
        }
        t.property("values") { python, value in try slices(value, python).values }
        t.property("indices") { python, value in try slices(value, python).indices }
        t.property("dense_shape") { python, value -> Tensor in
            Tensor(try slices(value, python).denseShape.dimensions.map(Int32.init))
        }
        t.property("shape") { python, value in
            ShapeType.value(try slices(value, python).denseShape, in: python)
        }
        t.property("dtype") { python, value in
            DTypeType.value(try slices(value, python).values.dtype, in: python)
        }
        t.unary(.repr) { python, value in
            "<tensorflow.python.framework.indexed_slices.IndexedSlices object at \(python.address(value))>"
        }
        t.unary(.str) { python, value -> String in
            let slices = try slices(value, python)
            let parts = try [
                ("indices", slices.indices), ("values", slices.values),
                ("dense_shape", Tensor(slices.denseShape.dimensions.map(Int32.init))),
            ].map { "\($0.0)=\(try python.str($0.1.object(in: python)))" }
            return "IndexedSlices(\(parts.joined(separator: ", ")))"
        }
    }

    private static func slices(_ value: Value, _ python: Interpreter) throws -> IndexedSlices {
        let object: SlicesObject = try python.receiver(value, "IndexedSlices")
        return object.slices
    }
}
