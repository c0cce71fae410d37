import Charts
import NeuralNetworks

/// Follows a model's layers through time: which of them run at every step, and what shapes go between them.
struct UnrolledModel {
    /// An axis behind those of batch and time: `H`, 64.
    private struct Axis {
        var letter: String
        var number: Int?
    }

    private var drawing: Unrolling
    private let batch: Axis
    private var features: [Axis] = []
    /// Whether what comes next sees every step.
    private var isStepwise = true
    private let graph: Graph?
    /// How many rows keep states, and how many have been drawn: they are numbered where there are several.
    private let recurrentCount: Int
    private var recurrentPlace = 0

    /// The drawing of a model whose layers follow each other, of a layer or of a cell. Throws for others.
    static func drawing(of layer: Layer) throws -> Unrolling {
        let model = layer as? Model
        if let model, !(model.graph?.isSequential ?? (model is Sequential)) {
            throw LayerError.value(
                "nbrun.unroll draws layers that follow each other: those of \(model.name) do not, or only its call knows how they do."
            )
        }
        let layers = flattened(layer)
        guard layers.contains(where: isRecurrent) else {
            throw LayerError.value("nbrun.unroll: \(layer.name) has no recurrent layer.")
        }
        var walk = UnrolledModel(layer, layers: layers)
        for layer in layers { walk.add(layer) }
        return walk.drawing
    }

    private static func flattened(_ layer: Layer) -> [Layer] {
        guard let model = layer as? Model else { return layer is InputLayer ? [] : [layer] }
        return (model.graph?.layers ?? model.layers).flatMap { flattened($0) }
    }

    private static func isRecurrent(_ layer: Layer) -> Bool {
        layer is RNN || layer is Bidirectional || layer is NeuralNetworks.Cell
    }

    private init(_ layer: Layer, layers: [Layer]) {
        graph = (layer as? Model)?.graph
        var shape =
            graph?.inputs.symbol?.shape.dimensions ?? layers.first?.builtShapes.first?.dimensions
            ?? layers.first?.batchInputShape?.dimensions
        if let cell = layer as? NeuralNetworks.Cell {
            // A cell that was built by hand has nothing but its weights to tell how wide its input is.
            let kernel = cell.ownWeights.first { $0.name == "kernel" }?.variable.shape.dimensions
            let features = kernel?.first
            shape =
                shape.flatMap { $0.count == 2 ? [$0[0], nil, $0[1]] : nil }
                ?? [nil, nil, features]
        }
        if let rnn = layers.first as? RNN, rnn.sequence.isTimeMajor, let all = shape, all.count > 2
        {
            shape = [all[1], all[0]] + all.dropFirst(2)
        }
        batch = Axis(letter: "N", number: shape?.first ?? nil)
        let steps = shape.flatMap { $0.count > 1 ? $0[1] : nil }
        let rest = shape.map { Array($0.dropFirst(2)) } ?? (layers.first is Embedding ? [] : [nil])
        features = rest.enumerated().map { index, number in
            Axis(letter: rest.count == 1 ? "D" : "D" + Self.subscripted(index + 1), number: number)
        }
        recurrentCount = layers.reduce(0) { count, layer in
            let cells = ((layer as? RNN)?.cell as? StackedRNNCells)?.cells.count ?? 1
            return count + (Self.isRecurrent(layer) ? cells : 0)
        }
        let all = [batch] + features
        drawing = Unrolling(
            layer.name, input: Unrolling.Shape(all.map(\.letter), all.map(\.number)))
        drawing.stepCount = steps
        drawing.letters = [
            Unrolling.Letter("N", "batch", batch.number), Unrolling.Letter("T", "steps", steps),
        ]
        for axis in features {
            drawing.letters.append(Unrolling.Letter(axis.letter, "features", axis.number))
        }
    }

    private static func subscripted(_ number: Int) -> String {
        String(
            String.UnicodeScalarView(
                "\(number)".unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x30 + 0x2080) }))
    }

    private var shape: Unrolling.Shape {
        let axes = [batch] + features
        return Unrolling.Shape(axes.map(\.letter), axes.map(\.number))
    }

    // MARK: Layers

    private mutating func add(_ layer: Layer) {
        switch layer {
        case let layer as RNN where isStepwise: add(layer)
        case let layer as Bidirectional where isStepwise: add(layer)
        case let cell as NeuralNetworks.Cell where isStepwise:
            addCells(
                of: cell, name: cell.name, label: cell.className, RNN.Sequence(), isAlone: true)
        case let layer as Embedding:
            features.append(newAxis("E", "embedding", layer.options.units))
            addRow(layer, isStepwise ? .steps : .last)
        default: addOther(layer)
        }
    }

    private mutating func add(_ layer: RNN) {
        let label = layer.className == "RNN" ? layer.cell.className : layer.className
        addCells(of: layer.cell, name: layer.name, label: label, layer.sequence, isAlone: false)
    }

    /// A row for each of the cells that stand on each other.
    private mutating func addCells(
        of cell: NeuralNetworks.Cell, name: String, label: String, _ sequence: RNN.Sequence,
        isAlone: Bool
    ) {
        let cells = (cell as? StackedRNNCells)?.cells ?? [cell]
        for (index, cell) in cells.enumerated() {
            let isLast = index == cells.count - 1
            features = [nextUnits(cell)]
            let pass = Unrolling.Pass(
                states: stateNames(cell), shape: shape, isBackwards: sequence.goesBackwards,
                returnsState: sequence.returnsState || isAlone)
            let givesSteps = !isLast || sequence.returnsSequences || isAlone
            drawing.rows.append(
                Unrolling.Row(
                    cells.count == 1 ? name : cell.name,
                    label: cells.count == 1 ? label : cell.className, kind: .recurrent([pass]),
                    output: shape, givesSteps: givesSteps))
            isStepwise = givesSteps
        }
    }

    private mutating func add(_ layer: Bidirectional) {
        let units = nextUnits(layer.forward.cell)
        features = [units]
        let names = stateNames(layer.forward.cell)
        let passes = [layer.forward, layer.backward].map { inner in
            Unrolling.Pass(
                states: names, shape: shape, isBackwards: inner.sequence.goesBackwards,
                returnsState: inner.sequence.returnsState)
        }
        if layer.merge == .concat {
            features = [Axis(letter: "2" + units.letter, number: units.number.map { $0 * 2 })]
        }
        isStepwise = layer.forward.sequence.returnsSequences
        drawing.rows.append(
            Unrolling.Row(
                layer.name, label: layer.forward.className, kind: .recurrent(passes),
                output: shape, givesSteps: isStepwise))
    }

    /// Layers that treat every step for itself, whatever it holds.
    private static let stepwise: Set<String> = [
        "Dense", "Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout",
        "LayerNormalization", "BatchNormalization", "Activation", "ReLU", "LeakyReLU", "PReLU",
        "ELU", "Softmax", "Masking", "TimeDistributed", "ActivityRegularization", "Normalization",
    ]
    /// Layers that give what is as wide as what they take.
    private static let keepsWidth = stepwise.subtracting(["Dense", "TimeDistributed"])

    private mutating func addOther(_ layer: Layer) {
        let known = graph?.nodes.last { $0.layer === layer }?.results.first?.shape.dimensions
        let runsStepwise = isStepwise && Self.stepwise.contains(layer.className)
        let givesSteps = runsStepwise || (known?.count ?? 2) > 2
        if !Self.keepsWidth.contains(layer.className) {
            let number = known?.last ?? (layer as? Dense)?.options.units
            features = [newAxis("K", "outputs", number)]
        }
        addRow(
            layer, runsStepwise ? .steps : isStepwise || givesSteps ? .whole : .last,
            givesSteps: givesSteps)
    }

    private mutating func addRow(
        _ layer: Layer, _ kind: Unrolling.Kind, givesSteps: Bool? = nil
    ) {
        isStepwise = givesSteps ?? isStepwise
        let label = (layer as? TimeDistributed)?.inner.className ?? layer.className
        drawing.rows.append(
            Unrolling.Row(
                layer.name, label: label, kind: kind, output: shape, givesSteps: isStepwise))
    }

    // MARK: Letters

    private mutating func nextUnits(_ cell: NeuralNetworks.Cell) -> Axis {
        recurrentPlace += 1
        let letter = recurrentCount == 1 ? "H" : "H" + Self.subscripted(recurrentPlace)
        drawing.letters.append(Unrolling.Letter(letter, "units", cell.outputSize))
        return Axis(letter: letter, number: cell.outputSize)
    }

    /// `h`, or `h` and `c`; numbered where several layers have states.
    private func stateNames(_ cell: NeuralNetworks.Cell) -> [String] {
        let count = cell.stateSizes.count
        let names =
            count < 2 ? ["h"] : cell is LSTMCell ? ["h", "c"] : (1...count).map { "s^{\($0)}" }
        guard recurrentCount > 1 else { return names }
        return names.map { $0.contains("^") ? $0 : "\($0)^{(\(recurrentPlace))}" }
    }

    /// A letter of its own for a new width, numbered from the second on.
    private mutating func newAxis(_ letter: String, _ meaning: String, _ number: Int?) -> Axis {
        let used = drawing.letters.count { $0.letter.hasPrefix(letter) }
        let name = used == 0 ? letter : letter + Self.subscripted(used + 1)
        drawing.letters.append(Unrolling.Letter(name, meaning, number))
        return Axis(letter: name, number: number)
    }
}
