extension Tensor {
    /// The same elements in row-major order under another shape; one length may be -1, which is then worked
    /// out. A view where the elements have no gaps, else a copy.
    package func reshaped(to wish: Shape) throws -> Tensor {
        let target = try shape.resolved(wish)
        return try UnaryOperation.reshape(to: target)(self)
    }

    /// All elements in one axis.
    package func flattened() throws -> Tensor { try reshaped(to: [count]) }

    /// A view with another axis of length 1 before `axis`, which may count from the end.
    package func expanded(at axis: Int, operation: String = "ExpandDims") throws -> Tensor {
        let position = axis < 0 ? axis + rank + 1 : axis
        guard (0...rank).contains(position) else {
            throw TensorError.axisOutOfRange(operation: operation, axis: axis, rank: rank)
        }
        var target = shape
        target.dimensions.insert(1, at: position)
        return try UnaryOperation.reshape(to: target, name: operation)(self)
    }

    /// A view without the axes of length 1, or only without those named, which may count from the end.
    package func squeezed(axes: [Int]? = nil) throws -> Tensor {
        let gone = try axes.map { try $0.map { try squeezable($0) } }
        let all = shape.dimensions.indices.filter { shape[$0] == 1 }
        return try UnaryOperation.reshape(
            to: shape.removing(axes: gone ?? all), name: "Squeeze")(self)
    }

    private func squeezable(_ axis: Int) throws -> Int {
        guard let resolved = shape.resolved(axis: axis) else {
            throw TensorError.axisOutOfRange(operation: "Squeeze", axis: axis, rank: rank)
        }
        guard shape[resolved] == 1 else {
            throw TensorError.squeeze(axis: resolved, length: shape[resolved])
        }
        return resolved
    }
}

extension Shape {
    /// `wish` with its one open length, -1, worked out to hold as many elements as this shape.
    package func resolved(_ wish: Shape) throws -> Shape {
        let open = wish.dimensions.indices.filter { wish[$0] == -1 }
        let failure = TensorError.reshape(count: count, to: wish)
        guard open.count <= 1, wish.dimensions.allSatisfy({ $0 >= -1 }) else { throw failure }
        var known = 1
        for length in wish.dimensions where length != -1 {
            let (product, isTooLarge) = known.multipliedReportingOverflow(by: length)
            if isTooLarge { throw failure }
            known = product
        }
        guard let axis = open.first else {
            guard known == count else { throw failure }
            return wish
        }
        guard known > 0 ? count % known == 0 : count == 0 else { throw failure }
        var result = wish
        result[axis] = known > 0 ? count / known : 0
        return result
    }
}

extension UnaryOperation {
    /// The elements under another shape of the same count.
    static func reshape(to shape: Shape, name: String = "Reshape") -> UnaryOperation {
        UnaryOperation(
            name, { $0.viewOrCopy(under: shape) },
            pullback: { x, _ in
                let original = x.shape
                return { try $0.reshaped(to: original) }
            })
    }
}

extension Tensor {
    /// The elements under another shape of the same count: a view where the strides allow it.
    func viewOrCopy(under shape: Shape) -> Tensor {
        if isContiguous { return view(shape: shape) }
        if let strides = stridesMerged(under: shape) {
            return view(shape: shape, strides: strides, offset: offset)
        }
        return copy().view(shape: shape)
    }

    /// The strides that lay `shape` over this view without moving an element, if there are any.
    ///
    /// Groups of old and new axes that hold the same number of elements are matched from the outside; within
    /// a group the old axes must follow one another without a gap.
    private func stridesMerged(under shape: Shape) -> [Int]? {
        let old = self.shape.dimensions.indices.filter { self.shape[$0] != 1 }
        let (lengths, steps) = (old.map { self.shape[$0] }, old.map { strides[$0] })
        var result = Array(repeating: 0, count: shape.rank)
        var (from, to) = (0, 0)
        while from < lengths.count && to < shape.rank {
            var (oldEnd, newEnd) = (from + 1, to + 1)
            var (oldCount, newCount) = (lengths[from], shape[to])
            while oldCount != newCount {
                if newCount < oldCount {
                    newCount *= shape[newEnd]
                    newEnd += 1
                } else {
                    oldCount *= lengths[oldEnd]
                    oldEnd += 1
                }
            }
            for axis in from..<oldEnd - 1 where steps[axis] != lengths[axis + 1] * steps[axis + 1] {
                return nil
            }
            var step = steps[oldEnd - 1]
            for axis in (to..<newEnd).reversed() {
                result[axis] = step
                step *= shape[axis]
            }
            (from, to) = (oldEnd, newEnd)
        }
        return result
    }
}
