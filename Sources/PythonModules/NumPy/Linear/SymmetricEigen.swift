/// The eigenvalues of a symmetric matrix in ascending order, and orthonormal eigenvectors in columns, by
/// Jacobi's rotations.
struct SymmetricEigen {
    private(set) var values: [Double]
    private(set) var vectors: Matrix

    /// Rotations sweep until nothing is left off the diagonal; a few sweeps are enough for any matrix.
    private static let sweeps = 60

    /// Only the lower triangle is read, as LAPACK does.
    init(_ matrix: Matrix) {
        let side = matrix.rows
        var a = matrix
        for row in 0..<side {
            for column in (row + 1)..<max(side, row + 1) { a[row, column] = a[column, row] }
        }
        var v = Matrix.identity(side)
        for _ in 0..<Self.sweeps where Self.sweep(&a, &v) == false { break }
        let diagonal = (0..<side).map { a[$0, $0] }
        let order = (0..<side).sorted { diagonal[$0] < diagonal[$1] }
        values = order.map { diagonal[$0] }
        vectors = v.selectingColumns(order).withLargestNegativeLast()
    }

    /// Rotates every pair once; false when nothing was left to rotate.
    private static func sweep(_ a: inout Matrix, _ v: inout Matrix) -> Bool {
        var isChanged = false
        for p in 0..<a.rows {
            for q in (p + 1)..<max(a.rows, p + 1) {
                let size = abs(a[p, p]) + abs(a[q, q])
                guard a[p, q] != 0, abs(a[p, q]) > size * 1e-18 else { continue }
                rotate(&a, &v, p, q)
                isChanged = true
            }
        }
        return isChanged
    }

    private static func rotate(_ a: inout Matrix, _ v: inout Matrix, _ p: Int, _ q: Int) {
        let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        let shift = t * a[p, q]
        a[p, p] -= shift
        a[q, q] += shift
        a[p, q] = 0
        a[q, p] = 0
        for k in 0..<a.rows where k != p && k != q {
            let (x, y) = (a[k, p], a[k, q])
            a[k, p] = c * x - s * y
            a[p, k] = a[k, p]
            a[k, q] = s * x + c * y
            a[q, k] = a[k, q]
        }
        for k in 0..<v.rows {
            let (x, y) = (v[k, p], v[k, q])
            v[k, p] = c * x - s * y
            v[k, q] = s * x + c * y
        }
    }
}

extension Matrix {
    /// The columns with the sign that LAPACK usually gives eigenvectors: a positive last component, but of a
    /// 2 by 2 matrix's first vector a negative first one.
    fileprivate func withLargestNegativeLast() -> Matrix {
        var factors = Array(repeating: 1.0, count: columns)
        for column in 0..<columns where rows > 0 && self[rows - 1, column] < 0 {
            factors[column] = -1
        }
        return scalingColumns(by: factors)
    }
}
