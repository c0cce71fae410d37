extension Variable {
    /// Adds rows to some rows of the table, in their order; a row may be named several times.
    package func addRows(_ rows: IndexedSlices) throws {
        let (values, places) = (rows.values.contiguous(), rows.indices.ints)
        try update { table in
            for (position, place) in places.enumerated() {
                let target = table.slice(axis: 0, at: place)
                target.write(
                    from: try BinaryOperation.add(target, values.slice(axis: 0, at: position)))
            }
        }
    }
}

extension IndexedSlices {
    /// Rows with these values at these indices of a table.
    package init(_ values: Tensor, at indices: Tensor, of denseShape: Shape) {
        self.init(values: values, indices: indices, denseShape: denseShape)
    }

    /// The same rows with other values.
    package func with(_ values: Tensor) -> IndexedSlices {
        IndexedSlices(values: values, indices: indices, denseShape: denseShape)
    }

    /// Each row once, repeated ones added up, in the order of their first mention.
    package func withoutRepeats() throws -> IndexedSlices {
        var order: [Int] = []
        var places: [Int: Int] = [:]
        let segments = indices.ints.map { row -> Int64 in
            if let place = places[row] { return Int64(place) }
            places[row] = order.count
            order.append(row)
            return Int64(order.count - 1)
        }
        guard order.count < segments.count else { return self }
        let shape = Shape([order.count] + values.shape.dimensions.dropFirst())
        return IndexedSlices(
            values: try values.scatterAdded(atRows: Tensor(segments), of: shape),
            indices: Tensor(order.map(Int64.init)), denseShape: denseShape)
    }
}
