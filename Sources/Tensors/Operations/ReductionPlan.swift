/// Which axes a reduction takes away, and what is left.
struct ReductionPlan {
    /// The axes that go, in ascending order.
    let reduced: [Int]
    /// The axes that stay, in ascending order.
    let kept: [Int]
    /// The shape of the result, without the reduced axes.
    let shape: Shape
    /// The shape of the result with the reduced axes kept at length 1.
    let keptShape: Shape
    /// The number of elements that make one.
    let length: Int

    /// A reduction of `tensor` over `axes`, which may count from the end, or over all.
    init(_ tensor: Tensor, axes: [Int]?, operation: String) throws {
        guard let axes else {
            reduced = Array(0..<tensor.rank)
            kept = []
            shape = .scalar
            keptShape = Shape(Array(repeating: 1, count: tensor.rank))
            length = tensor.count
            return
        }
        var chosen: [Int] = []
        for axis in axes {
            let resolved = try tensor.resolved(axis: axis, in: operation)
            if chosen.contains(resolved) {
                throw TensorError.repeatedAxis(operation: operation, axis: resolved)
            }
            chosen.append(resolved)
        }
        reduced = chosen.sorted()
        kept = (0..<tensor.rank).filter { !chosen.contains($0) }
        shape = tensor.shape.removing(axes: chosen)
        keptShape = tensor.shape.removing(axes: chosen, keeping: true)
        length = chosen.reduce(1) { $0 * tensor.shape[$1] }
    }

    /// The elements as a block of rows, one row for each element of the result.
    func rows(of tensor: Tensor) throws -> Tensor {
        if tensor.isContiguous, kept.last.map({ $0 == kept.count - 1 }) ?? true { return tensor }
        return try tensor.detached.transposed(kept + reduced).contiguous()
    }

    /// The shape of the result, with or without axes of length 1 for the reduced ones.
    func resultShape(keeping: Bool) -> Shape { keeping ? keptShape : shape }
}

/// Runs of neighbouring axes that all go or all stay, without axes of length 1: what the order of additions
/// depends on.
struct AxisRuns {
    private(set) var lengths: [Int] = []
    private(set) var isReduced: [Bool] = []

    init(_ shape: Shape, reduced: [Int]) {
        for axis in shape.dimensions.indices where shape[axis] != 1 {
            let goes = reduced.contains(axis)
            if isReduced.last == goes {
                lengths[lengths.count - 1] *= shape[axis]
            } else {
                lengths.append(shape[axis])
                isReduced.append(goes)
            }
        }
    }
}
