import NeuralNetworks
import PythonRuntime
import Tensors

/// `tf.nn`: activations and what belongs to them.
enum ActivationFunctions {
    static func define(_ m: ModuleBuilder) {
        for (name, operation) in activations {
            m.def("\(name)(features, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
                try operation(x.tensor)
            }
        }
        m.def("leaky_relu(features, alpha=0.2, name=None)") {
            (_: Interpreter, x: TensorLike, alpha: Double, _: Value) in
            try UnaryOperation.leakyRelu(slope: alpha)(x.tensor)
        }
        m.def("swish(features, beta=1.0)") { (_: Interpreter, x: TensorLike, _: Value) in
            try x.tensor.swish()
        }
        m.def("gelu(features, approximate=False, name=None)") {
            (python: Interpreter, x: TensorLike, approximate: Bool, _: Value) in
            try x.tensor.gelu(
                approximate: approximate, inGraph: LayerContext.of(python).isCompiled)
        }
        m.def("softmax(logits, axis=-1, name=None)\n\nExponentials that sum to one.") {
            (_: Interpreter, x: TensorLike, axis: Int?, _: Value) in
            try x.tensor.softmax(axis: axis ?? -1)
        }
        m.def("log_softmax(logits, axis=-1, name=None)") {
            (_: Interpreter, x: TensorLike, axis: Int?, _: Value) in
            try x.tensor.logSoftmax(axis: axis ?? -1)
        }
        m.def("dropout(x, rate, noise_shape=None, seed=None, name=None)") {
            (
                python: Interpreter, x: TensorLike, rate: Double, noise: ShapeArgument?, seed: Int?,
                _: Value
            ) -> Tensor in
            let random = OperationRandom(python, seed: seed)
            return try random.dropped(x.tensor, rate: rate, maskShape: noise?.shape)
        }
    }

    private static let activations: [(String, UnaryOperation)] = [
        ("relu", .relu), ("elu", .elu), ("selu", .selu), ("softsign", .softsign), ("tanh", .tanh),
        ("sigmoid", .sigmoid), ("softplus", .softplus),
    ]
}

extension RandomSource {
    /// The elements of which each is dropped with a probability, the others scaled to keep the mean.
    func dropped(_ x: Tensor, rate: Double, maskShape: Shape? = nil) throws -> Tensor {
        let mask = keepMask(maskShape ?? x.shape, rate: rate, dtype: x.dtype)
        return try (x * (1 / (1 - rate))) * mask.cast(to: x.dtype)
    }
}
