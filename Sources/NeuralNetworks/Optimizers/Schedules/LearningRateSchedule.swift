import Tensors

/// A learning rate as a function of the number of steps.
package protocol LearningRateSchedule {
    /// The rate after some steps, given as a single number of any type, eagerly or as a graph computes it.
    func rate(at step: Tensor, inGraph: Bool) throws -> Tensor
}

extension LearningRateSchedule {
    /// A single number as schedules compute with them.
    func number(_ value: Double) -> Tensor { Tensor(scalar: Float(value)) }

    /// step / steps. A graph multiplies by the reciprocal of what is constant.
    func share(_ step: Tensor, of steps: Double, inGraph: Bool) throws -> Tensor {
        inGraph ? try step * (number(1) / number(steps)) : try step / number(steps)
    }

    /// The count of steps as such a number.
    func number(_ step: Tensor) throws -> Tensor { try step.cast(to: .float32) }
}
