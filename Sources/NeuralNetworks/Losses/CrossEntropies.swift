import Tensors

extension LossFunction {
    /// The cross-entropy of labels as distributions over classes.
    package static func categoricalCrossentropy(
        fromLogits: Bool = false, labelSmoothing: Double = 0, axis: Int = -1
    ) -> LossFunction {
        ofNumbers("categorical_crossentropy") { truth, prediction in
            var truth = truth
            if labelSmoothing != 0 {
                let classes = Double(truth.shape.innermost)
                truth =
                    try truth * (1 - labelSmoothing)
                    + truth.scalar(labelSmoothing) / classes
            }
            guard truth.shape == prediction.shape else {
                throw LayerError(
                    "ValueError",
                    "Shapes \(truth.shape) and \(prediction.shape) are incompatible")
            }
            if let logits = try Logits.of(prediction, isLogits: fromLogits) {
                return try moved(logits, axis) { logits in
                    try flat(logits, truth.moved(axis)) { try $0.softmaxCrossEntropy(labels: $1) }
                }
            }
            let shares = try prediction / prediction.sum(axes: [axis], keeping: true)
            let safe = try shares.clippedToOpenUnit()
            return try -(truth * UnaryOperation.log(safe)).sum(axes: [axis])
        }
    }

    /// The cross-entropy of labels as class numbers; those of `ignoredClass` cost nothing.
    package static func sparseCategoricalCrossentropy(
        fromLogits: Bool = false, ignoredClass: Int? = nil, axis: Int = -1
    ) -> LossFunction {
        LossFunction("sparse_categorical_crossentropy") { truth, prediction in
            var logits: Tensor
            if let given = try Logits.of(prediction, isLogits: fromLogits) {
                logits = given
            } else {
                logits = try UnaryOperation.log(prediction.clippedToOpenUnit())
            }
            logits = try logits.moved(axis)
            let classes = logits.shape.innermost
            let places = Shape(Array(logits.shape.dimensions.dropLast()))
            var labels = try truth.cast(to: .int64).reshaped(to: [truth.count])
            guard labels.count == places.count else {
                throw TensorError.invalidArgument(
                    operation: "SparseSoftmaxCrossEntropyWithLogits",
                    "logits and labels must have the same first dimension, got logits shape [\(places.count),\(classes)] and labels shape [\(labels.count)]"
                )
            }
            var kept: Tensor?
            if let ignoredClass {
                let isKept = try ComparisonOperation.notEqual(
                    labels, Tensor(scalar: Int64(ignoredClass)))
                labels = try labels * isKept.cast(to: .int64)
                kept = isKept
            }
            let rows = try logits.reshaped(to: [places.count, classes])
            var losses = try rows.softmaxCrossEntropy(classes: labels)
            if let kept { losses = try losses * kept.cast(to: losses.dtype) }
            let shaped = try losses.reshaped(to: places)
            shaped.mask = try kept?.reshaped(to: places)
            return shaped
        }
    }

    /// The cross-entropy of labels that are probabilities of one event each.
    package static func binaryCrossentropy(
        fromLogits: Bool = false, labelSmoothing: Double = 0, axis: Int = -1
    ) -> LossFunction {
        ofNumbers("binary_crossentropy") { truth, prediction in
            let truth =
                labelSmoothing == 0
                ? truth : try truth * (1 - labelSmoothing) + 0.5 * truth.scalar(labelSmoothing)
            return try binaryEntropies(truth, prediction, fromLogits).mean(axes: [axis])
        }
    }

    /// Binary cross-entropy that weighs down what is predicted well.
    package static func binaryFocalCrossentropy(
        balancing: Bool = false, alpha: Double = 0.25, gamma: Double = 2,
        fromLogits: Bool = false, labelSmoothing: Double = 0, axis: Int = -1
    ) -> LossFunction {
        ofNumbers("binary_focal_crossentropy") { truth, prediction in
            let truth =
                labelSmoothing == 0
                ? truth : try truth * (1 - labelSmoothing) + 0.5 * truth.scalar(labelSmoothing)
            let share = try fromLogits ? UnaryOperation.sigmoid(prediction) : prediction
            let entropy = try binaryEntropies(truth, share, false)
            let right = try truth * share + (1 - truth) * (1 - share)
            let focus = try BinaryOperation.power(1 - right, right.scalar(gamma))
            var losses = try focus * entropy
            if balancing {
                losses = try (truth * alpha + (1 - truth) * (1 - alpha)) * losses
            }
            return try losses.mean(axes: [axis])
        }
    }

    /// Categorical cross-entropy that weighs down what is predicted well.
    package static func categoricalFocalCrossentropy(
        alpha: Double = 0.25, gamma: Double = 2, fromLogits: Bool = false,
        labelSmoothing: Double = 0, axis: Int = -1
    ) -> LossFunction {
        ofNumbers("categorical_focal_crossentropy") { truth, prediction in
            var truth = truth
            if labelSmoothing != 0 {
                let classes = Double(truth.shape.innermost)
                truth =
                    try truth * (1 - labelSmoothing)
                    + truth.scalar(labelSmoothing) / classes
            }
            let shares = try fromLogits ? prediction.softmax(axis: axis) : prediction
            let safe = try (shares / shares.sum(axes: [axis], keeping: true)).clippedToOpenUnit()
            let entropy = try -truth * UnaryOperation.log(safe)
            let focus = try BinaryOperation.power(1 - safe, safe.scalar(gamma))
            return try (alpha * focus * entropy).sum(axes: [axis])
        }
    }

    private static func binaryEntropies(
        _ truth: Tensor, _ prediction: Tensor, _ fromLogits: Bool
    ) throws -> Tensor {
        if let logits = try Logits.of(prediction, isLogits: fromLogits) {
            return try logits.sigmoidCrossEntropy(labels: truth)
        }
        let safe = try prediction.clippedToOpenUnit()
        let hit = try truth * UnaryOperation.log(safe + epsilon)
        let miss = try (1 - truth) * UnaryOperation.log(1 - safe + epsilon)
        return try -(hit + miss)
    }

    private static func moved(
        _ logits: Tensor, _ axis: Int, _ body: (Tensor) throws -> Tensor
    ) throws -> Tensor { try body(logits.moved(axis)) }

    /// Computes with rows of a matrix, and gives the result the shape that the rows had.
    private static func flat(
        _ logits: Tensor, _ truth: Tensor, _ body: (Tensor, Tensor) throws -> Tensor
    ) throws -> Tensor {
        let places = Shape(Array(logits.shape.dimensions.dropLast()))
        let rows: Shape = [places.count, logits.shape.innermost]
        return try body(logits.reshaped(to: rows), truth.reshaped(to: rows)).reshaped(to: places)
    }
}

/// Where cross-entropies find logits, which they compute with more exactly than with probabilities.
enum Logits {
    /// The predictions where they are logits, or what an activation made them from; nil for mere
    /// probabilities.
    static func of(_ prediction: Tensor, isLogits: Bool) throws -> Tensor? {
        prediction.logits ?? (isLogits ? prediction : nil)
    }
}

extension Tensor {
    /// The axis of the classes behind all others.
    fileprivate func moved(_ axis: Int) throws -> Tensor {
        let resolved = axis < 0 ? axis + rank : axis
        guard (0..<rank).contains(resolved), resolved != rank - 1 else { return self }
        let others = Array(0..<rank).filter { $0 != resolved }
        return try transposed(others + [resolved])
    }

    /// Probabilities kept away from 0 and 1 by Keras' epsilon.
    fileprivate func clippedToOpenUnit() throws -> Tensor {
        try clipped(to: scalar(LossFunction.epsilon), scalar(1 - LossFunction.epsilon))
    }
}
