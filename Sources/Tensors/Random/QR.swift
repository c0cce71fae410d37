import CKernels

/// The QR factorisation of a matrix: a = q·r with orthonormal columns in q and an upper triangle r.
package enum QR {
    /// Factors a float32 or float64 matrix [m, n] into q [m, s] and r [s, n], s = min(m, n).
    package static func factor(_ a: Tensor) -> (q: Tensor, r: Tensor) {
        let (rows, columns) = (a.shape[0], a.shape[1])
        let side = min(rows, columns)
        if a.dtype == .float64 {
            let (q, r) = factor(a.elements(of: Double.self), rows: rows, columns: columns)
            return (Tensor(q, shape: [rows, side]), Tensor(r, shape: [side, columns]))
        }
        let (q, r) = factor(a.elements(of: Float.self), rows: rows, columns: columns)
        return (Tensor(q, shape: [rows, side]), Tensor(r, shape: [side, columns]))
    }

    /// Factors a matrix given row by row, with the very bits that TensorFlow computes.
    package static func factor(
        _ a: [Float], rows: Int, columns: Int
    ) -> (q: [Float], r: [Float]) {
        let side = min(rows, columns)
        var upper = a
        var q = [Float](repeating: 0, count: rows * side)
        var scratch = [Float](repeating: 0, count: kernel_qr_scratch_f32(rows, columns))
        let state = kernel_begin_flushing_denormals()
        defer { kernel_end_flushing_denormals(state) }
        kernel_qr_f32(rows, columns, &upper, &q, &scratch)
        return (q, Array(upper.prefix(side * columns)))
    }

    /// Factors a matrix given row by row, in double precision, by Householder reflections.
    package static func factor(
        _ a: [Double], rows: Int, columns: Int
    ) -> (q: [Double], r: [Double]) {
        let reflections = Reflections(a, rows: rows, columns: columns)
        return (reflections.formQ(), reflections.upper)
    }
}

/// A matrix on its way to an upper triangle: below the diagonal stand the tails of the reflections
/// I - tau·v·vᵀ, v = (1, tail), that bring it there.
private struct Reflections {
    private var a: [Double]
    private let rows: Int
    private let columns: Int
    private var taus: [Double] = []

    private var side: Int { min(rows, columns) }

    init(_ a: [Double], rows: Int, columns: Int) {
        self.a = a
        self.rows = rows
        self.columns = columns
        for k in 0..<side {
            taus.append(reflectColumn(k))
            let tail = tail(k)
            Self.reflect(
                &self.a, rowLength: columns, from: k, columns: k + 1..<columns, tail, taus[k])
        }
    }

    /// The triangle, with zeros below its diagonal.
    var upper: [Double] {
        (0..<side).flatMap { row in
            (0..<columns).map { $0 < row ? 0 : a[row * columns + $0] }
        }
    }

    /// The product of the reflections, made from the identity by the last one first.
    func formQ() -> [Double] {
        var q = [Double](repeating: 0, count: rows * side)
        for k in 0..<side { q[k * side + k] = 1 }
        for k in (0..<side).reversed() {
            Self.reflect(&q, rowLength: side, from: k, columns: 0..<side, tail(k), taus[k])
        }
        return q
    }

    private func tail(_ k: Int) -> [Double] {
        (k + 1..<rows).map { a[$0 * columns + k] }
    }

    /// Brings column `k` onto the diagonal and returns tau.
    private mutating func reflectColumn(_ k: Int) -> Double {
        let head = a[k * columns + k]
        let square = tail(k).reduce(0) { $0 + $1 * $1 }
        guard square > .leastNormalMagnitude else { return 0 }
        let length = (head * head + square).squareRoot()
        let beta = head >= 0 ? -length : length
        for row in k + 1..<rows { a[row * columns + k] /= head - beta }
        a[k * columns + k] = beta
        return (beta - head) / beta
    }

    private static func reflect(
        _ matrix: inout [Double], rowLength: Int, from k: Int, columns: Range<Int>,
        _ tail: [Double], _ tau: Double
    ) {
        guard tau != 0 else { return }
        for column in columns {
            let first = k * rowLength + column
            var dot = matrix[first]
            for (row, value) in tail.enumerated() {
                dot += value * matrix[first + (row + 1) * rowLength]
            }
            matrix[first] -= tau * dot
            for (row, value) in tail.enumerated() {
                matrix[first + (row + 1) * rowLength] -= tau * value * dot
            }
        }
    }
}
