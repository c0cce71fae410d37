import PythonRuntime
import Tensors

/// A `tf.GradientTape` as Python holds it.
package final class TapeObject: Object {
    let tape: GradientTape
    /// Whether a `with` has ever opened it.
    var wasOpened = false

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
            t.type.moduleName = "tensorflow.python.eager.backprop"
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
            t.unary(.enter) { python, value -> Value in
                if let tape = tape(value) {
                    guard !stack.recording.contains(where: { $0 === tape }) else {
                        throw python.valueError(
                            "Tape is still recording, This can happen if you try to re-enter an already-active tape."
                        )
                    }
                    stack.push(tape)
                }
                (value.object as? TapeObject)?.wasOpened = true
                return value
            }
            t.variadic(.exit) { _, value, _ -> Value in
                if let tape = tape(value) { stack.remove(tape) }
                return .none
            }
            t.def("watch(self, tensor)") {
                (python: Interpreter, value: Value, tensors: Value) -> Value in
                for tensor in try Nest.flatten(tensors, in: python) {
                    if let object = tensor.object as? TensorObject {
                        tape(value)?.watch(object.tensor)
                    }
                    if let object = tensor.object as? VariableObject {
                        tape(value)?.watch(object.variable)
                    }
                    if tensor.text != nil || tensor.object == nil {
                        throw python.valueError(
                            "Passed in object \(try python.str(tensor)) of type '\(python.typeName(tensor))', not tf.Tensor or tf.Variable or ExtensionType."
                        )
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
                if let object = value.object as? TapeObject, !object.wasOpened, !tape.isPersistent,
                    tape.isEmpty
                {
                    throw TensorError.tapeSpent
                }
                return try gradient(tape, target, sources, upstream, unconnected, python)
            }
            differentiations(t)
            states(t, stack)
        }
    }

    private static func differentiations(_ t: TypeBuilder) {
        t.def(
            "jacobian(self, target, sources, unconnected_gradients='none', parallel_iterations=None, experimental_use_pfor=True)"
        ) {
            (
                python: Interpreter, value: Value, target: Value, sources: Value,
                unconnected: Value, _: Value, _: Value
            ) -> Value in
            guard let tape = tape(value) else { return .none }
            let asZeros = try asksForZeros(unconnected, python)
            let target = try TensorType.tensor(target, python)
            let wanted = try Nest.flatten(sources, in: python)
            let tensors = try wanted.map { try source($0, python) }
            let found = try zip(tape.jacobians(of: target, for: tensors), tensors).map {
                slopes, source -> Value in
                if let slopes { return slopes.object(in: python) }
                guard asZeros else { return .none }
                let shape = Shape(target.shape.dimensions + source.shape.dimensions)
                return Tensor(zeros: shape, source.dtype).object(in: python)
            }
            return try Nest.pack(found, like: sources, in: python)
        }
        t.def(
            "batch_jacobian(self, target, source, unconnected_gradients='none', parallel_iterations=None, experimental_use_pfor=True)"
        ) {
            (
                python: Interpreter, value: Value, target: Value, from: Value,
                unconnected: Value, _: Value, _: Value
            ) -> Tensor? in
            guard let tape = tape(value) else { return nil }
            let target = try TensorType.tensor(target, python)
            let from = try source(from, python)
            for part in [target, from] where part.rank < 2 {
                throw python.valueError("Shape \(part.shape) must have rank at least 2")
            }
            guard target.rank > 0, from.rank > 0, target.shape[0] == from.shape[0] else {
                throw python.valueError(
                    "Need first dimension of target shape (\(target.shape)) and source shape (\(from.shape)) to match."
                )
            }
            return try tape.batchJacobian(of: target, for: from)
        }
    }

    private static func states(_ t: TypeBuilder, _ stack: TapeStack) {
        t.def("reset(self)") { (_: Interpreter, value: Value) -> Value in
            tape(value)?.reset()
            return .none
        }
        t.def("stop_recording(self)\n\nA context in which nothing is recorded.") {
            (python: Interpreter, value: Value) -> Value in
            let wasRecording = tape(value)?.isRecording ?? false
            return ContextType.value(
                enter: { tape(value)?.isRecording = false },
                exit: { tape(value)?.isRecording = wasRecording }, in: python)
        }
        t.def("watched_variables(self)") { (python: Interpreter, value: Value) -> Value in
            let variables = tape(value)?.watchedVariables ?? []
            return .tuple(variables.map { $0.object(in: python) }, in: python)
        }
    }

    private static func tape(_ value: Value) -> GradientTape? {
        (value.object as? TapeObject)?.tape
    }

    /// A source of gradients: a tensor or variable, nothing else.
    private static func source(_ value: Value, _ python: Interpreter) throws -> Tensor {
        switch value.object {
        case let variable as VariableObject: return variable.variable.value
        case let tensor as TensorObject: return tensor.tensor
        default: throw wrongSource(value, python)
        }
    }

    private static func wrongSource(_ value: Value, _ python: Interpreter) -> PythonError {
        let text = (try? python.repr(value)) ?? ""
        return python.valueError(
            "Passed in object \(text) of type '\(python.typeName(value))', not tf.Tensor or tf.Variable or ExtensionType."
        )
    }

    /// Whether sources that nothing connects are to have zeros: a text, or a member of `tf.UnconnectedGradients`.
    private static func asksForZeros(_ value: Value, _ python: Interpreter) throws -> Bool {
        let text = try value.text ?? python.getAttribute(value, "value").text
        guard let text, ["zero", "none"].contains(text) else {
            throw python.valueError(
                "Unknown value for unconnected_gradients: \(try python.repr(value))")
        }
        return text == "zero"
    }

    private static func gradient(
        _ tape: GradientTape, _ target: Value, _ sources: Value, _ upstream: Value,
        _ unconnected: Value, _ python: Interpreter
    ) throws -> Value {
        if target.isNone {
            throw python.typeError(
                "Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be differentiated, but received None."
            )
        }
        let wanted = try Nest.flatten(sources, in: python)
        for leaf in wanted where leaf.text != nil {
            throw python.typeError(
                "Cannot convert the argument `type_value`: \(try python.repr(leaf)) to a TensorFlow DType."
            )
        }
        for leaf in wanted where leaf.object == nil {
            // TensorFlow meets what is no tensor at its lack of a type.
            _ = try python.getAttribute(leaf, "dtype")
        }
        let keys = try wanted.map { source -> TapeKey? in
            switch source.object {
            case let variable as VariableObject:
                return variable.variable.dtype.isDifferentiable ? variable.variable.key : nil
            case let tensor as TensorObject:
                return tensor.tensor.dtype.isDifferentiable ? tensor.tensor.key : nil
            default: throw wrongSource(source, python)
            }
        }
        let targets = try Nest.flatten(target, in: python).map { leaf -> Tensor in
            guard leaf.object is TensorObject || leaf.object is VariableObject else {
                if leaf.object is ArrayObject || leaf.object is ScalarObject
                    || leaf.object is BoxedObject
                {
                    _ = try python.getAttribute(leaf, "_id")
                }
                let error = wrongSource(leaf, python)
                throw error
            }
            return try TensorType.tensor(leaf, python)
        }
        // Those behind the last target are left out.
        let seeds: [Tensor?]? =
            upstream.isNone
            ? nil
            : try Nest.flatten(upstream, in: python).prefix(targets.count).map {
                $0.isNone ? nil : try TensorType.tensor($0, python)
            }
        if let seeds, seeds.count != targets.count {
            throw python.valueError(
                "The number of output gradients (\(seeds.count)) differs from that of the targets (\(targets.count))"
            )
        }
        let found = try tape.gradients(of: targets, for: keys, upstream: seeds)
        let asZeros = try asksForZeros(unconnected, python)
        let results = try zip(wanted, found).map { source, gradient -> Value in
            switch gradient {
            case .dense(let tensor): return tensor.object(in: python)
            case .rows(let slices): return .object(SlicesObject(slices, in: python))
            case nil: break
            }
            guard asZeros else { return .none }
            let tensor = try TensorType.tensor(source, python)
            return Tensor(zeros: tensor.shape, tensor.dtype).object(in: python)
        }
        return try Nest.pack(results, like: sources, in: python)
    }
}
