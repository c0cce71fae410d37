import PythonRuntime
import Tensors

/// `tf.linalg`: decompositions and solutions.
enum LinearFunctions {
    static func define(_ m: ModuleBuilder) {
        SolvingFunctions.define(m)
        solving(m)
        decompositions(m)
        triangles(m)
        diagonals(m)
    }

    private static func solving(_ m: ModuleBuilder) {
        m.def("pinv(a, rcond=None, validate_args=False, name=None)") {
            (_: Interpreter, a: TensorLike, ratio: Double?, _: Value, _: Value) -> Tensor in
            if a.tensor.isRecorded {
                let side = Double(10 * a.tensor.shape.dimensions.suffix(2).reduce(1, max))
                return try MatrixDecompositions.generalInverse(
                    a.tensor, ratio: ratio ?? side * NumberLimits(a.tensor.dtype).epsilon)
            }
            return try StackedMatrices.each(a.tensor, "Svd") { part in
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
            return try SolvingFunctions.solved(normal, transposed.matmul(right))
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

    private static func decompositions(_ m: ModuleBuilder) {
        SymmetricDecomposition.define(m)
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
            let parts = try MatrixDecompositions.singular(a.tensor, isFull: isFull)
            guard hasVectors else { return parts[0].object(in: python) }
            return .tuple(parts.map { $0.object(in: python) }, in: python)
        }
        m.def("qr(input, full_matrices=False, name=None)") {
            (python: Interpreter, a: TensorLike, _: Value, _: Value) -> Value in
            let parts = try MatrixDecompositions.orthogonal(a.tensor)
            return NamedResult.value(
                "Qr", ["q", "r"], parts.map { $0.object(in: python) }, in: python)
        }
    }

    private static func triangles(_ m: ModuleBuilder) {
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
            return try SolvingFunctions.solved(adjoint ? part.swapping(-1, -2) : part, right)
        }
        m.def("lu(input, output_idx_type=None, name=None)") {
            (python: Interpreter, a: TensorLike, _: Value, _: Value) -> Value in
            guard a.tensor.rank == 2, a.tensor.shape[0] == a.tensor.shape[1] else {
                throw TensorError.invalidArgument(operation: "Lu", "Input matrix must be square.")
            }
            let parts = try MatrixDecompositions.triangular(a.tensor)
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
        for (name, rest) in [
            ("matrix_transpose", "a, name='matrix_transpose', conjugate=False"),
            ("adjoint", "matrix, name=None, conjugate=False"),
        ] {
            m.def("\(name)(\(rest))") {
                (_: Interpreter, a: TensorLike, _: Value, _: Value) in
                try a.tensor.swapping(-1, -2).compacted()
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
