import CKernels

/// Floats whose matrices can be multiplied; the orders only matter, and only differ, in single precision.
protocol MatrixFloat: Summable {
    /// Chains, optionally added onto c and a bias: see `kernel_product_f32`.
    static func chains(
        _ a: MatrixView<Self>, _ b: MatrixView<Self>, _ c: UnsafeMutablePointer<Self>, _ cRow: Int,
        adds: Bool, bias: UnsafePointer<Self>?)
    /// The folded orders; false where this type has none.
    static func folded(
        _ a: MatrixView<Self>, _ b: MatrixView<Self>, _ c: UnsafeMutablePointer<Self>, _ cRow: Int,
        order: ProductOrder
    ) -> Bool
    /// Whether products in this order read b by its columns, which must have neighbouring elements then.
    static func readsColumns(_ order: ProductOrder) -> Bool
    /// A copy of a block with rows and columns exchanged.
    static func transpose(_ from: MatrixView<Self>, _ to: UnsafeMutablePointer<Self>)
}

extension Float: MatrixFloat {
    static func chains(
        _ a: MatrixView<Float>, _ b: MatrixView<Float>, _ c: UnsafeMutablePointer<Float>,
        _ cRow: Int,
        adds: Bool, bias: UnsafePointer<Float>?
    ) {
        kernel_product_f32(
            a.rows, b.columns, a.columns, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c,
            cRow,
            adds ? 1 : 0, bias)
    }

    static func folded(
        _ a: MatrixView<Float>, _ b: MatrixView<Float>, _ c: UnsafeMutablePointer<Float>,
        _ cRow: Int,
        order: ProductOrder
    ) -> Bool {
        let (m, n, k) = (a.rows, b.columns, a.columns)
        if order == .sixteen {
            kernel_product_in_sixteen_f32(
                m, n, k, a.base, a.rowStep, b.base, b.columnStep, c, cRow)
        } else if n == 1 && a.columnStep == 1 && b.rowStep == 1 && cRow == 1 {
            kernel_rows_times_vector_f32(m, k, a.base, a.rowStep, b.base, c)
        } else {
            kernel_product_in_eight_f32(
                m, n, k, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c, cRow)
        }
        return true
    }

    static func readsColumns(_ order: ProductOrder) -> Bool { order == .sixteen }

    static func transpose(_ from: MatrixView<Float>, _ to: UnsafeMutablePointer<Float>) {
        kernel_transpose_f32(from.rows, from.columns, from.base, from.rowStep, to, from.rows)
    }
}

extension Double: MatrixFloat {
    static func chains(
        _ a: MatrixView<Double>, _ b: MatrixView<Double>, _ c: UnsafeMutablePointer<Double>,
        _ cRow: Int, adds: Bool, bias: UnsafePointer<Double>?
    ) {
        kernel_product_f64(
            a.rows, b.columns, a.columns, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c,
            cRow,
            adds ? 1 : 0, bias)
    }

    static func folded(
        _ a: MatrixView<Double>, _ b: MatrixView<Double>, _ c: UnsafeMutablePointer<Double>,
        _ cRow: Int, order: ProductOrder
    ) -> Bool {
        guard b.columns == 1, cRow == 1, b.rowStep == 1 || b.columnStep == 1 else { return false }
        if a.rowStep == 1, a.rows > 1 {
            // The columns of a are neighbours: their sum is a row times the matrix turned over.
            chains(b.transposed, a.transposed, c, a.rows, adds: false, bias: nil)
            return true
        }
        guard a.columnStep == 1, b.rowStep == 1 else { return false }
        kernel_rows_times_vector_f64(a.rows, a.columns, a.base, a.rowStep, b.base, c)
        return true
    }

    static func readsColumns(_ order: ProductOrder) -> Bool { false }

    static func transpose(_ from: MatrixView<Double>, _ to: UnsafeMutablePointer<Double>) {
        kernel_transpose_f64(from.rows, from.columns, from.base, from.rowStep, to, from.rows)
    }
}

/// Products of float matrices.
enum MatrixKernel {
    /// c = a·b, where b is row-major or the transpose of a row-major matrix; c's rows are `cRow` apart.
    static func multiply<T: MatrixFloat>(
        _ a: MatrixView<T>, _ b: MatrixView<T>, order: ProductOrder,
        into c: UnsafeMutablePointer<T>,
        cRow: Int
    ) {
        if T.readsColumns(order) {
            return withColumns(a, b) { _ = T.folded($0, $1, c, cRow, order: order) }
        }
        if b.columnStep != 1 && !(b.columns == 1 && b.rowStep == 1) {
            return withTransposed(b) { multiply(a, $0, order: order, into: c, cRow: cRow) }
        }
        if order.isOneChain(of: a.columns) {
            return T.chains(a, b, c, cRow, adds: false, bias: nil)
        }
        guard let pieces = order.pieces(of: a.columns) else {
            if !T.folded(a, b, c, cRow, order: order) {
                T.chains(a, b, c, cRow, adds: false, bias: nil)
            }
            return
        }
        var done = 0
        for piece in pieces {
            let left = MatrixView(
                a.base + done * a.columnStep, rows: a.rows, columns: piece, rowStep: a.rowStep,
                columnStep: a.columnStep)
            T.chains(left, b.rows(done..<done + piece), c, cRow, adds: done > 0, bias: nil)
            done += piece
        }
    }

    /// c = (c + bias) + a·b, where b is row-major.
    static func multiplyAdding<T: MatrixFloat>(
        _ a: MatrixView<T>, _ b: MatrixView<T>, order: ProductOrder, bias: UnsafePointer<T>? = nil,
        onto c: UnsafeMutablePointer<T>, cRow: Int
    ) {
        if order.isOneChain(of: a.columns) {
            return T.chains(a, b, c, cRow, adds: true, bias: bias)
        }
        let width = b.columns
        withUnsafeTemporaryAllocation(of: T.self, capacity: a.rows * width) { room in
            guard let product = room.baseAddress else { return }
            multiply(a, b, order: order, into: product, cRow: width)
            for i in 0..<a.rows {
                for j in 0..<width {
                    c[i * cRow + j] = (c[i * cRow + j] + (bias?[j] ?? 0)) + product[i * width + j]
                }
            }
        }
    }

    /// Calls `body` with a and b, or with copies where the elements of a's rows or of b's columns are no neighbours.
    private static func withColumns<T: MatrixFloat>(
        _ a: MatrixView<T>, _ b: MatrixView<T>, _ body: (MatrixView<T>, MatrixView<T>) -> Void
    ) {
        if a.columnStep != 1 && a.columns > 1 {
            withTransposed(a) { withColumns($0, b, body) }
        } else if b.rowStep != 1 && b.rows > 1 {
            withTransposed(b.transposed) { body(a, $0.transposed) }
        } else {
            body(a, b)
        }
    }

    /// Calls `body` with a row-major copy of a matrix whose rows are neighbours.
    static func withTransposed<T: MatrixFloat>(
        _ matrix: MatrixView<T>, _ body: (MatrixView<T>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: T.self, capacity: matrix.rows * matrix.columns) { room in
            guard let base = room.baseAddress else { return }
            T.transpose(matrix.transposed, base)
            body(MatrixView(base, rows: matrix.rows, columns: matrix.columns))
        }
    }
}
