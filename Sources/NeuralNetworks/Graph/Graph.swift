import Tensors

/// The calls between the inputs and the outputs of a model, in an order in which they can run.
package struct Graph {
    /// The inputs in their nesting.
    package let inputs: Argument
    /// The outputs in their nesting.
    package let outputs: Argument
    /// What is computed besides the outputs: losses and metrics of what is between.
    package let extras: [Symbol]
    /// The calls by their distance from the outputs, farthest first.
    package let levels: [[LayerNode]]
    /// The layers in the order of a summary.
    package let layers: [Layer]

    /// The way from inputs to outputs. Throws where an output needs something else.
    package init(inputs: Argument, outputs: Argument) throws {
        try self.init(inputs: inputs, outputs: outputs, extras: [], after: [])
    }

    /// The same way, and that to one more symbol, whose layers come after the others.
    func adding(_ symbol: Symbol) throws -> Graph {
        try Graph(inputs: inputs, outputs: outputs, extras: extras + [symbol], after: layers)
    }

    private init(
        inputs: Argument, outputs: Argument, extras: [Symbol], after first: [Layer]
    ) throws {
        self.inputs = inputs
        self.outputs = outputs
        self.extras = extras
        var walk = Walk(starts: inputs.symbols.map { ObjectIdentifier($0.node) })
        for output in outputs.symbols + extras { try walk.visit(output.node) }
        let depths = Depths(walk, inputs: inputs.symbols)
        levels = depths.levels
        layers = first + depths.layers.filter { layer in !first.contains { $0 === layer } }
        try requireDistinctNames()
    }

    private func requireDistinctNames() throws {
        var seen: Set<String> = []
        for layer in layers where !seen.insert(layer.name).inserted {
            let count = layers.count { $0.name == layer.name }
            throw LayerError.value(
                "The name \"\(layer.name)\" is used \(count) times in the model. All layer names should be unique."
            )
        }
    }

    /// The nodes in the order of running.
    package var nodes: [LayerNode] { levels.flatMap { $0 } }

    /// Whether the calls follow each other like those of a stack of layers.
    package var isSequential: Bool {
        let nodes = nodes
        if levels.contains(where: { $0.count > 1 || ($0.first?.inputs.count ?? 0) > 1 }) {
            return false
        }
        return Set(nodes.map { ObjectIdentifier($0.layer) }).count == nodes.count
    }

    /// Runs the calls on tensors that stand for the inputs.
    func run(_ values: [Tensor], isTraining: Bool?) throws -> Argument {
        var known: [Place: Argument] = [:]
        for (symbol, value) in zip(inputs.symbols, values) { known[Place(symbol)] = .tensor(value) }
        func resolved(_ leaf: Argument) -> Argument {
            leaf.symbol.flatMap { known[Place($0)] } ?? leaf
        }
        for node in nodes where !(node.layer is InputLayer) {
            var call = node.call.map(resolved)
            call.isTraining = call.isTraining ?? isTraining
            let result = try node.layer.apply(call)
            for (index, leaf) in result.leaves.filter({ $0.tensor != nil || $0.symbol != nil })
                .enumerated()
            {
                known[Place(node: node, index: index)] = leaf
            }
        }
        return outputs.map(resolved)
    }

    /// A symbol as a key.
    private struct Place: Hashable {
        let node: ObjectIdentifier
        let index: Int

        init(_ symbol: Symbol) {
            node = ObjectIdentifier(symbol.node)
            index = symbol.index
        }

        init(node: LayerNode, index: Int) {
            self.node = ObjectIdentifier(node)
            self.index = index
        }
    }
}

/// The way back from the outputs: every call before what needs it.
private struct Walk {
    /// The calls that give the inputs.
    let starts: Set<ObjectIdentifier>
    private(set) var nodes: [LayerNode] = []
    /// When each layer was first met.
    private(set) var order: [ObjectIdentifier: Int] = [:]
    private var finished: Set<ObjectIdentifier> = []

    init(starts: [ObjectIdentifier]) { self.starts = Set(starts) }

    mutating func visit(_ node: LayerNode) throws {
        guard !finished.contains(ObjectIdentifier(node)) else { return }
        let layer = ObjectIdentifier(node.layer)
        if order[layer] == nil { order[layer] = order.count }
        if !starts.contains(ObjectIdentifier(node)) {
            for symbol in node.inputs {
                if let input = symbol.node.layer as? InputLayer,
                    !starts.contains(ObjectIdentifier(symbol.node))
                {
                    throw disconnected(input, at: node.layer)
                }
                try visit(symbol.node)
            }
        }
        finished.insert(ObjectIdentifier(node))
        nodes.append(node)
    }

    private func disconnected(_ input: InputLayer, at layer: Layer) -> LayerError {
        .value(
            "Graph disconnected: cannot obtain value for tensor KerasTensor(type_spec=TensorSpec(shape=\(input.shape), dtype=tf.\(input.dtype.name), name='\(input.name)'), name='\(input.name)', description=\"created by layer '\(input.name)'\") at layer \"\(layer.name)\". The following previous layers were accessed without issue: [\(nodes.filter { !($0.layer is InputLayer) }.map { "'\($0.layer.name)'" }.joined(separator: ", "))]"
        )
    }
}

/// How far the calls and layers are from the outputs.
private struct Depths {
    let levels: [[LayerNode]]
    let layers: [Layer]

    init(_ walk: Walk, inputs: [Symbol]) {
        var nodeDepths: [ObjectIdentifier: Int] = [:]
        var layerDepths: [ObjectIdentifier: Int] = [:]
        var order = walk.order
        var placed: [LayerNode] = []
        func place(_ node: LayerNode, atLeast depth: Int) {
            let id = ObjectIdentifier(node)
            if nodeDepths[id] == nil { placed.append(node) }
            nodeDepths[id] = max(depth, nodeDepths[id] ?? 0)
        }
        for node in walk.nodes.reversed() {
            place(node, atLeast: 0)
            let layer = ObjectIdentifier(node.layer)
            let depth = max(nodeDepths[ObjectIdentifier(node)] ?? 0, layerDepths[layer] ?? 0)
            layerDepths[layer] = depth
            nodeDepths[ObjectIdentifier(node)] = depth
            guard !walk.starts.contains(ObjectIdentifier(node)) else { continue }
            for symbol in node.inputs { place(symbol.node, atLeast: depth + 1) }
        }
        for symbol in inputs where layerDepths[ObjectIdentifier(symbol.layer)] == nil {
            layerDepths[ObjectIdentifier(symbol.layer)] = 0
            order[ObjectIdentifier(symbol.layer)] = -1
            place(symbol.node, atLeast: 0)
        }
        let byDepth = Dictionary(grouping: placed) { nodeDepths[ObjectIdentifier($0)] ?? 0 }
        levels = byDepth.keys.sorted(by: >).map { byDepth[$0] ?? [] }
        var seen: Set<ObjectIdentifier> = []
        layers =
            placed.map(\.layer).filter { seen.insert(ObjectIdentifier($0)).inserted }
            .enumerated()
            .sorted { a, b in
                let (x, y) = (ObjectIdentifier(a.element), ObjectIdentifier(b.element))
                let (depthX, depthY) = (layerDepths[x] ?? 0, layerDepths[y] ?? 0)
                if depthX != depthY { return depthX > depthY }
                let (orderX, orderY) = (order[x] ?? 0, order[y] ?? 0)
                return orderX == orderY ? a.offset < b.offset : orderX < orderY
            }
            .map(\.element)
    }
}
