import Tensors

/// The area under the curve of hits over false alarms, or of precision over recall.
package final class AUC: ConfusionMetric {
    package enum Curve: String, Sendable { case roc = "ROC", pr = "PR" }
    package enum Summation: String, Sendable { case interpolation, minoring, majoring }

    private let curve: Curve
    private let summation: Summation
    private let fromLogits: Bool

    package init(
        thresholdCount: Int = 200, curve: Curve = .roc, summation: Summation = .interpolation,
        fromLogits: Bool = false, name: String = "auc"
    ) {
        self.curve = curve
        self.summation = summation
        self.fromLogits = fromLogits
        let steps = max(thresholdCount - 1, 1)
        let inner = (1..<max(steps, 1)).map { Double($0) / Double(steps) }
        super.init(
            name: name, outcomes: Outcome.allCases, thresholds: [-1e-7] + inner + [1 + 1e-7])
    }

    /// Predictions fall into buckets between evenly spread thresholds.
    override func isPositive(_ prediction: Float, _ index: Int) -> Bool {
        let bucket = (prediction * Float(thresholds.count - 1)).rounded(.up) - 1
        return max(bucket, 0) >= Float(index)
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        let shares = try fromLogits ? UnaryOperation.sigmoid(prediction) : prediction
        try super.update(truth, shares, weights: weights)
    }

    package override func result() throws -> Tensor {
        let (hits, misses) = (count(.truePositives), count(.falseNegatives))
        let alarms = count(.falsePositives)
        if curve == .pr, summation == .interpolation { return try interpolatedPR() }
        let recall = try hits.dividedOrZero(by: hits + misses)
        let x: Tensor
        let y: Tensor
        if curve == .roc {
            x = try alarms.dividedOrZero(by: alarms + count(.trueNegatives))
            y = recall
        } else {
            x = recall
            y = try hits.dividedOrZero(by: hits + alarms)
        }
        let (left, right) = (try y.head(), try y.tail())
        let heights: Tensor
        switch summation {
        case .interpolation: heights = try (left + right) / 2
        case .minoring: heights = try BinaryOperation.minimum(left, right)
        case .majoring: heights = try BinaryOperation.maximum(left, right)
        }
        return try ((x.head() - x.tail()) * heights).sum()
    }

    /// Davis and Goadrich's interpolation between the points of precision and recall.
    private func interpolatedPR() throws -> Tensor {
        let (hits, misses) = (count(.truePositives), count(.falseNegatives))
        let positives = try hits + count(.falsePositives)
        let gain = try hits.head() - hits.tail()
        let slope = try gain.dividedOrZero(
            by: BinaryOperation.maximum(positives.head() - positives.tail(), hits.scalar(0)))
        let intercept = try hits.tail() - slope * positives.tail()
        let isSafe = try ComparisonOperation.greater(positives.head(), hits.scalar(0)).and(
            ComparisonOperation.greater(positives.tail(), hits.scalar(0)))
        let ratio = try Tensor.select(
            isSafe,
            positives.head().dividedOrZero(
                by: BinaryOperation.maximum(positives.tail(), hits.scalar(0))),
            Tensor(repeating: .int(1), shape: gain.shape, dtype))
        let area = try slope * (gain + intercept * UnaryOperation.log(ratio))
        let below = try BinaryOperation.maximum(hits.tail() + misses.tail(), hits.scalar(0))
        return try area.dividedOrZero(by: below).sum()
    }
}

extension Tensor {
    fileprivate func head() throws -> Tensor { try indexed([.slice(nil, -1, 1)]) }
    fileprivate func tail() throws -> Tensor { try indexed([.slice(1, nil, 1)]) }
}
