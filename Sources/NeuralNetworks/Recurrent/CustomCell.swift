import Tensors

/// A cell that is any layer of inputs and states, with what it says of the lengths of its states.
package final class CustomCell: Cell {
    /// The layer that does the steps.
    package let layer: Layer
    private let sizes: [Int]
    private let nesting: StateNesting
    private let size: Int
    private let makeStates: ((_ batch: Int) throws -> [Tensor])?
    private let makeCopy: (() throws -> Cell?)?

    package init(
        _ layer: Layer, stateSizes: [Int], nesting: StateNesting, outputSize: Int,
        initialStates: ((_ batch: Int) throws -> [Tensor])? = nil,
        copy: (() throws -> Cell?)? = nil
    ) {
        self.layer = layer
        sizes = stateSizes
        self.nesting = nesting
        size = outputSize
        makeStates = initialStates
        makeCopy = copy
        super.init(
            layer.className, options: LayerOptions(name: layer.name, dtype: layer.dtype),
            context: layer.context)
        keep(layer)
    }

    package override var children: [Layer] { [layer] }
    package override var stateSizes: [Int] { sizes }
    package override var stateNesting: StateNesting { nesting }
    package override var outputSize: Int { size }

    package override func copy() throws -> Cell? { try makeCopy?() }

    package override func build(_ inputs: [PartialShape]) throws {
        try layer.buildIfNeeded(inputs.first.map(Argument.shape) ?? .none)
    }

    package override func initialStates(batch: Int) throws -> [Tensor] {
        try makeStates?(batch) ?? super.initialStates(batch: batch)
    }

    package override func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        var call = Call(.tensor(x), isTraining: isTraining)
        call.positional = [.list(states.map(Argument.tensor))]
        let result = try layer.apply(call).items
        guard result.count >= 2, let output = result[0].tensor else {
            throw LayerError.value(
                "The call of the cell \(layer.name) must give its output and its new states.")
        }
        return (output, result[1...].flatMap(\.tensors))
    }
}
