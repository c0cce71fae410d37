import Tensors

/// A layer whose function is given: `Lambda`, and operations on symbols.
package final class FunctionLayer: Layer {
    private let function: (Call) throws -> Argument
    private let mask: ((Argument, Argument) throws -> Argument)?
    private let parameters: [String]

    package init(
        _ className: String, layer: LayerOptions, context: LayerContext,
        parameters: [String] = ["inputs", "mask", "training"],
        mask: ((_ inputs: Argument, _ mask: Argument) throws -> Argument)? = nil,
        function: @escaping (Call) throws -> Argument
    ) {
        self.function = function
        self.mask = mask
        self.parameters = parameters
        super.init(className, options: layer, context: context)
    }

    package override var callParameters: [String] { parameters }

    package override func call(_ call: Call) throws -> Argument { try function(call) }

    package override func outputMask(_ inputs: Argument, mask own: Argument) throws -> Argument {
        try mask?(inputs, own) ?? super.outputMask(inputs, mask: own)
    }
}
