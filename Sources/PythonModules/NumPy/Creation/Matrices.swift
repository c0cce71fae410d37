import PythonRuntime
import Tensors

/// Matrices of ones and zeros, and triangles of matrices.
enum NumPyMatrices {
    static func define(_ m: NumPyDefinitions) {
        m.def("eye(N, M=None, k=0, dtype=None, order='C', *, like=None)") {
            (
                python: Interpreter, rows: Int, columns: Int?, diagonal: Int, dtype: NumPyDType?,
                _: Value, _: Value
            ) -> Value in
            python.ndarray(
                try Tensor.identityMatrix(
                    rows: rows, columns: columns, diagonal: diagonal,
                    dtype: dtype?.dtype ?? .float64))
        }
        m.def("identity(n, dtype=None, *, like=None)") {
            (python: Interpreter, rows: Int, dtype: NumPyDType?, _: Value) -> Value in
            python.ndarray(
                try Tensor.identityMatrix(rows: rows, dtype: dtype?.dtype ?? .float64))
        }
        m.def("tri(N, M=None, k=0, dtype=None, *, like=None)") {
            (
                python: Interpreter, rows: Int, columns: Int?, diagonal: Int, dtype: NumPyDType?,
                _: Value
            ) -> Value in
            let ones = try Tensor.filled(
                [rows, columns ?? rows], with: .int(1), dtype?.dtype ?? .float64)
            return python.ndarray(triangle(of: ones) { row, column in column <= row + diagonal })
        }
        m.def("tril(m, k=0)") { (python: Interpreter, a: ArrayLike, diagonal: Int) -> Value in
            python.ndarray(triangle(of: a.tensor) { row, column in column <= row + diagonal })
        }
        m.def("triu(m, k=0)") { (python: Interpreter, a: ArrayLike, diagonal: Int) -> Value in
            python.ndarray(triangle(of: a.tensor) { row, column in column >= row + diagonal })
        }
        defineDiagonals(m)
        defineTriangleIndices(m)
    }

    /// The elements of the last two axes that a condition keeps; zeros elsewhere.
    private static func triangle(of tensor: Tensor, where keeps: (Int, Int) -> Bool) -> Tensor {
        // NumPy spreads a vector over the rows of a square matrix.
        let matrix =
            tensor.rank == 1 ? tensor.stretched(to: [tensor.count, tensor.count]) : tensor
        let result = matrix.copy()
        guard result.rank >= 2 else { return result }
        let zero = Tensor(zeros: .scalar, result.dtype).item
        let (rows, columns) = (result.shape[result.rank - 2], result.shape.innermost)
        let strides = result.strides
        for block in 0..<(result.count / max(rows * columns, 1)) {
            let window = result.view(
                shape: [rows, columns], strides: Array(strides.suffix(2)),
                offset: block * rows * columns)
            for row in 0..<rows {
                for column in 0..<columns where !keeps(row, column) {
                    window[[row, column]] = zero
                }
            }
        }
        return result
    }

    private static func defineDiagonals(_ m: NumPyDefinitions) {
        m.def("diag(v, k=0)") { (python: Interpreter, a: ArrayLike, offset: Int) -> Value in
            switch a.tensor.rank {
            case 1: return python.ndarray(try a.tensor.diagonalMatrix(offset: offset))
            case 2: return python.ndarray(try a.tensor.diagonal(offset: offset).copy())
            default: throw python.valueError("Input must be 1- or 2-d.")
            }
        }
        m.def("diagflat(v, k=0)") { (python: Interpreter, a: ArrayLike, offset: Int) -> Value in
            python.ndarray(try a.tensor.flattened().diagonalMatrix(offset: offset))
        }
        m.def("vander(x, N=None, increasing=False)") {
            (python: Interpreter, a: ArrayLike, columns: Int?, increasing: Bool) -> Value in
            let count = columns ?? a.tensor.count
            let powers = try Tensor.range(0, count, dtype: .int64)
            let order = increasing ? powers : try powers.reversed(axes: [0])
            return python.ndarray(
                try ElementwiseFunction.power(a.tensor.expanded(at: 1), order, in: python))
        }
    }

    private static func defineTriangleIndices(_ m: NumPyDefinitions) {
        for (name, isLower) in [("tril_indices", true), ("triu_indices", false)] {
            m.def("\(name)(n, k=0, m=None)") {
                (python: Interpreter, rows: Int, diagonal: Int, columns: Int?) -> Value in
                let shape = Shape([rows, columns ?? rows])
                // The mask, and two indices for each place that it keeps.
                try Shape([rows, columns ?? rows, 2]).requireRoom(for: .int64)
                let ones = Tensor(repeating: true, shape: shape)
                let kept = triangle(of: ones) { row, column in
                    isLower ? column <= row + diagonal : column >= row + diagonal
                }
                let places = kept.whereTrue()
                return .tuple(
                    try (0..<2).map { axis in
                        python.ndarray(try places.indexed([.all, .integer(axis)]).copy())
                    }, in: python)
            }
        }
    }
}
