import PythonRuntime
import Tensors

/// A `tf.random.Generator` as Python holds it.
package final class RandomGeneratorObject: Object {
    let generator: TensorFlowGenerator

    init(_ generator: TensorFlowGenerator, type: TypeObject) {
        self.generator = generator
        super.init(type: type)
    }
}

/// `tf.random.Generator`.
enum RandomGeneratorType {
    private final class Global {
        var value: Value?
    }

    static func define(_ m: ModuleBuilder) {
        let type = m.type("Generator") { t in
            t.type.moduleName = "tensorflow.python.ops.stateful_random_ops"
            makers(t)
            draws(t)
            states(t)
        }
        m.def("get_global_generator()") { (python: Interpreter) -> Value in
            let global = python.state(Global.self) { _ in Global() }
            if let value = global.value { return value }
            let made = RandomGeneratorObject(TensorFlowGenerator(seed: 0), type: type)
            global.value = .object(made)
            return .object(made)
        }
        m.def("set_global_generator(generator)") { (python: Interpreter, value: Value) -> Value in
            python.state(Global.self) { _ in Global() }.value = value
            return .none
        }
    }

    private static func generator(
        _ value: Value, _ python: Interpreter
    ) throws -> TensorFlowGenerator {
        let object: RandomGeneratorObject = try python.receiver(value, "Generator")
        return object.generator
    }

    private static func makers(_ t: TypeBuilder) {
        let type = t.type
        t.classMethod(
            "from_seed(cls, seed, alg=None)",
            .bound { python, values in
                let seed = try python.index(values[1])
                return .object(RandomGeneratorObject(TensorFlowGenerator(seed: seed), type: type))
            })
        t.classMethod(
            "from_state(cls, state, alg=None)",
            .bound { python, values in
                let state = try TensorType.tensor(values[1], python).ints
                return .object(RandomGeneratorObject(TensorFlowGenerator(state: state), type: type))
            })
        t.classMethod(
            "from_non_deterministic_state(cls, alg=None)",
            .bound { python, _ in
                let random = SessionRandom.of(python).session.tensorflow.operation(seed: nil)
                let state = random.bits([3], .int64).ints
                return .object(RandomGeneratorObject(TensorFlowGenerator(state: state), type: type))
            })
    }

    private static func draws(_ t: TypeBuilder) {
        for name in ["normal", "truncated_normal"] {
            t.def("\(name)(self, shape, mean=0.0, stddev=1.0, dtype=None, name=None)") {
                (
                    python: Interpreter, value: Value, shape: RandomShape, mean: Double,
                    deviation: Double, dtype: DTypeArgument?, _: Value
                ) -> Tensor in
                let source = try generator(value, python)
                let type = dtype?.dtype ?? .float32
                let shape = try shape.shape(for: "StatelessRandomNormalV2", type)
                return name == "normal"
                    ? source.normal(shape, mean: mean, deviation: deviation, dtype: type)
                    : source.truncatedNormal(shape, mean: mean, deviation: deviation, dtype: type)
            }
        }
        t.def("uniform(self, shape, minval=0, maxval=None, dtype=None, name=None)") {
            (
                python: Interpreter, value: Value, shape: RandomShape, low: TensorLike,
                high: TensorLike?, dtype: DTypeArgument?, _: Value
            ) in
            try RandomFunctions.uniform(
                generator(value, python), shape, low, high, dtype?.dtype ?? .float32, python)
        }
        t.def("uniform_full_int(self, shape, dtype=None, name=None)") {
            (
                python: Interpreter, value: Value, shape: RandomShape, dtype: DTypeArgument?,
                _: Value
            ) -> Tensor in
            let dtype = dtype?.dtype ?? .uint64
            return try generator(value, python).bits(
                shape.shape(for: "StatelessRandomUniformFullIntV2", dtype), dtype)
        }
        t.def("make_seeds(self, count=1)") { (python: Interpreter, value: Value, count: Int) in
            try generator(value, python).makeSeeds(max(0, min(count, 1 << 24)))
        }
        t.def("split(self, count=1)") { (python: Interpreter, value: Value, count: Int) -> Value in
            let parts = try generator(value, python).split(max(0, min(count, 1 << 20)))
            return .list(
                parts.map { .object(RandomGeneratorObject($0, type: t.type)) }, in: python)
        }
    }

    private static func states(_ t: TypeBuilder) {
        t.property("state") { python, value -> Value in
            let numbers = try generator(value, python).state.map(Int64.init)
            let variable = Variable(
                Tensor(numbers), name: "StateVar", isTrainable: false, tapes: nil)
            return .object(VariableObject(variable, in: python))
        }
        t.property("key") { python, value in
            Tensor(.int(try generator(value, python).state[2]), .int64)
        }
        t.property("algorithm") { _, _ in 1 }
        t.def("reset_from_seed(self, seed)") {
            (python: Interpreter, value: Value, seed: Int) -> Value in
            try generator(value, python).reset(seed: seed)
            return .none
        }
        t.def("skip(self, delta)") { (python: Interpreter, value: Value, count: Int) -> Value in
            guard count >= 0, count < 1 << 40 else {
                throw python.valueError("delta is out of range")
            }
            try generator(value, python).skip(count)
            return .none
        }
    }
}
