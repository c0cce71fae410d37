import Tensors

/// Steps by the gradient over the root of its mean square.
package final class RMSprop: Optimizer {
    package let rho: Double
    package let momentum: Double
    package let epsilon: Double
    package let isCentered: Bool
    private var squares: [Variable] = []
    private var momenta: [Variable] = []
    private var means: [Variable] = []

    package init(
        learningRate: LearningRate, rho: Double = 0.9, momentum: Double = 0,
        epsilon: Double = 1e-7, isCentered: Bool = false, options: OptimizerOptions
    ) {
        self.rho = rho
        self.momentum = momentum
        self.epsilon = epsilon
        self.isCentered = isCentered
        super.init("RMSprop", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        squares = addSlots("velocity", for: variables)
        if momentum > 0 { momenta = addSlots("momentum", for: variables) }
        if isCentered { means = addSlots("average_gradient", for: variables) }
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let rate = try step.rate(variable.dtype)
        if options.isLegacy, momentum == 0, !isCentered, case .dense(let g) = gradient {
            return try updateAsBefore(variable, squares[place], g, rate)
        }
        if case .dense(let g) = gradient, momentum == 0, !isCentered,
            OptimizerPass.knows(variable.dtype)
        {
            return OptimizerPass.rmsprop(
                variable, squares[place], gradient: g, rate: rate.item.double, rho: rho,
                epsilon: epsilon, order: step.order(of: variable))
        }
        try blend(squares[place], gradient.mapValues { try UnaryOperation.square($0) })
        var denominator = try squares[place].value + epsilon
        if isCentered {
            try blend(means[place], gradient)
            denominator =
                try squares[place].value - UnaryOperation.square(means[place].value) + epsilon
        }
        let increment = try gradient.scaled(
            rate, overRootOf: denominator, step.order(of: variable))
        guard momentum > 0 else { return try variable.add(increment.mapValues { try -$0 }) }
        momenta[place].assign(try momentum * momenta[place].value)
        try momenta[place].add(increment)
        try variable.subtract(momenta[place].value)
    }

    /// The step of Keras' older optimizer, whose epsilon is added to the root.
    private func updateAsBefore(
        _ variable: Variable, _ square: Variable, _ gradient: Tensor, _ rate: Tensor
    ) throws {
        let share = Double(1 - Float(rho))
        square.assign(try rho * square.value + share * UnaryOperation.square(gradient))
        let root = try UnaryOperation.squareRoot(square.value) + epsilon
        try variable.subtract(rate * gradient / root)
    }

    /// rho·slot + (1 - rho)·gradient.
    private func blend(_ slot: Variable, _ gradient: Gradient) throws {
        slot.assign(try rho * slot.value)
        try slot.add(gradient.mapValues { try (1 - rho) * $0 })
    }
}

extension Gradient {
    /// rate · gradient / √denominator, at the rows of the gradient where it has only some.
    fileprivate func scaled(
        _ rate: Tensor, overRootOf denominator: Tensor, _ order: OptimizerPass.ProductOrder
    ) throws -> Gradient {
        switch self {
        case .dense(let g):
            let root = try UnaryOperation.reciprocalSquareRoot(denominator)
            switch order {
            case .asWritten: return .dense(try rate * g * root)
            case .gradientLast: return .dense(try g * (rate * root))
            case .rateLast: return .dense(try rate * (g * root))
            }
        case .rows(let rows):
            let below = try denominator.gathered(rows.indices)
            return .rows(
                rows.with(try rate * rows.values * UnaryOperation.reciprocalSquareRoot(below)))
        }
    }
}

extension Variable {
    /// Adds a gradient, or its rows.
    func add(_ gradient: Gradient) throws {
        switch gradient {
        case .dense(let g): try add(g)
        case .rows(let rows): try addRows(rows)
        }
    }
}
