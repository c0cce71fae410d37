import CKernels

extension Tensor {
    /// The product of vectors and matrices of doubles, added in the order of the library behind NumPy; nil where
    /// the operands are anything else.
    package static func blasProduct(_ a: Tensor, _ b: Tensor) -> Tensor? {
        guard a.dtype == .float64, b.dtype == .float64, (1...2).contains(a.rank),
            (1...2).contains(b.rank), a.count > 0, b.count > 0, a.shape.innermost == b.shape[0]
        else { return nil }
        let result = Tensor(uninitialized: productShape(a.shape, b.shape), .float64)
        BlasProduct(BlasOperand(a, isLeft: true), BlasOperand(b, isLeft: false)).run(
            into: result.pointer(to: Double.self))
        return result
    }

    /// Vectors and matrices lose the axis along which they are multiplied.
    private static func productShape(_ a: Shape, _ b: Shape) -> Shape {
        switch (a.rank, b.rank) {
        case (2, 2): [a[0], b[1]]
        case (2, _): [a[0]]
        case (_, 2): [b[1]]
        default: []
        }
    }
}

/// A vector or a matrix with neighbours along one of its axes.
private struct BlasOperand {
    /// Keeps the memory.
    let tensor: Tensor
    let view: MatrixView<Double>

    init(_ tensor: Tensor, isLeft: Bool) {
        var block = tensor
        if tensor.isContiguous {
            let base = UnsafePointer(tensor.pointer(to: Double.self))
            let shape = tensor.shape
            view =
                shape.rank == 2
                ? MatrixView(base, rows: shape[0], columns: shape[1])
                : isLeft
                    ? MatrixView(base, rows: 1, columns: tensor.count)
                    : MatrixView(base, rows: tensor.count, columns: 1)
        } else if tensor.rank == 2 {
            let (steps, shape) = (tensor.strides, tensor.shape)
            let isRows = steps[1] == 1 && steps[0] >= shape[1]
            let isColumns = steps[0] == 1 && steps[1] >= shape[0]
            if !isRows && !isColumns { block = tensor.copy() }
            view = MatrixView(
                block.pointer(to: Double.self), rows: shape[0], columns: shape[1],
                rowStep: block.strides[0], columnStep: block.strides[1])
        } else {
            if tensor.strides[0] != 1 { block = tensor.copy() }
            let base = UnsafePointer(block.pointer(to: Double.self))
            view =
                isLeft
                ? MatrixView(base, rows: 1, columns: tensor.count)
                : MatrixView(base, rows: tensor.count, columns: 1)
        }
        self.tensor = block
    }

    /// Whether the elements of each row are neighbours.
    var isByRows: Bool { view.columnStep == 1 }

    /// The elements of a single row or column, one after another.
    func vector(_ body: (UnsafePointer<Double>) -> Void) {
        let (step, count) = (
            view.rows == 1 ? view.columnStep : view.rowStep, view.rows * view.columns
        )
        if step == 1 || count == 1 { return body(view.base) }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { room in
            guard let base = room.baseAddress else { return }
            for i in 0..<count { base[i] = view.base[i * step] }
            body(base)
        }
    }
}

/// The product of two such operands, by the function of BLAS that NumPy chooses.
private struct BlasProduct {
    private let a: BlasOperand
    private let b: BlasOperand
    private let m: Int
    private let n: Int
    private let k: Int

    init(_ a: BlasOperand, _ b: BlasOperand) {
        (self.a, self.b) = (a, b)
        (m, n, k) = (a.view.rows, b.view.columns, a.view.columns)
    }

    func run(into c: UnsafeMutablePointer<Double>) {
        withExtendedLifetime((a, b)) {
            if m == 1 && n == 1 {
                a.vector { x in b.vector { c[0] = kernel_blas_dot_f64(k, x, $0) } }
            } else if n == 1 {
                b.vector { multiply(a.view, $0, into: c) }
            } else if m == 1 {
                a.vector { multiply(b.view.transposed, $0, into: c) }
            } else if b.isByRows {
                multiplyMatrices(b.view, into: c)
            } else {
                MatrixKernel.withTransposed(b.view) { multiplyMatrices($0, into: c) }
            }
        }
    }

    /// A matrix times a vector.
    private func multiply(
        _ matrix: MatrixView<Double>, _ x: UnsafePointer<Double>,
        into c: UnsafeMutablePointer<Double>
    ) {
        if matrix.columnStep == 1 {
            kernel_blas_rows_f64(matrix.rows, k, matrix.base, matrix.rowStep, x, c)
        } else {
            kernel_blas_columns_f64(matrix.rows, k, matrix.base, matrix.columnStep, x, c)
        }
    }

    private func multiplyMatrices(
        _ right: MatrixView<Double>, into c: UnsafeMutablePointer<Double>
    ) {
        kernel_blas_product_f64(
            m, n, k, a.view.base, a.view.rowStep, a.view.columnStep, right.base, right.rowStep, c)
    }
}
