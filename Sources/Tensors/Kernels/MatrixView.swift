/// A matrix in memory: where it begins, how many rows and columns, and the steps between them in elements.
struct MatrixView<T> {
    let base: UnsafePointer<T>
    let rows: Int
    let columns: Int
    let rowStep: Int
    let columnStep: Int

    /// A matrix with the given steps.
    init(_ base: UnsafePointer<T>, rows: Int, columns: Int, rowStep: Int, columnStep: Int) {
        self.base = base
        self.rows = rows
        self.columns = columns
        self.rowStep = rowStep
        self.columnStep = columnStep
    }

    /// A row-major matrix, whose rows may be further apart than they are long.
    init(_ base: UnsafePointer<T>, rows: Int, columns: Int, rowStep: Int? = nil) {
        self.init(base, rows: rows, columns: columns, rowStep: rowStep ?? columns, columnStep: 1)
    }

    /// The matrix mirrored at its diagonal, without moving an element.
    var transposed: MatrixView {
        MatrixView(base, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep)
    }

    /// Some of the rows.
    func rows(_ range: Range<Int>) -> MatrixView {
        MatrixView(
            base + range.lowerBound * rowStep, rows: range.count, columns: columns,
            rowStep: rowStep,
            columnStep: columnStep)
    }

    /// Some of the columns.
    func columns(_ range: Range<Int>) -> MatrixView {
        MatrixView(
            base + range.lowerBound * columnStep, rows: rows, columns: range.count,
            rowStep: rowStep, columnStep: columnStep)
    }
}
