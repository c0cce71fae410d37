/// Whatever gives streams to TensorFlow's random operations: the eager state, a traced graph, a pair of
/// seeds, a `Generator`.
package protocol RandomSource {
    /// Whether the numbers come from a seed that the program gave.
    var isSeeded: Bool { get }
    /// The stream for one run of `operation` on elements of `dtype`; the source moves on by `blocks`.
    func stream(for operation: RandomOperation, _ dtype: DType, reserving blocks: Int) -> Philox
}

extension RandomSource {
    /// The stream of an operation that reserves the same number of blocks for each output.
    func stream(for operation: RandomOperation, _ dtype: DType, outputs: Int) -> Philox {
        stream(for: operation, dtype, reserving: outputs * Philox.reservedBlocks)
    }

    /// Numbers of the normal distribution, as a tensor of a floating-point type.
    package func normal(
        _ shape: Shape, mean: Double = 0, deviation: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        stream(for: .standardNormal, dtype, outputs: shape.count)
            .normal(shape, dtype).scaled(by: deviation, plus: mean)
    }

    /// Numbers of the normal distribution within two deviations of the mean.
    package func truncatedNormal(
        _ shape: Shape, mean: Double = 0, deviation: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        stream(for: .truncatedNormal, dtype, outputs: shape.count)
            .truncatedNormal(shape, dtype).scaled(by: deviation, plus: mean)
    }

    /// Numbers in [low, high), as a tensor of a floating-point type.
    package func uniform(
        _ shape: Shape, from low: Double = 0, to high: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        stream(for: .uniform, dtype, outputs: shape.count)
            .uniform(shape, dtype).stretched(from: low, to: high)
    }

    /// Integers in [low, high), which must be in order, as a tensor of int32 or int64.
    package func uniform(
        _ shape: Shape, from low: Int, to high: Int, integers dtype: DType
    ) -> Tensor {
        let stream = stream(for: .uniformInteger, dtype, outputs: shape.count)
        if dtype == .int32 {
            let low = Int32(truncatingIfNeeded: low)
            let high = Int32(truncatingIfNeeded: high)
            return Tensor(stream.uniform(shape.count, from: low, to: high), shape: shape)
        }
        return Tensor(
            stream.uniform(shape.count, from: Int64(low), to: Int64(high)), shape: shape)
    }

    /// Integers with all bits random, as a tensor of a 32 or 64-bit integer type.
    package func bits(_ shape: Shape, _ dtype: DType) -> Tensor {
        let stream = stream(for: .uniformInteger, dtype, outputs: shape.count)
        return stream.bits(shape, dtype)
    }

    /// Where dropout keeps an element: uniform numbers of the elements' type not below `rate`.
    package func keepMask(_ shape: Shape, rate: Double, dtype: DType = .float32) -> Tensor {
        stream(for: .uniform, dtype, outputs: shape.count).keepMask(shape, rate: rate, dtype)
    }

    /// For each place of `count` shuffled items, the item that comes to stand there.
    ///
    /// `elements` is how many elements all items have together; a single one is not worth a draw.
    package func permutation(_ count: Int, elements: Int, dtype: DType) -> [Int] {
        let isTrivial = count <= 1 || elements <= 1
        let blocks = isTrivial ? 0 : (count + 2) / 4
        let stream = stream(for: .shuffle, dtype, reserving: blocks)
        return isTrivial ? Array(0..<count) : stream.permutation(count)
    }

    /// For each row of `logits` [N, classes], `samples` classes, as int64 [N, samples].
    package func categorical(_ logits: Tensor, samples: Int) -> Tensor {
        let rows = logits.shape[0]
        let outputs = rows * ((samples + 3) / 4 * 4)
        return stream(for: .categorical, logits.dtype, outputs: outputs)
            .categorical(logits, samples: samples)
    }
}
