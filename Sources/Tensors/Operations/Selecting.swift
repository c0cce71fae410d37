extension Tensor {
    /// The elements of `a` where `condition` is true, else those of `b`, all stretched to each other.
    package static func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
        try ManyOperation.select([condition, a, b])[0]
    }

    /// The indices of the true elements: one row for each, one column for each axis.
    package func whereTrue() -> Tensor {
        let flags = truth().contiguous()
        var rows: [Int64] = []
        var index = Array(repeating: Int64(0), count: rank)
        flags.withUnsafeBuffer(of: Bool.self) { elements in
            for element in elements {
                if element { rows += index }
                for axis in index.indices.reversed() {
                    index[axis] += 1
                    if index[axis] < shape[axis] { break }
                    index[axis] = 0
                }
            }
        }
        let found = rank == 0 ? (flags.item.isTrue ? 1 : 0) : rows.count / rank
        return Tensor(rows, shape: [found, rank])
    }
}

extension ManyOperation {
    static let select: Self = Self(
        "SelectV2", { [try selected($0[0], $0[1], $0[2])] },
        pullback: { operands, _ in
            let (condition, a, b) = (operands[0], operands[1].shape, operands[2].shape)
            return { upstream, wanted in
                guard let upstream = upstream[0] else { return [nil, nil, nil] }
                let zero = upstream.number(0)
                return [
                    nil,
                    wanted[1]
                        ? .dense(try Tensor.select(condition, upstream, zero).summed(to: a)) : nil,
                    wanted[2]
                        ? .dense(try Tensor.select(condition, zero, upstream).summed(to: b)) : nil,
                ]
            }
        })

    private static func selected(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.dtype == b.dtype else {
            throw TensorError.typeMismatch(
                operation: "SelectV2", position: 2, expected: a.dtype, found: b.dtype)
        }
        let shapes = [condition.shape, a.shape, b.shape]
        guard let pair = a.shape.broadcast(with: b.shape),
            let shape = condition.shape.broadcast(with: pair)
        else { throw TensorError.notBroadcastable(operation: "SelectV2", shapes) }
        try shape.requireRoom(for: a.dtype)
        let result = Tensor(uninitialized: shape, a.dtype)
        let operands = [condition.truth(), a, b].map { $0.stretched(to: shape) }
        let walk = BroadcastLoop(shape: shape, operands)
        a.dtype.acceptMover(Selection(walk: walk, operands: operands, result: result))
        return result
    }
}

private struct Selection: ElementMover {
    let walk: BroadcastLoop
    let operands: [Tensor]
    let result: Tensor

    func move<T>(_ type: T.Type) {
        let condition = operands[0].pointer(to: Bool.self)
        let a = operands[1].rawPointer.assumed(T.self)
        let b = operands[2].rawPointer.assumed(T.self)
        let y = result.rawPointer.assumed(T.self)
        let (c, p, q) = (walk.rowStep(of: 0), walk.rowStep(of: 1), walk.rowStep(of: 2))
        let length = walk.rowLength
        walk.forEachRow { offsets, done in
            let (flags, left, right) = (condition + offsets[0], a + offsets[1], b + offsets[2])
            let target = y + done
            for i in 0..<length { target[i] = flags[i * c] ? left[i * p] : right[i * q] }
        }
    }
}
