import PythonRuntime
import Tensors

/// A `tf.GradientTape` as Python holds it.
package final class TapeObject: Object {
    let tape: GradientTape

    init(_ tape: GradientTape, type: TypeObject) {
        self.tape = tape
        super.init(type: type)
    }
}

/// `tf.GradientTape`.
enum GradientTapeType {
    static func define(_ m: ModuleBuilder) {
        let stack = ArrayTypes.of(m.python).tapes
        m.type("GradientTape") { t in
            t.constructor(
                "GradientTape(persistent=False, watch_accessed_variables=True)\n\nRecords operations to differentiate them."
            ) {
                python, type, values in
                .object(
                    TapeObject(
                        GradientTape(
                            isPersistent: try python.isTrue(values[0]),
                            watchesVariables: try python.isTrue(values[1])), type: type))
            }
            t.unary(.enter) { _, value -> Value in
                if let tape = tape(value) { stack.push(tape) }
                return value
            }
            t.variadic(.exit) { _, value, _ -> Value in
                if let tape = tape(value) { stack.remove(tape) }
                return .none
            }
            t.def("watch(self, tensor)") {
                (python: Interpreter, value: Value, tensors: Value) -> Value in
                for tensor in try flat(tensors, python) {
                    if let object = tensor.object as? TensorObject {
                        tape(value)?.watch(object.tensor)
                    }
                    if let object = tensor.object as? VariableObject {
                        tape(value)?.watch(object.variable)
                    }
                }
                return .none
            }
            t.def(
                "gradient(self, target, sources, output_gradients=None, unconnected_gradients='none')"
            ) {
                (
                    python: Interpreter, value: Value, target: Value, sources: Value,
                    upstream: Value, unconnected: Value
                ) -> Value in
                guard let tape = tape(value) else { return .none }
                return try gradient(tape, target, sources, upstream, unconnected, python)
            }
            t.def("reset(self)") { (_: Interpreter, value: Value) -> Value in
                tape(value)?.reset()
                return .none
            }
        }
    }

    private static func tape(_ value: Value) -> GradientTape? {
        (value.object as? TapeObject)?.tape
    }

    private static func flat(_ value: Value, _ python: Interpreter) throws -> [Value] {
        if value.object is ListObject || value.object is TupleObject {
            return try python.list(value).flatMap { try flat($0, python) }
        }
        return [value]
    }

    private static func gradient(
        _ tape: GradientTape, _ target: Value, _ sources: Value, _ upstream: Value,
        _ unconnected: Value,
        _ python: Interpreter
    ) throws -> Value {
        let targets = try flat(target, python).map { try TensorType.tensor($0, python) }
        let wanted = try flat(sources, python)
        let keys = wanted.map { source -> TapeKey? in
            (source.object as? VariableObject)?.variable.key
                ?? (source.object as? TensorObject)?.tensor.key
        }
        let seeds: [Tensor?]? =
            upstream.isNone
            ? nil : try flat(upstream, python).map { try TensorType.tensor($0, python) }
        let found = try tape.gradients(of: targets, for: keys, upstream: seeds)
        let asZeros = unconnected.text == "zero"
        var results = try zip(wanted, found).map { source, gradient -> Value in
            if let gradient { return try gradient.dense.object(in: python) }
            guard asZeros else { return .none }
            let tensor = try TensorType.tensor(source, python)
            return Tensor(zeros: tensor.shape, tensor.dtype).object(in: python)
        }[...]
        return try rebuilt(like: sources, from: &results, python)
    }

    /// The results in the nesting of the sources.
    private static func rebuilt(
        like value: Value, from results: inout ArraySlice<Value>, _ python: Interpreter
    ) throws -> Value {
        switch value.object {
        case let list as ListObject:
            return .list(
                try list.items.map { try rebuilt(like: $0, from: &results, python) }, in: python)
        case let tuple as TupleObject:
            return .tuple(
                try tuple.items.map { try rebuilt(like: $0, from: &results, python) }, in: python)
        default: return results.popFirst() ?? .none
        }
    }
}
