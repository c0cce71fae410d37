extension Tensor {
    /// A view whose axis k is this tensor's axis `order[k]`; without an order the axes are reversed.
    package func transposed(_ order: [Int]? = nil) throws -> Tensor {
        if order == nil, rank == 2, !isRecorded { return mirrored }
        let wish = order ?? Array((0..<rank).reversed())
        guard wish.count == rank else {
            throw TensorError.permutationLength(given: wish.count, rank: rank)
        }
        let resolved = wish.map { $0 < 0 ? $0 + rank : $0 }
        if let missing = (0..<rank).first(where: { !resolved.contains($0) }) {
            throw TensorError.permutation(wish, missing: missing)
        }
        return try UnaryOperation.transpose(resolved)(self)
    }

    /// A view of a matrix that no tape follows, mirrored at its diagonal.
    private var mirrored: Tensor {
        let (rows, columns) = (shape[0], shape[1])
        let steps = isContiguous ? [1, columns] : [strides[1], strides[0]]
        return view(shape: [columns, rows], strides: steps, offset: offset)
    }

    /// A view with two axes exchanged, which may count from the end.
    package func swapping(_ a: Int, _ b: Int) throws -> Tensor {
        var order = Array(0..<rank)
        order.swapAt(try resolved(axis: a, in: "Transpose"), try resolved(axis: b, in: "Transpose"))
        return try transposed(order)
    }

    /// A view in which the axes `source` stand at `target`.
    package func movingAxes(_ source: [Int], to target: [Int]) throws -> Tensor {
        let from = try source.map { try resolved(axis: $0, in: "Transpose") }
        let to = try target.map { try resolved(axis: $0, in: "Transpose") }
        var order = (0..<rank).filter { !from.contains($0) }
        for (axis, place) in zip(from, to).sorted(by: { $0.1 < $1.1 }) {
            order.insert(axis, at: place)
        }
        return try transposed(order)
    }

    /// The axis meant by `axis`, which may count from the end.
    func resolved(axis: Int, in operation: String) throws -> Int {
        guard let resolved = shape.resolved(axis: axis) else {
            throw TensorError.axisOutOfRange(operation: operation, axis: axis, rank: rank)
        }
        return resolved
    }
}

extension UnaryOperation {
    /// The axes in another order, each named once.
    static func transpose(_ order: [Int]) -> UnaryOperation {
        UnaryOperation(
            "Transpose",
            { x in
                let strides = x.strides
                return x.view(
                    shape: Shape(order.map { x.shape[$0] }), strides: order.map { strides[$0] },
                    offset: x.offset)
            },
            pullback: { _, _ in
                let back = order.indices.map { axis in order.firstIndex(of: axis)! }
                return { try transpose(back)($0) }
            })
    }
}
