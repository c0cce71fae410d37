import Tensors

/// The table of a model's layers, as Keras prints it.
package struct ModelSummary {
    /// The width of the whole table; nil for the usual one.
    package var width: Int?
    /// Where the columns end, absolutely or as shares of the width; nil for the usual places.
    package var positions: [Double]?
    package var expandsNested = false
    package var showsTrainable = false
    /// What the names of the first and the last layer of the table begin with; nil for all layers.
    package var range: (first: String, last: String)?
    private let model: Model

    package init(_ model: Model) { self.model = model }

    /// The lines. Throws where the model has not been built.
    package func lines() throws -> [String] {
        guard model.hasWeights else {
            throw LayerError.value(
                "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data."
            )
        }
        let isSequential = model is Sequential || model.graph?.isSequential ?? true
        let width = self.width ?? (isSequential ? 65 : 98)
        var table = SummaryTable(
            ends: columnEnds(width, isSequential), width: width + (showsTrainable ? 11 : 0))
        var header = ["Layer (type)", "Output Shape", "Param #"]
        if !isSequential { header.append("Connected to") }
        if showsTrainable {
            header.append("Trainable")
            table.ends.append(table.width)
        }
        table.add("Model: \"\(model.name)\"")
        table.rule("_")
        table.row(header)
        table.rule("=")
        let nodes = isSequential ? nil : model.graph?.nodes
        for layer in try shownLayers() { add(layer, to: &table, nodes: nodes) }
        table.rule("=")
        addTotals(to: &table)
        return table.lines
    }

    private func shownLayers() throws -> [Layer] {
        guard let range else { return model.layers }
        let layers = model.layers
        let firsts = layers.indices.filter { layers[$0].name.hasPrefix(range.first) }
        let lasts = layers.indices.filter { layers[$0].name.hasPrefix(range.last) }
        guard let start = firsts.first, let end = lasts.last else {
            throw LayerError.value(
                "Passed layer_names do not match the layer names in the model. Received: ['\(range.first)', '\(range.last)']"
            )
        }
        return start <= end ? Array(layers[start...end]) : []
    }

    private func columnEnds(_ width: Int, _ isSequential: Bool) -> [Int] {
        let places =
            positions ?? (isSequential ? [0.45, 0.85, 1] : [0.3, 0.6, 0.7, 1])
        guard let last = places.last, last <= 1 else {
            return places.map { Int(clamping: Int64($0)) }
        }
        return places.map { Int(Double(width) * $0) }
    }

    // MARK: Rows

    private func add(
        _ layer: Layer, to table: inout SummaryTable, nodes: [LayerNode]?, depth: Int = 0,
        isLast: Bool = false
    ) {
        var fields = [
            "\(layer.name) (\(layer.className))", Self.outputShape(of: layer), parameters(layer),
        ]
        if let nodes { fields.append(connections(of: layer, nodes)) }
        if showsTrainable { fields.append(layer.isTrainable ? "Y" : "N") }
        table.row(fields, depth: depth)
        if expandsNested, let inner = layer as? Model, !inner.layers.isEmpty {
            table.frame("¯", depth: depth + 1)
            let layers = inner.layers
            for (index, layer) in layers.enumerated() {
                add(
                    layer, to: &table, nodes: nodes, depth: depth + 1,
                    isLast: index == layers.count - 1)
            }
            table.frame("¯", depth: depth)
            return
        }
        if !isLast { table.frame(" ", depth: depth) }
    }

    /// The shape of a layer's outputs as text: `multiple` where there is no single one.
    package static func outputShape(of layer: Layer) -> String {
        if let graph = (layer as? Model)?.graph, let node = graph.outputs.symbols.first?.node {
            let texts = graph.outputs.symbols.map(\.shape.description)
            if case .symbol = graph.outputs { return texts[0] }
            return texts.isEmpty ? node.outputShapeText : "[\(texts.joined(separator: ", "))]"
        }
        let texts = Set(layer.nodes.map(\.outputShapeText))
        guard let text = texts.first, texts.count == 1 else { return "multiple" }
        return layer is InputLayer ? "[\(text)]" : text
    }

    private func parameters(_ layer: Layer) -> String {
        guard layer.isBuilt || (layer as? Model)?.graph != nil else { return "0 (unused)" }
        return "\(Self.count(layer.weights))"
    }

    private func connections(of layer: Layer, _ relevant: [LayerNode]) -> String {
        let sources = layer.nodes.filter { node in relevant.contains { $0 === node } }
            .flatMap(\.inputs)
            .map { "'\($0.layer.name)[\($0.node.position)][\($0.index)]'" }
        return "[\(sources.joined(separator: ", "))]"
    }

    // MARK: Totals

    private static func count(_ weights: [Variable]) -> Int {
        weights.reduce(0) { $0 + $1.shape.count }
    }

    private func addTotals(to table: inout SummaryTable) {
        for (title, weights) in [
            ("Total params", model.weights), ("Trainable params", model.trainableWeights),
            ("Non-trainable params", model.nonTrainableWeights),
        ] {
            let bytes = weights.reduce(0) { $0 + $1.shape.count * $1.dtype.byteWidth }
            table.add("\(title): \(Self.count(weights)) (\(Self.memory(bytes)))")
        }
        table.rule("_")
    }

    private static func memory(_ bytes: Int) -> String {
        var value = Double(bytes)
        var units = ["Byte", "KB", "MB", "GB", "TB", "PB"][...]
        while value >= 1024, units.count > 1 {
            value /= 1024
            units.removeFirst()
        }
        let hundredths = (value * 100).rounded(.toNearestOrEven)
        let whole = Int(hundredths) / 100
        let rest = Int(hundredths) % 100
        return "\(whole).\(rest < 10 ? "0" : "")\(rest) \(units.first ?? "")"
    }
}

/// Lines of columns.
private struct SummaryTable {
    /// Where the columns end.
    var ends: [Int]
    let width: Int
    private(set) var lines: [String] = []

    init(ends: [Int], width: Int) {
        self.ends = ends
        self.width = width
    }

    mutating func add(_ line: String) { lines.append(line) }

    mutating func rule(_ character: Character) {
        add(String(repeating: character, count: width))
    }

    /// A line that is empty but for the frames of the models it is in.
    mutating func frame(_ character: Character, depth: Int) {
        let bars = String(repeating: "|", count: depth)
        add(bars + String(repeating: character, count: max(width - 2 * depth, 0)) + bars)
    }

    /// A row, as many lines high as its longest field needs.
    mutating func row(_ fields: [String], depth: Int = 0) {
        var rest = fields.map { Array($0)[...] }
        repeat {
            var line = ""
            for column in rest.indices where column < ends.count {
                if column == 0 { line += String(repeating: "|", count: depth) + " " }
                line += taken(from: &rest[column], column, depth)
                if column < ends.count - 1 { line += "  " }
                line = padded(line, to: ends[column] - (column == ends.count - 1 ? depth : 0))
            }
            add(line + String(repeating: "|", count: depth))
        } while rest.contains { !$0.isEmpty }
    }

    private func padded(_ line: String, to length: Int) -> String {
        line + String(repeating: " ", count: max(length - line.count, 0))
    }

    /// What of a field fits its column; a tuple or a text in a list ends the line.
    private func taken(
        from field: inout ArraySlice<Character>, _ column: Int, _ depth: Int
    ) -> String {
        let start = column > 0 ? ends[column - 1] : 0
        var room = ends[column] - start - (column < ends.count - 1 ? 3 : 0)
        if column == 0 { room -= depth }
        // A column without any room would never come to its end.
        let piece = Array(field.prefix(max(room, 1)))
        let breaks = piece.indices.dropLast().filter {
            piece[$0 + 1] == "," && [")", "}", "]", "'"].contains(piece[$0])
        }
        let length = breaks.first.map { $0 + 2 } ?? piece.count
        field = field.dropFirst(length)
        return String(piece.prefix(length))
    }
}
