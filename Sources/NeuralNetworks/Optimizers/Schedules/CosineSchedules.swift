import Tensors

/// Down along half a cosine, after a warm-up where one is asked for.
package struct CosineDecay: LearningRateSchedule {
    package let initial: Double
    package let steps: Double
    package let alpha: Double
    /// The rate that the warm-up reaches; nil for none.
    package let warmupTarget: Double?
    package let warmupSteps: Double

    package init(
        initial: Double, steps: Double, alpha: Double, warmupTarget: Double?, warmupSteps: Double
    ) {
        self.initial = initial
        self.steps = steps
        self.alpha = alpha
        self.warmupTarget = warmupTarget
        self.warmupSteps = warmupSteps
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        let step = try number(step)
        guard let warmupTarget else {
            let least = try BinaryOperation.minimum(step, number(steps))
            return try decayed(least, from: initial)
        }
        let last = try number(steps) + number(warmupSteps)
        let now = try BinaryOperation.minimum(step, last)
        if now.item.double < warmupSteps {
            let gain = try number(warmupTarget) - number(initial)
            let part = try now / number(warmupSteps)
            return try gain * part + number(initial)
        }
        return try decayed(now - number(warmupSteps), from: warmupTarget)
    }

    private func decayed(_ step: Tensor, from rate: Double) throws -> Tensor {
        let angle = try number(Double.pi) * (step / number(steps))
        let cosine = try 0.5 * (1 + UnaryOperation.cos(angle))
        return try number(rate) * ((1 - alpha) * cosine + alpha)
    }
}

/// Half cosines one after the other, each longer and lower by a factor.
package struct CosineDecayRestarts: LearningRateSchedule {
    package let initial: Double
    package let firstSteps: Double
    package let lengthFactor: Double
    package let heightFactor: Double
    package let alpha: Double

    package init(
        initial: Double, firstSteps: Double, lengthFactor: Double, heightFactor: Double,
        alpha: Double
    ) {
        self.initial = initial
        self.firstSteps = firstSteps
        self.lengthFactor = lengthFactor
        self.heightFactor = heightFactor
        self.alpha = alpha
    }

    package func rate(at step: Tensor, inGraph: Bool) throws -> Tensor {
        let (round, part) = try place(share(number(step), of: firstSteps, inGraph: inGraph))
        let height = try BinaryOperation.power(number(heightFactor), round)
        let angle = try number(Double.pi) * part
        let cosine = try 0.5 * height * (1 + UnaryOperation.cos(angle))
        return try number(initial) * ((1 - alpha) * cosine + alpha)
    }

    /// Which cosine it is, and how much of it is done.
    private func place(_ done: Tensor) throws -> (round: Tensor, part: Tensor) {
        if lengthFactor == 1 {
            let round = try UnaryOperation.floor(done)
            return (round, try done - round)
        }
        let factor = number(lengthFactor)
        let grown = try UnaryOperation.log(1 - done * (1 - factor))
        let round = try UnaryOperation.floor(grown / UnaryOperation.log(factor))
        let scale = try BinaryOperation.power(factor, round)
        let before = try (1 - scale) / (1 - factor)
        return (round, try (done - before) / scale)
    }
}
