import PythonRuntime
import Tensors

/// `tf.linalg.eigh`: eigenvalues and eigenvectors of symmetric matrices, with their gradients.
enum SymmetricDecomposition {
    static func define(_ m: ModuleBuilder) {
        m.def("eigh(tensor, name=None)\n\nEigenvalues and eigenvectors of symmetric matrices.") {
            (python: Interpreter, a: TensorLike, _: Value) -> Value in
            .tuple(try parts(of: a.tensor).map { $0.object(in: python) }, in: python)
        }
        m.def("eigvalsh(tensor, name=None)") { (_: Interpreter, a: TensorLike, _: Value) in
            try parts(of: a.tensor)[0]
        }
    }

    /// The eigenvalues `N` in rising order and the eigenvectors `N N` in columns.
    private static func parts(of a: Tensor) throws -> [Tensor] { try decomposition([a]) }

    private static let decomposition = ManyOperation(
        "SelfAdjointEigV2",
        { operands in
            try StackedMatrices.each(operands[0], "SelfAdjointEigV2", square: true) {
                let eigen = SymmetricEigen(Matrix($0))
                return [Tensor(eigen.values), eigen.vectors.tensor]
            }
        },
        pullback: { _, results in
            { upstream, _ in
                [.dense(try pull(upstream[0], upstream[1], results[0], results[1]))]
            }
        })

    private static func pull(
        _ values: Tensor?, _ vectors: Tensor?, _ e: Tensor, _ v: Tensor
    ) throws -> Tensor {
        var middle = try (values ?? e * 0).diagonalMatrix()
        if let vectors {
            let differences = try e.expanded(at: -2) - e.expanded(at: -1)
            let zeros = Tensor(zeros: differences.shape, differences.dtype)
            let isApart = try ComparisonOperation.notEqual(differences, zeros)
            let safe = try Tensor.select(isApart, differences, zeros + 1)
            let inverse = try Tensor.select(isApart, 1 / safe, zeros)
            middle = try middle + inverse * v.matmul(vectors, transposeA: true)
        }
        let whole = try v.matmul(middle.matmul(v, transposeB: true))
        // The kernel reads the lower triangle alone.
        let lower = try (whole + whole.swapping(-1, -2)).band(below: -1, above: 0)
        return try lower - 0.5 * lower.diagonal().diagonalMatrix()
    }
}
