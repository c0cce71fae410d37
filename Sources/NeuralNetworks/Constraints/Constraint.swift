import Tensors

/// A limit that weights are brought back into after each step.
package struct Constraint {
    /// Keras' class: `MaxNorm`.
    package let className: String
    private let function: (Tensor) throws -> Tensor

    /// A limit of one's own.
    package init(_ className: String, _ function: @escaping (Tensor) throws -> Tensor) {
        self.className = className
        self.function = function
    }

    /// The weights within the limit.
    package func apply(to weights: Tensor) throws -> Tensor { try function(weights.detached) }

    /// Keras' epsilon, which keeps quotients of norms finite.
    private static let epsilon = 1e-7

    /// Columns no longer than `limit`.
    package static func maxNorm(_ limit: Double, axes: [Int]) -> Constraint {
        Constraint("MaxNorm") { w in
            let norms = try norms(w, axes)
            let desired = try norms.clipped(to: norms.scalar(0), norms.scalar(limit))
            return try w * (desired / (epsilon + norms))
        }
    }

    /// Weights that are not negative.
    package static var nonNegative: Constraint {
        Constraint("NonNeg") { w in
            try w * ComparisonOperation.greaterOrEqual(w, w.scalar(0)).cast(to: w.dtype)
        }
    }

    /// Columns of length 1.
    package static func unitNorm(axes: [Int]) -> Constraint {
        Constraint("UnitNorm") { w in try w / (epsilon + norms(w, axes)) }
    }

    /// Columns whose length is moved into a range by a share.
    package static func minMaxNorm(
        _ low: Double, _ high: Double, rate: Double, axes: [Int]
    ) -> Constraint {
        Constraint("MinMaxNorm") { w in
            let norms = try norms(w, axes)
            let clipped = try norms.clipped(to: norms.scalar(low), norms.scalar(high))
            let desired = try rate * clipped + (1 - rate) * norms
            return try w * (desired / (epsilon + norms))
        }
    }

    private static func norms(_ w: Tensor, _ axes: [Int]) throws -> Tensor {
        try UnaryOperation.squareRoot(UnaryOperation.square(w).sum(axes: axes, keeping: true))
    }
}
