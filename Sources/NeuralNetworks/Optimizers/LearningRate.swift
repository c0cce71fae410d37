import Tensors

/// How large the steps of an optimizer are.
package enum LearningRate {
    /// A number that can be assigned anew.
    case constant(Variable)
    /// A function of the number of steps, and the variable that holds what it gave last.
    case schedule(any LearningRateSchedule, current: Variable)

    /// A fixed rate.
    package init(_ rate: Double) {
        self = .constant(
            Variable(
                Tensor(scalar: Float(rate)), name: "learning_rate", isTrainable: false, tapes: nil))
    }

    /// A rate that a schedule gives.
    package init(_ schedule: any LearningRateSchedule) throws {
        let first = try schedule.rate(at: Tensor(scalar: Int64(0)), inGraph: false)
        self = .schedule(
            schedule,
            current: Variable(
                first, name: "current_learning_rate", isTrainable: false, tapes: nil))
    }

    /// The variable that holds the present rate.
    package var variable: Variable {
        switch self {
        case .constant(let variable): variable
        case .schedule(_, let current): current
        }
    }

    /// Asks the schedule, if there is one, for the rate after some steps.
    func refresh(after steps: Tensor, inGraph: Bool) throws {
        guard case .schedule(let schedule, let current) = self else { return }
        current.assign(try schedule.rate(at: steps, inGraph: inGraph).cast(to: current.dtype))
    }
}
