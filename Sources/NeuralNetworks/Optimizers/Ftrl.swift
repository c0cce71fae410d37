import Tensors

/// "Follow the regularised leader": steps that keep small weights at zero.
package final class Ftrl: Optimizer {
    /// The numbers of the method.
    package struct Numbers: Sendable {
        package var ratePower = -0.5
        package var initialAccumulator = 0.1
        package var l1 = 0.0
        package var l2 = 0.0
        package var l2Shrinkage = 0.0
        package var beta = 0.0

        package init() {}
    }

    package let numbers: Numbers
    private var sums: [Variable] = []
    private var linears: [Variable] = []

    package init(learningRate: LearningRate, _ numbers: Numbers, options: OptimizerOptions) {
        self.numbers = numbers
        super.init("Ftrl", learningRate: learningRate, options: options)
    }

    override func makeSlots(for variables: [Variable]) {
        for variable in variables {
            let start = Tensor(
                repeating: .float(numbers.initialAccumulator), shape: variable.shape,
                variable.dtype)
            sums.append(addSlot("accumulator", for: variable, initial: start))
            linears.append(addSlot("linear", for: variable))
        }
    }

    override func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {
        let (sum, linear) = (sums[place], linears[place])
        let (g, w) = (try gradient.dense, variable.value.detached)
        let rate = try step.rate(variable.dtype)
        let l2 = try numbers.l2 + numbers.beta / (2 * rate)
        let shrunk = try g + 2 * numbers.l2Shrinkage * w
        let newSum = try sum.value + g * g
        let gap = try power(newSum) - power(sum.value)
        try linear.add(shrunk - gap / rate * w)
        let quadratic = try power(newSum) / rate + 2 * l2
        let limit = Tensor(.float(numbers.l1), variable.dtype)
        let clipped = try linear.value.clipped(to: -limit, limit)
        variable.assign(try (clipped - linear.value) / quadratic)
        sum.assign(newSum)
    }

    private func power(_ x: Tensor) throws -> Tensor {
        try BinaryOperation.power(x, Tensor(.float(-numbers.ratePower), x.dtype))
    }
}
