import Tensors

/// A learning rate as a function of the number of steps.
package protocol LearningRateSchedule {
    /// The rate after some steps, given as a single number of any type.
    func rate(at step: Tensor) throws -> Tensor
}

extension LearningRateSchedule {
    /// A single number as schedules compute with them.
    func number(_ value: Double) -> Tensor { Tensor(scalar: Float(value)) }

    /// The count of steps as such a number.
    func number(_ step: Tensor) throws -> Tensor { try step.cast(to: .float32) }
}
