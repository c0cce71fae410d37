import NeuralNetworks
import PythonRuntime
import Tensors

/// Calls a layer as Keras does: binds the arguments, and says in a failure which layer failed with which.
struct LayerCall {
    private let layer: Layer
    private let python: Interpreter

    init(_ layer: Layer, _ python: Interpreter) {
        self.layer = layer
        self.python = python
    }

    /// Binds arguments to a signature that names `self` first and runs a body with the others.
    func run(
        _ arguments: Arguments, _ signature: String, _ body: ([Value]) throws -> Value
    ) throws -> Value {
        let function = NativeFunction(
            signature, owner: layer.className, pythonWording: true, .none { _ in .none }, in: python
        )
        let values = Array(try function.bind(arguments.prepending(.none), in: python).dropFirst())
        do {
            return try body(values)
        } catch let error as TensorError {
            throw try wrapped(error, names: parameterNames(signature), values)
        } catch let error as LayerError where layer is Sequential {
            throw try wrapped(error, names: parameterNames(signature), values)
        }
    }

    private func parameterNames(_ signature: String) -> [String] {
        signature.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
            .dropFirst().map {
                String($0.drop { $0 == " " }.prefix { $0 != "=" })
            }
    }

    private func wrapped(_ error: any Error, names: [String], _ values: [Value]) throws
        -> PythonError
    {
        let inner = python.pythonError(error)
        let message = try python.str(.object(inner.exception))
        let lines = try zip(names, values).map { "  • \($0)=\(try description(of: $1))" }
        let text =
            "Exception encountered when calling layer '\(layer.name)' (type \(layer.className)).\n\n\(message)\n\nCall arguments received by layer '\(layer.name)' (type \(layer.className)):\n"
            + lines.joined(separator: "\n")
        let failure = python.error(inner.exception.type, [.string(text, in: python)])
        failure.exception.hints = inner.exception.hints
        return failure
    }

    /// A tensor by its shape and type, everything else by its text.
    private func description(of value: Value) throws -> String {
        if let tensor = (value.object as? TensorObject)?.tensor {
            return "tf.Tensor(shape=\(tensor.shape), dtype=\(tensor.dtype.name))"
        }
        if let list = value.object as? ListObject {
            let items = try list.items.map { item -> String in
                item.object is TensorObject
                    ? "'\(try description(of: item))'" : try description(of: item)
            }
            return "[" + items.joined(separator: ", ") + "]"
        }
        return try python.repr(value)
    }
}

/// The Python objects of layers that Swift code made.
enum LayerObjects {
    static func object(of layer: Layer, named name: String, in python: Interpreter) throws -> Value
    {
        if let face = layer.face as? LayerObject { return .object(face) }
        let layers = try KerasModule.of(python).subModule("layers")
        let type = layers.namespace[name]?.object as? TypeObject ?? LayerTypes.of(python).layer
        let object = LayerObject(layer, type: type)
        layer.keptFace = object
        return .object(object)
    }
}

extension Variable {
    /// The variable as a Python object; the same one while that lives.
    func object(in python: Interpreter) -> Value {
        if let face = face as? VariableObject { return .object(face) }
        let object = VariableObject(self, in: python)
        face = object
        return .object(object)
    }
}
