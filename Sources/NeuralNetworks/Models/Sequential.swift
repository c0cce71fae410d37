import Tensors

/// A model that passes its input through one layer after the other.
package final class Sequential: Model {
    private var stack: [Layer] = []
    private var network: Graph?
    /// Whether the shape of the input was said when the model was made.
    private var hasExplicitInput = false
    private var inferredShape: PartialShape?

    /// Throws where a layer cannot follow the one before it.
    package init(_ layers: [Layer] = [], layer options: LayerOptions, context: LayerContext) throws
    {
        super.init("Sequential", options: options, context: context)
        supportsMasking = true
        for layer in layers { try add(layer) }
    }

    /// What the model is made of.
    package struct Composition {
        package var stack: [Layer]
        package var inputs, outputs: Argument?
        package var hasExplicitInput: Bool
        package var inferredShape: PartialShape?

        package init(
            stack: [Layer], inputs: Argument?, outputs: Argument?, hasExplicitInput: Bool,
            inferredShape: PartialShape?
        ) {
            (self.stack, self.inputs, self.outputs) = (stack, inputs, outputs)
            (self.hasExplicitInput, self.inferredShape) = (hasExplicitInput, inferredShape)
        }
    }

    package var composition: Composition {
        Composition(
            stack: stack, inputs: network?.inputs, outputs: network?.outputs,
            hasExplicitInput: hasExplicitInput, inferredShape: inferredShape)
    }

    /// Becomes what another model was made of.
    package func restore(_ composition: Composition) throws {
        stack = composition.stack
        for layer in stack where !(layer is InputLayer) { keep(layer) }
        if let inputs = composition.inputs, let outputs = composition.outputs {
            network = try Graph(inputs: inputs, outputs: outputs)
        }
        hasExplicitInput = composition.hasExplicitInput
        inferredShape = composition.inferredShape
    }

    package override var graph: Graph? { network }
    package override var children: [Layer] { stack }
    package override var layers: [Layer] { stack.filter { !($0 is InputLayer) } }

    package override var inputSpecs: [InputSpec] {
        hasExplicitInput ? network?.inputSpecs ?? [] : []
    }

    /// Adds a layer. Throws where it cannot follow the one before it.
    package func add(_ layer: Layer) throws {
        if stack.contains(where: { $0.name == layer.name }) {
            throw LayerError.value(
                "All layers added to a Sequential model should have unique names. Name \"\(layer.name)\" is already the name of a layer in this model. Update the `name` argument to pass a unique name."
            )
        }
        if stack.isEmpty {
            if let input = layer as? InputLayer {
                stack.append(input)
                return try start(input.symbol)
            }
            if let input = inputLayer(for: layer) {
                try start(input.symbol)
                stack = [input]
            }
        }
        stack.append(layer)
        keep(layer)
        if let network, let last = network.outputs.symbol {
            try extend(network, by: layer, after: last)
        }
        if network == nil { isBuilt = false }
    }

    private func start(_ input: Symbol) throws {
        network = try Graph(inputs: .symbol(input), outputs: .symbol(input))
        hasExplicitInput = true
    }

    private func extend(_ graph: Graph, by layer: Layer, after last: Symbol) throws {
        let output = try layer.apply(Call(.symbol(last)))
        guard case .symbol = output else {
            throw LayerError.value(
                "All layers in a Sequential model should have a single output tensor. For multi-output layers, use the functional API."
            )
        }
        network = try Graph(inputs: graph.inputs, outputs: output)
        isBuilt = true
    }

    /// The input of a layer that says what it takes, or of a model whose first layer does.
    private func inputLayer(for layer: Layer) -> InputLayer? {
        var first = layer
        while let model = first as? Model {
            if let symbol = model.graph?.inputs.symbol {
                return InputLayer(
                    shape: symbol.shape, dtype: symbol.dtype, name: "\(layer.name)_input",
                    context: context)
            }
            guard let inner = model.layers.first else { break }
            first = inner
        }
        guard let shape = first.batchInputShape else { return nil }
        return InputLayer(
            shape: shape, dtype: first.inputDType ?? (first.dtype), name: "\(first.name)_input",
            context: context)
    }

    /// Removes the last layer. Throws where there is none.
    @discardableResult
    package func removeLast() throws -> Layer {
        guard let last = layers.last else {
            throw LayerError("TypeError", "There are no layers in the model.")
        }
        stack.removeAll { $0 === last }
        if layers.isEmpty {
            (stack, network, hasExplicitInput, isBuilt) = ([], nil, false, false)
        } else if let input = network?.inputs, let output = layers.last?.nodes.last?.outputs {
            network = try Graph(inputs: input, outputs: output)
        }
        return last
    }

    /// Makes the weights for inputs of a shape with its batch.
    package override func build(_ inputs: [PartialShape]) throws {
        guard network == nil, let shape = inputs.first else { return }
        guard !stack.isEmpty else {
            throw LayerError.value("Sequential model \(name) cannot be built: it has no layers.")
        }
        try infer(from: shape, dtype: nil)
    }

    /// Makes the way through the layers for inputs of a shape; later shapes widen it.
    package func infer(from shape: PartialShape, dtype: DType?) throws {
        guard !hasExplicitInput, !stack.isEmpty else { return }
        let wider = inferredShape.flatMap { $0.common(with: shape) } ?? shape
        if wider == inferredShape, network != nil { return }
        inferredShape = wider
        let input = InputLayer(
            shape: wider, dtype: dtype ?? .float32, name: "\(stack[0].name)_input",
            context: context)
        var last = Argument.symbol(input.symbol)
        for layer in stack { last = try layer.apply(Call(last)) }
        network = try Graph(inputs: .symbol(input.symbol), outputs: last)
        isBuilt = true
    }

    package override func call(_ call: Call) throws -> Argument {
        if !hasExplicitInput, !context.isProbing, let tensor = call.inputs.tensor {
            let isFirst = network == nil
            try inferIfPossible(tensor)
            // A graph whose first run made weights is traced once more.
            if isFirst, network != nil, context.isCompiled {
                for layer in stack.flatMap(\.flattened) { layer.wasTraced() }
            }
        }
        if let network { return try network.call(call, of: self) }
        return try stack.reduce(call.inputs) { input, layer in
            try layer.apply(Call(input, isTraining: call.isTraining))
        }
    }

    /// Shapes are a matter of the layers' own calls where they cannot be told before.
    private func inferIfPossible(_ tensor: Tensor) throws {
        do {
            try infer(from: context.told(PartialShape(tensor.shape)), dtype: tensor.dtype)
        } catch {
            network = nil
            inferredShape = nil
        }
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument { .none }
}
