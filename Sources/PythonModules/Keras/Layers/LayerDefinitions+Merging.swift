import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    static let merging: [LayerDefinition] =
        MergingLayers.Merge.allCases.map { merge in
            LayerDefinition(
                "\(merge.rawValue)(**kwargs)\n\nOne tensor of several, element by element.",
                module: "layers.merging.\(merge.rawValue.lowercased())"
            ) { reader in
                MergingLayers.elementwise(merge, layer: reader.options, context: reader.context)
            }
        } + [
            LayerDefinition(
                "Concatenate(axis=-1, **kwargs)\n\nTensors joined along an axis.",
                module: "layers.merging.concatenate"
            ) { reader in
                MergingLayers.concatenate(
                    axis: try reader.int("axis"), layer: reader.options, context: reader.context)
            },
            LayerDefinition(
                "Dot(axes, normalize=False, **kwargs)\n\nThe products of the vectors along two axes.",
                module: "layers.merging.dot"
            ) { reader in
                let axes = try AxesArgument.from(reader["axes"], in: reader.python).axes ?? []
                guard axes.count == 1 || axes.count == 2 else {
                    throw reader.python.valueError(
                        "Invalid format for argument `axes`: it should contain two elements. Received: axes=\(try reader.python.repr(reader["axes"]))"
                    )
                }
                return MergingLayers.dot(
                    axes: (axes[0], axes[axes.count - 1]), normalizes: try reader.bool("normalize"),
                    layer: reader.options, context: reader.context)
            },
        ]

    /// `concatenate([a, b])` and its kin: the layers as functions.
    static func defineMergingFunctions(_ m: ModuleBuilder) {
        for merge in MergingLayers.Merge.allCases {
            m.def("\(merge.rawValue.lowercased())(inputs, **kwargs)") {
                (python: Interpreter, inputs: Value, keywords: Value) -> Value in
                try call(m, merge.rawValue, [], keywords, inputs, python)
            }
        }
        m.def("concatenate(inputs, axis=-1, **kwargs)") {
            (python: Interpreter, inputs: Value, axis: Value, keywords: Value) -> Value in
            try call(m, "Concatenate", [("axis", axis)], keywords, inputs, python)
        }
        m.def("dot(inputs, axes, normalize=False, **kwargs)") {
            (python: Interpreter, inputs: Value, axes: Value, normalize: Value, keywords: Value)
                -> Value in
            try call(
                m, "Dot", [("axes", axes), ("normalize", normalize)], keywords, inputs, python)
        }
    }

    private static func call(
        _ m: ModuleBuilder, _ name: String, _ arguments: [(name: String, value: Value)],
        _ keywords: Value, _ inputs: Value, _ python: Interpreter
    ) throws -> Value {
        let more = (keywords.object as? DictionaryObject)?.items.map {
            (name: $0.key.text ?? "", value: $0.value)
        }
        let layer = try python.call(
            m.module.namespace[name] ?? .none, Arguments([], keywords: arguments + (more ?? [])))
        return try python.call(layer, [inputs])
    }
}
