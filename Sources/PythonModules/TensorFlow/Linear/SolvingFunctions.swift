import PythonRuntime
import Tensors

/// `tf.linalg`: inverses, determinants and solutions, with their gradients.
enum SolvingFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("inv(input, adjoint=False, name=None)\n\nThe inverse of square matrices.") {
            (_: Interpreter, a: TensorLike, adjoint: Bool, _: Value) in
            try inverse(adjoint ? a.tensor.swapping(-1, -2) : a.tensor)
        }
        m.def("det(input, name=None)\n\nThe determinants of square matrices.") {
            (_: Interpreter, a: TensorLike, _: Value) in
            try determinant(a.tensor)
        }
        m.def("slogdet(input, name=None)") {
            (python: Interpreter, a: TensorLike, _: Value) -> Value in
            NamedResult.value(
                "LogMatrixDeterminant", ["sign", "log_abs_determinant"],
                try logarithmicDeterminant(a.tensor).map { $0.object(in: python) }, in: python)
        }
        m.def("logdet(matrix, name=None)\n\nFor matrices that are positive definite.") {
            (_: Interpreter, a: TensorLike, _: Value) -> Tensor in
            let diagonal = try cholesky(a.tensor).diagonal()
            return try 2 * UnaryOperation.log(diagonal).sum(axes: [-1])
        }
        m.def("solve(matrix, rhs, adjoint=False, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, adjoint: Bool, _: Value) in
            let right = try b.matching(a.tensor, in: python)
            let matrix = adjoint ? try a.tensor.swapping(-1, -2) : a.tensor
            return try solved(matrix, right)
        }
        m.def("cholesky(input, name=None)") { (_: Interpreter, a: TensorLike, _: Value) in
            try cholesky(a.tensor)
        }
        m.def("cholesky_solve(chol, rhs, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, _: Value) -> Tensor in
            let lower = try a.tensor.band(below: -1, above: 0)
            let half = try solved(lower, b.matching(a.tensor, in: python))
            return try solved(lower.swapping(-1, -2), half)
        }
    }

    private static func triangles(
        of part: Tensor, solving right: (Tensor) throws -> Tensor?, _ mistake: FaceError
    ) throws -> Tensor {
        if part.dtype == .float32 {
            let found = PivotedTriangles<Float>(part)
            guard !found.isSingular else { throw mistake }
            return found.solve(try right(part) ?? identity(part))
        }
        let wide = try part.cast(to: .float64)
        let found = PivotedTriangles<Double>(wide)
        guard !found.isSingular else { throw mistake }
        return found.solve(try right(wide)?.cast(to: .float64) ?? identity(wide))
    }

    private static func identity(_ part: Tensor) -> Tensor {
        let side = part.shape.innermost
        let ones = (0..<side * side).map { Scalar.float($0 % (side + 1) == 0 ? 1 : 0) }
        return Tensor(ones, shape: [side, side], part.dtype)
    }

    /// The determinant d, whose gradient is d times the turned inverse.
    private static func determinant(_ a: Tensor) throws -> Tensor {
        try UnaryOperation(
            "MatrixDeterminant",
            {
                let parts = try signAndSize($0, "MatrixDeterminant")
                return try parts[0] * UnaryOperation.exp(parts[1])
            },
            pullback: { x, y in
                { upstream in
                    let factor = try (upstream * y).expanded(at: -1).expanded(at: -1)
                    return try factor * inverse(x.swapping(-1, -2))
                }
            })(a)
    }

    /// The sign of the determinant and the logarithm of its size.
    private static func signAndSize(
        _ a: Tensor, _ name: String = "LogMatrixDeterminant"
    ) throws -> [Tensor] {
        try StackedMatrices.each(a, name, square: true) {
            if $0.dtype == .float32 {
                let (sign, size) = try PivotedTriangles<Float>($0).logarithm()
                return [sign, size]
            }
            let (sign, size) = try PivotedTriangles<Double>($0.cast(to: .float64)).logarithm()
            return [sign, size]
        }
    }

    /// The same; the gradient of the size is the turned inverse.
    private static func logarithmicDeterminant(_ a: Tensor) throws -> [Tensor] {
        let size = UnaryOperation(
            "LogMatrixDeterminant", { try signAndSize($0)[1] },
            pullback: { x, _ in
                { upstream in
                    let factor = try upstream.expanded(at: -1).expanded(at: -1)
                    return try factor * inverse(x.swapping(-1, -2))
                }
            })
        return [try signAndSize(a.unwatched)[0], try size(a)]
    }

    /// The inverse, through which gradients flow.
    static func inverse(_ a: Tensor) throws -> Tensor {
        try UnaryOperation(
            "MatrixInverse",
            { x in
                try StackedMatrices.each(x, "MatrixInverse", square: true) { part in
                    [
                        try triangles(
                            of: part, solving: { _ in nil },
                            StackedMatrices.failure(
                                "MatrixInverse", "Input is not invertible.", isNamed: true))
                    ]
                }[0]
            },
            pullback: { _, y in
                { upstream in
                    let inner = try upstream.matmul(y, transposeB: true)
                    return try -(y.matmul(inner, transposeA: true))
                }
            })(a)
    }

    /// X with A·X = B.
    static func solved(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.rank >= 2, b.rank >= 2 else {
            throw TensorError.rank(operation: "MatrixSolve", needed: 2, b.shape)
        }
        guard b.shape[b.rank - 2] == a.shape.innermost else {
            throw TensorError.invalidArgument(
                operation: "MatrixSolve",
                "Input matrix and rhs must have the same number of rows")
        }
        guard a.rank == 2, b.rank == 2 else { return try inverse(a).matmul(b) }
        return try matrixSolve([a, b])[0]
    }

    private static let matrixSolve = ManyOperation(
        "MatrixSolve",
        { operands in
            let x = try triangles(
                of: operands[0], solving: { _ in operands[1] },
                StackedMatrices.failure(
                    "MatrixSolve", "Input matrix is not invertible.", isNamed: true))
            return [try x.cast(to: operands[0].dtype)]
        },
        pullback: { operands, results in
            { upstream, _ in
                guard let upstream = upstream[0] else { return [nil, nil] }
                let right = try solved(operands[0].swapping(-1, -2), upstream)
                let left = try -(right.matmul(results[0], transposeB: true))
                return [.dense(left), .dense(right)]
            }
        })

    /// The lower triangle that, times itself turned, gives a symmetric matrix.
    private static func cholesky(_ a: Tensor) throws -> Tensor {
        try UnaryOperation(
            "Cholesky",
            {
                try StackedMatrices.each($0, "Cholesky", square: true) { part in
                    part.dtype == .float32
                        ? [SymmetricTriangle<Float>(part).lower]
                        : [SymmetricTriangle<Double>(try part.cast(to: .float64)).lower]
                }[0]
            },
            pullback: { _, lower in
                { upstream in
                    let turned = try inverse(lower)
                    var middle = try lower.matmul(upstream, transposeA: true)
                        .band(below: -1, above: 0)
                    middle = try middle - 0.5 * middle.diagonal().diagonalMatrix()
                    let half = try turned.matmul(middle, transposeA: true).matmul(turned)
                    return try 0.5 * (half + half.swapping(-1, -2))
                }
            })(a)
    }
}
