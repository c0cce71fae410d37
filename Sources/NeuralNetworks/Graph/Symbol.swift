import Tensors

/// A tensor that a model will compute: a result of a layer's call that has not run yet.
package struct Symbol: Equatable {
    /// The call that gives it.
    package let node: LayerNode
    /// Its place among the results of the call.
    package let index: Int

    package var shape: PartialShape { node.results[index].shape }
    package var dtype: DType { node.results[index].dtype }
    package var isMasked: Bool { node.results[index].isMasked }
    package var layer: Layer { node.layer }

    package static func == (a: Symbol, b: Symbol) -> Bool {
        a.node === b.node && a.index == b.index
    }
}

/// One call of a layer in a graph of symbols.
package final class LayerNode {
    /// What is known of a result before it exists.
    package struct Result: Sendable, Codable {
        package var shape: PartialShape
        package var dtype: DType
        /// Whether a mask comes with it.
        package var isMasked: Bool

        package init(shape: PartialShape, dtype: DType, isMasked: Bool = false) {
            self.shape = shape
            self.dtype = dtype
            self.isMasked = isMasked
        }
    }

    package let layer: Layer
    package let call: Call
    /// Which of the layer's calls with symbols it is.
    package let position: Int
    package let results: [Result]
    package let nesting: Argument
    private let face: AnyObject?

    /// `nesting` shows how the results are nested; its leaves are not looked at.
    init(_ layer: Layer, _ call: Call, results: [Result], nesting: Argument) {
        self.layer = layer
        self.call = call
        self.results = results
        self.nesting = nesting
        face = layer.face
        position = layer.register()
        layer.remember(self)
    }

    /// A call that was made before, in its place among those of the layer.
    package init(
        again layer: Layer, _ call: Call, results: [Result], nesting: Argument, position: Int
    ) {
        (self.layer, self.call, self.results) = (layer, call, results)
        (self.nesting, self.position) = (nesting, position)
        face = layer.face
        layer.rememberAgain(self)
    }

    /// The results in their nesting.
    package var outputs: Argument {
        var index = -1
        return nesting.map { _ in
            index += 1
            return .symbol(Symbol(node: self, index: index))
        }
    }

    /// The symbols that the call was given.
    package var inputs: [Symbol] { call.symbols }

    /// The shapes of the results in their nesting, as text: `(None, 3)`, `[(None, 3), (None, 2)]`.
    package var outputShapeText: String { shapeText(outputs) }

    /// The shapes of what the call was given, as text.
    package var inputShapeText: String { shapeText(call.inputs) }

    private func shapeText(_ argument: Argument) -> String {
        switch argument {
        case .symbol(let symbol): symbol.shape.description
        case .list(let items), .tuple(let items):
            "[" + items.map { shapeText($0) }.joined(separator: ", ") + "]"
        case .dictionary(let entries):
            "{" + entries.map { "'\($0.key)': \(shapeText($0.value))" }.joined(separator: ", ")
                + "}"
        default: "None"
        }
    }
}
