import PythonRuntime
import Tensors

/// `tf.random`.
enum RandomFunctions {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.random", pythonWording: true, in: python)
        m.def("set_seed(seed)\n\nFixes what the random functions draw from now on.") {
            (python: Interpreter, seed: Int) in
            SessionRandom.of(python).session.tensorflow.setSeed(seed)
            return Value.none
        }
        draws(m)
        stateless(m)
        StatelessFunctions.define(m)
        RandomGeneratorType.define(m)
        let experimental = ModuleBuilder(
            "tensorflow.random.experimental", pythonWording: true, in: python)
        for (name, own) in [
            ("Generator", "Generator"), ("stateless_split", "split"),
            ("stateless_fold_in", "fold_in"), ("get_global_generator", "get_global_generator"),
            ("set_global_generator", "set_global_generator"),
        ] {
            experimental.module.namespace[name] = m.module.namespace[own]
        }
        try m.set("experimental", Value.object(experimental.module))
        return m.module
    }

    private static func operation(_ python: Interpreter, _ seed: Int?) -> OperationRandom {
        OperationRandom(python, seed: seed)
    }

    private static func draws(_ m: ModuleBuilder) {
        m.def(
            "normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None, name=None)\n\nNumbers of a normal distribution."
        ) {
            (
                python: Interpreter, shape: RandomShape, mean: Double, deviation: Double,
                dtype: DTypeArgument?, seed: Int?, _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .float32
            return operation(python, seed).normal(
                try shape.shape(for: "RandomStandardNormal", dtype), mean: mean,
                deviation: deviation, dtype: dtype)
        }
        m.def("truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None, name=None)") {
            (
                python: Interpreter, shape: RandomShape, mean: Double, deviation: Double,
                dtype: DTypeArgument?, seed: Int?, _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .float32
            return operation(python, seed).truncatedNormal(
                try shape.shape(for: "TruncatedNormal", dtype), mean: mean,
                deviation: deviation, dtype: dtype)
        }
        m.def(
            "uniform(shape, minval=0, maxval=None, dtype=None, seed=None, name=None)\n\nNumbers spread evenly over an interval."
        ) {
            (
                python: Interpreter, shape: RandomShape, low: TensorLike, high: TensorLike?,
                dtype: DTypeArgument?, seed: Int?, _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .float32
            return try uniform(operation(python, seed), shape, low, high, dtype, python)
        }
        m.def("categorical(logits, num_samples, dtype=None, seed=None, name=None)") {
            (
                python: Interpreter, logits: TensorLike, samples: Int, dtype: DTypeArgument?,
                seed: Int?, _: Value
            ) -> Tensor in
            guard logits.tensor.rank == 2 else {
                throw TensorError.invalidArgument(
                    operation: "Multinomial",
                    "logits should be a matrix, got shape \(logits.tensor.shape.bracketed)")
            }
            guard samples >= 0 else {
                throw TensorError.invalidArgument(
                    operation: "Multinomial",
                    "num_samples should be nonnegative, got \(samples)")
            }
            try Shape([logits.tensor.shape[0], samples]).requireRoom(for: .int64)
            return try operation(python, seed).categorical(logits.tensor, samples: samples).cast(
                to: dtype?.dtype ?? .int64)
        }
        m.def("shuffle(value, seed=None, name=None)") {
            (python: Interpreter, value: TensorLike, seed: Int?, _: Value) -> Tensor in
            guard value.tensor.rank > 0 else { return value.tensor }
            let order = operation(python, seed).permutation(
                value.tensor.shape[0], elements: value.tensor.count, dtype: value.tensor.dtype)
            return try value.tensor.indexed([.integers(Tensor(order))])
        }
        m.def("gamma(shape, alpha, beta=None, dtype=None, seed=None, name=None)") {
            (
                python: Interpreter, shape: RandomShape, alpha: TensorLike, beta: TensorLike?,
                _: Value, seed: Int?, _: Value
            ) -> Tensor in
            let drawn = operation(python, seed).gamma(
                try shape.shape(for: "RandomGamma", .float32), alpha: alpha.tensor)
            return try beta.map { try drawn / $0.tensor } ?? drawn
        }
        m.def("poisson(shape, lam, dtype=None, seed=None, name=None)") {
            (
                python: Interpreter, shape: RandomShape, rate: TensorLike, _: Value, seed: Int?,
                _: Value
            ) in
            operation(python, seed).poisson(
                try shape.shape(for: "RandomPoissonV2", .float32), rate: rate.tensor)
        }
    }

    /// Numbers between two bounds, checked.
    static func uniform(
        _ source: some RandomSource, _ given: RandomShape, _ low: TensorLike, _ high: TensorLike?,
        _ dtype: DType, _ python: Interpreter
    ) throws -> Tensor {
        let shape = try given.shape(
            for: dtype.isInteger ? "RandomUniformInt" : "RandomUniform", dtype)
        if dtype.isInteger {
            guard let high else {
                throw python.valueError("Must specify maxval for integer dtype tf.\(dtype.name)")
            }
            guard low.tensor.scalars[0].int < high.tensor.scalars[0].int else {
                throw TensorError.invalidArgument(
                    operation: "RandomUniformInt",
                    "Need minval < maxval, got \(low.tensor.scalars[0].int) >= \(high.tensor.scalars[0].int)"
                )
            }
            return source.uniform(
                shape, from: low.tensor.scalars[0].int, to: high.tensor.scalars[0].int,
                integers: dtype)
        }
        return source.uniform(
            shape, from: low.tensor.scalars[0].double, to: high?.tensor.scalars[0].double ?? 1,
            dtype: dtype)
    }

    private static func stateless(_ m: ModuleBuilder) {
        let source = StatelessFunctions.source
        m.def(
            "stateless_normal(shape, seed, mean=0.0, stddev=1.0, dtype=None, name=None, alg='auto_select')"
        ) {
            (
                _: Interpreter, shape: RandomShape, seed: TensorLike, mean: Double,
                deviation: Double, dtype: DTypeArgument?, _: Value, _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .float32
            return try source(seed).normal(
                shape.shape(for: "StatelessRandomNormalV2", dtype), mean: mean,
                deviation: deviation, dtype: dtype)
        }
        m.def(
            "stateless_uniform(shape, seed, minval=0, maxval=None, dtype=None, name=None, alg='auto_select')"
        ) {
            (
                python: Interpreter, shape: RandomShape, seed: TensorLike, low: TensorLike,
                high: TensorLike?, dtype: DTypeArgument?, _: Value, _: Value
            ) in
            try uniform(source(seed), shape, low, high, dtype?.dtype ?? .float32, python)
        }
    }
}
