import PythonRuntime
import Tensors

/// `tf.linalg`: products of matrices and norms.
enum MatrixFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "matmul(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, output_type=None, name=None)\n\nThe product of matrices."
        ) {
            (
                python: Interpreter, a: TensorLike, b: TensorLike, transposeA: Bool,
                transposeB: Bool, adjointA: Bool, adjointB: Bool, _: Value, _: Value, _: Value,
                _: Value
            ) -> Tensor in
            let (x, given) = try TensorMath.matched(a, b, python)
            let y = try TensorOperators.convertedArray(b.value, given, to: x)
            return try x.matmul(
                y, transposeA: transposeA || adjointA, transposeB: transposeB || adjointB)
        }
        m.def(
            "matvec(a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None)"
        ) {
            (
                _: Interpreter, a: TensorLike, b: TensorLike, transpose: Bool, _: Value, _: Value,
                _: Value, _: Value
            ) in
            try a.tensor.matmul(b.tensor.expanded(at: -1), transposeA: transpose).squeezed(axes: [
                -1
            ])
        }
        m.def("norm(tensor, ord='euclidean', axis=None, keepdims=None, name=None)") {
            (
                python: Interpreter, tensor: TensorLike, order: Value, axes: AxesArgument,
                keeping: Bool, _: Value
            ) in
            try norm(tensor.tensor, order, axes.axes, keeping, python)
        }
        m.def("tensordot(a, b, axes, name=None)") {
            (python: Interpreter, a: TensorLike, b: TensorLike, axes: Value, _: Value) -> Tensor in
            let (left, right) = try contracted(axes, a.tensor.rank, python)
            return try a.tensor.tensordot(b.tensor, axes: left, right)
        }
        m.def("einsum(equation, *inputs, **kwargs)") {
            (_: Interpreter, equation: String, inputs: [TensorLike], _: Value) in
            try Tensor.einsum(equation, inputs.map(\.tensor))
        }
        m.def("band_part(input, num_lower, num_upper, name=None)") {
            (_: Interpreter, input: TensorLike, lower: Int, upper: Int, _: Value) in
            try input.tensor.band(below: lower, above: upper)
        }
        m.def("diag(diagonal, name='diag', k=0)") {
            (_: Interpreter, diagonal: TensorLike, _: Value, k: Int) in
            try diagonal.tensor.diagonalMatrix(offset: k)
        }
        m.def("trace(x, name=None)") { (_: Interpreter, x: TensorLike, _: Value) in
            try x.tensor.trace()
        }
    }

    /// The norm of vectors, or of matrices where two axes are named.
    static func norm(
        _ x: Tensor, _ order: Value, _ axes: [Int]?, _ keeping: Bool, _ python: Interpreter
    ) throws -> Tensor {
        let isMatrix = axes?.count == 2
        if let name = order.text {
            guard name == "euclidean" || (name == "fro" && isMatrix) else {
                throw python.valueError(
                    "'ord' must be a supported matrix norm in ['euclidean', 'fro', 1, 2, inf], got '\(name)'"
                )
            }
            return try x.norm(axes: axes, keeping: keeping)
        }
        let p = try python.double(order)
        let sizes = try UnaryOperation.absolute(x)
        if isMatrix, let axes {
            guard p != 2 else {
                return try x.cast(to: .float64).largestSingularValue(keeping: keeping)
                    .cast(to: x.dtype)
            }
            let (first, second) = p == 1 ? (axes[0], axes[1]) : (axes[1], axes[0])
            let sums = try sizes.sum(axes: [first], keeping: true).max(
                axes: [second], keeping: true)
            return keeping ? sums : try sums.squeezed(axes: axes)
        }
        switch p {
        case 2: return try x.norm(axes: axes, keeping: keeping)
        case 1: return try sizes.sum(axes: axes, keeping: keeping)
        case .infinity: return try sizes.max(axes: axes, keeping: keeping)
        default:
            let power = Tensor(.float(p), x.dtype)
            let total = try BinaryOperation.power(sizes, power).sum(axes: axes, keeping: keeping)
            return try BinaryOperation.power(total, Tensor(.float(1 / p), x.dtype))
        }
    }

    /// The axes that a `tensordot` sums over.
    private static func contracted(_ axes: Value, _ rank: Int, _ python: Interpreter) throws -> (
        [Int], [Int]
    ) {
        if let count = axes.integer {
            guard count >= 0 else {
                throw python.valueError("`axes` must be at least 0. Received: \(count).")
            }
            guard count <= rank else {
                throw python.valueError(
                    "`axes` must not be larger than the number of dimensions of tensor. Received \(count), vs tensor dimensions \(rank)."
                )
            }
            return (Array((rank - count)..<rank), Array(0..<count))
        }
        let pair = try python.list(axes)
        guard pair.count == 2 else {
            throw python.valueError("'axes' must be an integer or have length 2.")
        }
        return (
            try AxesArgument.from(pair[0], in: python).axes ?? [],
            try AxesArgument.from(pair[1], in: python).axes ?? []
        )
    }
}

extension Tensor {
    /// The largest singular value of each matrix in the last two axes.
    fileprivate func largestSingularValue(keeping: Bool) throws -> Tensor {
        let lead = Array(shape.dimensions.dropLast(2))
        let flat = try reshaped(to: Shape([lead.reduce(1, *)] + shape.dimensions.suffix(2)))
        let values = try flat.unstacked(axis: 0).map {
            SingularValues(Matrix($0)).values.first ?? 0
        }
        return try Tensor(values).reshaped(to: Shape(lead + (keeping ? [1, 1] : [])))
    }
}
