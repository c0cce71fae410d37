import Tensors

/// How often predictions are right and wrong about each side of some thresholds.
open class ConfusionMetric: Metric {
    /// The four ways for a prediction to stand to its label.
    package enum Outcome: Int, CaseIterable, Sendable {
        case truePositives, trueNegatives, falsePositives, falseNegatives

        var variableName: String {
            switch self {
            case .truePositives: "true_positives"
            case .trueNegatives: "true_negatives"
            case .falsePositives: "false_positives"
            case .falseNegatives: "false_negatives"
            }
        }
    }

    package let thresholds: [Double]
    private let outcomes: [Outcome]
    private let classID: Int?
    private let topK: Int?
    private var counts: [Outcome: Variable] = [:]

    package init(
        name: String, outcomes: [Outcome], thresholds: [Double], classID: Int? = nil,
        topK: Int? = nil, variableName: String? = nil, dtype: DType = .float32
    ) {
        self.outcomes = outcomes
        self.thresholds = thresholds
        self.classID = classID
        self.topK = topK
        super.init(name: name, dtype: dtype)
        for outcome in outcomes {
            counts[outcome] = addVariable(
                variableName ?? outcome.variableName, [thresholds.count])
        }
    }

    /// The counts of an outcome, one for each threshold.
    func count(_ outcome: Outcome) -> Tensor {
        counts[outcome]?.value ?? Tensor(zeros: [thresholds.count], dtype)
    }

    /// Whether a prediction is beyond the threshold at an index.
    func isPositive(_ prediction: Float, _ index: Int) -> Bool {
        prediction > Float(thresholds[index])
    }

    package override func update(_ truth: Tensor, _ prediction: Tensor, weights: Tensor?) throws {
        var (truth, prediction) = try RankAlignment.aligned(
            truth.detached.cast(to: .float32), prediction.detached.cast(to: .float32))
        if let topK { prediction = prediction.keepingLargest(topK) }
        var weights = try weights?.detached.cast(to: .float32).aligned(with: prediction)
        if let classID {
            truth = try truth.indexed([.ellipsis, .integer(classID)])
            prediction = try prediction.indexed([.ellipsis, .integer(classID)])
            weights = try weights?.aligned(with: prediction)
        }
        guard truth.shape == prediction.shape else {
            throw LayerError(
                "ValueError", "Shapes \(prediction.shape) and \(truth.shape) are incompatible")
        }
        let labels = truth.elements(of: Float.self).map { $0 != 0 }
        let scores = prediction.elements(of: Float.self)
        let shares = weights?.stretched(to: prediction.shape).contiguous()
            .elements(of: Float.self)
        try add(labels, scores, shares)
    }

    private func add(_ labels: [Bool], _ scores: [Float], _ weights: [Float]?) throws {
        var sums = [[Float]](
            repeating: [Float](repeating: 0, count: thresholds.count),
            count: Outcome.allCases.count)
        for (place, (label, score)) in zip(labels, scores).enumerated() {
            let weight = weights?[place] ?? 1
            for index in thresholds.indices {
                let isPositive = isPositive(score, index)
                let outcome: Outcome =
                    label
                    ? isPositive ? .truePositives : .falseNegatives
                    : isPositive ? .falsePositives : .trueNegatives
                sums[outcome.rawValue][index] += weight
            }
        }
        for (outcome, variable) in counts {
            try variable.add(Tensor(sums[outcome.rawValue]).cast(to: dtype))
        }
    }

    /// A result for each threshold, or a single number for a single one.
    func single(_ results: Tensor) throws -> Tensor {
        results.count == 1 ? try results.reshaped(to: .scalar) : results
    }
}

/// How many of the positive predictions are right.
package final class Precision: ConfusionMetric {
    package init(
        name: String = "precision", thresholds: [Double], classID: Int? = nil, topK: Int? = nil
    ) {
        super.init(
            name: name, outcomes: [.truePositives, .falsePositives], thresholds: thresholds,
            classID: classID, topK: topK)
    }

    package override func result() throws -> Tensor {
        let hits = count(.truePositives)
        return try single(hits.dividedOrZero(by: hits + count(.falsePositives)))
    }
}

/// How many of the positive labels are found.
package final class Recall: ConfusionMetric {
    package init(
        name: String = "recall", thresholds: [Double], classID: Int? = nil, topK: Int? = nil
    ) {
        super.init(
            name: name, outcomes: [.truePositives, .falseNegatives], thresholds: thresholds,
            classID: classID, topK: topK)
    }

    package override func result() throws -> Tensor {
        let hits = count(.truePositives)
        return try single(hits.dividedOrZero(by: hits + count(.falseNegatives)))
    }
}

/// How often one outcome occurs.
package final class OutcomeCount: ConfusionMetric {
    private let outcome: Outcome

    package init(_ outcome: Outcome, name: String, thresholds: [Double]) {
        self.outcome = outcome
        super.init(
            name: name, outcomes: [outcome], thresholds: thresholds, variableName: "accumulator")
    }

    package override func result() throws -> Tensor { try single(count(outcome)) }
}

extension Tensor {
    /// The `k` largest elements of each row; the others become minus infinity, which no threshold passes.
    fileprivate func keepingLargest(_ k: Int) -> Tensor {
        let width = Swift.max(shape.innermost, 1)
        var elements: [Float] = self.elements()
        for start in stride(from: 0, to: elements.count, by: width) {
            let row = elements[start..<start + width]
            let order = row.indices.sorted { row[$0] > row[$1] }
            for place in order.dropFirst(Swift.max(k, 0)) { elements[place] = -.infinity }
        }
        return Tensor(elements, shape: shape)
    }
}
