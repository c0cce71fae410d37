extension Tensor {
    /// The tensors one after another along an axis, which may count from the end.
    package static func concatenate(_ parts: [Tensor], axis: Int) throws -> Tensor {
        guard let first = parts.first else { throw TensorError.nothingTo("concat") }
        guard let resolved = first.shape.resolved(axis: axis) else {
            throw first.rank == 0
                ? TensorError.concatenatedScalars(of: parts.count)
                : TensorError.axisOutOfRange(operation: "ConcatV2", axis: axis, rank: first.rank)
        }
        for (position, part) in parts.enumerated() {
            try first.requireJoinable(part, axis: resolved, position: position, of: parts.count)
        }
        return try ManyOperation.concatenate(axis: resolved)(parts)[0]
    }

    private func requireJoinable(_ other: Tensor, axis: Int, position: Int, of number: Int) throws {
        guard dtype == other.dtype else {
            throw TensorError.typeMismatch(
                operation: "ConcatV2", position: position, expected: dtype, found: other.dtype)
        }
        guard rank == other.rank else {
            throw TensorError.concatenationRank(shape, other.shape, position: position, of: number)
        }
        guard shape.removing(axis: axis) == other.shape.removing(axis: axis) else {
            throw TensorError.concatenation(
                axis: axis, shape, other.shape, position: position, of: number)
        }
    }

    /// The tensors, all of one shape, along a new axis, which may count from the end of the result's.
    package static func stack(_ parts: [Tensor], axis: Int) throws -> Tensor {
        guard let first = parts.first else { throw TensorError.nothingTo("stack") }
        let position = axis < 0 ? axis + first.rank + 1 : axis
        guard (0...first.rank).contains(position) else {
            throw TensorError.axisOutOfRange(operation: "Pack", axis: axis, rank: first.rank + 1)
        }
        for (place, part) in parts.enumerated() {
            guard part.dtype == first.dtype else {
                throw TensorError.typeMismatch(
                    operation: "Pack", position: place, expected: first.dtype, found: part.dtype)
            }
            guard part.shape == first.shape else {
                throw TensorError.stacking(
                    first.shape, part.shape, position: place, of: parts.count)
            }
        }
        return try ManyOperation.stack(axis: position)(parts)[0]
    }

    /// The slices along an axis, without it.
    package func unstacked(axis: Int) throws -> [Tensor] {
        let resolved = try resolved(axis: axis, in: "Unpack")
        return try ManyOperation.unstack(axis: resolved)([self])
    }

    /// Consecutive parts of these lengths along an axis; one length may be -1.
    package func split(sizes: [Int], axis: Int) throws -> [Tensor] {
        let resolved = try resolved(axis: axis, in: "SplitV")
        let length = shape[resolved]
        let known = sizes.filter { $0 >= 0 }.reduce(0, +)
        let filled = sizes.map { $0 == -1 ? length - known : $0 }
        guard filled.reduce(0, +) == length, filled.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.splitSizes(sizes, length: length)
        }
        return try ManyOperation.split(sizes: filled, axis: resolved)([self])
    }

    /// So many equal parts along an axis.
    package func split(parts: Int, axis: Int) throws -> [Tensor] {
        let resolved = try resolved(axis: axis, in: "Split")
        guard parts > 0, shape[resolved] % parts == 0 else {
            throw TensorError.unevenSplit(axis: resolved, length: shape[resolved], parts: parts)
        }
        let size = shape[resolved] / parts
        return try split(sizes: Array(repeating: size, count: parts), axis: resolved)
    }
}

extension ManyOperation {
    static func concatenate(axis: Int) -> ManyOperation {
        ManyOperation(
            "ConcatV2",
            { parts in
                var shape = parts[0].shape
                shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
                try shape.requireRoom(for: parts[0].dtype)
                let result = Tensor(uninitialized: shape, parts[0].dtype)
                var start = 0
                for part in parts {
                    result.window(axis: axis, start: start, length: part.shape[axis]).write(
                        from: part)
                    start += part.shape[axis]
                }
                return [result]
            },
            pullback: { parts, _ in
                let sizes = parts.map { $0.shape[axis] }
                return { upstream, _ in
                    guard let upstream = upstream[0] else { return sizes.map { _ in nil } }
                    return try upstream.split(sizes: sizes, axis: axis).map { .dense($0) }
                }
            })
    }

    static func stack(axis: Int) -> ManyOperation {
        ManyOperation(
            "Pack",
            { parts in
                var shape = parts[0].shape
                shape.dimensions.insert(parts.count, at: axis)
                try shape.requireRoom(for: parts[0].dtype)
                let result = Tensor(uninitialized: shape, parts[0].dtype)
                for (place, part) in parts.enumerated() {
                    result.slice(axis: axis, at: place).write(from: part)
                }
                return [result]
            },
            pullback: { parts, _ in
                let number = parts.count
                return { upstream, _ in
                    guard let upstream = upstream[0] else {
                        return Array(repeating: nil, count: number)
                    }
                    return try upstream.unstacked(axis: axis).map { .dense($0) }
                }
            })
    }

    static func unstack(axis: Int) -> ManyOperation {
        ManyOperation(
            "Unpack",
            { operands in
                (0..<operands[0].shape[axis]).map { operands[0].slice(axis: axis, at: $0) }
            },
            pullback: { operands, results in
                let (shape, dtype) = (operands[0].shape.removing(axis: axis), operands[0].dtype)
                return { upstream, _ in
                    let parts = upstream.map { $0 ?? Tensor(zeros: shape, dtype) }
                    return [.dense(try Tensor.stack(parts, axis: axis))]
                }
            })
    }

    static func split(sizes: [Int], axis: Int) -> ManyOperation {
        ManyOperation(
            "SplitV",
            { operands in
                var start = 0
                return sizes.map { size in
                    defer { start += size }
                    return operands[0].window(axis: axis, start: start, length: size)
                }
            },
            pullback: { operands, results in
                let (shapes, dtype) = (results.map(\.shape), operands[0].dtype)
                return { upstream, _ in
                    let parts = zip(upstream, shapes).map { $0 ?? Tensor(zeros: $1, dtype) }
                    return [.dense(try Tensor.concatenate(parts, axis: axis))]
                }
            })
    }
}

extension Tensor {
    /// A view of the elements from `start` on along an axis; nothing flows back through it.
    func window(axis: Int, start: Int, length: Int) -> Tensor {
        var part = shape
        part[axis] = length
        return view(shape: part, strides: strides, offset: offset + start * strides[axis])
    }

    /// A view of one slice along an axis, without the axis; nothing flows back through it.
    package func slice(axis: Int, at place: Int) -> Tensor {
        var steps = strides
        let step = steps.remove(at: axis)
        return view(
            shape: shape.removing(axes: [axis]), strides: steps, offset: offset + place * step)
    }
}
