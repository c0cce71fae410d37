extension Tensor {
    /// The matrix product of the last two axes, the axes before them being stretched to each other; either
    /// matrix may be taken transposed.
    package func matmul(
        _ other: Tensor, transposeA: Bool = false, transposeB: Bool = false
    ) throws -> Tensor {
        try BinaryOperation.matrixProduct(
            transposeA, transposeB, batched: rank > 2 || other.rank > 2)(self, other)
    }
}

extension BinaryOperation {
    /// The product of matrices, or of stacks of them, which TensorFlow adds up in another order.
    static func matrixProduct(_ ta: Bool, _ tb: Bool, batched: Bool) -> BinaryOperation {
        BinaryOperation(
            batched ? "BatchMatMulV2" : "MatMul",
            { a, b in
                if !batched, let product = try PlainProduct(a, b, ta, tb)?.run() { return product }
                return try MatrixProduct(a, b, ta, tb, batched: batched).run()
            },
            left: { a, b, _ in
                let product = GradientProduct(batched: batched, shape: a.shape)
                return { dy in
                    ta ? try product(b, tb, dy, true) : try product(dy, false, b, !tb)
                }
            },
            right: { a, b, _ in
                let product = GradientProduct(batched: batched, shape: b.shape)
                return { dy in
                    tb ? try product(dy, true, a, ta) : try product(a, !ta, dy, false)
                }
            })
    }
}

/// The product that is the gradient of an operand of `shape`, summed over the axes it was stretched along.
private struct GradientProduct {
    let batched: Bool
    let shape: Shape

    func callAsFunction(_ a: Tensor, _ ta: Bool, _ b: Tensor, _ tb: Bool) throws -> Tensor {
        try BinaryOperation.matrixProduct(ta, tb, batched: batched)(a, b).summed(to: shape)
    }
}

/// The most frequent case, without anything to work out: two float matrices without gaps that fit.
private struct PlainProduct {
    private let a: Tensor
    private let b: Tensor
    private let transposedA: Bool
    private let transposedB: Bool

    /// Nil where the operands are anything else.
    init?(_ a: Tensor, _ b: Tensor, _ ta: Bool, _ tb: Bool) throws {
        guard a.rank == 2, b.rank == 2, a.isContiguous, b.isContiguous, a.dtype == b.dtype,
            a.dtype == .float32 || a.dtype == .float64,
            a.shape[ta ? 0 : 1] == b.shape[tb ? 1 : 0]
        else { return nil }
        (self.a, self.b, transposedA, transposedB) = (a, b, ta, tb)
    }

    func run() throws -> Tensor {
        let (m, n) = (a.shape[transposedA ? 1 : 0], b.shape[transposedB ? 0 : 1])
        try Shape([m, n]).requireRoom(for: a.dtype)
        let result = Tensor(uninitialized: [m, n], a.dtype)
        flushingDenormals(of: a.dtype) {
            a.dtype == .float32
                ? multiply(Float.self, m, n, into: result)
                : multiply(Double.self, m, n, into: result)
        }
        return result
    }

    private func multiply<T: MatrixFloat>(_ type: T.Type, _ m: Int, _ n: Int, into result: Tensor) {
        let left = MatrixView(a.pointer(to: T.self), rows: a.shape[0], columns: a.shape[1])
        let right = MatrixView(b.pointer(to: T.self), rows: b.shape[0], columns: b.shape[1])
        MatrixKernel.multiply(
            transposedA ? left.transposed : left, transposedB ? right.transposed : right,
            order: .ofMatrices(m: m, n: n, transposedA: transposedA, transposedB: transposedB),
            into: result.pointer(to: T.self), cRow: n)
    }
}

/// One product of two tensors' last two axes, checked and laid out.
private struct MatrixProduct {
    private let a: Tensor
    private let b: Tensor
    private let transposedA: Bool
    private let transposedB: Bool
    private let order: ProductOrder
    private let batch: Shape
    private let m: Int
    private let n: Int
    private let k: Int

    init(_ a: Tensor, _ b: Tensor, _ ta: Bool, _ tb: Bool, batched: Bool) throws {
        let name = batched ? "BatchMatMulV2" : "MatMul"
        guard a.dtype == b.dtype else {
            throw TensorError.typeMismatch(
                operation: name, position: 1, expected: a.dtype, found: b.dtype)
        }
        for (position, operand) in [a, b].enumerated() where operand.rank < 2 {
            throw TensorError.matrixRank(operation: name, position: position, operand.shape)
        }
        let (lastA, lastB) = (a.rank - 1, b.rank - 1)
        m = a.shape[ta ? lastA : lastA - 1]
        k = a.shape[ta ? lastA - 1 : lastA]
        n = b.shape[tb ? lastB - 1 : lastB]
        guard b.shape[tb ? lastB : lastB - 1] == k else {
            throw TensorError.matrixSizes(operation: name, a.shape, b.shape, transposed: [ta, tb])
        }
        let leads = [a, b].map { Shape(Array($0.shape.dimensions.dropLast(2))) }
        guard let batch = leads[0].broadcast(with: leads[1]) else {
            throw TensorError.matrixBatches(operation: name, a.shape, b.shape)
        }
        self.batch = batch
        try Shape(batch.dimensions + [m, n]).requireRoom(for: a.dtype)
        (transposedA, transposedB) = (ta, tb)
        self.a = a.stretched(to: Shape(batch.dimensions + a.shape.dimensions.suffix(2)))
        self.b = b.stretched(to: Shape(batch.dimensions + b.shape.dimensions.suffix(2)))
        order =
            batched
            ? .evenPieces : .ofMatrices(m: m, n: n, transposedA: ta, transposedB: tb)
    }

    func run() throws -> Tensor {
        let result = Tensor(zeros: Shape(batch.dimensions + [m, n]), a.dtype)
        switch a.dtype {
        case .float32: flushingDenormals(of: .float32) { multiply(Float.self, into: result) }
        case .float64: multiply(Double.self, into: result)
        case .float16:
            return try MatrixProduct(
                a.converted(to: .float32), b.converted(to: .float32), transposedA, transposedB,
                batched: order == .evenPieces
            ).run().converted(to: .float16)
        case .bool, .string:
            throw TensorError.unsupportedType(operation: "MatMul", a.dtype)
        default: a.dtype.accept(SlowProduct(product: self, result: result))
        }
        return result
    }

    private func multiply<T: MatrixFloat>(_ type: T.Type, into result: Tensor) {
        forEachMatrix(of: T.self, into: result) { a, b, c in
            MatrixKernel.multiply(a, b, order: order, into: c, cRow: n)
        }
    }

    /// Calls `body` for each pair of matrices and the place of their product; rows or columns of each are
    /// neighbours.
    func forEachMatrix<T: TensorScalar>(
        of type: T.Type, into result: Tensor,
        _ body: (MatrixView<T>, MatrixView<T>, UnsafeMutablePointer<T>) -> Void
    ) {
        let (a, b) = (readable(self.a), readable(self.b))
        var target = result.pointer(to: T.self)
        withExtendedLifetime((a, b)) {
            for (left, right) in zip(matrixOffsets(a), matrixOffsets(b)) {
                body(
                    view(of: a, at: left, transposedA), view(of: b, at: right, transposedB), target)
                target += m * n
            }
        }
    }

    /// The operand, or a copy of it where its matrices have neither neighbouring rows nor columns.
    private func readable(_ operand: Tensor) -> Tensor {
        operand.strides.suffix(2).contains(1) ? operand : operand.copy()
    }

    private func matrixOffsets(_ operand: Tensor) -> ElementOffsets {
        ElementOffsets(
            shape: batch, strides: Array(operand.strides.dropLast(2)), offset: operand.offset)
    }

    private func view<T: TensorScalar>(
        of operand: Tensor, at offset: Int, _ transposed: Bool
    ) -> MatrixView<T> {
        let (rows, columns) = (operand.shape[operand.rank - 2], operand.shape[operand.rank - 1])
        let matrix = MatrixView<T>(
            operand.storage.pointer(to: T.self) + offset, rows: rows, columns: columns,
            rowStep: operand.strides[operand.rank - 2],
            columnStep: operand.strides[operand.rank - 1])
        return transposed ? matrix.transposed : matrix
    }
}

/// Products of whole and of complex numbers, one element after the other.
private struct SlowProduct: ElementVisitor {
    let product: MatrixProduct
    let result: Tensor

    func visit<T: TensorScalar>(_ type: T.Type) {
        if result.dtype.isComplex {
            product.forEachMatrix(of: T.self, into: result) { a, b, c in
                Self.multiply(a, b, c, from: \.scalar.complex, Complex(0), +, *) {
                    T(.complex($0))
                }
            }
        } else {
            product.forEachMatrix(of: T.self, into: result) { a, b, c in
                Self.multiply(a, b, c, from: \.int64, 0, &+, &*) { T(.int(Int($0))) }
            }
        }
    }

    private static func multiply<T, N>(
        _ a: MatrixView<T>, _ b: MatrixView<T>, _ c: UnsafeMutablePointer<T>, from: (T) -> N,
        _ zero: N, _ add: (N, N) -> N, _ times: (N, N) -> N, to: (N) -> T
    ) {
        for i in 0..<a.rows {
            for j in 0..<b.columns {
                var total = zero
                for l in 0..<a.columns {
                    let left = a.base[i * a.rowStep + l * a.columnStep]
                    let right = b.base[l * b.rowStep + j * b.columnStep]
                    total = add(total, times(from(left), from(right)))
                }
                c[i * b.columns + j] = to(total)
            }
        }
    }
}
