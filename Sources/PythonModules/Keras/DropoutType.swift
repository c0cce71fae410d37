import NeuralNetworks
import PythonRuntime
import Tensors

/// `Dropout`.
enum DropoutType {
    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        types.make("Dropout", module: "layers.regularization.dropout", in: m) { t in
            t.constructor(
                "__init__(rate, noise_shape=None, seed=None, **kwargs)\n\nDrops a share of its inputs while training."
            ) {
                python, type, values in
                let options = try LayerArguments.options(
                    values[3], parameters: ["rate", "noise_shape", "seed"], in: python)
                let layer = try Dropout(
                    rate: try python.double(values[0]),
                    noiseShape: ShapeArgument?.from(values[1], in: python)?.shape,
                    seed: values[2].integer, layer: options, context: .of(python))
                return .object(LayerObject(layer, type: type))
            }
            t.variadic(.call) { python, value, arguments -> Value in
                guard let layer = value.layer(as: Dropout.self) else { return .none }
                return try LayerCall(layer, python).run(
                    arguments, "call(self, inputs, training=None)"
                ) { values in
                    let x = try TensorType.tensor(values[0], python)
                    return try layer.output(for: x, isTraining: python.isTrue(values[1])).object(
                        in: python)
                }
            }
            t.property("rate") { _, value in value.layer(as: Dropout.self)?.rate }
        }
    }
}
