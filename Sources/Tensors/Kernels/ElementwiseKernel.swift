/// Runs a function of one element over a tensor.
struct UnaryKernel: Sendable {
    /// TensorFlow's name of the operation.
    let name: String
    /// A loop for each element type.
    let loops: LoopTable<UnaryLoop>
    /// The type of the results for a type of elements.
    var resultType: @Sendable (DType) -> DType = { $0 }

    /// A tensor of the results.
    func callAsFunction(_ x: Tensor) throws -> Tensor {
        guard let loop = loops[x.dtype] else {
            throw TensorError.unsupportedType(operation: name, x.dtype)
        }
        let block = x.contiguous()
        let result = Tensor(uninitialized: x.shape, resultType(x.dtype))
        flushingDenormals(of: x.dtype) {
            loop(x.count, block.rawPointer, result.rawPointer)
        }
        return result
    }
}

/// Runs a function of two elements over two tensors stretched to each other.
struct BinaryKernel: Sendable {
    /// TensorFlow's name of the operation.
    let name: String
    /// A loop for each element type.
    let loops: LoopTable<BinaryLoop>
    /// The type of the results for a type of elements.
    var resultType: @Sendable (DType) -> DType = { $0 }

    /// A tensor of the results; the operands must be of one type.
    func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard a.dtype == b.dtype else {
            throw TensorError.typeMismatch(
                operation: name, position: 1, expected: a.dtype, found: b.dtype)
        }
        guard let loop = loops[a.dtype] else {
            throw TensorError.unsupportedType(operation: name, a.dtype)
        }
        guard let shape = a.shape.broadcast(with: b.shape) else {
            throw TensorError.notBroadcastable(operation: name, [a.shape, b.shape])
        }
        if shape != a.shape, shape != b.shape { try shape.requireRoom(for: a.dtype) }
        let result = Tensor(uninitialized: shape, resultType(a.dtype))
        flushingDenormals(of: a.dtype) { run(loop, a, b, into: result) }
        return result
    }

    /// Writes the results over `a`, block after block, as long as they are finite: the number of elements that were
    /// done. Nil where the operands do not lie side by side, element for element or with a single number on the right.
    func change(_ a: Tensor, by b: Tensor) -> Int? {
        guard a.dtype == b.dtype, a.dtype.isFloating, resultType(a.dtype) == a.dtype,
            let loop = loops[a.dtype], case (1, let step)? = evenSteps(a, b, count: a.count),
            step == 0 ? b.rank <= a.rank : a.shape == b.shape,
            !a.sharesStorage(with: b) || a.aliases(b)
        else { return nil }
        let (width, most) = (a.dtype.byteWidth, min(a.count, BinaryKernel.blockLength))
        return withUnsafeTemporaryAllocation(byteCount: most * width, alignment: 64) { block in
            guard let block = block.baseAddress else { return 0 }
            var done = 0
            while done < a.count {
                let (count, target) = (min(most, a.count - done), a.rawPointer + done * width)
                let other = b.rawPointer + done * step * width
                flushingDenormals(of: a.dtype) { loop(count, target, 1, other, step, block) }
                if Tensor.hasInfinities(count, block, a.dtype) { break }
                target.copyMemory(from: block, byteCount: count * width)
                done += count
            }
            return done
        }
    }

    /// So many elements fit into the innermost cache beside their operands.
    private static var blockLength: Int { 1024 }

    private func run(_ loop: BinaryLoop, _ a: Tensor, _ b: Tensor, into result: Tensor) {
        let left = a.rawPointer
        let right = b.rawPointer
        if let (aStep, bStep) = evenSteps(a, b, count: result.count) {
            return loop(result.count, left, aStep, right, bStep, result.rawPointer)
        }
        let walk = BroadcastLoop(
            shape: result.shape,
            [a.stretched(to: result.shape), b.stretched(to: result.shape)])
        let (aStep, bStep, width) = (walk.rowStep(of: 0), walk.rowStep(of: 1), a.dtype.byteWidth)
        let resultWidth = result.dtype.byteWidth
        walk.forEachRow { offsets, done in
            loop(
                walk.rowLength, left + offsets[0] * width, aStep, right + offsets[1] * width, bStep,
                result.rawPointer + done * resultWidth)
        }
    }

    /// The steps of one single row, for the usual case of operands without gaps and without stretching,
    /// or with a single number on one side.
    private func evenSteps(_ a: Tensor, _ b: Tensor, count: Int) -> (Int, Int)? {
        guard a.isContiguous, b.isContiguous else { return nil }
        if a.count == count && b.count == count { return (1, 1) }
        if a.count == count && b.count == 1 { return (1, 0) }
        if b.count == count && a.count == 1 { return (0, 1) }
        return nil
    }
}
