import PythonRuntime
import Tensors

/// Products of vectors and matrices with NumPy's rules for axes.
enum LinearProducts {
    /// `a @ b`.
    static func matmul(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        for (position, operand) in [a, b].enumerated() where operand.rank == 0 {
            throw TensorError.matrixRank(operation: "matmul", position: position, operand.shape)
        }
        return try product(a, b, operation: "matmul")
    }

    /// The product of the last axis of `a` with the last but one of `b`; vectors lose their axis again.
    private static func product(_ a: Tensor, _ b: Tensor, operation: String) throws -> Tensor {
        if let result = Tensor.blasProduct(a, b) { return result }
        let common = Promotion.joint(a.dtype, b.dtype)
        let type = common == .bool ? .int64 : common
        guard a.shape.innermost == (b.rank == 1 ? b.count : b.shape[b.rank - 2]) else {
            throw TensorError.matrixSizes(
                operation: operation, a.shape, b.shape, transposed: [false, false])
        }
        let left = try (a.rank == 1 ? a.expanded(at: 0) : a).cast(to: type)
        let right = try (b.rank == 1 ? b.expanded(at: 1) : b).cast(to: type)
        var result = try left.matmul(right)
        if b.rank == 1 { result = try result.squeezed(axes: [-1]) }
        if a.rank == 1 { result = try result.squeezed(axes: [b.rank == 1 ? -1 : -2]) }
        return common == .bool ? result.truth() : result
    }

    /// `np.dot(a, b)`.
    static func dot(_ a: Tensor, _ b: Tensor, in python: Interpreter) throws -> Tensor {
        if a.rank == 0 || b.rank == 0 {
            return try ElementwiseFunction.multiply(a, b, in: python)
        }
        if a.rank <= 2, b.rank <= 2 { return try product(a, b, operation: "dot") }
        guard a.shape.innermost == (b.rank == 1 ? b.count : b.shape[b.rank - 2]) else {
            throw TensorError.matrixSizes(
                operation: "dot", a.shape, b.shape, transposed: [false, false])
        }
        return try contract(a, b, [a.rank - 1], [max(b.rank - 2, 0)])
    }

    /// Sums of products over pairs of axes.
    static func contract(_ a: Tensor, _ b: Tensor, _ axes: [Int], _ others: [Int]) throws -> Tensor
    {
        let type = Promotion.joint(a.dtype, b.dtype)
        return try a.cast(to: type).tensordot(b.cast(to: type), axes: axes, others)
    }

    /// `np.outer(a, b)`.
    static func outer(_ a: Tensor, _ b: Tensor, in python: Interpreter) throws -> Tensor {
        try ElementwiseFunction.multiply(
            a.reshaped(to: [a.count, 1]), b.reshaped(to: [1, b.count]), in: python)
    }
}

/// The functions of `numpy` that multiply vectors and matrices.
enum NumPyProducts {
    static func define(_ m: NumPyDefinitions, shared: SharedDefinitions) {
        shared.def("dot(a, b, out=None)\n\nThe product of vectors or matrices.") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, out: Value) -> Value in
            try python.deliver(LinearProducts.dot(a.tensor, b.tensor, in: python), to: out)
        }
        shared.def("trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)") {
            (
                python: Interpreter, a: ArrayLike, offset: Int, first: Int, second: Int, _: Value,
                out: Value
            ) -> Value in
            let x = try a.tensor.movingAxes([first, second], to: [-2, -1])
            return try python.deliver(
                NumPyReductions.sum(x.diagonal(offset: offset), [-1]), to: out)
        }
        m.def("matmul(x1, x2, /, out=None)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, out: Value) -> Value in
            try python.deliver(LinearProducts.matmul(a.tensor, b.tensor), to: out)
        }
        m.def("inner(a, b, /)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            if a.tensor.rank == 0 || b.tensor.rank == 0 {
                return python.numPyValue(
                    try ElementwiseFunction.multiply(a.tensor, b.tensor, in: python))
            }
            guard a.tensor.shape.innermost == b.tensor.shape.innermost else {
                throw TensorError.matrixSizes(
                    operation: "dot", a.tensor.shape, b.tensor.shape, transposed: [false, false])
            }
            return python.numPyValue(
                try LinearProducts.contract(
                    a.tensor, b.tensor, [a.tensor.rank - 1], [b.tensor.rank - 1]))
        }
        m.def("outer(a, b, out=None)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, out: Value) -> Value in
            try python.deliver(LinearProducts.outer(a.tensor, b.tensor, in: python), to: out)
        }
        m.def("vdot(a, b, /)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let left =
                a.tensor.dtype.isComplex ? try UnaryOperation.conjugate(a.tensor) : a.tensor
            return python.numPyValue(
                try LinearProducts.dot(left.flattened(), b.tensor.flattened(), in: python))
        }
        defineContractions(m)
        defineKronecker(m)
    }

    private static func defineContractions(_ m: NumPyDefinitions) {
        m.def("tensordot(a, b, axes=2)") {
            (python: Interpreter, a: ArrayLike, b: ArrayLike, axes: Value) -> Value in
            let (x, y) = (a.tensor, b.tensor)
            if let count = axes.integer {
                guard x.rank >= count, y.rank >= count,
                    x.shape.dimensions.suffix(count).elementsEqual(y.shape.dimensions.prefix(count))
                else { throw python.valueError("shape-mismatch for sum") }
                return python.numPyValue(
                    try LinearProducts.contract(
                        x, y, Array((x.rank - count)..<x.rank), Array(0..<count)))
            }
            let pair = try python.list(axes).map {
                try AxesArgument.from($0, in: python).axes ?? []
            }
            guard pair.count == 2, pair[0].count == pair[1].count else {
                throw python.valueError("shape-mismatch for sum")
            }
            let lengths = try zip(pair[0], pair[1]).map {
                (try x.length(of: $0), try y.length(of: $1))
            }
            guard lengths.allSatisfy({ $0.0 == $0.1 }) else {
                throw python.valueError("shape-mismatch for sum")
            }
            return python.numPyValue(try LinearProducts.contract(x, y, pair[0], pair[1]))
        }
        m.def(
            "einsum(subscripts, *operands, out=None, dtype=None, order='K', casting='safe', optimize=False)"
        ) {
            (
                python: Interpreter, subscripts: Value, operands: [Value], out: Value, _: Value,
                _: Value, _: Value, _: Value
            ) -> Value in
            let call = try EinsumCall(subscripts, operands, in: python)
            return try python.deliver(call.result(), to: out)
        }
    }

    private static func defineKronecker(_ m: NumPyDefinitions) {
        m.def("kron(a, b)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let rank = max(a.tensor.rank, b.tensor.rank)
            func padded(_ x: Tensor) -> [Int] {
                Array(repeating: 1, count: rank - x.rank) + x.shape.dimensions
            }
            let (p, q) = (padded(a.tensor), padded(b.tensor))
            let x = try a.tensor.reshaped(to: Shape(p.flatMap { [$0, 1] }))
            let y = try b.tensor.reshaped(to: Shape(q.flatMap { [1, $0] }))
            let product = try ElementwiseFunction.multiply(x, y, in: python)
            return python.numPyValue(
                try product.reshaped(to: Shape(zip(p, q).map { $0 * $1 })))
        }
        m.def("cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None)") {
            (
                python: Interpreter, a: ArrayLike, b: ArrayLike, _: Value, _: Value, _: Value,
                _: Value
            ) -> Value in
            try cross(a.tensor, b.tensor, in: python)
        }
    }

    private static func cross(_ a: Tensor, _ b: Tensor, in python: Interpreter) throws -> Value {
        let common = Promotion.joint(a.dtype, b.dtype)
        let (x, y) = (try a.cast(to: common), try b.cast(to: common))
        let (m, n) = (x.shape.innermost, y.shape.innermost)
        guard (2...3).contains(m), (2...3).contains(n) else {
            throw python.valueError(
                "incompatible dimensions for cross product\n(dimension must be 2 or 3)")
        }
        func part(_ tensor: Tensor, _ index: Int) throws -> Tensor {
            index < tensor.shape.innermost
                ? try tensor.indexed([.ellipsis, .integer(index)])
                : Tensor(zeros: .scalar, common)
        }
        func minor(_ i: Int, _ j: Int) throws -> Tensor {
            try part(x, i) * part(y, j) - part(x, j) * part(y, i)
        }
        if m == 2, n == 2 { return python.numPyValue(try minor(0, 1)) }
        return python.numPyValue(
            try Tensor.stack([minor(1, 2), minor(2, 0), minor(0, 1)], axis: -1))
    }
}
