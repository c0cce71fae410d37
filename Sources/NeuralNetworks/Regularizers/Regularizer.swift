import Tensors

/// A price on large weights that is added to the loss.
package struct Regularizer {
    /// Keras' class: `L2`.
    package let className: String
    private let function: (Tensor) throws -> Tensor

    /// A price of one's own.
    package init(_ className: String, _ function: @escaping (Tensor) throws -> Tensor) {
        self.className = className
        self.function = function
    }

    /// The price of the weights.
    package func callAsFunction(_ weights: Tensor) throws -> Tensor { try function(weights) }

    /// l1 · Σ|w|.
    package static func l1(_ factor: Double) -> Regularizer {
        Regularizer("L1") { try factor * UnaryOperation.absolute($0).sum() }
    }

    /// l2 · Σw², summed as TensorFlow's `l2_loss` does.
    package static func l2(_ factor: Double) -> Regularizer {
        Regularizer("L2") { w in try 2 * factor * w.halfSquareSum() }
    }

    /// Both prices.
    package static func l1l2(l1: Double, l2: Double) -> Regularizer {
        Regularizer("L1L2") { w in
            var total = w.scalar(0)
            if l1 != 0 { total = try total + l1 * UnaryOperation.absolute(w).sum() }
            if l2 != 0 { total = try total + 2 * l2 * w.halfSquareSum() }
            return total
        }
    }

    /// A price on rows, or columns, that are not at right angles.
    package static func orthogonal(_ factor: Double, rows: Bool) -> Regularizer {
        Regularizer("OrthogonalRegularizer") { w in
            guard w.rank == 2 else {
                throw LayerError(
                    "ValueError",
                    "Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape == \(w.shape)"
                )
            }
            let axis = rows ? 1 : 0
            let squares = try UnaryOperation.square(w).sum(axes: [axis], keeping: true)
            let floor = w.scalar(1e-12)
            let unit =
                try w
                * UnaryOperation.reciprocalSquareRoot(BinaryOperation.maximum(squares, floor))
            let size = rows ? w.shape[0] : w.shape[1]
            let product =
                try rows
                ? unit.matmul(unit.transposed()) : unit.transposed().matmul(unit)
            let identity = try Tensor.identityMatrix(rows: size, dtype: w.dtype)
            let off = try product * (1 - identity)
            let pairs = Double(size * (size - 1)) / 2
            return try factor * 0.5 * UnaryOperation.absolute(off).sum() / pairs
        }
    }
}

extension Tensor {
    /// Σw² / 2, in TensorFlow's order.
    func halfSquareSum() throws -> Tensor { try (self * self * 0.5).sum() }
}
