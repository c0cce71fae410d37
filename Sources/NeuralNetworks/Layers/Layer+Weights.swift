import Tensors

extension Layer {
    /// The layers and variables inside: the layer's own, then those of the object that extends it.
    package var parts: LayerParts {
        var result = LayerParts(layers: children, variables: ownWeights.map(\.variable))
        guard let more = overrides?.parts else { return result }
        for layer in more.layers where !result.layers.contains(where: { $0 === layer }) {
            result.layers.append(layer)
        }
        for variable in more.variables
        where !result.variables.contains(where: { $0 === variable }) {
            result.variables.append(variable)
        }
        return result
    }

    /// Its weights and those of its parts: a model's layer by layer, a layer's trainable ones first.
    package var weights: [Variable] {
        guard isModel else { return distinct(trainableWeights + nonTrainableWeights) }
        let parts = parts
        return distinct(parts.layers.flatMap(\.weights) + parts.variables)
    }

    package var trainableWeights: [Variable] {
        guard isTrainable else { return [] }
        let parts = parts
        let own = parts.variables.filter(\.isTrainable)
        return distinct(
            isModel
                ? parts.layers.flatMap(\.trainableWeights) + own
                : own + parts.layers.flatMap(\.trainableWeights))
    }

    package var nonTrainableWeights: [Variable] {
        let parts = parts
        guard isTrainable else {
            return distinct(parts.variables + parts.layers.flatMap(\.weights))
        }
        let own = parts.variables.filter { !$0.isTrainable }
        return distinct(
            isModel
                ? parts.layers.flatMap(\.nonTrainableWeights) + own
                : own + parts.layers.flatMap(\.nonTrainableWeights))
    }

    private func distinct(_ variables: [Variable]) -> [Variable] {
        var seen: Set<ObjectIdentifier> = []
        return variables.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    /// The layer and all layers inside it, outermost first.
    package var flattened: [Layer] { [self] + parts.layers.flatMap(\.flattened) }

    /// The penalties on weights and outputs, those of the parts included.
    package func losses() throws -> [Tensor] {
        try flattened.flatMap { layer in
            try layer.callLosses
                + layer.ownWeights.compactMap { weight in
                    try weight.penalty.map { try $0(weight.variable.value) }
                } + layer.lossRules.map { try $0() }
        }
    }

    /// Adds a penalty that belongs to the running call.
    package func addLoss(_ loss: Tensor) {
        if !context.isProbing { callLosses.append(loss) }
    }

    /// Adds a penalty that does not depend on calls.
    package func addLoss(_ rule: @escaping () throws -> Tensor) { lossRules.append(rule) }

    /// Forgets the penalties of earlier calls.
    package func clearLosses() {
        for layer in flattened { layer.callLosses = [] }
    }

    /// Adds a weight and gives it its first values.
    @discardableResult
    package func addWeight(
        _ name: String, _ shape: Shape, _ initializer: Initializer, dtype: DType? = nil,
        isTrainable: Bool = true, rules: WeightRules = WeightRules()
    ) throws -> Variable {
        try requireRoom(name, shape)
        let values = try initializer.values(shape, dtype ?? self.dtype, random: context.random)
        return addWeight(name, values, isTrainable: isTrainable, rules: rules)
    }

    /// Adds a weight with given first values.
    @discardableResult
    package func addWeight(
        _ name: String, _ values: Tensor, isTrainable: Bool = true,
        rules: WeightRules = WeightRules()
    ) -> Variable {
        let variable = Variable(
            values, name: context.path(name), isTrainable: isTrainable, tapes: context.tapes)
        variable.constraint = rules.constraint
        ownWeights.append(Weight(name: name, variable: variable, penalty: rules.penalty))
        return variable
    }

    private func requireRoom(_ name: String, _ shape: Shape) throws {
        if shape.dimensions.contains(where: { $0 < 0 }) || PartialShape(shape).count == nil {
            throw LayerError.value("The weight `\(name)` cannot have the shape \(shape).")
        }
        try shape.requireRoom(for: dtype)
    }

    /// Weights that a layer without a class of its own has: the variables of before.
    package func restoreWeights(_ weights: [(name: String, variable: Variable)]) {
        ownWeights = weights.map { Weight(name: $0.name, variable: $0.variable, penalty: nil) }
    }

    /// Penalties that the last call added.
    package func restoreLosses(_ losses: [Tensor]) { callLosses = losses }

    /// The weight of a name among the layer's own.
    package func weight(named name: String) -> Variable? {
        ownWeights.first { $0.name == name }?.variable
    }

    /// Replaces the values of all weights, in their order.
    package func setWeights(_ values: [Tensor], provided: String) throws {
        let weights = weights
        guard values.count == weights.count else {
            throw LayerError(
                "ValueError",
                "You called `set_weights(weights)` on layer \"\(name)\" with a weight list of length \(values.count), but the layer was expecting \(weights.count) weights. Provided weights: \(provided.prefix(50))..."
            )
        }
        for (weight, value) in zip(weights, values) where weight.shape != value.shape {
            throw LayerError(
                "ValueError",
                "Layer \(name) weight shape \(weight.shape) is not compatible with provided weight shape \(value.shape)."
            )
        }
        for (weight, value) in zip(weights, values) {
            weight.assign(try value.cast(to: weight.dtype))
        }
    }
}

/// What holds for a weight while it is trained.
package struct WeightRules {
    package var penalty: Penalty?
    package var constraint: ((Tensor) throws -> Tensor)?

    package init(
        penalty: Penalty? = nil, constraint: ((Tensor) throws -> Tensor)? = nil
    ) {
        self.penalty = penalty
        self.constraint = constraint
    }
}
