import Tensors

extension LossFunction {
    package static let hinge = ofNumbers("hinge") { truth, prediction in
        try margin(truth, prediction).mean(axes: [-1])
    }

    package static let squaredHinge = ofNumbers("squared_hinge") { truth, prediction in
        try UnaryOperation.square(margin(truth, prediction)).mean(axes: [-1])
    }

    package static let categoricalHinge = ofNumbers("categorical_hinge") { truth, prediction in
        let hit = try (truth * prediction).sum(axes: [-1])
        let miss = try ((1 - truth) * prediction).max(axes: [-1])
        let gap = try miss - hit + 1
        return try BinaryOperation.maximum(gap, gap.scalar(0))
    }

    /// What is missing to the right side of the margin; labels 0 and 1 stand for -1 and 1.
    private static func margin(_ truth: Tensor, _ prediction: Tensor) throws -> Tensor {
        let isBinary = truth.doubles.allSatisfy { $0 == 0 || $0 == 1 }
        let signs = try isBinary ? 2 * truth - 1 : truth
        let gap = try 1 - signs * prediction
        return try BinaryOperation.maximum(gap, gap.scalar(0))
    }
}
