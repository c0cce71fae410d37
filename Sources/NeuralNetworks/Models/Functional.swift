import Tensors

/// A model of the calls between some symbols and others.
package final class Functional: Model {
    private var network: Graph

    package init(
        inputs: Argument, outputs: Argument, layer options: LayerOptions, className: String,
        context: LayerContext
    ) throws {
        network = try Graph(inputs: inputs, outputs: outputs)
        super.init(className, options: options, context: context)
        isBuilt = true
    }

    package override var graph: Graph? { network }
    package override var layers: [Layer] { network.layers }
    package override var children: [Layer] { network.layers }

    package override var inputSpecs: [InputSpec] { network.inputSpecs }

    package override func validate(_ call: Call) throws {
        let (given, wanted) = (call.inputs.leaves, network.inputs.symbols.count)
        guard given.count < wanted, case let tensors = call.inputs.tensors, !tensors.isEmpty else {
            return
        }
        let shown = tensors.map { context.show($0) }.joined(separator: ", ")
        throw LayerError.value(
            "Layer \"\(name)\" expects \(wanted) input(s), but it received \(given.count) input tensors. Inputs received: [\(shown)]"
        )
    }

    package override func call(_ call: Call) throws -> Argument {
        try network.call(call, of: self)
    }

    /// Lets the model compute one more symbol whenever it runs.
    package func compute(_ symbol: Symbol) throws { network = try network.adding(symbol) }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument { .none }
}

extension Graph {
    /// What a model demands of its inputs: their shapes, whatever the batch.
    var inputSpecs: [InputSpec] {
        inputs.symbols.map { symbol in
            var shape = symbol.shape
            if shape.rank > 0 { shape[0] = nil }
            var spec = InputSpec(shape: shape)
            spec.allowsInnermostOne = true
            return spec
        }
    }

    /// Runs the calls on what a model was called with.
    func call(_ call: Call, of model: Model) throws -> Argument {
        let given = ordered(call.inputs).leaves
        let wanted = inputs.symbols
        guard given.count == wanted.count else {
            throw LayerError.value(
                "Layer \"\(model.name)\" expects \(wanted.count) input(s), but it received \(given.count) input tensors."
            )
        }
        let values = try zip(given, wanted).map { leaf, symbol -> Tensor in
            guard let tensor = leaf.tensor else {
                throw LayerError.value("Layer \"\(model.name)\" takes tensors only.")
            }
            return try conformed(tensor, to: symbol)
        }
        for (value, mask) in zip(values, call.mask.leaves) {
            if let mask = mask.tensor { value.mask = mask }
        }
        return try run(values, isTraining: call.isTraining)
    }

    /// Inputs by name in the order of the symbols.
    private func ordered(_ given: Argument) -> Argument {
        guard case .dictionary(let entries) = given else { return given }
        func value(_ name: String) -> Argument { entries.first { $0.key == name }?.value ?? .none }
        if case .dictionary(let own) = inputs { return .list(own.map { value($0.key) }) }
        return .list(inputs.symbols.map { value($0.layer.name) })
    }

    /// A tensor as a symbol of an input wants it: an innermost axis of length 1 may be missing or too much.
    private func conformed(_ given: Tensor, to symbol: Symbol) throws -> Tensor {
        var tensor = given
        if tensor.rank == symbol.shape.rank - 1, symbol.shape.innermost == 1 {
            tensor = try tensor.expanded(at: -1)
        } else if tensor.rank == symbol.shape.rank + 1, tensor.shape.innermost == 1 {
            tensor = try tensor.squeezed(axes: [-1])
        }
        if tensor.dtype != symbol.dtype, tensor.dtype != .string {
            tensor = try tensor.cast(to: symbol.dtype)
        }
        if tensor !== given { tensor.mask = given.mask }
        return tensor
    }
}
