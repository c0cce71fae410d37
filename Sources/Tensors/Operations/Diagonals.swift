extension Tensor {
    /// Matrices with zeros outside of a band: so many diagonals below and above the main one, all if negative.
    package func band(below: Int, above: Int) throws -> Tensor {
        guard rank >= 2 else {
            throw TensorError.rank(operation: "MatrixBandPart", needed: 2, shape)
        }
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let mask = Tensor(shape: [rows, columns], of: Bool.self) { flags in
            for row in 0..<rows {
                for column in 0..<columns {
                    flags[row * columns + column] =
                        (below < 0 || row - column <= below) && (above < 0 || column - row <= above)
                }
            }
        }
        return try Tensor.select(mask, self, Tensor(zeros: .scalar, dtype))
    }

    /// The diagonals of the last two axes: a view.
    package func diagonal(offset: Int = 0) throws -> Tensor {
        guard rank >= 2 else {
            throw TensorError.rank(operation: "MatrixDiagPartV3", needed: 2, shape)
        }
        return try UnaryOperation.diagonalPart(offset)(self)
    }

    /// Square matrices with the last axis on a diagonal and zeros elsewhere.
    package func diagonalMatrix(offset: Int = 0) throws -> Tensor {
        guard rank >= 1 else { throw TensorError.rank(operation: "MatrixDiagV3", needed: 1, shape) }
        return try UnaryOperation.diagonal(offset)(self)
    }

    /// The sum of the main diagonals of the last two axes.
    package func trace() throws -> Tensor { try diagonal().sum(axes: [-1]) }

    /// A view of a diagonal of the last two axes; nothing flows back through it.
    fileprivate func diagonalView(_ offset: Int) -> Tensor {
        let steps = strides
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let (rowStep, columnStep) = (steps[rank - 2], steps[rank - 1])
        let length =
            offset >= 0 ? Swift.min(rows, columns - offset) : Swift.min(rows + offset, columns)
        let start = offset >= 0 ? offset * columnStep : -offset * rowStep
        return view(
            shape: Shape(shape.dimensions.dropLast(2) + [Swift.max(length, 0)]),
            strides: steps.dropLast(2) + [rowStep + columnStep],
            offset: self.offset + (length > 0 ? start : 0))
    }
}

extension UnaryOperation {
    /// The diagonals of the last two axes.
    static func diagonalPart(_ offset: Int) -> UnaryOperation {
        UnaryOperation(
            "MatrixDiagPartV3", { $0.diagonalView(offset) },
            pullback: { x, _ in
                let shape = x.shape
                return { try diagonalPlaced(offset, in: shape)($0) }
            })
    }

    /// Square matrices with the last axis on a diagonal.
    static func diagonal(_ offset: Int) -> UnaryOperation {
        UnaryOperation(
            "MatrixDiagV3",
            { x in
                let side = x.shape.innermost + Swift.abs(offset)
                let shape = Shape(x.shape.dimensions.dropLast() + [side, side])
                try shape.requireRoom(for: x.dtype)
                return try diagonalPlaced(offset, in: shape)(x)
            },
            pullback: { _, _ in { try diagonalPart(offset)($0) } })
    }

    /// Zeros of a shape with a diagonal set.
    private static func diagonalPlaced(_ offset: Int, in shape: Shape) -> UnaryOperation {
        UnaryOperation(
            "MatrixSetDiagV3",
            { x in
                let result = Tensor(zeros: shape, x.dtype)
                result.diagonalView(offset).write(from: x)
                return result
            },
            pullback: { _, _ in { try diagonalPart(offset)($0) } })
    }
}
