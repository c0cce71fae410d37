import Tensors

/// Steps of one size in the direction of the blended gradient's signs.
package final class Lion: Optimizer {
    package let beta1: Double
    package let beta2: Double
    private var momenta: [Variable] = []

    package init(
        learningRate: LearningRate, beta1: Double = 0.9, beta2: Double = 0.99,
        options: OptimizerOptions
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        super.init("Lion", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        momenta = addSlots("m", for: variables)
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let m = momenta[place]
        let rate = try step.rate(variable.dtype)
        let (first, second) = (m.value.scalar(beta1), m.value.scalar(beta2))
        switch gradient {
        case .dense(let g):
            let blend = try m.value * first + g * (1 - first)
            try variable.subtract(rate * UnaryOperation.sign(blend))
            m.assign(try m.value * second + g * (1 - second))
        case .rows(let rows):
            m.assign(try m.value * first)
            try m.addRows(rows.with(rows.values * (1 - first)))
            try variable.subtract(rate * UnaryOperation.sign(m.value))
            m.assign(try m.value * second / first)
            try m.addRows(rows.with(rows.values * (1 - second / first)))
        }
    }
}
