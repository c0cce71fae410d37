import NeuralNetworks
import PythonRuntime
import Tensors

/// What Python's side of saving must know of models and cannot see itself.
enum SavingFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("own_variables(layer)\n\nVariables of a layer without its parts, trainable first.") {
            (python: Interpreter, value: Value) -> Value in
            let own = try LayerType.layer(value, python).parts.variables
            let ordered = own.filter(\.isTrainable) + own.filter { !$0.isTrainable }
            return .list(ordered.map { $0.object(in: python) }, in: python)
        }
        m.def("attributes(object)\n\nThe names of what a program set.") {
            (python: Interpreter, value: Value) -> [String] in
            let isOwn = (value.object as? InstanceObject)?.type.isBuiltin ?? true
            return isOwn
                ? [] : (value.object as? InstanceObject)?.ownAttributes.map(\.name) ?? []
        }
        m.def("snake_case(name)") { (_: Interpreter, name: String) in SnakeCase.name(of: name) }
        m.def("kind(model)\n\n'Sequential', 'Functional' or 'Model'.") {
            (python: Interpreter, value: Value) -> String in
            switch try ModelType.model(value, python) {
            case is Sequential: "Sequential"
            case let model where model.graph != nil: "Functional"
            default: "Model"
            }
        }
        m.def("all_layers(model)\n\nThe layers, with that of the input.") {
            (python: Interpreter, value: Value) -> Value in
            let model = try ModelType.model(value, python)
            var layers = model.layers
            if let input = model.graph?.inputs.symbols.first?.layer,
                !layers.contains(where: { $0 === input })
            {
                layers.insert(input, at: 0)
            }
            return .list(
                try layers.map { try LayerObjects.object(of: $0, in: python) }, in: python)
        }
        m.def("graph(model)") { (python: Interpreter, value: Value) -> Value in
            guard let graph = try ModelType.model(value, python).graph else { return .none }
            return try GraphValues(graph, python).value
        }
        m.def("rename(result, name)\n\nNames the layer that gives a symbol.") {
            (python: Interpreter, value: Value, name: String) -> Value in
            (value.object as? KerasTensorObject)?.symbol.layer.name = name
            return .none
        }
        m.def("recorded(model)\n\nWhat a class's own `__init__` was called with.") {
            (python: Interpreter, value: Value) -> Value in
            guard let object = value.object as? LayerObject else { return .none }
            return try LayerConfiguration.recorded(object, in: python)
        }
        m.def("compile_arguments(model)") { (python: Interpreter, value: Value) -> Value in
            TrainingObject.find(value).map { arguments($0.arguments, python) } ?? .none
        }
    }

    private static func arguments(
        _ given: TrainingObject.Arguments, _ python: Interpreter
    ) -> Value {
        python.dictionary([
            ("optimizer", given.optimizer), ("loss", given.loss), ("metrics", given.metrics),
            ("loss_weights", given.lossWeights), ("weighted_metrics", given.weightedMetrics),
            ("run_eagerly", given.runsEagerly ? .bool(true) : .none),
            ("steps_per_execution", given.stepsPerExecution.map(Value.int) ?? .none),
            ("jit_compile", .none),
        ])
    }
}

/// The calls of a functional model as Python values: symbols are ('\0symbol', layer, call, place).
private struct GraphValues {
    private let graph: Graph
    private let python: Interpreter
    /// Which of a layer's calls in the model a call is.
    private var positions: [ObjectIdentifier: Int] = [:]
    private var nodes: [ObjectIdentifier: [LayerNode]] = [:]

    init(_ graph: Graph, _ python: Interpreter) {
        self.graph = graph
        self.python = python
        for layer in graph.layers {
            let own = graph.nodes.filter { $0.layer === layer }.sorted {
                $0.position < $1.position
            }
            nodes[ObjectIdentifier(layer)] = own
            for (position, node) in own.enumerated() {
                positions[ObjectIdentifier(node)] = position
            }
        }
    }

    /// (inputs, outputs, [(layer, [(first argument, [(name, value)])])]).
    var value: Value {
        get throws {
            let layers = try graph.layers.map { layer -> Value in
                let calls = try (nodes[ObjectIdentifier(layer)] ?? []).filter {
                    !($0.layer is InputLayer)
                }.map(call)
                return .tuple(
                    [
                        try LayerObjects.object(of: layer, in: python), .list(calls, in: python),
                    ], in: python)
            }
            return .tuple(
                [try value(graph.inputs), try value(graph.outputs), .list(layers, in: python)],
                in: python)
        }
    }

    private func call(_ node: LayerNode) throws -> Value {
        let call = node.call
        var positional = call.positional[...]
        var names: [String]
        let first: Argument
        if let operation = (node.layer as? FunctionLayer)?.operation {
            first = positional.popFirst() ?? call.keywords.first?.value ?? .none
            names = Array(operation.parameters.dropFirst())
        } else {
            first = call.inputs
            names = Array(
                (node.layer.overrides?.callParameters ?? node.layer.callParameters).dropFirst())
        }
        if names.count < positional.count { names = positional.indices.map { "argument_\($0)" } }
        var others = try zip(names, positional).map { ($0, try value($1)) }
        others += try call.keywords.map { ($0.name, try value($0.value)) }
        if let isTraining = call.isTraining { others.append(("training", .bool(isTraining))) }
        if !call.mask.isNone { others.append(("mask", try value(call.mask))) }
        let pairs = others.filter { !$0.1.isNone }.map {
            Value.tuple([.string($0.0, in: python), $0.1], in: python)
        }
        return .tuple([try value(first), .list(pairs, in: python)], in: python)
    }

    private func value(_ argument: Argument) throws -> Value {
        switch argument {
        case .symbol(let symbol):
            let position = positions[ObjectIdentifier(symbol.node)] ?? 0
            return .tuple(
                [
                    .string("\0symbol", in: python), .string(symbol.layer.name, in: python),
                    .int(position), .int(symbol.index),
                ], in: python)
        case .list(let items), .tuple(let items):
            return .list(try items.map { try value($0) }, in: python)
        case .dictionary(let entries):
            return python.dictionary(try entries.map { ($0.key, try value($0.value)) })
        default: return try ArgumentValues.value(argument, in: python)
        }
    }
}
