import Tensors

/// Adam with the greatest magnitude in place of the mean one.
package final class Adamax: Optimizer {
    package let beta1: Double
    package let beta2: Double
    package let epsilon: Double
    private var means: [Variable] = []
    private var peaks: [Variable] = []

    package init(
        learningRate: LearningRate, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-7, options: OptimizerOptions
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        super.init("Adamax", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        for variable in variables {
            means.append(addSlot("m", for: variable))
            peaks.append(addSlot("u", for: variable))
        }
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let (m, u) = (means[place], peaks[place])
        try m.move(towards: gradient, by: 1 - beta1)
        u.assign(try u.value * beta2)
        switch gradient {
        case .dense(let g):
            u.assign(try BinaryOperation.maximum(u.value, UnaryOperation.absolute(g)))
        case .rows(let rows):
            let old = try u.value.gathered(rows.indices)
            let new = try BinaryOperation.maximum(old, UnaryOperation.absolute(rows.values))
            try u.addRows(rows.with(new - old))
        }
        let rate = try step.rate(variable.dtype)
        let missing = try 1 - step.power(beta1, variable.dtype)
        try variable.subtract(rate * m.value / (missing * (u.value + epsilon)))
    }
}
