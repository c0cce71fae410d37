import PythonRuntime
import Tensors

/// The module `numpy.linalg`.
enum NumPyLinearAlgebra {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("numpy.linalg", pythonWording: true, in: python)
        try m.set("LinAlgError", NumPyTypes.of(python).exception("LinAlgError"))
        let t = NumPyDefinitions(m)
        Norms.define(t)
        defineSolving(t)
        defineDecompositions(t)
        defineEigen(t)
        defineRanks(t)
        return m.module
    }

    /// A matrix times itself, in NumPy's order: squares of the base, and the product of those whose bit is set in
    /// the exponent, the lowest first; but the third power is the square times the base.
    private static func power(_ base: Tensor, _ exponent: UInt) throws -> Tensor {
        if exponent == 3 {
            return try LinearProducts.matmul(LinearProducts.matmul(base, base), base)
        }
        var square = base
        var result: Tensor?
        var rest = exponent
        while true {
            if rest & 1 == 1 {
                result = try result.map { try LinearProducts.matmul($0, square) } ?? square
            }
            rest >>= 1
            guard rest > 0 else { return result ?? base }
            square = try LinearProducts.matmul(square, square)
        }
    }

    /// Matrices stacked in the leading axes, each worked on by itself; results in the operand's precision.
    private static func mapped(_ a: Tensor, _ body: (Matrix) throws -> Tensor) throws -> Tensor {
        guard a.rank >= 2 else {
            throw TensorError.invalidArgument(
                operation: "linalg",
                "\(a.rank)-dimensional array given. Array must be at least two-dimensional")
        }
        let type: DType = a.dtype == .float32 ? .float32 : .float64
        guard a.rank > 2 else { return try body(Matrix(a)).cast(to: type) }
        let lead = Array(a.shape.dimensions.dropLast(2))
        let flat = try a.reshaped(to: [lead.reduce(1, *), a.shape[a.rank - 2], a.shape.innermost])
        let parts = try (0..<flat.shape[0]).map { try body(Matrix(flat.indexed([.integer($0)]))) }
        let stacked = try Tensor.stack(parts, axis: 0)
        return try stacked.reshaped(to: Shape(lead + stacked.shape.dimensions.dropFirst())).cast(
            to: type)
    }

    private static func square(_ a: Tensor, in python: Interpreter) throws {
        guard a.rank >= 2 else {
            throw python.numPyError(
                "LinAlgError",
                "\(a.rank)-dimensional array given. Array must be at least two-dimensional")
        }
        guard a.shape[a.rank - 2] == a.shape.innermost else {
            throw TensorError.notSquare(operation: "linalg", a.shape)
        }
    }

    private static func defineSolving(_ m: NumPyDefinitions) {
        for name in ["tensorsolve", "tensorinv"] {
            m.raw("\(name)(a, *args, **kwargs)") { python, call in
                guard
                    let function = try python.modules.find("numpy._more", in: python)?.namespace[
                        name]
                else { return .none }
                return try python.call(function, call)
            }
        }
        m.def("inv(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            try square(a.tensor, in: python)
            return python.numPyValue(
                try mapped(a.tensor) { matrix in
                    let triangles = Triangles(matrix)
                    if triangles.isSingular { throw TensorError.singular(operation: "inv") }
                    return triangles.solve(.identity(matrix.rows)).tensor
                })
        }
        m.def("solve(a, b)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            try square(a.tensor, in: python)
            let column = b.tensor.rank == 1 ? try b.tensor.expanded(at: 1) : b.tensor
            guard column.shape[0] == a.tensor.shape[0] else {
                throw python.valueError(
                    "\(b.tensor.rank == 1 ? "solve1" : "solve"): Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),\(b.tensor.rank == 1 ? "(m)->(m)" : "(m,n)->(m,n)") (size \(column.shape[0]) is different from \(a.tensor.shape[0]))"
                )
            }
            let x = try mapped(a.tensor) { matrix in
                let triangles = Triangles(matrix)
                if triangles.isSingular { throw TensorError.singular(operation: "solve") }
                return triangles.solve(Matrix(column)).tensor
            }
            return python.numPyValue(b.tensor.rank == 1 ? try x.squeezed(axes: [-1]) : x)
        }
        m.def("det(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            try square(a.tensor, in: python)
            return python.numPyValue(
                try mapped(a.tensor) { Tensor(scalar: try Triangles($0).determinant()) })
        }
        m.def("slogdet(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            try square(a.tensor, in: python)
            let (sign, size) = try Triangles(Matrix(a.tensor)).logarithm()
            let numbers = [sign, size].map { python.numPyScalar(.float($0), .float64) }
            return NamedResult.value("SlogdetResult", ["sign", "logabsdet"], numbers, in: python)
        }
        m.def("lstsq(a, b, rcond='warn')") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value) -> Value in
            let fit = try LeastSquares(a.tensor, b.tensor)
            return .tuple(
                [
                    python.ndarray(fit.solution), python.ndarray(fit.residuals), .int(fit.rank),
                    python.ndarray(Tensor(fit.values)),
                ], in: python)
        }
    }

    private static func defineDecompositions(_ m: NumPyDefinitions) {
        m.def("qr(a, mode='reduced')") {
            (python: Interpreter, a: ArrayLike, mode: String) -> Value in
            let x = try a.tensor.cast(to: .float64)
            var (q, r) = QR.factor(x)
            let type = a.tensor.dtype == .float32 ? DType.float32 : .float64
            if mode == "r" { return python.ndarray(try r.cast(to: type)) }
            if mode == "complete", x.shape[0] > x.shape[1] {
                let below = Tensor(zeros: [x.shape[0] - x.shape[1], x.shape[1]], .float64)
                q = Matrix(q).completed().tensor
                r = try Tensor.concatenate([r, below], axis: 0)
            }
            let parts = try [q, r].map { python.ndarray(try $0.cast(to: type)) }
            return NamedResult.value("QRResult", ["Q", "R"], parts, in: python)
        }
        m.def("svd(a, full_matrices=True, compute_uv=True, hermitian=False)") {
            (python: Interpreter, a: ArrayLike, isFull: Bool, withVectors: Bool, _: Value) -> Value
            in
            let type = a.tensor.dtype == .float32 ? DType.float32 : .float64
            guard withVectors else {
                return python.ndarray(try mapped(a.tensor) { Tensor(OrthogonalFactors($0).values) })
            }
            guard a.tensor.doubles.allSatisfy(\.isFinite) else {
                throw python.numPyError("LinAlgError", "SVD did not converge")
            }
            let parts = OrthogonalFactors(Matrix(a.tensor))
            let u = isFull ? parts.u : parts.thinU
            let v = (isFull ? parts.v : parts.thinV).transposed
            let tensors = [u.tensor, Tensor(parts.values), v.tensor]
            return NamedResult.value(
                "SVDResult", ["U", "S", "Vh"],
                try tensors.map { python.ndarray(try $0.cast(to: type)) }, in: python)
        }
        m.def("cholesky(a)") { (python: Interpreter, a: ArrayLike) -> Value in
            try square(a.tensor, in: python)
            return python.ndarray(
                try mapped(a.tensor) { matrix in
                    guard let lower = matrix.cholesky else {
                        throw python.numPyError(
                            "LinAlgError", "Matrix is not positive definite")
                    }
                    return lower.tensor
                })
        }
    }

    private static func defineEigen(_ m: NumPyDefinitions) {
        for name in ["eigh", "eigvalsh"] {
            m.def("\(name)(a, UPLO='L')") {
                (python: Interpreter, a: ArrayLike, part: String) -> Value in
                try square(a.tensor, in: python)
                let type = a.tensor.dtype == .float32 ? DType.float32 : .float64
                let matrix = Matrix(a.tensor)
                let eigen = SymmetricEigen(part == "U" ? matrix.transposed : matrix)
                let values = python.ndarray(try Tensor(eigen.values).cast(to: type))
                if name == "eigvalsh" { return values }
                return NamedResult.value(
                    "EighResult", ["eigenvalues", "eigenvectors"],
                    [values, python.ndarray(try eigen.vectors.tensor.cast(to: type))], in: python)
            }
        }
        for name in ["eig", "eigvals"] {
            m.def("\(name)(a)") { (python: Interpreter, a: ArrayLike) -> Value in
                try square(a.tensor, in: python)
                let eigen = GeneralEigen(Matrix(a.tensor))
                let side = eigen.values.count
                let flat = (0..<side).flatMap { row in eigen.vectors.map { $0[row] } }
                let single = a.tensor.dtype == .float32
                func tensor(_ numbers: [Complex<Double>], _ shape: Shape) throws -> Value {
                    let type: DType =
                        eigen.isReal
                        ? (single ? .float32 : .float64) : (single ? .complex64 : .complex128)
                    let scalars = numbers.map {
                        eigen.isReal ? Scalar.float($0.real) : .complex($0)
                    }
                    return python.ndarray(Tensor(scalars, shape: shape, type))
                }
                let values = try tensor(eigen.values, [side])
                if name == "eigvals" { return values }
                return NamedResult.value(
                    "EigResult", ["eigenvalues", "eigenvectors"],
                    [values, try tensor(flat, [side, side])], in: python)
            }
        }
    }

    private static func defineRanks(_ m: NumPyDefinitions) {
        m.def("matrix_rank(A, tol=None, hermitian=False)") {
            (python: Interpreter, a: ArrayLike, tolerance: Double?, _: Value) -> Value in
            guard a.tensor.rank >= 2 else {
                return .int(a.tensor.doubles.contains { $0 != 0 } ? 1 : 0)
            }
            let values = OrthogonalFactors(Matrix(a.tensor)).values
            let side = Double(max(a.tensor.shape[0], a.tensor.shape[1]))
            let epsilon = NumberLimits(a.tensor.dtype).epsilon
            let bound = tolerance ?? (values.first ?? 0) * side * epsilon
            return python.numPyScalar(.int(values.filter { $0 > bound }.count), .int64)
        }
        m.def("pinv(a, rcond=1e-15, hermitian=False)") {
            (python: Interpreter, a: ArrayLike, ratio: Double, _: Value) -> Value in
            python.ndarray(
                try mapped(a.tensor) { matrix in
                    let parts = OrthogonalFactors(matrix)
                    let bound = (parts.values.first ?? 0) * ratio
                    let inverse = parts.values.map { $0 > bound ? 1 / $0 : 0 }
                    return parts.thinV.scalingColumns(by: inverse)
                        .times(parts.thinU.transposed).tensor
                })
        }
        m.def("cond(x, p=None)") { (python: Interpreter, a: ArrayLike, order: Value) -> Value in
            if order.isNone {
                let values = OrthogonalFactors(Matrix(a.tensor)).values
                return python.numPyScalar(
                    .float((values.first ?? 0) / (values.last ?? 0)), .float64)
            }
            let inverse = Triangles(Matrix(a.tensor)).solve(.identity(a.tensor.shape[0])).tensor
            let x = try a.tensor.cast(to: .float64)
            return python.numPyValue(
                try Norms.norm(x, order, [0, 1], false, in: python)
                    * Norms.norm(inverse, order, [0, 1], false, in: python))
        }
        m.def("matrix_power(a, n)") { (python: Interpreter, a: ArrayLike, exponent: Int) -> Value in
            try square(a.tensor, in: python)
            let result = try Tensor.identityMatrix(
                rows: a.tensor.shape.innermost, dtype: a.tensor.dtype)
            var factor = a.tensor
            if exponent < 0 {
                factor = try mapped(a.tensor) { Triangles($0).solve(.identity($0.rows)).tensor }
            }
            return python.ndarray(
                try exponent == 0 ? result : power(factor, exponent.magnitude))
        }
        m.def("multi_dot(arrays, *, out=None)") {
            (python: Interpreter, arrays: [ArrayLike], _: Value) -> Value in
            let first = arrays[0].tensor
            return python.numPyValue(
                try arrays.dropFirst().reduce(first) {
                    try LinearProducts.dot($0, $1.tensor, in: python)
                })
        }
    }
}

extension Matrix {
    /// The lower triangle L with A = L·Lᵀ; nil where the matrix is not positive definite.
    var cholesky: Matrix? {
        var lower = Matrix(zeros: rows, rows)
        for row in 0..<rows {
            for column in 0...row {
                var sum = self[row, column]
                for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[row, row] = sum.squareRoot()
                } else {
                    lower[row, column] = sum / lower[column, column]
                }
            }
        }
        return lower
    }
}

/// The vector with the least squared distance of A·x from b.
struct LeastSquares {
    let solution: Tensor
    let residuals: Tensor
    let rank: Int
    let values: [Double]

    init(_ a: Tensor, _ b: Tensor) throws {
        let matrix = Matrix(a)
        let right = b.rank == 1 ? try b.expanded(at: 1) : b
        let parts = OrthogonalFactors(matrix)
        let bound =
            (parts.values.first ?? 0) * Double.ulpOfOne * Double(max(matrix.rows, matrix.columns))
        let inverse = parts.values.map { $0 > bound ? 1 / $0 : 0 }
        let count = parts.values.filter { $0 > bound }.count
        let target = Matrix(right)
        let x = parts.thinV.scalingColumns(by: inverse).times(
            parts.thinU.transposed.times(target))
        let fitted = matrix.times(x)
        let sums = (0..<target.columns).map { column in
            (0..<target.rows).reduce(0.0) {
                let gap = target[$1, column] - fitted[$1, column]
                return $0 + gap * gap
            }
        }
        let isFull = count == matrix.columns && matrix.rows > matrix.columns
        residuals = isFull ? Tensor(sums) : Tensor(zeros: [0], .float64)
        solution = b.rank == 1 ? try x.tensor.squeezed(axes: [-1]) : x.tensor
        values = parts.values
        rank = count
    }
}
