import PythonRuntime
import Tensors

/// `tf.linalg`: decompositions and solutions.
enum LinearFunctions {
    static func define(_ m: ModuleBuilder) {
        solving(m)
        decompositions(m)
        triangles(m)
        diagonals(m)
    }

    /// Stacked matrices worked on one by one, the results stacked as the matrices were.
    private static func each(
        _ a: Tensor, _ name: String, square: Bool = false, _ body: (Tensor) throws -> [Tensor]
    ) throws -> [Tensor] {
        guard a.rank >= 2 else {
            throw TensorError.rank(operation: name, needed: 2, a.shape)
        }
        guard !square || a.shape[a.rank - 2] == a.shape.innermost else {
            throw failure(name, "Input matrix must be square.")
        }
        let lead = Array(a.shape.dimensions.dropLast(2))
        guard !lead.isEmpty else { return try body(a).map { try $0.cast(to: a.dtype) } }
        let flat = try a.reshaped(
            to: Shape([lead.reduce(1, *)] + a.shape.dimensions.suffix(2)))
        let parts = try flat.unstacked(axis: 0).map(body)
        guard let first = parts.first else { return [] }
        return try first.indices.map { place in
            let stacked = try Tensor.stack(parts.map { $0[place] }, axis: 0)
            return try stacked.reshaped(to: Shape(lead + stacked.shape.dimensions.dropFirst()))
                .cast(to: a.dtype)
        }
    }

    /// A mistake that a kernel finds before it has begun.
    private static func failure(_ operation: String, _ text: String) -> FaceError {
        FaceError(
            "InvalidArgumentError",
            "{{function_node __wrapped__\(operation)_device_/job:localhost/replica:0/task:0/device:CPU:0}} \(text) [Op:\(operation)]"
        )
    }

    private static func solving(_ m: ModuleBuilder) {
        m.def("inv(input, adjoint=False, name=None)\n\nThe inverse of square matrices.") {
            (_: Interpreter, a: TensorLike, _: Value, _: Value) in try inverse(a.tensor)
        }
        m.def("det(input, name=None)\n\nThe determinants of square matrices.") {
            (_: Interpreter, a: TensorLike, _: Value) in
            try determinant(a.tensor)
        }
        for (name, hasSign) in [("slogdet", true), ("logdet", false)] {
            m.def("\(name)(input, name=None)") {
                (python: Interpreter, a: TensorLike, _: Value) -> Value in
                let parts = try logarithmicDeterminant(a.tensor)
                guard hasSign else { return parts[1].object(in: python) }
                return NamedResult.value(
                    "LogMatrixDeterminant", ["sign", "log_abs_determinant"],
                    parts.map { $0.object(in: python) }, in: python)
            }
        }
        m.def("solve(matrix, rhs, adjoint=False, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, adjoint: Bool, _: Value) in
            let right = try b.matching(a.tensor, in: python)
            let matrix = adjoint ? try a.tensor.swapping(-1, -2) : a.tensor
            return try solved(matrix, right)
        }
        m.def("pinv(a, rcond=None, validate_args=False, name=None)") {
            (_: Interpreter, a: TensorLike, ratio: Double?, _: Value, _: Value) in
            try each(a.tensor, "Svd") { part in
                let parts = SingularValues(Matrix(part))
                let side = Double(10 * max(part.shape[0], part.shape[1]))
                let bound =
                    (parts.values.first ?? 0)
                    * (ratio ?? side * NumberLimits(a.tensor.dtype).epsilon)
                let inverse = parts.values.map { $0 > bound ? 1 / $0 : 0 }
                return [parts.v.scalingColumns(by: inverse).times(parts.u.transposed).tensor]
            }[0]
        }
        m.def("lstsq(matrix, rhs, l2_regularizer=0.0, fast=True, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, penalty: Double, _: Value, _: Value)
                -> Tensor in
            let right = try b.matching(a.tensor, in: python)
            let transposed = try a.tensor.transposed()
            let side = try Tensor.identityMatrix(
                rows: a.tensor.shape.innermost, dtype: a.tensor.dtype)
            let normal = try transposed.matmul(a.tensor) + side * penalty
            return try solved(normal, transposed.matmul(right))
        }
        m.def("matrix_rank(a, tol=None, validate_args=False, name=None)") {
            (_: Interpreter, a: TensorLike, tolerance: Double?, _: Value, _: Value) -> Tensor in
            let values = SingularValues(Matrix(a.tensor)).values
            let side = Double(max(a.tensor.shape[0], a.tensor.shape[1]))
            let bound =
                tolerance ?? (values.first ?? 0) * side * NumberLimits(a.tensor.dtype).epsilon
            return Tensor(.int(values.count { $0 > bound }), .int32)
        }
    }

    /// The determinant d, whose gradient is d times the turned inverse.
    private static func determinant(_ a: Tensor) throws -> Tensor {
        try UnaryOperation(
            "MatrixDeterminant",
            {
                try each($0, "MatrixDeterminant", square: true) {
                    [Tensor(scalar: Triangles(Matrix($0)).product)]
                }[0]
            },
            pullback: { x, y in
                { upstream in
                    let factor = try (upstream * y).expanded(at: -1).expanded(at: -1)
                    return try factor * inverse(x).swapping(-1, -2)
                }
            })(a)
    }

    /// The sign of the determinant and the logarithm of its size.
    private static func signAndSize(_ a: Tensor) throws -> [Tensor] {
        try each(a, "LogMatrixDeterminant", square: true) {
            let (sign, size) = try Triangles(Matrix($0)).logarithm()
            return [Tensor(scalar: sign), Tensor(scalar: size)]
        }
    }

    /// The same; the gradient of the size is the turned inverse.
    private static func logarithmicDeterminant(_ a: Tensor) throws -> [Tensor] {
        let size = UnaryOperation(
            "LogMatrixDeterminant", { try signAndSize($0)[1] },
            pullback: { x, _ in
                { upstream in
                    let factor = try upstream.expanded(at: -1).expanded(at: -1)
                    return try factor * inverse(x).swapping(-1, -2)
                }
            })
        return [try signAndSize(a.unwatched)[0], try size(a)]
    }

    /// The inverse, through which gradients flow.
    private static func inverse(_ a: Tensor) throws -> Tensor {
        try UnaryOperation(
            "MatrixInverse",
            { x in
                try each(x, "MatrixInverse", square: true) { part in
                    let triangles = Triangles(Matrix(part))
                    guard !triangles.isSingular else {
                        throw failure("MatrixInverse", "Input is not invertible.")
                    }
                    return [triangles.solve(.identity(part.shape[0])).tensor]
                }[0]
            },
            pullback: { _, y in
                { upstream in
                    let turned = try y.swapping(-1, -2)
                    return try -(turned.matmul(upstream).matmul(turned))
                }
            })(a)
    }

    /// X with A·X = B; the gradients are those of the product with the inverse.
    private static func solved(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.rank >= 2, b.rank >= 2 else {
            throw TensorError.rank(operation: "MatrixSolve", needed: 2, b.shape)
        }
        guard b.shape[b.rank - 2] == a.shape.innermost else {
            throw TensorError.invalidArgument(
                operation: "MatrixSolve",
                "Input matrix and rhs must have the same number of rows")
        }
        guard a.isRecorded || b.isRecorded || a.rank > 2 || b.rank > 2 else {
            let triangles = Triangles(Matrix(a))
            guard !triangles.isSingular else {
                throw failure("MatrixSolve", "Input matrix is not invertible.")
            }
            return try triangles.solve(Matrix(b)).tensor.cast(to: a.dtype)
        }
        return try inverse(a).matmul(b)
    }

    private static func decompositions(_ m: ModuleBuilder) {
        m.def("eigh(tensor, name=None)\n\nEigenvalues and eigenvectors of symmetric matrices.") {
            (python: Interpreter, a: TensorLike, _: Value) -> Value in
            let parts = try each(a.tensor, "SelfAdjointEigV2", square: true) {
                let eigen = SymmetricEigen(Matrix($0))
                return [Tensor(eigen.values), eigen.vectors.tensor]
            }
            return .tuple(parts.map { $0.object(in: python) }, in: python)
        }
        m.def("eigvalsh(tensor, name=None)") { (_: Interpreter, a: TensorLike, _: Value) in
            try each(a.tensor, "SelfAdjointEigV2", square: true) {
                [Tensor(SymmetricEigen(Matrix($0)).values)]
            }[0]
        }
        for name in ["eig", "eigvals"] {
            m.def("\(name)(tensor, name=None)") {
                (python: Interpreter, a: TensorLike, _: Value) -> Value in
                guard a.tensor.rank == 2, a.tensor.shape[0] == a.tensor.shape[1] else {
                    throw TensorError.invalidArgument(
                        operation: "Eig", "Input matrix must be square.")
                }
                let eigen = GeneralEigen(Matrix(a.tensor))
                let (side, type) = (
                    eigen.values.count,
                    a.tensor.dtype == .float64 ? DType.complex128 : .complex64
                )
                let values = Tensor(eigen.values.map { .complex($0) }, shape: [side], type)
                if name == "eigvals" { return values.object(in: python) }
                let flat = (0..<side).flatMap { row in
                    eigen.vectors.map { Scalar.complex($0[row]) }
                }
                let vectors = Tensor(flat, shape: [side, side], type)
                return .tuple([values, vectors].map { $0.object(in: python) }, in: python)
            }
        }
        m.def("svd(tensor, full_matrices=False, compute_uv=True, name=None)") {
            (python: Interpreter, a: TensorLike, isFull: Bool, hasVectors: Bool, _: Value) -> Value
            in
            let parts = try each(a.tensor, "Svd") { part in
                let found = SingularValues(Matrix(part))
                let u = isFull ? found.u.completed() : found.u
                let v = isFull ? found.v.completed() : found.v
                return [Tensor(found.values), u.tensor, v.tensor]
            }
            guard hasVectors else { return parts[0].object(in: python) }
            return .tuple(parts.map { $0.object(in: python) }, in: python)
        }
        m.def("qr(input, full_matrices=False, name=None)") {
            (python: Interpreter, a: TensorLike, _: Value, _: Value) -> Value in
            let parts = try each(a.tensor, "Qr") { part in
                let (q, r) = QR.factor(part.contiguous())
                return [q, r]
            }
            return NamedResult.value(
                "Qr", ["q", "r"], parts.map { $0.object(in: python) }, in: python)
        }
    }

    private static func triangles(_ m: ModuleBuilder) {
        m.def("cholesky(input, name=None)") { (_: Interpreter, a: TensorLike, _: Value) in
            try each(a.tensor, "Cholesky", square: true) { part in
                guard let lower = Matrix(part).cholesky else {
                    throw TensorError.invalidArgument(
                        operation: "Cholesky",
                        "Cholesky decomposition was not successful. The input might not be valid.")
                }
                return [lower.tensor]
            }[0]
        }
        m.def("triangular_solve(matrix, rhs, lower=True, adjoint=False, name=None)") {
            (
                python: Interpreter, a: TensorLike, b: TensorLike, isLower: Bool, adjoint: Bool,
                _: Value
            )
                -> Tensor in
            let part =
                try isLower
                ? a.tensor.band(below: -1, above: 0) : a.tensor.band(below: 0, above: -1)
            let right = try b.matching(a.tensor, in: python)
            return try solved(adjoint ? part.swapping(-1, -2) : part, right)
        }
        m.def("lu(input, output_idx_type=None, name=None)") {
            (python: Interpreter, a: TensorLike, _: Value, _: Value) -> Value in
            guard a.tensor.rank == 2, a.tensor.shape[0] == a.tensor.shape[1] else {
                throw TensorError.invalidArgument(operation: "Lu", "Input matrix must be square.")
            }
            let found = Triangles(Matrix(a.tensor))
            let parts = [
                try found.both.tensor.cast(to: a.tensor.dtype),
                Tensor(found.order.map(Int32.init)),
            ]
            return NamedResult.value(
                "Lu", ["lu", "p"], parts.map { $0.object(in: python) }, in: python)
        }
        for name in ["expm", "sqrtm", "logm"] {
            m.def("\(name)(input, name=None)") {
                (python: Interpreter, a: TensorLike, _: Value) -> Tensor in
                guard name == "expm" else {
                    throw python.error(
                        "NotImplementedError", "tf.linalg.\(name) is not supported")
                }
                return try exponential(a.tensor)
            }
        }
    }

    /// The exponential of a matrix: Taylor's series of a small part, squared back.
    private static func exponential(_ a: Tensor) throws -> Tensor {
        let size = try UnaryOperation.absolute(a).max().item.double
        guard size.isFinite else { return try a * .nan }
        var (halvings, scale) = (0, 1.0)
        while size * Double(a.shape.innermost) * scale > 0.5 {
            halvings += 1
            scale /= 2
        }
        let part = try a.cast(to: .float64) * scale
        var term = try Tensor.identityMatrix(rows: a.shape.innermost, dtype: .float64)
        var sum = term
        for order in 1...18 {
            term = try term.matmul(part) / Double(order)
            sum = try sum + term
        }
        for _ in 0..<halvings { sum = try sum.matmul(sum) }
        return try sum.cast(to: a.dtype)
    }

    private static func diagonals(_ m: ModuleBuilder) {
        m.def("diag_part(input, name='diag_part', k=0, padding_value=0, align='RIGHT_LEFT')") {
            (_: Interpreter, input: TensorLike, _: Value, k: Int, _: Value, _: Value) in
            try input.tensor.diagonal(offset: k)
        }
        for name in ["tensor_diag"] {
            m.def("\(name)(diagonal, name=None)") {
                (_: Interpreter, diagonal: TensorLike, _: Value) in
                try diagonal.tensor.diagonalMatrix()
            }
        }
        m.def("tensor_diag_part(input, name=None)") {
            (_: Interpreter, input: TensorLike, _: Value) in try input.tensor.diagonal()
        }
        m.def("set_diag(input, diagonal, name='set_diag', k=0, align='RIGHT_LEFT')") {
            (_: Interpreter, input: TensorLike, diagonal: TensorLike, _: Value, k: Int, _: Value)
                -> Tensor in
            let ones = try Tensor.filled(diagonal.tensor.shape, with: .int(1), .float32)
            let mask = try ones.diagonalMatrix(offset: k)
            let wanted = try diagonal.tensor.diagonalMatrix(offset: k)
            let (rows, columns) = (input.tensor.shape.rank - 2, input.tensor.shape.rank - 1)
            let index = [
                Index.slice(0, input.tensor.shape[rows], 1),
                .slice(0, input.tensor.shape[columns], 1),
            ]
            return try Tensor.select(
                mask.indexed([.ellipsis] + index).truth(), wanted.indexed([.ellipsis] + index),
                input.tensor)
        }
        for name in ["matrix_transpose", "adjoint"] {
            m.def("\(name)(a, name=None, conjugate=False)") {
                (_: Interpreter, a: TensorLike, _: Value, _: Value) in
                try a.tensor.swapping(-1, -2).contiguous()
            }
        }
        m.def("cross(a, b, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, _: Value) -> Tensor in
            let y = try b.matching(a.tensor, in: python)
            guard a.tensor.shape == y.shape, y.shape.innermost == 3 else {
                throw TensorError.invalidArgument(
                    operation: "Cross",
                    "Cross-products are only defined for 3-element vectors.")
            }
            let (p, q) = (try a.tensor.unstacked(axis: -1), try y.unstacked(axis: -1))
            return try Tensor.stack(
                [(1, 2), (2, 0), (0, 1)].map { try p[$0] * q[$1] - p[$1] * q[$0] }, axis: -1)
        }
        m.def("normalize(tensor, ord='euclidean', axis=None, name=None)") {
            (
                python: Interpreter, tensor: TensorLike, order: Value, axes: AxesArgument,
                _: Value
            ) -> Value in
            let norm = try MatrixFunctions.norm(tensor.tensor, order, axes.axes, true, python)
            return .tuple(
                [try (tensor.tensor / norm).object(in: python), norm.object(in: python)],
                in: python)
        }
    }
}

extension Triangles {
    /// The determinant as the product of the pivots.
    fileprivate var product: Double {
        isSingular ? 0 : (0..<both.rows).reduce(sign) { $0 * both[$1, $1] }
    }
}
