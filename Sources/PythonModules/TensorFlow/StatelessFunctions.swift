import PythonRuntime
import Tensors

/// `tf.random.stateless_*` beyond normal and uniform numbers, and what is done with their seeds.
enum StatelessFunctions {
    /// The source that two seeds stand for.
    static func source(_ seed: TensorLike) throws -> StatelessRandom {
        let numbers = seed.tensor.ints
        guard seed.tensor.shape == [2] else {
            throw TensorError.invalidArgument(
                operation: "StatelessRandomGetKeyCounter",
                "seed must have shape [2], not \(seed.tensor.shape.bracketed)")
        }
        return StatelessRandom(numbers[0], numbers[1])
    }

    static func define(_ m: ModuleBuilder) {
        m.def(
            "stateless_truncated_normal(shape, seed, mean=0.0, stddev=1.0, dtype=None, name=None, alg='auto_select')"
        ) {
            (
                _: Interpreter, shape: RandomShape, seed: TensorLike, mean: Double,
                deviation: Double, dtype: DTypeArgument?, _: Value, _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .float32
            return try source(seed).truncatedNormal(
                shape.shape(for: "StatelessTruncatedNormalV2", dtype), mean: mean,
                deviation: deviation, dtype: dtype)
        }
        m.def("stateless_categorical(logits, num_samples, seed, dtype=None, name=None)") {
            (
                _: Interpreter, logits: TensorLike, samples: Int, seed: TensorLike,
                dtype: DTypeArgument?, _: Value
            ) -> Tensor in
            guard logits.tensor.rank == 2, samples >= 0 else {
                throw TensorError.invalidArgument(
                    operation: "StatelessMultinomial",
                    "logits should be a matrix, got shape \(logits.tensor.shape.bracketed)")
            }
            return try source(seed).categorical(logits.tensor, samples: samples)
                .cast(to: dtype?.dtype ?? .int64)
        }
        m.def("split(seed, num=2, alg='auto_select')") {
            (_: Interpreter, seed: TensorLike, count: Int, _: Value) -> Tensor in
            try source(seed).uniformSeeds([max(0, min(count, 1 << 24)), 2], seed.tensor.dtype)
        }
        m.def("fold_in(seed, data, alg='auto_select')") {
            (_: Interpreter, seed: TensorLike, data: TensorLike, _: Value) -> Tensor in
            let drawn = try source(seed).uniformSeeds([1], seed.tensor.dtype)
            return try Tensor.concatenate(
                [drawn, data.tensor.cast(to: seed.tensor.dtype).reshaped(to: [1])], axis: 0)
        }
    }
}

extension StatelessRandom {
    /// Integers with all bits random, as new seeds are drawn.
    fileprivate func uniformSeeds(_ shape: Shape, _ dtype: DType) -> Tensor {
        bits(shape, dtype == .int64 ? .int64 : .int32)
    }
}
