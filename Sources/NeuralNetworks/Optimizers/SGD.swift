import Tensors

/// Gradient descent, with or without momentum.
package final class SGD: Optimizer {
    package let momentum: Double
    package let isNesterov: Bool
    private var momenta: [Variable] = []

    /// Throws where the momentum is no share.
    package init(
        learningRate: LearningRate, momentum: Double = 0, isNesterov: Bool = false,
        options: OptimizerOptions
    ) throws {
        guard (0...1).contains(momentum) else {
            throw LayerError("ValueError", "`momentum` must be between [0, 1].")
        }
        self.momentum = momentum
        self.isNesterov = isNesterov
        super.init("SGD", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        momenta = addSlots("m", for: variables)
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let m = momenta[place]
        let rate = try step.rate(variable.dtype)
        switch gradient {
        case .dense(let g):
            if OptimizerPass.knows(variable.dtype) {
                return OptimizerPass.momentum(
                    variable, m, gradient: g, rate: rate.item.double, momentum: momentum,
                    isNesterov: isNesterov)
            }
            let gain = try -g * rate
            m.assign(try gain + m.value * momentum)
            try variable.add(isNesterov ? gain + m.value * momentum : m.value)
        case .rows(let rows):
            let gain = rows.with(try -rows.values * rate)
            m.assign(try m.value * momentum)
            try m.addRows(gain)
            if isNesterov { try variable.addRows(gain) }
            try variable.add(isNesterov ? m.value * momentum : m.value)
        }
    }
}

extension Variable {
    /// Adds a tensor of the same shape.
    func add(_ change: Tensor) throws { assign(try value.detached + change) }

    /// Subtracts a tensor of the same shape.
    func subtract(_ change: Tensor) throws { assign(try value.detached - change) }

    /// Moves towards a gradient by a share of what is missing, all rows being known to TensorFlow's sparse
    /// formula as well.
    func move(towards gradient: Gradient, by share: Double) throws {
        switch gradient {
        case .dense(let g): try add((g - value) * share)
        case .rows(let rows):
            try add(-value * share)
            try addRows(rows.with(rows.values * share))
        }
    }
}
