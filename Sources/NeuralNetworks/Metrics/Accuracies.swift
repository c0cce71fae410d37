import Tensors

extension LossFunction {
    /// Where predictions equal the labels.
    package static let accuracy = LossFunction("accuracy") { truth, prediction in
        try ComparisonOperation.equal(truth, prediction).cast(to: .float32)
    }

    /// How many of the predictions are on the labels' side of a threshold.
    package static func binaryAccuracy(threshold: Double = 0.5) -> LossFunction {
        LossFunction("binary_accuracy") { truth, prediction in
            let side = try ComparisonOperation.greater(prediction, prediction.scalar(threshold))
                .cast(to: prediction.dtype)
            let hits = try ComparisonOperation.equal(truth.cast(to: prediction.dtype), side)
            return try hits.cast(to: .float32).mean(axes: [-1])
        }
    }

    /// Where the greatest prediction is the class of the greatest label.
    package static let categoricalAccuracy = LossFunction("categorical_accuracy") {
        truth, prediction in
        try hits(truth.argmax(axis: -1), prediction)
    }

    /// Where the greatest prediction is the class that the label names.
    package static let sparseCategoricalAccuracy = LossFunction("sparse_categorical_accuracy") {
        truth, prediction in
        let isColumn =
            truth.rank == prediction.rank && truth.shape.innermost == 1 && prediction.rank > 0
        let labels =
            try isColumn
            ? truth.reshaped(to: Shape(Array(truth.shape.dimensions.dropLast()))) : truth
        return try hits(labels, prediction)
    }

    /// Where the class of the greatest label is among the `k` greatest predictions.
    package static func topK(_ k: Int = 5) -> LossFunction {
        LossFunction("top_k_categorical_accuracy") { truth, prediction in
            try hits(truth.argmax(axis: -1), prediction, among: k)
        }
    }

    /// Where the class that the label names is among the `k` greatest predictions.
    package static func sparseTopK(_ k: Int = 5) -> LossFunction {
        LossFunction("sparse_top_k_categorical_accuracy") { truth, prediction in
            try hits(truth, prediction, among: k)
        }
    }

    private static func hits(_ labels: Tensor, _ prediction: Tensor) throws -> Tensor {
        let chosen = try prediction.argmax(axis: -1).cast(to: labels.dtype)
        return try ComparisonOperation.equal(labels, chosen).cast(to: .float32)
    }

    private static func hits(_ labels: Tensor, _ prediction: Tensor, among k: Int) throws -> Tensor
    {
        let classes = prediction.shape.innermost
        let scores = prediction.doubles
        let found = labels.ints.enumerated().map { row, label -> Float in
            guard (0..<classes).contains(label), (row + 1) * classes <= scores.count else {
                return 0
            }
            let own = scores[row * classes + label]
            let better = scores[row * classes..<(row + 1) * classes].count { $0 > own }
            return own.isFinite && better < k ? 1 : 0
        }
        return Tensor(found, shape: labels.shape)
    }
}
