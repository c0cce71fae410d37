import Tensors

/// A number that is followed over the batches of an epoch.
open class Metric {
    package var name: String
    package let dtype: DType
    /// The object that stands for this metric in another room, while it lives.
    package weak var face: AnyObject?
    /// What the metric has counted so far.
    package private(set) var variables: [Variable] = []
    private var beginnings: [Tensor] = []

    package init(name: String, dtype: DType = .float32) {
        self.name = name
        self.dtype = dtype
    }

    /// Takes in a batch of labels and predictions, samples being weighed where weights are given.
    package func update(
        _ truth: Tensor, _ prediction: Tensor, weights: Tensor?
    ) throws {}

    /// The metric of all batches since the last reset.
    package func result() throws -> Tensor { Tensor(zeros: .scalar, dtype) }

    /// Forgets all batches.
    package func reset() throws {
        for (variable, beginning) in zip(variables, beginnings) { variable.assign(beginning) }
    }

    /// Adds a variable of zeros.
    func addVariable(_ name: String, _ shape: Shape = .scalar) -> Variable {
        let beginning = Tensor(zeros: shape, dtype)
        let variable = Variable(beginning, name: name, isTrainable: false, tapes: nil)
        add(variable)
        return variable
    }

    /// Takes in a variable whose present value is its beginning.
    package func add(_ variable: Variable) {
        variables.append(variable)
        beginnings.append(variable.value.detached)
    }
}

extension Tensor {
    /// These divided by others, zero where those are zero.
    func dividedOrZero(by other: Tensor) throws -> Tensor {
        let isZero = try ComparisonOperation.equal(other, other.scalar(0))
        let safe = try Tensor.select(isZero, other.scalar(1), other)
        return try Tensor.select(isZero, scalar(0), self / safe)
    }
}

/// A metric whose counting is done elsewhere.
package final class CustomMetric: Metric {
    /// What the metric does.
    package struct Body {
        let update: (_ truth: Tensor, _ prediction: Tensor, _ weights: Tensor?) throws -> Void
        let result: () throws -> Tensor
        let reset: () throws -> Void

        package init(
            update: @escaping (Tensor, Tensor, Tensor?) throws -> Void,
            result: @escaping () throws -> Tensor, reset: @escaping () throws -> Void
        ) {
            self.update = update
            self.result = result
            self.reset = reset
        }
    }

    private let body: Body

    package init(name: String, _ body: Body) {
        self.body = body
        super.init(name: name)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        try body.update(truth, prediction, weights)
    }

    package override func result() throws -> Tensor { try body.result() }

    package override func reset() throws { try body.reset() }
}

extension CustomMetric {
    /// The mean of a function that is known elsewhere.
    package static func mean(
        of function: @escaping (Tensor, Tensor) throws -> Tensor, name: String
    ) -> CustomMetric {
        let mean = Mean(name: name)
        return CustomMetric(
            name: name,
            Body(
                update: { truth, prediction, weights in
                    let (truth, prediction) = try RankAlignment.aligned(
                        truth.detached, prediction.detached)
                    try mean.update(values: function(truth, prediction), weights: weights)
                }, result: mean.result, reset: mean.reset))
    }
}
