import PythonRuntime
import Tensors

/// Normal numbers of several dimensions, for both of NumPy's generators.
struct MultivariateNormal {
    let mean: [Double]
    private let covariance: Matrix

    init(_ mean: ArrayLike, _ covariance: ArrayLike, in python: Interpreter) throws {
        guard mean.tensor.rank == 1 else { throw python.valueError("mean must be 1 dimensional") }
        let shape = covariance.tensor.shape
        guard shape.rank == 2, shape[0] == shape[1] else {
            throw python.valueError("cov must be 2 dimensional and square")
        }
        guard shape[0] == mean.tensor.count else {
            throw python.valueError("mean and cov must have same length")
        }
        self.mean = mean.tensor.doubles
        self.covariance = Matrix(covariance.tensor)
    }

    /// Standard normal numbers, a row for each draw, turned into numbers of this distribution.
    func shaped(_ normals: [Double], method: String) throws -> [Double] {
        let side = mean.count
        let rows = Matrix(normals, rows: normals.count / max(side, 1), columns: side)
        let factor = try factor(method)
        let product = rows.times(factor)
        return product.numbers.enumerated().map { $0.element + mean[$0.offset % side] }
    }

    /// The matrix by which standard normal rows are multiplied.
    private func factor(_ method: String) throws -> Matrix {
        switch method {
        case "cholesky":
            guard let lower = covariance.cholesky else {
                throw TensorError.invalidArgument(
                    operation: "multivariate_normal", "Matrix is not positive definite")
            }
            return lower.transposed
        case "eigh":
            let eigen = SymmetricEigen(covariance)
            let roots = eigen.values.map { max($0, 0).squareRoot() }
            return eigen.vectors.scalingColumns(by: roots).transposed
        default:
            // The old generator takes the right singular vectors, the new one the left.
            let parts = OrthogonalFactors(covariance)
            let roots = parts.values.map { $0.squareRoot() }
            return (method == "svd" ? parts.u : parts.v).scalingColumns(by: roots).transposed
        }
    }
}

extension Distributions {
    /// `multivariate_normal`, whose generators differ in how they take the root of the covariance.
    func defineMultivariateNormal(_ t: NumPyDefinitions, isGenerator: Bool) {
        let rest =
            isGenerator
            ? "check_valid='warn', tol=1e-08, *, method='svd'" : "check_valid='warn', tol=1e-08"
        t.add(
            "multivariate_normal(self, mean, cov, size=None, \(rest))",
            .bound { python, values in
                let normal = try MultivariateNormal(
                    ArrayLike.from(values[1], in: python), ArrayLike.from(values[2], in: python),
                    in: python)
                let size = try DrawSize.from(values[3], in: python)
                let count = size.count * normal.mean.count
                let drawn = try Self.source(values[0], python).draw { draws in
                    (0..<count).map { _ in draws.standardNormal() }
                }
                let method = isGenerator ? values[6].text ?? "svd" : "right"
                let numbers = try normal.shaped(drawn, method: method)
                let shape = Shape((size.shape?.dimensions ?? []) + [normal.mean.count])
                return python.ndarray(Tensor(numbers, shape: shape))
            })
    }
}
