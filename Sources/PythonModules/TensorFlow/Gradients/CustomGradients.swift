import PythonRuntime
import Tensors

/// `tf.custom_gradient` and what is around gradients.
enum CustomGradients {
    static func define(_ m: ModuleBuilder) {
        m.def("custom_gradient(f=None)\n\nA function that brings its own gradient.") {
            (python: Interpreter, function: Value) -> Value in
            decorated(function, python)
        }
        m.def("recompute_grad(f)") { (_: Interpreter, function: Value) in function }
        m.def("grad_pass_through(f)") { (python: Interpreter, function: Value) -> Value in
            .object(
                wrapper(function, python) { python, arguments in
                    let inputs = try arguments.positional.map { try TensorType.tensor($0, python) }
                    let outputs = try Tensor.withCustomGradient(
                        of: inputs, tapes: ArrayTypes.of(python).tapes
                    ) { operands in
                        let result = try python.call(
                            function, operands.map { $0.object(in: python) },
                            keywords: arguments.keywords)
                        return [try TensorType.tensor(result, python)]
                    } pullback: {
                        $0
                    }
                    return outputs[0].object(in: python)
                })
        }
    }

    /// A function that calls `body`, under the name of another.
    private static func wrapper(
        _ function: Value, _ python: Interpreter,
        _ body: @escaping (Interpreter, Arguments) throws -> Value
    ) -> NativeFunction {
        let name = (function.object as? FunctionObject)?.name ?? "function"
        return NativeFunction(
            "\(name)(*args, **kwargs)", pythonWording: true, .raw(body), in: python)
    }

    private static func decorated(_ function: Value, _ python: Interpreter) -> Value {
        .object(
            wrapper(function, python) { python, arguments in
                try call(function, arguments, python)
            })
    }

    private static func call(
        _ function: Value, _ arguments: Arguments, _ python: Interpreter
    ) throws -> Value {
        let given = try arguments.positional.map { try TensorType.tensor($0, python) }
        let tapes = ArrayTypes.of(python).tapes
        var gradient = Value.none
        var structure = Value.none
        let results = try Tensor.withCustomGradient(of: given, tapes: tapes) { operands in
            let pair = try python.list(
                python.call(
                    function, operands.map { $0.object(in: python) },
                    keywords: arguments.keywords))
            guard pair.count == 2 else {
                throw python.typeError(
                    "custom_gradient function expected to return a pair: the result and its gradient function"
                )
            }
            (structure, gradient) = (pair[0], pair[1])
            return try Nest.flatten(pair[0], in: python).map { try TensorType.tensor($0, python) }
        } pullback: { upstream in
            let found = try python.call(gradient, upstream.map { $0.object(in: python) })
            let parts = try Nest.flatten(found, in: python)
            guard parts.count == given.count else {
                throw python.valueError(
                    "custom_gradient function expected to return \(given.count) gradients, but returned \(parts.count) instead."
                )
            }
            return try parts.map { $0.isNone ? nil : try TensorType.tensor($0, python) }
        }
        return try Nest.pack(
            results.map { $0.object(in: python) }, like: structure, in: python)
    }
}
