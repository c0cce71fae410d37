/// A = Q·B·Pᵀ with orthogonal Q `M M` and P `N N`, B having nothing but a diagonal and the one beside it: above it
/// where A is not wide, else below. Every sign is LAPACK's.
struct BidiagonalForm {
    private(set) var q: Matrix
    private(set) var p: Matrix
    private(set) var diagonal: [Double] = []
    private(set) var beside: [Double] = []
    /// Whether the second diagonal is the upper one.
    let isUpper: Bool
    private var a: Matrix

    init(_ matrix: Matrix) {
        a = matrix
        q = .identity(matrix.rows)
        p = .identity(matrix.columns)
        isUpper = matrix.rows >= matrix.columns
        let side = min(matrix.rows, matrix.columns)
        for k in 0..<side { isUpper ? reflectTall(k, side) : reflectWide(k, side) }
    }

    private mutating func reflectTall(_ k: Int, _ side: Int) {
        reflectColumn(k, from: k)
        diagonal.append(a[k, k])
        guard k + 1 < side else { return }
        reflectRow(k, from: k + 1)
        beside.append(a[k, k + 1])
    }

    private mutating func reflectWide(_ k: Int, _ side: Int) {
        reflectRow(k, from: k)
        diagonal.append(a[k, k])
        guard k + 1 < side else { return }
        reflectColumn(k, from: k + 1)
        beside.append(a[k + 1, k])
    }

    /// Brings column `k` below row `from` to zero, from the left.
    private mutating func reflectColumn(_ k: Int, from: Int) {
        guard let mirror = Mirror((from..<a.rows).map { a[$0, k] }) else { return }
        mirror.applyLeft(to: &a, row: from, columns: k..<a.columns)
        mirror.applyRight(to: &q, column: from, rows: 0..<q.rows)
    }

    /// Brings row `k` behind column `from` to zero, from the right.
    private mutating func reflectRow(_ k: Int, from: Int) {
        guard let mirror = Mirror((from..<a.columns).map { a[k, $0] }) else { return }
        mirror.applyRight(to: &a, column: from, rows: k..<a.rows)
        mirror.applyRight(to: &p, column: from, rows: 0..<p.rows)
    }
}

/// A Householder reflection I - tau·v·vᵀ that leaves only the first component of a vector.
struct Mirror {
    private let vector: [Double]
    private let tau: Double

    /// The reflection of a vector; nil where there is nothing to bring to zero.
    init?(_ x: [Double]) {
        guard let alpha = x.first else { return nil }
        let square = x.dropFirst().reduce(0) { $0 + $1 * $1 }
        guard square > 0 else { return nil }
        let length = (alpha * alpha + square).squareRoot()
        let beta = alpha >= 0 ? -length : length
        tau = (beta - alpha) / beta
        vector = [1] + x.dropFirst().map { $0 / (alpha - beta) }
    }

    func applyLeft(to a: inout Matrix, row: Int, columns: Range<Int>) {
        for column in columns {
            var dot = 0.0
            for (place, part) in vector.enumerated() { dot += part * a[row + place, column] }
            for (place, part) in vector.enumerated() {
                a[row + place, column] -= tau * dot * part
            }
        }
    }

    func applyRight(to a: inout Matrix, column: Int, rows: Range<Int>) {
        for row in rows {
            var dot = 0.0
            for (place, part) in vector.enumerated() { dot += part * a[row, column + place] }
            for (place, part) in vector.enumerated() {
                a[row, column + place] -= tau * dot * part
            }
        }
    }
}
