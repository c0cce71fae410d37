import Tensors

/// rate · decay^(step / steps).
package struct ExponentialDecay: LearningRateSchedule {
    package let initial: Double
    package let steps: Double
    package let decay: Double
    package let isStaircase: Bool

    package init(initial: Double, steps: Double, decay: Double, isStaircase: Bool) {
        self.initial = initial
        self.steps = steps
        self.decay = decay
        self.isStaircase = isStaircase
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        var part = try share(number(step), of: steps, inGraph: inGraph)
        if isStaircase { part = try UnaryOperation.floor(part) }
        return try number(initial) * BinaryOperation.power(number(decay), part)
    }
}

/// rate / (1 + decay · step / steps).
package struct InverseTimeDecay: LearningRateSchedule {
    package let initial: Double
    package let steps: Double
    package let decay: Double
    package let isStaircase: Bool

    package init(initial: Double, steps: Double, decay: Double, isStaircase: Bool) {
        self.initial = initial
        self.steps = steps
        self.decay = decay
        self.isStaircase = isStaircase
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        if inGraph, !isStaircase {
            // Both constants become one factor.
            let factor = try number(decay) * (number(1) / number(steps))
            return try number(initial) / (1 + number(step) * factor)
        }
        var part = try share(number(step), of: steps, inGraph: inGraph)
        if isStaircase { part = try UnaryOperation.floor(part) }
        return try number(initial) / (1 + number(decay) * part)
    }
}

/// One rate up to each boundary, and another beyond it.
package struct PiecewiseConstantDecay: LearningRateSchedule {
    package let boundaries: [Double]
    package let values: [Double]

    /// Throws where the rates are not one more than the boundaries.
    package init(boundaries: [Double], values: [Double]) throws {
        guard boundaries.count == values.count - 1 else {
            throw LayerError(
                "ValueError",
                "The length of boundaries should be 1 less than the length of values. Received: boundaries=\(boundaries) of length \(boundaries.count), and values=\(values) of length \(values.count)."
            )
        }
        self.boundaries = boundaries
        self.values = values
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        let step = step.item.double
        return number(values[boundaries.firstIndex { step <= $0 } ?? boundaries.count])
    }
}

/// From one rate to another along a power of the way.
package struct PolynomialDecay: LearningRateSchedule {
    package let initial: Double
    package let steps: Double
    package let end: Double
    package let power: Double
    package let isCycle: Bool

    package init(initial: Double, steps: Double, end: Double, power: Double, isCycle: Bool) {
        self.initial = initial
        self.steps = steps
        self.end = end
        self.power = power
        self.isCycle = isCycle
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        let step = try number(step)
        let done: Tensor
        if isCycle {
            let rounds = try UnaryOperation.ceiling(share(step, of: steps, inGraph: inGraph))
            done = try step / (number(steps) * (step.item.double == 0 ? number(1) : rounds))
        } else {
            let least = try BinaryOperation.minimum(step, number(steps))
            done = try share(least, of: steps, inGraph: inGraph)
        }
        let left = try BinaryOperation.power(1 - done, number(power))
        return try (number(initial) - number(end)) * left + number(end)
    }
}
