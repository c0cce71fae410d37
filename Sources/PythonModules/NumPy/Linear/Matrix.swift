import Tensors

/// A matrix of double-precision numbers, row by row.
struct Matrix {
    var numbers: [Double]
    let rows: Int
    let columns: Int

    init(_ numbers: [Double], rows: Int, columns: Int) {
        self.numbers = numbers
        self.rows = rows
        self.columns = columns
    }

    init(zeros rows: Int, _ columns: Int) {
        self.init(Array(repeating: 0, count: rows * columns), rows: rows, columns: columns)
    }

    /// The matrix in a tensor of two axes.
    init(_ tensor: Tensor) {
        self.init(tensor.doubles, rows: tensor.shape[0], columns: tensor.shape[1])
    }

    /// Ones on the diagonal.
    static func identity(_ side: Int) -> Matrix {
        var result = Matrix(zeros: side, side)
        for index in 0..<side { result[index, index] = 1 }
        return result
    }

    subscript(row: Int, column: Int) -> Double {
        get { numbers[row * columns + column] }
        set { numbers[row * columns + column] = newValue }
    }

    /// As a tensor of two axes.
    var tensor: Tensor { Tensor(numbers, shape: [rows, columns]) }

    var transposed: Matrix {
        var result = Matrix(zeros: columns, rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    func times(_ other: Matrix) -> Matrix {
        var result = Matrix(zeros: rows, other.columns)
        for row in 0..<rows {
            for inner in 0..<columns {
                let factor = self[row, inner]
                for column in 0..<other.columns {
                    result[row, column] += factor * other[inner, column]
                }
            }
        }
        return result
    }

    /// The column at an index.
    func column(_ index: Int) -> [Double] { (0..<rows).map { self[$0, index] } }

    /// The matrix with each column multiplied by a number.
    func scalingColumns(by factors: [Double]) -> Matrix {
        var result = self
        for row in 0..<rows {
            for column in 0..<columns { result[row, column] *= factors[column] }
        }
        return result
    }

    /// Some columns, in the order given.
    func selectingColumns(_ order: [Int]) -> Matrix {
        var result = Matrix(zeros: rows, order.count)
        for row in 0..<rows {
            for (place, column) in order.enumerated() { result[row, place] = self[row, column] }
        }
        return result
    }
}

/// A square matrix in two triangles with its rows exchanged: P·A = L·U.
struct Triangles {
    private(set) var both: Matrix
    private(set) var order: [Int]
    /// The sign that the exchanges of rows give the determinant.
    private(set) var sign = 1.0
    private(set) var isSingular = false

    init(_ matrix: Matrix) {
        both = matrix
        order = Array(0..<matrix.rows)
        for step in 0..<matrix.rows { eliminate(step) }
    }

    private mutating func eliminate(_ step: Int) {
        let side = both.rows
        var best = step
        for row in step..<side where abs(both[row, step]) > abs(both[best, step]) { best = row }
        guard both[best, step] != 0 else {
            isSingular = true
            return
        }
        if best != step {
            for column in 0..<side { swap(step, best, column) }
            order.swapAt(step, best)
            sign = -sign
        }
        let scale = 1 / both[step, step]
        for row in (step + 1)..<max(side, step + 1) {
            both[row, step] *= scale
            let factor = both[row, step]
            guard factor != 0 else { continue }
            for column in (step + 1)..<side { both[row, column] -= factor * both[step, column] }
        }
    }

    private mutating func swap(_ a: Int, _ b: Int, _ column: Int) {
        let kept = both[a, column]
        both[a, column] = both[b, column]
        both[b, column] = kept
    }

    /// The sign of the determinant, or zero, and the logarithm of its size.
    func logarithm() throws -> (sign: Double, size: Double) {
        if isSingular { return (0, -.infinity) }
        var (total, size) = (sign, 0.0)
        for index in 0..<both.rows {
            let pivot = both[index, index]
            if pivot < 0 { total = -total }
            size += try UnaryOperation.log(Tensor(scalar: abs(pivot))).item.double
        }
        return (total, size)
    }

    /// The determinant, out of its logarithm as NumPy computes it.
    func determinant() throws -> Double {
        let (sign, size) = try logarithm()
        return sign == 0 ? 0 : sign * (try UnaryOperation.exp(Tensor(scalar: size)).item.double)
    }

    /// X with A·X = B.
    func solve(_ right: Matrix) -> Matrix {
        var x = Matrix(zeros: right.rows, right.columns)
        let side = both.rows
        for column in 0..<right.columns {
            for row in 0..<side { x[row, column] = right[order[row], column] }
            for row in 0..<side {
                for other in (row + 1)..<max(side, row + 1) {
                    x[other, column] -= both[other, row] * x[row, column]
                }
            }
            for row in (0..<side).reversed() {
                x[row, column] /= both[row, row]
                for other in 0..<row { x[other, column] -= both[other, row] * x[row, column] }
            }
        }
        return x
    }
}
