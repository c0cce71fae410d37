extension Tensor {
    /// The slices along an axis at integer `indices`, whose axes take that axis's place.
    ///
    /// Indices beyond the axis are refused; negative ones count from the end only when `wrapping`.
    package func gathered(
        _ indices: Tensor, axis: Int = 0, wrapping: Bool = false, operation: String = "GatherV2"
    ) throws -> Tensor {
        let resolved = try resolved(axis: axis, in: operation)
        let rows = try indices.rows(of: shape[resolved], wrapping: wrapping, operation: operation)
        return try ManyOperation.gather(
            rows, indices.shape, axis: resolved, name: operation, type: indices.dtype)([self])[0]
    }

    /// The elements as row numbers below `length`.
    private func rows(of length: Int, wrapping: Bool, operation: String) throws -> [Int] {
        let rows = ints
        return try rows.enumerated().map { position, row in
            let counted = wrapping && row < 0 ? row + length : row
            guard (0..<length).contains(counted) else {
                throw TensorError.lookupOutOfRange(
                    operation: operation, index: row, position: coordinates(of: position),
                    length: length)
            }
            return counted
        }
    }

    /// Where the element stands that is the `position`th in row-major order.
    func coordinates(of position: Int) -> [Int] {
        zip(shape.rowMajorStrides, shape.dimensions).map {
            position / Swift.max($0, 1) % Swift.max($1, 1)
        }
    }

    /// The slices whose leading coordinates are the rows of `indices`' last axis.
    package func gatheredAtCoordinates(_ indices: Tensor) throws -> Tensor {
        let depth = indices.shape.innermost
        guard depth <= rank else {
            throw TensorError.invalidArgument(
                operation: "GatherNd",
                "index innermost dimension length must be <= params rank; saw: \(depth) vs. \(rank)"
            )
        }
        let lead = Shape(Array(shape.dimensions[..<depth]))
        let rest = Shape(Array(shape.dimensions[depth...]))
        let rows = try indices.flatRows(into: lead, of: shape, operation: "GatherNd")
        let table = try reshaped(to: Shape([lead.count] + rest.dimensions))
        let places = Shape(Array(indices.shape.dimensions.dropLast()))
        return try table.gathered(Tensor(rows.map(Int64.init), shape: places))
    }

    /// The coordinates in the last axis as row numbers of a table that has `lead` flattened.
    func flatRows(into lead: Shape, of whole: Shape, operation: String) throws -> [Int] {
        let (coordinates, depth, strides) = (ints, lead.rank, lead.rowMajorStrides)
        let number = depth == 0 ? shape.removing(axes: [rank - 1]).count : count / depth
        return try (0..<number).map { row in
            let index = Array(coordinates[row * depth..<(row + 1) * depth])
            guard zip(index, lead.dimensions).allSatisfy({ (0..<$1).contains($0) }) else {
                let places = Tensor(zeros: shape.removing(axes: [rank - 1]), .bool)
                throw TensorError.coordinateOutOfRange(
                    operation: operation, index, position: places.coordinates(of: row), whole)
            }
            return zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }
}

extension ManyOperation {
    /// Slices along an axis at rows that exist; `places` is the shape that the rows came in.
    static func gather(
        _ rows: [Int], _ places: Shape, axis: Int, name: String, type: DType
    ) -> ManyOperation {
        ManyOperation(
            name, { [$0[0].slices(at: rows, places, axis: axis)] },
            pullback: { operands, _ in
                let shape = operands[0].shape
                return { upstream, _ in
                    guard let upstream = upstream[0] else { return [nil] }
                    let lead = Shape(Array(shape.dimensions[..<axis]))
                    let tail = Array(shape.dimensions[(axis + 1)...])
                    let values = try upstream.reshaped(
                        to: Shape(lead.dimensions + [rows.count] + tail))
                    let indices = Tensor(
                        rows.map { .int($0) }, shape: [rows.count], type.isInteger ? type : .int64)
                    if axis == 0 {
                        return [
                            .rows(
                                IndexedSlices(values: values, indices: indices, denseShape: shape))
                        ]
                    }
                    let front = try values.movingAxes([axis], to: [0])
                    let moved = Shape([shape[axis]] + lead.dimensions + tail)
                    let dense = try front.scatterAdded(atRows: indices, of: moved)
                    return [.dense(try dense.movingAxes([0], to: [axis]))]
                }
            })
    }
}

extension Tensor {
    /// Zeros of `shape` to whose rows these slices are added, one for each index.
    package func scatterAdded(atRows indices: Tensor, of shape: Shape) throws -> Tensor {
        let rows = indices.ints
        return try UnaryOperation(
            "UnsortedSegmentSum",
            { values in
                let result = Tensor(zeros: shape, values.dtype)
                for (place, row) in rows.enumerated() {
                    let target = result.slice(axis: 0, at: row)
                    target.write(
                        from: try BinaryOperation.add(target, values.slice(axis: 0, at: place)))
                }
                return result
            },
            pullback: { _, _ in
                { try $0.gathered(Tensor(rows.map(Int64.init))) }
            })(self)
    }

    /// Copies of slices along an axis; nothing flows back through it.
    fileprivate func slices(at rows: [Int], _ places: Shape, axis: Int) -> Tensor {
        let block = contiguous()
        let lead = shape.dimensions[..<axis]
        let tail = shape.dimensions[(axis + 1)...]
        let result = Tensor(
            uninitialized: Shape(lead + places.dimensions + tail), dtype)
        dtype.acceptMover(
            RowCopy(
                source: block, result: result, rows: rows, outer: lead.reduce(1, *),
                length: shape[axis], inner: tail.reduce(1, *)))
        return result
    }
}

/// Copies rows of a table: for each of `outer` tables of `length` rows of `inner` elements.
private struct RowCopy: ElementMover {
    let source: Tensor
    let result: Tensor
    let rows: [Int]
    let outer: Int
    let length: Int
    let inner: Int

    func move<T>(_ type: T.Type) {
        var from = UnsafePointer(source.rawPointer.assumed(T.self))
        var to = result.rawPointer.assumed(T.self)
        for _ in 0..<outer {
            for row in rows {
                to.update(from: from + row * inner, count: inner)
                to += inner
            }
            from += length * inner
        }
    }
}

extension IndexedSlices {
    /// The gradient for every element, repeated rows added up.
    package var dense: Tensor {
        get throws { try values.scatterAdded(atRows: indices, of: denseShape) }
    }
}
