/// Gradients of rows that were looked up in a table: all other rows have none.
///
/// Rows that were looked up several times appear several times; their gradients add up.
package struct IndexedSlices {
    /// The gradients of the rows, one for each index.
    package let values: Tensor
    /// Which rows: a vector of integers.
    package let indices: Tensor
    /// The shape of the whole table.
    package let denseShape: Shape

    /// Gradients of rows of a table of `denseShape`.
    package init(values: Tensor, indices: Tensor, denseShape: Shape) {
        self.values = values
        self.indices = indices
        self.denseShape = denseShape
    }
}

/// How a target changes with one source.
package enum Gradient {
    /// A gradient for every element.
    case dense(Tensor)
    /// Gradients for some rows of a table.
    case rows(IndexedSlices)

    /// The gradient for every element, rows that were not looked up being zero.
    package var dense: Tensor {
        get throws {
            switch self {
            case .dense(let tensor): tensor
            case .rows(let slices): try slices.dense
            }
        }
    }
}
