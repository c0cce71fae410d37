import Tensors

/// Adam with Nesterov's look-ahead.
package final class Nadam: Optimizer {
    package let beta1: Double
    package let beta2: Double
    package let epsilon: Double
    /// Whether the momentum grows as in Keras before 2.11: by 0.004 of a step for each, and once a step.
    package var isLegacy = false
    private var means: [Variable] = []
    private var squares: [Variable] = []
    private var product: Tensor?
    /// The step that the product was last carried on for, counted from 1.
    private var productStep = 1

    package init(
        learningRate: LearningRate, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-7, options: OptimizerOptions
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        super.init("Nadam", learningRate: learningRate, options: options)
    }

    package override var running: (product: Tensor?, step: Int) {
        get { (product, productStep) }
        set { (product, productStep) = (newValue.product, newValue.step) }
    }

    override func makeSlots(for variables: [Variable]) {
        for variable in variables {
            means.append(addSlot("m", for: variable))
            squares.append(addSlot("v", for: variable))
        }
    }

    /// The product of the momenta so far. In a graph Keras compares the step with a number that was fixed
    /// when the graph was made, for the second time, one higher for each variable, so that most variables
    /// carry it on again.
    private func product(
        _ momentum: Tensor, at place: Int, _ step: OptimizerStep
    ) throws -> Tensor {
        let known = step.isTraced && !isLegacy ? 1 + means.count + place : productStep
        let old = product ?? Tensor(.float(1), momentum.dtype)
        guard known != step.number + 2 else { return old }
        let new = try old.cast(to: momentum.dtype) * momentum
        product = new
        productStep += 1
        return new
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let dtype = variable.dtype
        let momentum = try decayed(step, 1, dtype)
        let nextMomentum = try decayed(step, 2, dtype)
        let product = try product(momentum, at: place, step)
        let nextProduct = try product * nextMomentum
        let (m, v) = (means[place], squares[place])
        let shares = try (Double(1) - number(beta1, dtype), Double(1) - number(beta2, dtype))
        try m.move(towards: gradient, by: shares.0.item.double)
        try v.move(
            towards: gradient.mapValues { try UnaryOperation.square($0) },
            by: shares.1.item.double)
        let ahead = try nextMomentum * m.value / (1 - nextProduct)
        let mean = try ahead + (1 - momentum) * gradient.dense / (1 - product)
        let square = try v.value / (1 - step.power(beta2, dtype))
        try variable.subtract(
            mean * step.rate(dtype) / (UnaryOperation.squareRoot(square) + epsilon))
    }

    /// 0.96^0.004.
    private static let slowDecay = 0.9998367253526753

    private func number(_ value: Double, _ dtype: DType) -> Tensor { Tensor(.float(value), dtype) }

    /// The momentum of a step, which grows towards beta 1.
    private func decayed(_ step: OptimizerStep, _ offset: Int, _ dtype: DType) throws -> Tensor {
        try number(beta1, dtype)
            * (1 - 0.5 * step.power(isLegacy ? Self.slowDecay : 0.96, offset, dtype))
    }
}
