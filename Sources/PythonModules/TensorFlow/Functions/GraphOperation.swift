import PythonRuntime

/// What a symbolic tensor tells of the operation that gives it.
enum GraphOperation {
    private final class Holder {
        let operation, graph: TypeObject

        init(_ python: Interpreter) {
            func make(_ name: String) -> TypeObject {
                TypeObject(
                    name, bases: [python.types.object], module: "tensorflow.python.framework.ops",
                    metatype: python.types.type, in: python)
            }
            (operation, graph) = (make("Operation"), make("FuncGraph"))
            for type in [operation, graph] { type.hasInstanceDictionary = true }
            let t = TypeBuilder(operation, in: python)
            t.unary(.repr) { python, value -> String in
                let name = try python.str(python.getAttribute(value, "name"))
                let kind = try python.str(python.getAttribute(value, "type"))
                return "<tf.Operation '\(name)' type=\(kind)>"
            }
        }
    }

    /// The value of `tensor.op` or of `tensor.graph`.
    static func value(_ name: String, _ symbol: Tracing.Symbol, in python: Interpreter) -> Value {
        let holder = python.state(Holder.self) { Holder($0) }
        guard name == "op" else { return .object(InstanceObject(type: holder.graph)) }
        let operation = InstanceObject(type: holder.operation)
        operation.setAttribute("name", .string(symbol.name, in: python))
        operation.setAttribute("type", .string(kind(of: symbol), in: python))
        return .object(operation)
    }

    /// The kind of an operation, as far as its name tells it.
    private static func kind(_ name: Substring) -> String {
        let own = name.prefix { $0 != "_" }
        return [
            "add": "AddV2", "sub": "Sub", "mul": "Mul", "truediv": "RealDiv", "matmul": "MatMul",
            "floordiv": "FloorDiv", "mod": "FloorMod", "pow": "Pow", "concat": "ConcatV2",
            "stack": "Pack", "strided": "StridedSlice", "transpose": "Transpose", "range": "Range",
            "unstack": "Unpack",
        ][String(own)] ?? String(own)
    }

    private static func kind(of symbol: Tracing.Symbol) -> String {
        symbol.isArgument
            ? "Placeholder" : kind(symbol.name.split(separator: "/").last ?? symbol.name[...])
    }
}
