import CKernels

/// A matrix in memory: where it begins, how many rows and columns, and the steps between them in elements.
struct MatrixView<T> {
    let base: UnsafePointer<T>
    var rows: Int
    var columns: Int
    var rowStep: Int
    var columnStep: Int

    /// The matrix mirrored at its diagonal, without moving an element.
    var transposed: MatrixView {
        MatrixView(
            base: base, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep)
    }
}

/// How one element of a matrix product is added up. TensorFlow's products differ in this by their shapes, and
/// the last digit shows it; the names say which of its matrix libraries' routines behaves so.
enum ProductOrder: Equatable {
    /// One chain of fused multiply-adds over k.
    case chain
    /// Chains of at most 384 terms: whole pieces while two are left, then two halves.
    case halvedPieces
    /// Chains of 512 terms, or of 1024 when there are more than 1024.
    case evenPieces
    /// Sixteen chains folded by halves.
    case sixteen
    /// Eight chains folded crosswise, and the rest in groups.
    case eight

    /// The order of a product m×k by k×n of two matrices.
    static func ofMatrices(
        m: Int, n: Int, transposedA: Bool, transposedB: Bool
    ) -> ProductOrder {
        if transposedB && m == 1 { return .eight }
        if transposedB && !transposedA && m < 16 { return .sixteen }
        if n == 1 && m > 1 && !transposedA { return .eight }
        return m == 1 || n == 1 ? .chain : .halvedPieces
    }

    /// The lengths of the chains for k terms.
    func pieces(of k: Int) -> [Int] {
        var (left, pieces) = (k, [Int]())
        while left > 0 {
            let piece =
                switch self {
                case .halvedPieces: left >= 768 ? 384 : left > 384 ? (left + 1) / 2 : left
                case .evenPieces: min(left, k > 1024 ? 1024 : 512)
                default: left
                }
            pieces.append(piece)
            left -= piece
        }
        return pieces.isEmpty ? [0] : pieces
    }
}

/// Products of float matrices.
enum MatrixKernel {
    /// c = a·b, where b's columns are neighbours or b is a transposed row-major matrix, and c is row-major.
    static func multiply(
        _ a: MatrixView<Float>, _ b: MatrixView<Float>, order: ProductOrder,
        into c: UnsafeMutablePointer<Float>
    ) {
        if order == .eight && b.columns == 1 && a.columnStep == 1 && b.rowStep == 1 {
            return kernel_rows_times_vector_f32(a.rows, a.columns, a.base, a.rowStep, b.base, c)
        }
        guard b.columnStep == 1 || b.columns == 1 else {
            return withTransposed(b) { multiply(a, $0, order: order, into: c) }
        }
        let (m, n, k) = (a.rows, b.columns, a.columns)
        switch order {
        case .sixteen:
            kernel_product_in_sixteen_f32(
                m, n, k, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c, n)
        case .eight:
            kernel_product_in_eight_f32(
                m, n, k, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c, n)
        default:
            var done = 0
            for piece in order.pieces(of: k) {
                kernel_product_f32(
                    m, n, piece, a.base + done * a.columnStep, a.rowStep, a.columnStep,
                    b.base + done * b.rowStep, b.rowStep, c, n, done > 0 ? 1 : 0)
                done += piece
            }
        }
    }

    /// c = a·b for doubles, each element one chain.
    static func multiply(
        _ a: MatrixView<Double>, _ b: MatrixView<Double>, into c: UnsafeMutablePointer<Double>
    ) {
        kernel_product_f64(
            a.rows, b.columns, a.columns, a.base, a.rowStep, a.columnStep, b.base, b.rowStep, c,
            b.columns, 0)
    }

    /// Calls `body` with a copy of a transposed matrix whose columns are neighbours.
    private static func withTransposed(
        _ matrix: MatrixView<Float>, _ body: (MatrixView<Float>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: matrix.rows * matrix.columns) {
            room in
            guard let base = room.baseAddress else { return }
            kernel_transpose_f32(
                matrix.columns, matrix.rows, matrix.base, matrix.columnStep, base, matrix.columns)
            body(
                MatrixView(
                    base: base, rows: matrix.rows, columns: matrix.columns, rowStep: matrix.columns,
                    columnStep: 1))
        }
    }
}
