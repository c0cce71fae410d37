/// Keras' orthogonal initialiser: the orthonormal columns, or rows, of a random matrix.
package enum OrthogonalWeights {
    /// Weights of `shape`, two axes or more, drawn with `seed`; all axes but the last count as one.
    package static func weights(
        _ shape: Shape, gain: Double = 1, seed: Int, dtype: DType = .float32
    ) -> Tensor {
        let columns = shape.innermost
        let rows = shape.dimensions.dropLast().reduce(1, *)
        let tall: Shape = [max(rows, columns), min(rows, columns)]
        let (q, r) = QR.factor(StatelessRandom(seed, 0).normal(tall, dtype: dtype))
        return dtype == .float64
            ? oriented(q, r, isWide: rows < columns, shape, gain: gain)
            : oriented(q, r, isWide: rows < columns, shape, gain: Float(gain))
    }

    /// The factorisation is unique only up to the columns' signs; those of r's diagonal make it so.
    private static func oriented<Real: BinaryFloatingPoint & TensorScalar>(
        _ q: Tensor, _ r: Tensor, isWide: Bool, _ shape: Shape, gain: Real
    ) -> Tensor {
        let (rows, columns) = (q.shape[0], q.shape[1])
        let source = q.elements(of: Real.self)
        let upper = r.elements(of: Real.self)
        let signs = (0..<columns).map { column -> Real in
            let diagonal = upper[column * columns + column]
            return diagonal < 0 ? -1 : diagonal > 0 ? 1 : 0
        }
        return Tensor(shape: shape, of: Real.self) { target in
            for row in 0..<rows {
                for column in 0..<columns {
                    let index = isWide ? column * rows + row : row * columns + column
                    target[index] = gain * (source[row * columns + column] * signs[column])
                }
            }
        }
    }
}
