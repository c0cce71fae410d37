import Tensors

/// A square matrix in two triangles with its rows exchanged, P·A = L·U, every number rounded as TensorFlow's
/// kernels round it: equal to the bit up to sixteen rows, beyond which they work in blocks.
struct PivotedTriangles<Number: BinaryFloatingPoint & TensorScalar> {
    /// The triangles in row-major order; the ones on L's diagonal are not kept.
    private(set) var both: [Number]
    /// Which row of A each row is.
    private(set) var order: [Int]
    private(set) var sign: Number = 1
    private let side: Int

    init(_ matrix: Tensor) {
        both = matrix.elements(of: Number.self)
        side = matrix.shape.innermost
        order = Array(0..<side)
        for step in 0..<side { eliminate(step) }
    }

    /// Whether no solution is unique.
    var isSingular: Bool { (0..<side).contains { both[$0 * side + $0] == 0 } }

    private mutating func eliminate(_ step: Int) {
        var best = step
        for row in step..<side where size(row, step) > size(best, step) { best = row }
        if best != step {
            for column in 0..<side { both.swapAt(step * side + column, best * side + column) }
            order.swapAt(step, best)
            sign = -sign
        }
        let pivot = both[step * side + step]
        for row in (step + 1)..<max(side, step + 1) {
            if pivot != 0 { both[row * side + step] /= pivot }
            let factor = both[row * side + step]
            for column in (step + 1)..<side {
                let product = factor * both[step * side + column]
                both[row * side + column] -= product
            }
        }
    }

    private func size(_ row: Int, _ column: Int) -> Number { abs(both[row * side + column]) }

    /// X with A·X = B, a column of B at a time.
    func solve(_ right: Tensor) -> Tensor {
        let columns = right.shape.innermost
        let given = right.elements(of: Number.self)
        var x = order.flatMap { given[($0 * columns)..<(($0 + 1) * columns)] }
        for row in 0..<side { subtract(from: row, the: 0..<row, &x, columns) }
        for row in (0..<side).reversed() {
            subtract(from: row, the: (row + 1)..<max(side, row + 1), &x, columns)
            let factor = 1 / both[row * side + row]
            for column in 0..<columns { x[row * columns + column] *= factor }
        }
        return Tensor(x, shape: [side, columns])
    }

    private func subtract(
        from row: Int, the others: Range<Int>, _ x: inout [Number], _ columns: Int
    ) {
        for other in others {
            let factor = both[row * side + other]
            for column in 0..<columns {
                let product = x[other * columns + column] * factor
                x[row * columns + column] -= product
            }
        }
    }

    /// The sign of the determinant, or zero, and the logarithm of its size.
    func logarithm() throws -> (sign: Tensor, size: Tensor) {
        let pivots = (0..<side).map { both[$0 * side + $0] }
        let total = pivots.reduce(sign) { $0 * ($1 < 0 ? -1 : $1 == 0 ? 0 : 1) }
        guard total != 0 else {
            return (Tensor(scalar: Number(0)), Tensor(scalar: -Number.infinity))
        }
        let size = try UnaryOperation.log(Tensor(pivots.map { abs($0) })).sum(axes: nil)
        return (Tensor(scalar: total), size)
    }
}

/// The lower triangle L with L·Lᵀ = A, rounded as TensorFlow's kernel rounds up to eight rows.
struct SymmetricTriangle<Number: BinaryFloatingPoint & TensorScalar> {
    /// What follows a pivot that is not positive is not a number.
    let lower: Tensor

    init(_ matrix: Tensor) {
        let side = matrix.shape.innermost
        var a = matrix.elements(of: Number.self)
        for row in 0..<side {
            for column in (row + 1)..<max(side, row + 1) { a[row * side + column] = 0 }
        }
        func dot(_ row: Int, _ other: Int) -> Number {
            (0..<other).reduce(Number(0)) { sum, k in
                let product = a[row * side + k] * a[other * side + k]
                return sum + product
            }
        }
        for column in 0..<side {
            let pivot = a[column * side + column] - dot(column, column)
            guard pivot > 0 else {
                for row in 0..<side { for k in 0...row { a[row * side + k] = .nan } }
                break
            }
            a[column * side + column] = pivot.squareRoot()
            for row in (column + 1)..<max(side, column + 1) {
                if column > 0 { a[row * side + column] -= dot(row, column) }
                a[row * side + column] /= a[column * side + column]
            }
        }
        lower = Tensor(a, shape: [side, side])
    }
}
