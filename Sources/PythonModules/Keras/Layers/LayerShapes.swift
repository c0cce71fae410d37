import NeuralNetworks
import PythonRuntime
import Tensors

/// What a layer that was called with symbols says of its inputs and outputs.
enum LayerShapes {
    static func define(_ t: TypeBuilder) {
        t.property("output_shape") { python, value -> Value in
            let layer = try LayerType.layer(value, python)
            if let graph = (layer as? Model)?.graph {
                return ArgumentValues.shapeTuples(graph.outputs, in: python)
            }
            try requireGraph(layer, "_nested_outputs", python)
            let node = try onlyNode(layer, "output shape", python) { $0.outputShapeText }
            return node.layer is InputLayer
                ? .list([ArgumentValues.shapeTuples(node.outputs, in: python)], in: python)
                : ArgumentValues.shapeTuples(node.outputs, in: python)
        }
        t.property("input_shape") { python, value -> Value in
            let layer = try LayerType.layer(value, python)
            if let graph = (layer as? Model)?.graph {
                return ArgumentValues.shapeTuples(graph.inputs, in: python)
            }
            try requireGraph(layer, "_nested_inputs", python)
            let node = try onlyNode(layer, "input shape", python) { $0.inputShapeText }
            if node.layer is InputLayer {
                return .list([ArgumentValues.shapeTuples(node.outputs, in: python)], in: python)
            }
            return ArgumentValues.shapeTuples(node.call.inputs, in: python)
        }
        t.property("output") { python, value -> Value in
            let layer = try LayerType.layer(value, python)
            if let graph = (layer as? Model)?.graph {
                return try ArgumentValues.value(graph.outputs, in: python)
            }
            if let input = layer as? InputLayer {
                return try ArgumentValues.value(.symbol(input.symbol), in: python)
            }
            return try ArgumentValues.value(node(layer, "output", python).outputs, in: python)
        }
        t.property("input") { python, value -> Value in
            let layer = try LayerType.layer(value, python)
            if let graph = (layer as? Model)?.graph {
                return try ArgumentValues.value(graph.inputs, in: python)
            }
            if let input = layer as? InputLayer {
                return try ArgumentValues.value(.symbol(input.symbol), in: python)
            }
            return try ArgumentValues.value(
                node(layer, "input", python).call.inputs, in: python)
        }
        t.def("compute_output_shape(self, input_shape)") {
            (python: Interpreter, value: Value, shape: Value) -> Value in
            let layer = try LayerType.layer(value, python)
            return try computedShape(layer, ArgumentValues.shapes(shape, in: python), python)
        }
        t.property("input_spec") { python, value -> Value in .none }
    }

    /// A stack of layers has inputs and outputs only once it is built.
    private static func requireGraph(
        _ layer: Layer, _ attribute: String, _ python: Interpreter
    ) throws {
        guard layer is Sequential else { return }
        throw python.error(
            "AttributeError", "'Sequential' object has no attribute '\(attribute)'")
    }

    private static func computedShape(
        _ layer: Layer, _ shapes: Argument, _ python: Interpreter
    ) throws -> Value {
        let context = LayerContext.of(python)
        let inputs = shapes.map { leaf in
            let shape = leaf.shapes.first ?? []
            let dtype: DType = layer is Embedding ? .int32 : layer.dtype
            return Argument.symbol(
                InputLayer(shape: shape, dtype: dtype, name: "shape", context: context).symbol)
        }
        let node = try layer.computedOutputShape(for: inputs)
        func value(_ argument: Argument) -> Value {
            switch argument {
            case .list(let items), .tuple(let items):
                return .list(items.map { value($0) }, in: python)
            default:
                return .object(
                    ShapeObject(argument.shapes.first?.dimensions ?? [], in: python))
            }
        }
        return value(node.outputs)
    }

    private static func node(_ layer: Layer, _ what: String, _ python: Interpreter) throws
        -> LayerNode
    {
        let nodes = layer.nodes
        guard let first = nodes.first else {
            throw python.error(
                "AttributeError",
                what == "input"
                    ? "Layer \(layer.name) is not connected, no input to return."
                    : "Layer \(layer.name) has no inbound nodes.")
        }
        guard nodes.count == 1 else {
            throw python.error(
                "AttributeError",
                "Layer \(layer.name) has multiple inbound nodes, hence the notion of \"layer \(what)\" is ill-defined. Use `get_\(what.split(separator: " ").joined(separator: "_"))_at(node_index)` instead."
            )
        }
        return first
    }

    private static func onlyNode(
        _ layer: Layer, _ what: String, _ python: Interpreter, _ text: (LayerNode) -> String
    ) throws -> LayerNode {
        let nodes = layer.nodes
        guard let first = nodes.first else {
            throw python.error(
                "AttributeError",
                "The layer \"\(layer.name)\" has never been called and thus has no defined \(what)."
                    + (what == "input shape"
                        ? " Note that the `input_shape` property is only available for Functional and Sequential models."
                        : ""))
        }
        guard nodes.allSatisfy({ text($0) == text(first) }) else {
            throw python.error(
                "AttributeError",
                "The layer \"\(layer.name)\" has multiple inbound nodes, with different \(what)s. Hence the notion of \"\(what)\" is ill-defined for the layer. Use `get_\(what.split(separator: " ").joined(separator: "_"))_at(node_index)` instead."
            )
        }
        return first
    }
}
