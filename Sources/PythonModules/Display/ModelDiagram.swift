import Charts
import NeuralNetworks
import PythonRuntime

/// Makes a diagram of a model: a box for each layer, an arrow for each of its inputs.
struct ModelDiagram {
    /// What the boxes say.
    struct Options {
        var showsShapes = false
        var showsTypes = false
        var showsNames = true
        var showsActivations = false
        var showsTrainable = false
        /// Whether models inside are drawn with their own layers.
        var expandsNested = false
        var direction = Diagram.Direction.down
    }

    private let options: Options
    private let python: Interpreter
    private var boxes: [Diagram.Box] = []
    private var arrows: [Diagram.Arrow] = []
    private var groups: [Diagram.Group] = []
    /// The boxes where a layer's inputs go in and its outputs come out.
    private var gates: [ObjectIdentifier: (entries: [Int], exits: [Int])] = [:]

    init(_ options: Options, _ python: Interpreter) {
        self.options = options
        self.python = python
    }

    /// The diagram; of a model that is its call alone, one box.
    func diagram(of model: Model) -> Diagram {
        var maker = self
        if let graph = model.graph {
            maker.add(graph)
        } else {
            maker.addBox(for: model, nodes: [])
        }
        var diagram = Diagram(model.name)
        diagram.boxes = maker.boxes
        diagram.arrows = maker.arrows
        diagram.groups = maker.groups
        diagram.direction = options.direction
        return diagram
    }

    private mutating func add(_ graph: Graph) {
        let nodes = graph.nodes
        for layer in graph.layers {
            if options.expandsNested, let model = layer as? Model, let inner = model.graph {
                addGroup(model, inner)
            } else {
                addBox(for: layer, nodes: nodes.filter { $0.layer === layer })
            }
        }
        for node in nodes where !(node.layer is InputLayer) { connect(node) }
    }

    private mutating func addGroup(_ model: Model, _ graph: Graph) {
        let start = boxes.count
        add(graph)
        groups.append(Diagram.Group(model.name, start..<boxes.count))
        gates[ObjectIdentifier(model)] = (
            graph.inputs.symbols.compactMap { gates[ObjectIdentifier($0.layer)]?.entries.first },
            graph.outputs.symbols.compactMap { symbol in
                gates[ObjectIdentifier(symbol.layer)].flatMap { $0.exits.at(symbol.index) }
            }
        )
    }

    private mutating func connect(_ node: LayerNode) {
        guard let entries = gates[ObjectIdentifier(node.layer)]?.entries else { return }
        for (index, symbol) in node.inputs.enumerated() {
            guard let exit = gates[ObjectIdentifier(symbol.layer)]?.exits.at(symbol.index),
                let entry = entries.at(index)
            else { continue }
            let arrow = Diagram.Arrow(exit, entry)
            if !arrows.contains(arrow) { arrows.append(arrow) }
        }
    }

    // MARK: Boxes

    private mutating func addBox(for layer: Layer, nodes: [LayerNode]) {
        gates[ObjectIdentifier(layer)] = ([boxes.count], [boxes.count])
        var heading = [className(of: layer)]
        if options.showsNames { heading.insert(layer.name, at: 0) }
        if options.showsActivations, let activation = activation(of: layer) {
            heading[heading.count - 1] += " · \(activation)"
        }
        var rows: [Diagram.Row] = []
        if options.showsTypes { rows.append(Diagram.Row("dtype", layer.dtype.name)) }
        if options.showsShapes { rows += shapes(of: layer, nodes) }
        if options.showsTrainable, !(layer is InputLayer) {
            rows.append(Diagram.Row("trainable", layer.isTrainable ? "yes" : "no"))
        }
        boxes.append(Diagram.Box(heading, rows: rows, look: look(of: layer)))
    }

    private func look(of layer: Layer) -> Diagram.Look {
        if layer is InputLayer { return .source }
        return layer is RNN || layer is Bidirectional || layer is NeuralNetworks.Cell
            ? .recurrent : .plain
    }

    private func inner(of layer: Layer) -> Layer? {
        switch layer {
        case let layer as Bidirectional: layer.forward
        case let layer as TimeDistributed: layer.inner
        default: nil
        }
    }

    private func className(of layer: Layer) -> String {
        inner(of: layer).map { "\(layer.className)(\($0.className))" } ?? layer.className
    }

    private func activation(of layer: Layer) -> String? {
        guard let face = layer.face as? LayerObject else { return nil }
        func argument(_ name: String) -> Value? {
            face.arguments.first { $0.name == name }?.value
        }
        if let wrapped = argument("layer")?.layer { return activation(of: wrapped) }
        guard let value = argument("activation"), !value.isNone else { return nil }
        return value.text ?? (try? python.getAttribute(value, "__name__"))?.text
    }

    private func shapes(of layer: Layer, _ nodes: [LayerNode]) -> [Diagram.Row] {
        func row(_ name: String, _ text: (LayerNode) -> String) -> Diagram.Row {
            let texts = Set(nodes.map(text))
            return Diagram.Row(
                name, texts.count == 1 ? texts.first ?? "?" : nodes.isEmpty ? "?" : "multiple")
        }
        return [
            row("input") { $0.layer is InputLayer ? $0.outputShapeText : $0.inputShapeText },
            row("output", \.outputShapeText),
        ]
    }
}

extension [Int] {
    /// The element of a number, or the only one.
    fileprivate func at(_ index: Int) -> Int? { indices.contains(index) ? self[index] : first }
}
