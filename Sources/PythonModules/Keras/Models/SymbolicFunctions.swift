import NeuralNetworks
import PythonRuntime
import Tensors

/// Thrown where a tensor is needed and a symbol was given.
///
/// It stays on the interpreter's thread like every Python value.
struct SymbolicArgument: Error, @unchecked Sendable {
    private let symbol: KerasTensorObject

    init(_ symbol: KerasTensorObject) { self.symbol = symbol }

    /// What Keras says where a function does not take symbols.
    static func translate(_ error: any Error, _ python: Interpreter) -> PythonError? {
        guard let error = error as? SymbolicArgument else { return nil }
        let text = (try? python.str(.object(error.symbol))) ?? ""
        return python.typeError(
            "You are passing \(text), an intermediate Keras symbolic input/output, to a TF API that does not allow registering custom dispatchers, such as `tf.cond`, `tf.function`, gradient tapes, or `tf.map_fn`. Keras Functional model construction only supports TF API calls that *do* support dispatching, such as `tf.math.add` or `tf.reshape`. Other APIs cannot be called directly on symbolic Kerasinputs/outputs. You can work around this limitation by putting the operation in a custom Keras layer `call` and calling that layer on this symbolic input/output."
        )
    }
}

/// Functions of tensors that become layers of a model where they are given symbols.
enum SymbolicFunctions {
    /// Lets the functions of a module take symbols: `tensorflow.math` gives layers named `tf.math.…`.
    static func wrap(_ module: ModuleObject, in python: Interpreter) {
        for name in module.namespace.names {
            guard let function = module.namespace[name]?.object as? NativeFunction else { continue }
            module.namespace[name] = .object(wrapped(function, in: python))
        }
    }

    private static func wrapped(
        _ function: NativeFunction, in python: Interpreter
    ) -> NativeFunction {
        let path = function.moduleName.split(separator: ".").dropFirst().joined(separator: ".")
        let name =
            function.moduleName == ActivationModule.name
            ? ActivationModule.operation(function.name)
            : path.isEmpty ? "tf.\(function.name)" : "tf.\(path).\(function.name)"
        return NativeFunction(
            function.literal, module: function.moduleName, pythonWording: true,
            body(function.body, name, Tracing.of(python)) { python in
                guard let signature = try? function.signature(in: python) else { return [] }
                return signature.positional + signature.keywordOnly
            }, in: python)
    }

    private static func body(
        _ body: NativeFunction.Body, _ name: String, _ tracing: Tracing,
        parameters: @escaping (Interpreter) -> [String]
    ) -> NativeFunction.Body {
        func symbolic(
            _ python: Interpreter, _ arguments: Arguments,
            _ run: @escaping (Arguments) throws -> Value
        ) throws -> Value {
            do {
                guard let traced = tracing.current else { return try run(arguments) }
                return try traced.operation(
                    name, arguments.positional + arguments.keywords.map(\.value)
                ) { try run(arguments) }
            } catch is SymbolicArgument {
                return try SymbolicOperation(name, parameters: parameters(python), in: python)
                    .apply(arguments, run)
            }
        }
        switch body {
        case .none: return body
        case .one(let run):
            return .one { python, a in
                do {
                    return try tracing.operation(name, a) { try run(python, a) }
                } catch is SymbolicArgument {
                    return try symbolic(python, Arguments([a])) {
                        try run(python, $0.positional[0])
                    }
                }
            }
        case .two(let run):
            return .two { python, a, b in
                do {
                    return try tracing.operation(name, a, b) { try run(python, a, b) }
                } catch is SymbolicArgument {
                    return try symbolic(python, Arguments([a, b])) {
                        try run(python, $0.positional[0], $0.positional[1])
                    }
                }
            }
        case .three(let run):
            return .three { python, a, b, c in
                do {
                    guard let traced = tracing.current else { return try run(python, a, b, c) }
                    return try traced.operation(name, [a, b, c]) { try run(python, a, b, c) }
                } catch is SymbolicArgument {
                    return try symbolic(python, Arguments([a, b, c])) {
                        try run(python, $0.positional[0], $0.positional[1], $0.positional[2])
                    }
                }
            }
        case .bound(let run):
            return .bound { python, values in
                try symbolic(python, Arguments(values)) { try run(python, $0.positional) }
            }
        case .raw(let run):
            return .raw { python, arguments in
                try symbolic(python, arguments) { try run(python, $0) }
            }
        }
    }
}
