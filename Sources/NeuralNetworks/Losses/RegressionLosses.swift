import Tensors

extension LossFunction {
    /// Keras' epsilon, which keeps logarithms and quotients finite.
    static let epsilon = 1e-7

    /// A function of the labels as numbers of the predictions' type.
    static func ofNumbers(
        _ name: String, inGraph graphBody: Body? = nil, _ body: @escaping Body
    ) -> LossFunction {
        func casting(_ body: @escaping Body) -> Body { { try body($0.cast(to: $1.dtype), $1) } }
        return LossFunction(name, inGraph: graphBody.map(casting), casting(body))
    }

    package static let meanSquaredError = ofNumbers("mean_squared_error") { truth, prediction in
        try BinaryOperation.squaredDifference(prediction, truth).mean(axes: [-1])
    }

    package static let meanAbsoluteError = ofNumbers("mean_absolute_error") { truth, prediction in
        try UnaryOperation.absolute(prediction - truth).mean(axes: [-1])
    }

    package static let meanAbsolutePercentageError = ofNumbers("mean_absolute_percentage_error") {
        truth, prediction in
        let size = try BinaryOperation.maximum(
            UnaryOperation.absolute(truth), truth.scalar(epsilon))
        let parts = try UnaryOperation.absolute((truth - prediction) / size)
        return try 100 * parts.mean(axes: [-1])
    }

    /// Graphs take log(x + 1) for log1p(x).
    package static let meanSquaredLogarithmicError = ofNumbers(
        "mean_squared_logarithmic_error",
        inGraph: { truth, prediction in
            try logarithmicError(truth, prediction) { try UnaryOperation.log1p($0) }
        },
        { truth, prediction in
            try logarithmicError(truth, prediction) { try UnaryOperation.log($0 + 1) }
        })

    private static func logarithmicError(
        _ truth: Tensor, _ prediction: Tensor, _ logarithm: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        func part(_ x: Tensor) throws -> Tensor {
            try logarithm(BinaryOperation.maximum(x, x.scalar(epsilon)))
        }
        return try BinaryOperation.squaredDifference(part(prediction), part(truth))
            .mean(axes: [-1])
    }

    package static let logCosh = ofNumbers("log_cosh") { truth, prediction in
        let x = try prediction - truth
        let ln2 = try UnaryOperation.log(x.scalar(2))
        return try (x + UnaryOperation.softplus(-2 * x) - ln2).mean(axes: [-1])
    }

    package static let poisson = ofNumbers("poisson") { truth, prediction in
        try (prediction - truth * UnaryOperation.log(prediction + epsilon)).mean(axes: [-1])
    }

    package static let klDivergence = ofNumbers("kl_divergence") { truth, prediction in
        let truth = try truth.clipped(to: truth.scalar(epsilon), truth.scalar(1))
        let prediction = try prediction.clipped(
            to: prediction.scalar(epsilon), prediction.scalar(1))
        return try (truth * UnaryOperation.log(truth / prediction)).sum(axes: [-1])
    }

    /// Squared below a distance `delta`, linear beyond it.
    package static func huber(delta: Double = 1) -> LossFunction {
        ofNumbers("huber") { truth, prediction in
            let error = try prediction - truth
            let size = try UnaryOperation.absolute(error)
            let delta = error.scalar(delta)
            let inner = try error.scalar(0.5) * UnaryOperation.square(error)
            let outer = try delta * size - error.scalar(0.5) * UnaryOperation.square(delta)
            let isSmall = try ComparisonOperation.lessOrEqual(size, delta)
            return try Tensor.select(isSmall, inner, outer).mean(axes: [-1])
        }
    }

    /// Minus the cosine of the angle between the vectors along an axis.
    package static func cosineSimilarity(axis: Int = -1) -> LossFunction {
        ofNumbers("cosine_similarity") { truth, prediction in
            let product = try truth.normalized(axis: axis) * prediction.normalized(axis: axis)
            return try -product.sum(axes: [axis])
        }
    }
}

extension Tensor {
    /// The vectors along an axis at length 1, as `l2_normalize` computes them.
    package func normalized(axis: Int) throws -> Tensor {
        let squares = try UnaryOperation.square(self).sum(axes: [axis], keeping: true)
        let floored = try BinaryOperation.maximum(squares, scalar(1e-12))
        return try self * UnaryOperation.reciprocalSquareRoot(floored)
    }
}
