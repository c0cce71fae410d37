import Tensors

/// A layer whose function is given: `Lambda`, and operations on symbols.
package final class FunctionLayer: Layer {
    private let function: (Call) throws -> Argument
    private let mask: ((Argument, Argument) throws -> Argument)?
    private let parameters: [String]
    /// Told after each call with symbols.
    package var traced: () -> Void = {}
    /// The function of TensorFlow that the layer is, where it is one.
    package var operation: Operation?

    /// A function of TensorFlow by its name, `math.multiply`, and the names of its parameters.
    package struct Operation: Sendable {
        package let name: String
        package let parameters: [String]

        package init(name: String, parameters: [String]) {
            self.name = name
            self.parameters = parameters
        }
    }

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

    /// A layer of a function of one tensor.
    package convenience init(
        _ className: String, layer: LayerOptions, context: LayerContext, keepsMask: Bool = true,
        takesTraining: Bool = false,
        of function: @escaping (_ x: Tensor, _ isTraining: Bool) throws -> Tensor
    ) {
        self.init(
            className, layer: layer, context: context,
            parameters: takesTraining ? ["inputs", "training"] : ["inputs"]
        ) { call in
            guard let x = call.inputs.tensors.first else { return call.inputs }
            return .tensor(try function(x, call.isTraining ?? false))
        }
        supportsMasking = keepsMask
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var callParameters: [String] { parameters }
    package override func wasTraced() { traced() }

    package override func call(_ call: Call) throws -> Argument { try function(call) }

    package override func outputMask(_ inputs: Argument, mask own: Argument) throws -> Argument {
        try mask?(inputs, own) ?? super.outputMask(inputs, mask: own)
    }
}
