import Tensors

/// Adam, and with decoupled weight decay AdamW: steps by the mean of the gradients over that of their
/// magnitudes.
package final class Adam: Optimizer {
    package let beta1: Double
    package let beta2: Double
    package let epsilon: Double
    package let isAmsgrad: Bool
    private var means: [Variable] = []
    private var squares: [Variable] = []
    private var peaks: [Variable] = []
    private var alphas: [DType: Tensor] = [:]

    package init(
        _ className: String = "Adam", learningRate: LearningRate, beta1: Double = 0.9,
        beta2: Double = 0.999, epsilon: Double = 1e-7, isAmsgrad: Bool = false,
        options: OptimizerOptions
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.isAmsgrad = isAmsgrad
        super.init(className, learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        for variable in variables {
            means.append(addSlot("m", for: variable))
            squares.append(addSlot("v", for: variable))
        }
        if isAmsgrad { peaks = addSlots("vhat", for: variables) }
    }

    override func begin(_ step: OptimizerStep) { alphas = [:] }

    /// The step size, corrected for the slots having begun at zero.
    private func alpha(_ step: OptimizerStep, _ dtype: DType) throws -> Tensor {
        if let known = alphas[dtype] { return known }
        let missing = try UnaryOperation.squareRoot(1 - step.power(beta2, dtype))
        let alpha = try step.rate(dtype) * missing / (1 - step.power(beta1, dtype))
        alphas[dtype] = alpha
        return alpha
    }

    /// 1 - beta, which the older kernels round from a rounded beta.
    private func share(_ beta: Double) -> Double {
        options.isLegacy ? Double(1 - Float(beta)) : 1 - beta
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let alpha = try alpha(step, variable.dtype)
        if case .dense(let g) = gradient, !isAmsgrad, OptimizerPass.knows(variable.dtype) {
            return OptimizerPass.adam(
                variable, means[place], squares[place], gradient: g, alpha: alpha.item.double,
                meanShare: share(beta1), squareShare: share(beta2), epsilon: epsilon)
        }
        try means[place].move(towards: gradient, by: share(beta1))
        try squares[place].move(
            towards: gradient.mapValues { try UnaryOperation.square($0) }, by: share(beta2))
        var square = squares[place].value
        if isAmsgrad {
            peaks[place].assign(try BinaryOperation.maximum(peaks[place].value, square))
            square = peaks[place].value
        }
        try variable.subtract(
            means[place].value * alpha / (UnaryOperation.squareRoot(square) + epsilon))
    }
}

extension OptimizerStep {
    /// base^(number + 1), rounded in a type.
    func power(_ base: Double, _ dtype: DType) throws -> Tensor { try power(base, 1, dtype) }
}
