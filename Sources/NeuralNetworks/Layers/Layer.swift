import Tensors

/// A layer: weights, made when the shape of its input is known, and a function of its input.
package class Layer {
    /// The layer's name: `simple_rnn_1`.
    package var name: String
    /// Keras' class: `SimpleRNN`, or a subclass that was written elsewhere.
    package var className: String
    package var dtype: DType
    /// Whether weights of this very layer change in training; see `setTrainable`.
    package private(set) var isTrainable: Bool
    package var isBuilt = false
    package let context: LayerContext
    /// What is done elsewhere in the layer's place.
    package weak var overrides: (any LayerOverrides)?
    /// The object that stands for this layer in another room, which takes itself away when it goes: a weak
    /// reference would make every use of the object slower.
    package unowned(unsafe) var face: AnyObject?
    /// The faces of layers inside that were given to this one, which live as long as it does.
    private var faces: [AnyObject] = []
    /// The input with its batch, for a model that is built at once; nil where it is not said.
    package var batchInputShape: PartialShape?
    /// The type of the input that goes with `batchInputShape`.
    package var inputDType: DType?
    /// A penalty on what the layer gives.
    package var activityPenalty: Penalty?
    /// Whether masks of the inputs are masks of the outputs too.
    package var supportsMasking = false
    /// Values for the weights once they are made.
    package var initialWeights: [Tensor]?
    /// Weights of this very layer, with the penalties on them.
    package internal(set) var ownWeights: [Weight] = []
    /// Penalties that a call added.
    package internal(set) var callLosses: [Tensor] = []
    /// Penalties that are computed whenever they are asked for.
    package internal(set) var lossRules: [() throws -> Tensor] = []
    /// Means of what calls gave.
    package internal(set) var callMetrics: [Mean] = []
    private var nodeCount = 0
    private var rememberedNodes: [WeakNode] = []
    /// The shapes that the layer was built for.
    package var builtShapes: [PartialShape] = []

    package init(_ className: String, options: LayerOptions, context: LayerContext) {
        self.className = className
        self.context = context
        name = options.name ?? context.uniqueName(SnakeCase.name(of: className))
        dtype = options.dtype
        isTrainable = options.isTrainable
        batchInputShape = options.batchInputShape
        inputDType = options.inputDType
        activityPenalty = options.activityPenalty
        initialWeights = options.initialWeights
    }

    /// The layers that this one is made of, whose weights are its own.
    package var children: [Layer] { [] }

    /// Whether the layer is a model, whose weights go layer by layer.
    package var isModel: Bool { false }

    /// Whether the weights are made by the first call itself.
    package var buildsInCall: Bool { false }

    /// The names of the call's parameters, `training` and `mask` among them.
    package var callParameters: [String] { ["inputs"] }

    /// What is demanded of the inputs; empty where anything will do.
    package var inputSpecs: [InputSpec] { ownSpecs }

    /// What a class of the program's own demands.
    package final var ownSpecs: [InputSpec] = []

    /// Makes the weights for inputs of some shapes.
    package func build(_ inputs: [PartialShape]) throws {}

    /// Makes the weights of a layer that needs more than its first argument for that; false in all others.
    package func build(for call: Call) throws -> Bool { false }

    /// Told after each call with symbols: TensorFlow traces one of training then too, which takes its seeds.
    package func wasTraced() {}

    /// The layer's function of one tensor.
    package func output(for x: Tensor, isTraining: Bool) throws -> Tensor { x }

    /// The layer's function of a whole call, whose mask and training are settled.
    package func call(_ call: Call) throws -> Argument {
        guard let x = call.inputs.tensors.first else { return call.inputs }
        return .tensor(try output(for: x, isTraining: call.isTraining ?? false))
    }

    /// Throws where the arguments of a call cannot belong together.
    package func validate(_ call: Call) throws {}

    /// The masks of the outputs, from those of the inputs.
    package func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument {
        supportsMasking ? mask : .none
    }

    /// The shape of the only output, where it is known without running; nil where running tells.
    package func outputShape(for inputs: [PartialShape]) throws -> PartialShape? { nil }

    /// The type of the only output, where `outputShape` tells its shape.
    package func outputDType(for input: DType) -> DType { dtype }

    /// Whether the only output has a mask, where `outputShape` tells its shape.
    package func outputIsMasked(_ inputIsMasked: Bool) -> Bool { supportsMasking && inputIsMasked }

    /// Keeps the face of a layer inside alive.
    package func keep(_ layer: Layer) {
        if let face = layer.face { faces.append(face) }
    }

    // MARK: Calls with symbols

    /// What changes of a layer while it is used, but for its weights.
    package struct Stored: Codable {
        fileprivate let name, className: String
        fileprivate let dtype: DType
        fileprivate let isTrainable, supportsMasking: Bool
        package let isBuilt: Bool
        fileprivate let batchInputShape: PartialShape?
        fileprivate let inputDType: DType?
        fileprivate let nodeCount: Int
        package let builtShapes: [PartialShape]
    }

    package var stored: Stored {
        get {
            Stored(
                name: name, className: className, dtype: dtype, isTrainable: isTrainable,
                supportsMasking: supportsMasking, isBuilt: isBuilt,
                batchInputShape: batchInputShape, inputDType: inputDType, nodeCount: nodeCount,
                builtShapes: builtShapes)
        }
        set {
            (name, className, dtype) = (newValue.name, newValue.className, newValue.dtype)
            (isTrainable, supportsMasking) = (newValue.isTrainable, newValue.supportsMasking)
            (isBuilt, batchInputShape) = (newValue.isBuilt, newValue.batchInputShape)
            (inputDType, nodeCount) = (newValue.inputDType, newValue.nodeCount)
            builtShapes = newValue.builtShapes
        }
    }

    /// What the layer keeps of its own from call to call besides weights; nil where nobody has said.
    package var memory: LayerMemory? {
        get { nil }
        set {}
    }

    func register() -> Int {
        defer { nodeCount += 1 }
        return nodeCount
    }

    func remember(_ node: LayerNode) {
        rememberedNodes.removeAll { $0.node == nil }
        rememberedNodes.append(WeakNode(node: node))
    }

    /// Takes back a call that it knew before, in its place.
    func rememberAgain(_ node: LayerNode) {
        remember(node)
        rememberedNodes.sort { ($0.node?.position ?? 0) < ($1.node?.position ?? 0) }
    }

    /// The calls with symbols that models or symbols still know.
    package var nodes: [LayerNode] { rememberedNodes.compactMap(\.node) }

    /// Lets the layer and its parts be trained, or not.
    package func setTrainable(_ value: Bool) {
        isTrainable = value
        for child in parts.layers { child.setTrainable(value) }
    }

    private struct WeakNode {
        weak var node: LayerNode?
    }
}

/// What a layer keeps from call to call.
package struct LayerMemory {
    package var seeds: [LayerSeeds] = []
    /// Groups of tensors: masks of dropout that were drawn, the tokens of a table.
    package var tensors: [[Tensor]] = []
    /// The states that a stateful layer goes on from.
    package var states: [Variable] = []
    package var sequence: RNN.Sequence?

    package init() {}
}

/// A penalty on weights or outputs: a regulariser.
package typealias Penalty = (Tensor) throws -> Tensor

/// What a class that extends a layer elsewhere does in its place; nil where it leaves that to the layer.
package protocol LayerOverrides: AnyObject {
    /// The layers and variables that were given to the object, in order.
    var parts: LayerParts { get }
    /// Makes weights; false where the layer's own way is to be taken.
    func build(_ inputs: Argument) throws -> Bool
    /// The function of a call.
    func call(_ call: Call) throws -> Argument?
    /// The masks of the outputs; nil where the layer's own way is to be taken.
    func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument?
    /// The names of the call's parameters after the object itself.
    var callParameters: [String]? { get }
    /// What a parameter is when it is not given, as text.
    func defaultText(of parameter: String) -> String?
}

/// What a layer is made of.
package struct LayerParts {
    package var layers: [Layer]
    package var variables: [Variable]

    package init(layers: [Layer] = [], variables: [Variable] = []) {
        self.layers = layers
        self.variables = variables
    }
}

/// A variable of a layer.
package struct Weight {
    /// The name without the layers': `kernel`.
    package let name: String
    package let variable: Variable
    package let penalty: Penalty?
}

/// What every layer's constructor takes.
package struct LayerOptions {
    package var name: String?
    package var dtype = DType.float32
    package var isTrainable = true
    /// The input with its batch, for a model that is built at once; nil where it is not said.
    package var batchInputShape: PartialShape?
    package var inputDType: DType?
    package var activityPenalty: Penalty?
    package var initialWeights: [Tensor]?

    package init(name: String? = nil, dtype: DType = .float32) {
        self.name = name
        self.dtype = dtype
    }
}
