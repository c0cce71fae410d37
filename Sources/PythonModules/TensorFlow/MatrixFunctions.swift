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
            let (x, y) = try TensorMath.matched(a, b, python)
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
                _: Interpreter, tensor: TensorLike, _: Value, axes: AxesArgument, keeping: Bool,
                _: Value
            ) in
            try tensor.tensor.norm(axes: axes.axes, keeping: keeping)
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

    /// The axes that a `tensordot` sums over.
    private static func contracted(_ axes: Value, _ rank: Int, _ python: Interpreter) throws -> (
        [Int], [Int]
    ) {
        if let count = axes.integer { return (Array((rank - count)..<rank), Array(0..<count)) }
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
