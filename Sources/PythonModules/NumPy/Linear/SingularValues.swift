/// A = U·diag(s)·Vᵀ with descending s, by rotations of the columns.
struct SingularValues {
    let u: Matrix
    let values: [Double]
    /// The right vectors in columns.
    let v: Matrix

    private static let sweeps = 60

    init(_ matrix: Matrix) {
        // Tall matrices are rotated as they are, wide ones transposed.
        let isTall = matrix.rows >= matrix.columns
        var work = isTall ? matrix : matrix.transposed
        var right = Matrix.identity(work.columns)
        for _ in 0..<Self.sweeps where !Self.sweep(&work, &right) { break }
        let lengths = (0..<work.columns).map { column in
            work.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        let order = (0..<work.columns).sorted { lengths[$0] > lengths[$1] }
        let sizes = order.map { lengths[$0] }
        var left = work.selectingColumns(order).scalingColumns(
            by: sizes.map { $0 > 0 ? 1 / $0 : 0 })
        var other = right.selectingColumns(order)
        left.complete(sizes)
        Self.fixSigns(&left, &other)
        values = sizes
        u = isTall ? left : other
        v = isTall ? other : left
    }

    /// Makes every pair of columns orthogonal; false when all were.
    private static func sweep(_ a: inout Matrix, _ v: inout Matrix) -> Bool {
        var isChanged = false
        for p in 0..<a.columns {
            for q in (p + 1)..<max(a.columns, p + 1) {
                var (alpha, beta, gamma) = (0.0, 0.0, 0.0)
                for row in 0..<a.rows {
                    alpha += a[row, p] * a[row, p]
                    beta += a[row, q] * a[row, q]
                    gamma += a[row, p] * a[row, q]
                }
                guard gamma != 0, abs(gamma) > 1e-16 * (alpha * beta).squareRoot() else { continue }
                isChanged = true
                let zeta = (beta - alpha) / (2 * gamma)
                let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
                let c = 1 / (1 + t * t).squareRoot()
                a.rotateColumns(p, q, c, c * t)
                v.rotateColumns(p, q, c, c * t)
            }
        }
        return isChanged
    }

    /// LAPACK's reflections leave the first component of a left vector negative where there is a choice.
    private static func fixSigns(_ left: inout Matrix, _ right: inout Matrix) {
        guard left.rows > 0 else { return }
        let factors = (0..<left.columns).map { left[0, $0] > 0 ? -1.0 : 1.0 }
        left = left.scalingColumns(by: factors)
        right = right.scalingColumns(by: factors)
    }
}

extension Matrix {
    fileprivate mutating func rotateColumns(_ p: Int, _ q: Int, _ c: Double, _ s: Double) {
        for row in 0..<rows {
            let (x, y) = (self[row, p], self[row, q])
            self[row, p] = c * x - s * y
            self[row, q] = s * x + c * y
        }
    }

    /// Fills columns of length zero with vectors orthogonal to all others.
    fileprivate mutating func complete(_ sizes: [Double]) {
        for column in 0..<columns where sizes[column] == 0 { fill(column) }
    }

    /// A square matrix whose first columns are these, the rest orthogonal to them.
    func completed() -> Matrix {
        var result = Matrix(zeros: rows, rows)
        for row in 0..<rows {
            for column in 0..<columns { result[row, column] = self[row, column] }
        }
        for column in columns..<max(rows, columns) { result.fill(column) }
        return result
    }

    /// Sets a column to the unit vector left over farthest from the other columns.
    private mutating func fill(_ column: Int) {
        var best: (vector: [Double], size: Double) = ([], -1)
        for axis in 0..<rows {
            var vector = (0..<rows).map { $0 == axis ? 1.0 : 0 }
            for other in 0..<columns where other != column {
                let known = self.column(other)
                let share = zip(vector, known).reduce(0) { $0 + $1.0 * $1.1 }
                for row in 0..<rows { vector[row] -= share * known[row] }
            }
            let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if size > best.size { best = (vector, size) }
        }
        for row in 0..<rows { self[row, column] = best.vector[row] / best.size }
    }
}
