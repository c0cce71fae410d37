import Tensors

extension Layer {
    /// Calls the layer with tensors, or with symbols for a model that is still to run.
    package func apply(_ call: Call) throws -> Argument {
        call.hasSymbols ? try applySymbolically(call) : try run(call)
    }

    /// Calls the layer with one tensor, where it gives one tensor.
    package func apply(_ x: Tensor, isTraining: Bool? = nil) throws -> Tensor {
        let result = try apply(Call(.tensor(x), isTraining: isTraining))
        guard let tensor = result.tensors.first else {
            throw LayerError.value("Layer \(name) gave no tensor.")
        }
        return tensor
    }

    private func run(_ given: Call) throws -> Argument {
        var call = given
        try check(call.inputs)
        try validate(call)
        call.inputs = try cast(call.inputs)
        call.isTraining = call.isTraining ?? context.isTraining
        if context.calls.isEmpty, !context.isProbing { clearLosses() }
        return try context.calling(self, isTraining: call.isTraining) {
            try context.within(name) {
                if !buildsInCall { try buildIfNeeded(for: call) }
                let result = try runBuilt(call)
                if buildsInCall {
                    if !isBuilt { builtShapes = call.inputs.shapes }
                    isBuilt = true
                }
                return result
            }
        }
    }

    private func runBuilt(_ given: Call) throws -> Argument {
        var call = given
        if call.mask.isNone { call.mask = Self.masks(of: call.inputs) }
        let result: Argument
        do {
            result = try overrides?.call(call) ?? self.call(call)
        } catch {
            throw wrapped(error, given)
        }
        try setMasks(of: result, call)
        context.note(self, call.inputs, result)
        if let activityPenalty, !context.isProbing {
            for tensor in result.tensors {
                let rows = Double(max(tensor.shape.dimensions.first ?? 1, 1))
                addLoss(try activityPenalty(tensor) / rows)
            }
        }
        return result
    }

    /// Makes the weights if that is still to be done.
    package func buildIfNeeded(_ inputs: Argument) throws {
        guard !isBuilt else { return }
        if try overrides?.build(inputs) != true { try build(inputs.shapes) }
        builtShapes = inputs.shapes
        isBuilt = true
        if let values = initialWeights {
            initialWeights = nil
            try setWeights(values, provided: "")
        }
    }

    /// Makes the weights if that is still to be done, for all that a call gives.
    func buildIfNeeded(for call: Call) throws {
        guard !isBuilt else { return }
        guard try build(for: call) else { return try buildIfNeeded(call.inputs) }
        builtShapes = call.inputs.shapes
        isBuilt = true
    }

    /// Makes the weights for a shape of the only input, under no name but those that are open.
    package func buildIfNeeded(_ shape: PartialShape) throws {
        guard !isBuilt else { return }
        try build([shape])
        builtShapes = [shape]
        isBuilt = true
    }

    func check(_ inputs: Argument) throws {
        let specs = inputSpecs
        guard !specs.isEmpty else { return }
        for leaf in inputs.leaves {
            guard case .opaque(let value) = leaf, !(value is PartialShape) else { continue }
            throw LayerError(
                "TypeError",
                "Inputs to a layer should be tensors. Got '\(context.describe(value, false))' (of type \(context.describe(value, true))) as input for layer '\(name)'."
            )
        }
        for (index, (spec, shape)) in zip(specs, inputs.shapes).enumerated() {
            try spec.check(context.told(shape), index: index, layer: name)
        }
    }

    /// Floats of other widths become the layer's own.
    private func cast(_ inputs: Argument) throws -> Argument {
        guard dtype.isFloating else { return inputs }
        return try inputs.map { leaf in
            guard case .tensor(let tensor) = leaf, tensor.dtype.isFloating, tensor.dtype != dtype
            else { return leaf }
            let result = try tensor.cast(to: dtype)
            result.mask = tensor.mask
            return .tensor(result)
        }
    }

    // MARK: Masks

    /// The masks that come with tensors; `.none` where there is none at all.
    package static func masks(of inputs: Argument) -> Argument {
        if case .tensor(let tensor) = inputs { return tensor.mask.map(Argument.tensor) ?? .none }
        let tensors = inputs.tensors
        guard tensors.contains(where: { $0.mask != nil }) else { return .none }
        return .list(tensors.map { $0.mask.map(Argument.tensor) ?? .none })
    }

    private func setMasks(of result: Argument, _ call: Call) throws {
        let tensors = result.tensors
        if !tensors.isEmpty, tensors.allSatisfy({ $0.mask != nil }) { return }
        let mask =
            try overrides?.outputMask(call.inputs, mask: call.mask)
            ?? outputMask(call.inputs, mask: call.mask)
        for (tensor, mask) in zip(tensors, mask.leaves) {
            if let mask = mask.tensor { tensor.mask = mask }
        }
    }

    // MARK: Mistakes

    private func wrapped(_ error: any Error, _ call: Call) -> any Error {
        if error is LayerCallError || context.isExplained(error) { return error }
        return LayerCallError(
            layerName: name, className: className, cause: error, arguments: arguments(of: call))
    }

    /// The arguments of a call as messages list them.
    func arguments(of call: Call) -> [String] {
        let names = overrides?.callParameters ?? callParameters
        var positional = call.positional[...]
        return names.enumerated().map { index, name in
            if index == 0 { return "\(name)=\(description(of: call.inputs))" }
            if name == "training" {
                let text = call.isTraining.map { $0 ? "True" : "False" }
                return "training=\(text ?? overrides?.defaultText(of: name) ?? "None")"
            }
            if name == "mask" { return "mask=\(description(of: call.mask))" }
            if let value = call[name] { return "\(name)=\(description(of: value))" }
            if let value = positional.popFirst() { return "\(name)=\(description(of: value))" }
            return "\(name)=\(overrides?.defaultText(of: name) ?? "None")"
        }
    }

    private func description(of argument: Argument, isInside: Bool = false) -> String {
        func tensor(_ shape: String, _ dtype: DType) -> String {
            let text = "tf.Tensor(shape=\(shape), dtype=\(dtype.name))"
            return isInside ? "'\(text)'" : text
        }
        func list(_ items: [Argument]) -> String {
            items.map { description(of: $0, isInside: true) }.joined(separator: ", ")
        }
        switch argument {
        case .tensor(let x) where x.dtype == .bool && x.rank == 0:
            return x.item.isTrue ? "True" : "False"
        case .tensor(let x):
            let shape = PartialShape(x.shape.dimensions.map { $0 })
            return tensor(context.told(shape).description, x.dtype)
        case .symbol(let x): return tensor(x.shape.description, x.dtype)
        case .list(let items): return "[\(list(items))]"
        case .tuple(let items): return items.count == 1 ? "(\(list(items)),)" : "(\(list(items)))"
        case .dictionary(let entries):
            return "{"
                + entries.map { "'\($0.key)': \(description(of: $0.value, isInside: true))" }
                .joined(separator: ", ") + "}"
        case .none: return isInside ? "'None'" : "None"
        case .opaque(let value): return context.describe(value, false)
        }
    }
}
