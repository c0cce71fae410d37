/// A = U·diag(s)·Vᵀ with descending s, U `M M` and V `N N`, every sign LAPACK's: what NumPy decomposes with.
struct OrthogonalFactors {
    let u: Matrix
    let values: [Double]
    let v: Matrix

    init(_ matrix: Matrix) {
        let isTall = matrix.rows >= matrix.columns
        let (long, short) = isTall ? (matrix.rows, matrix.columns) : (matrix.columns, matrix.rows)
        // Far from square, LAPACK first brings the matrix to a triangle.
        if short > 0, long >= short * 11 / 6 {
            let (q, r) = Self.triangle(isTall ? matrix : matrix.transposed)
            let inner = Self.factors(isTall ? r : r.transposed)
            values = inner.values
            u = isTall ? q.times(inner.u.extended(to: long)) : inner.u
            v = isTall ? inner.v : q.times(inner.v.extended(to: long))
        } else {
            (u, values, v) = Self.factors(matrix)
        }
    }

    /// The first left vectors, one for each value.
    var thinU: Matrix { u.selectingColumns(Array(values.indices)) }
    /// The first right vectors, one for each value.
    var thinV: Matrix { v.selectingColumns(Array(values.indices)) }

    private static func factors(_ matrix: Matrix) -> (u: Matrix, values: [Double], v: Matrix) {
        let form = BidiagonalForm(matrix)
        let (above, turns, diagonal) = raised(form)
        let iteration = BidiagonalIteration(diagonal: diagonal, above: above)
        var left = iteration.u
        for (k, turn) in turns.enumerated().reversed() { left.turnRows(k, turn.back) }
        return (
            form.q.times(left.extended(to: matrix.rows)), iteration.d,
            form.p.times(iteration.vt.transposed.extended(to: matrix.columns))
        )
    }

    /// The diagonals with the second one above, and the rotations that brought it there.
    private static func raised(
        _ form: BidiagonalForm
    ) -> (above: [Double], turns: [Turn], diagonal: [Double]) {
        var (d, e) = (form.diagonal, form.beside)
        guard !form.isUpper else { return (e, [], d) }
        var turns: [Turn] = []
        for k in e.indices {
            var turn = Turn(c: 1, s: 0)
            d[k] = Turn.of(d[k], e[k], &turn)
            e[k] = turn.s * d[k + 1]
            d[k + 1] = turn.c * d[k + 1]
            turns.append(turn)
        }
        return (e, turns, d)
    }

    /// An orthogonal matrix `M M` and the triangle `N N` whose product is a tall matrix.
    private static func triangle(_ matrix: Matrix) -> (q: Matrix, r: Matrix) {
        var (a, q) = (matrix, Matrix.identity(matrix.rows))
        for k in 0..<matrix.columns {
            guard let mirror = Mirror((k..<a.rows).map { a[$0, k] }) else { continue }
            mirror.applyLeft(to: &a, row: k, columns: k..<a.columns)
            mirror.applyRight(to: &q, column: k, rows: 0..<q.rows)
        }
        var r = Matrix(zeros: matrix.columns, matrix.columns)
        for row in 0..<matrix.columns {
            for column in row..<matrix.columns { r[row, column] = a[row, column] }
        }
        return (q, r)
    }
}

extension Matrix {
    /// The matrix in the corner of a larger square one that is the identity elsewhere.
    fileprivate func extended(to side: Int) -> Matrix {
        guard side > rows else { return self }
        var result = Matrix.identity(side)
        for row in 0..<rows {
            for column in 0..<columns { result[row, column] = self[row, column] }
        }
        return result
    }
}
