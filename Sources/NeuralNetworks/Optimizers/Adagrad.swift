import Tensors

/// Steps by the gradient over the root of the sum of all its squares.
package final class Adagrad: Optimizer {
    package let initialAccumulator: Double
    package let epsilon: Double
    private var sums: [Variable] = []

    package init(
        learningRate: LearningRate, initialAccumulator: Double = 0.1, epsilon: Double = 1e-7,
        options: OptimizerOptions
    ) {
        self.initialAccumulator = initialAccumulator
        self.epsilon = epsilon
        super.init("Adagrad", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        sums = variables.map {
            addSlot(
                "accumulator", for: $0,
                initial: Tensor(
                    repeating: .float(initialAccumulator), shape: $0.shape, $0.dtype))
        }
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let (sum, rate) = (sums[place], try step.rate(variable.dtype))
        try sum.add(gradient.mapValues { try $0 * $0 })
        switch gradient {
        case .dense(let g):
            try variable.subtract(step.quotient(rate * g, byRootOf: sum.value + epsilon))
        case .rows(let rows):
            let below = try sum.value.gathered(rows.indices) + epsilon
            try variable.addRows(
                rows.with(step.quotient(-rate * rows.values, byRootOf: below)))
        }
    }
}
