import Tensors

/// Steps by the gradient, scaled so that steps have the size of the steps before.
package final class Adadelta: Optimizer {
    package let rho: Double
    package let epsilon: Double
    private var squares: [Variable] = []
    private var steps: [Variable] = []

    package init(
        learningRate: LearningRate, rho: Double = 0.95, epsilon: Double = 1e-7,
        options: OptimizerOptions
    ) {
        self.rho = rho
        self.epsilon = epsilon
        super.init("Adadelta", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        squares = addSlots("accumulated_grad", for: variables)
        steps = addSlots("accumulated_delta_var", for: variables)
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let (square, steps, g) = (squares[place], steps[place], try gradient.dense)
        switch gradient {
        case .dense:
            square.assign(try rho * square.value + (1 - rho) * g * g)
        case .rows(let rows):
            try square.add((rho - 1) * square.value)
            try square.addRows(rows.with((1 - rho) * UnaryOperation.square(rows.values)))
        }
        let scale = try -UnaryOperation.squareRoot(steps.value + epsilon)
        let change = try step.quotient(scale * g, byRootOf: square.value + epsilon)
        steps.assign(try rho * steps.value + (1 - rho) * change * change)
        try variable.add(step.rate(variable.dtype) * change)
    }
}
