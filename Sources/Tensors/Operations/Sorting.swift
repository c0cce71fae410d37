extension Tensor {
    /// The positions that put the elements along an axis into ascending order; equal elements keep their
    /// order, not-a-number comes last.
    package func sortOrder(axis: Int = -1, descending: Bool = false) throws -> Tensor {
        let axis = try resolved(axis: axis, in: "Sort")
        let rows = try swapping(axis, rank - 1).contiguous()
        let order = Tensor(zeros: rows.shape, .int64)
        let source = dtype == .bool ? rows.converted(to: .uint8) : rows
        let sorter = RowSorter(rows: source, order: order, descending: descending)
        if dtype == .string {
            sorter.sort(ByteString.self) { false && $0 == $1 }
        } else if case .none = source.dtype.accept(sorter) {
            throw TensorError.unsupportedType(operation: "Sort", dtype)
        }
        return try order.swapping(axis, rank - 1)
    }

    /// The elements along an axis in ascending or descending order.
    package func sorted(axis: Int = -1, descending: Bool = false) throws -> Tensor {
        try takenAlong(axis, at: sortOrder(axis: axis, descending: descending))
    }

    /// The elements along an axis at `positions`, a tensor of the same rank whose other axes match.
    package func takenAlong(_ axis: Int, at positions: Tensor) throws -> Tensor {
        let axis = try resolved(axis: axis, in: "TakeAlongAxis")
        let index = try (0..<rank).map { other -> Index in
            if other == axis { return .integers(positions) }
            var spread = Shape(Array(repeating: 1, count: rank))
            spread[other] = shape[other]
            return .integers(
                try Tensor.range(0, shape[other], dtype: .int64).reshaped(to: spread))
        }
        return try indexed(index)
    }

    /// The `k` largest elements of the last axis in descending order, and their positions.
    package func largest(_ k: Int) throws -> (values: Tensor, positions: Tensor) {
        guard k >= 0 else {
            throw TensorError.invalidArgument(operation: "TopKV2", "Need k >= 0, got \(k)")
        }
        guard rank >= 1, shape.innermost >= k else {
            throw TensorError.topK(k: k, length: shape.innermost)
        }
        let order = try sortOrder(descending: true).window(axis: rank - 1, start: 0, length: k)
        return (try takenAlong(-1, at: order), order.converted(to: .int32))
    }

    /// For each element of `values` the place at which it would be inserted into this ascending vector:
    /// before equal elements, or after them if `right`.
    package func searchSorted(_ values: Tensor, right: Bool = false) -> Tensor {
        let line = doubles
        let places = values.doubles.map { value -> Int64 in
            var (low, high) = (0, line.count)
            while low < high {
                let middle = (low + high) / 2
                if right ? line[middle] <= value : line[middle] < value {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return Int64(low)
        }
        return Tensor(places, shape: values.shape)
    }
}

/// Finds the order of each row of the last axis.
private struct RowSorter: NumberVisitor {
    let rows: Tensor
    let order: Tensor
    let descending: Bool

    func visit<T: TensorNumber>(_ type: T.Type) {
        sort(T.self) { $0.isNotANumber && !$1.isNotANumber }
    }

    /// `comesLast` says of two elements whether the first one is one without an order, unlike the second.
    func sort<T: TensorScalar & Comparable>(_ type: T.Type, comesLast: (T, T) -> Bool) {
        let length = rows.shape.innermost
        guard length > 0 else { return }
        let (x, y) = (rows.pointer(to: T.self), order.pointer(to: Int64.self))
        for start in stride(from: 0, to: rows.count, by: length) {
            let line = x + start
            let sorted = (0..<length).sorted { a, b in
                let (p, q) = (line[a], line[b])
                if descending { return q < p || (comesLast(p, q) && !comesLast(q, p)) }
                return p < q || comesLast(q, p)
            }
            for (place, position) in sorted.enumerated() { y[start + place] = Int64(position) }
        }
    }
}
