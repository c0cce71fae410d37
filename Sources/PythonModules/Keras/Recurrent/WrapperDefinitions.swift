import NeuralNetworks
import PythonRuntime
import Tensors

/// Layers around other layers: Bidirectional and TimeDistributed.
enum WrapperDefinitions {
    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        let wrapper = TypeObject(
            "Wrapper", bases: [types.layer], module: "keras.src.layers.rnn.base_wrapper",
            metatype: m.python.types.type, in: m.python)
        wrapper.hasInstanceDictionary = true
        m.module.namespace["Wrapper"] = .object(wrapper)
        timeDistributed.define(in: m, base: wrapper)
        bidirectional.define(in: m, base: wrapper) { t in
            t.property("forward_layer") { python, value -> Value in
                try part(value, python) { $0.forward }
            }
            t.property("backward_layer") { python, value -> Value in
                try part(value, python) { $0.backward }
            }
            t.property("return_sequences") { _, value in
                value.layer(as: Bidirectional.self)?.forward.sequence.returnsSequences ?? false
            }
            t.property("return_state") { _, value in
                value.layer(as: Bidirectional.self)?.forward.sequence.returnsState ?? false
            }
        }
    }

    private static func part(
        _ value: Value, _ python: Interpreter, _ read: (Bidirectional) -> Layer
    ) throws -> Value {
        guard let layer = value.layer(as: Bidirectional.self) else { return .none }
        let part = try LayerObjects.object(of: read(layer), in: python)
        try describe(part, like: value, python)
        return part
    }

    /// Gives a copy of the layer the attributes that the layer was made with.
    private static func describe(_ part: Value, like value: Value, _ python: Interpreter) throws {
        guard let object = part.object as? LayerObject, object.arguments.isEmpty,
            let original = (value.object as? LayerObject)?.arguments.first(where: {
                $0.name == "layer"
            })?.value.object as? LayerObject
        else { return }
        object.arguments = original.arguments.map { name, value in
            guard name == "go_backwards" else { return (name, value) }
            return (name, .bool(part.layer(as: RNN.self)?.sequence.goesBackwards ?? false))
        }
        for (name, value) in object.arguments where object.type.lookUp(name) == nil {
            object.setAttribute(name, value)
        }
    }

    private static let timeDistributed = LayerDefinition(
        "TimeDistributed(layer, **kwargs)\n\nA layer applied to every step.",
        module: "layers.rnn.time_distributed",
        call: "call(self, inputs, training=None, mask=None)"
    ) { reader in
        guard let inner = reader["layer"].layer else {
            throw reader.python.valueError(
                "Please initialize `TimeDistributed` layer with a `tf.keras.layers.Layer` instance. Received: \(try reader.python.str(reader["layer"]))"
            )
        }
        return TimeDistributed(inner, layer: reader.options, context: reader.context)
    }

    private static let bidirectional = LayerDefinition(
        "Bidirectional(layer, merge_mode='concat', weights=None, backward_layer=None, **kwargs)\n\nA recurrent layer over sequences, and another over the same sequences backwards.",
        module: "layers.rnn.bidirectional",
        call: "call(self, inputs, training=None, mask=None, initial_state=None, constants=None)",
        config: ["layer", "merge_mode"]
    ) { reader in
        let python = reader.python
        guard reader["layer"].object is LayerObject else {
            throw python.valueError(
                "Please initialize `Bidirectional` layer with a `tf.keras.layers.Layer` instance. Received: \(try python.str(reader["layer"]))"
            )
        }
        guard let layer = reader["layer"].layer(as: RNN.self) else {
            throw python.valueError(
                "Please initialize `Bidirectional` layer with a recurrent layer. Received: \(try python.str(reader["layer"]))"
            )
        }
        let merge = try merge(reader["merge_mode"], python)
        // The layer's weights, sequences and states are those of the two copies.
        let forward = try layer.copy(
            named: "forward_\(layer.name)", goesBackwards: layer.sequence.goesBackwards)
        let backward: RNN
        if let given = reader["backward_layer"].layer(as: RNN.self) {
            given.name = "backward_\(given.name)"
            backward = given
        } else {
            backward = try layer.copy(
                named: "backward_\(layer.name)", goesBackwards: !layer.sequence.goesBackwards)
        }
        try requireOpposite(forward, backward, python)
        var options = reader.options
        if options.batchInputShape == nil { options.batchInputShape = layer.batchInputShape }
        return Bidirectional(
            forward: forward, backward: backward, merge: merge, layer: options,
            context: reader.context)
    }

    private static func merge(_ value: Value, _ python: Interpreter) throws -> Bidirectional.Merge?
    {
        if value.isNone { return nil }
        guard let name = value.text, let merge = Bidirectional.Merge(rawValue: name) else {
            throw python.valueError(
                "Invalid merge mode. Received: \(try python.str(value)). Merge mode should be one of {\"sum\", \"mul\", \"ave\", \"concat\", None}"
            )
        }
        return merge
    }

    private static func requireOpposite(
        _ forward: RNN, _ backward: RNN, _ python: Interpreter
    ) throws {
        guard forward.sequence.goesBackwards != backward.sequence.goesBackwards else {
            throw python.valueError(
                "Forward layer and backward layer should have different `go_backwards` value.forward_layer.go_backwards = \(forward.sequence.goesBackwards ? "True" : "False"),backward_layer.go_backwards = \(backward.sequence.goesBackwards ? "True" : "False")"
            )
        }
        guard
            forward.sequence.returnsSequences == backward.sequence.returnsSequences,
            forward.sequence.returnsState == backward.sequence.returnsState
        else {
            throw python.valueError(
                "Forward layer and backward layer are expected to have the same value for attribute \"return_sequences\" and \"return_state\"."
            )
        }
    }
}
