import PythonRuntime
import Tensors

/// The class `Generator`, which `default_rng` makes.
enum GeneratorType {
    static func define(in python: Interpreter) {
        let t = TypeBuilder(NumPyTypes.of(python).generator, in: python)
        t.unary(.repr) { python, value -> String in
            "Generator(PCG64) at 0x" + python.address(value).dropFirst(2).uppercased()
        }
        t.unary(.str) { _, _ -> String in "Generator(PCG64)" }
        t.property("bit_generator") { python, value -> Value in
            guard
                let make = try python.modules.find("numpy._more", in: python)?.namespace["bits_of"]
            else { return .none }
            return try python.call(make, [value])
        }
        t.constructor("Generator(bit_generator)") { python, _, values in
            try python.getAttribute(values[0], "_generator")
        }
        let methods = NumPyDefinitions(t)
        let distributions = Distributions<GeneratorObject>(methods)
        distributions.define()
        distributions.defineMultivariateNormal(methods, isGenerator: true)
        defineNumbers(methods)
        defineWholeNumbers(methods)
        defineChoice(methods)
        defineOrders(methods)
    }

    private static func source(_ value: Value, _ python: Interpreter) throws -> GeneratorObject {
        try Distributions<GeneratorObject>.source(value, python)
    }

    /// The generator of a seed: a number, several, another generator, or none.
    static func generator(_ seed: Value, in python: Interpreter) throws -> Value {
        if seed.object is GeneratorObject { return seed }
        if seed.isNone {
            let session = SessionRandom.of(python).session
            return .object(GeneratorObject(NumPyGenerator(entropy: &session.entropy), in: python))
        }
        let isNumber = python.type(of: seed).special(.index) != nil && !(seed.object is ArrayObject)
        let words = try (isNumber || seed.integer != nil ? [seed] : python.list(seed)).flatMap {
            try Self.words(of: $0, in: python)
        }
        return .object(GeneratorObject(NumPyGenerator(seed: words), in: python))
    }

    /// A number in words of 32 bits, the lowest first.
    private static func words(of value: Value, in python: Interpreter) throws -> [UInt32] {
        var number = try python.bigIndex(value)
        guard number >= 0 else { throw python.valueError("expected non-negative integer") }
        var words: [UInt32] = []
        repeat {
            words.append(UInt32(truncatingIfNeeded: number))
            number >>= 32
        } while number > 0
        return words
    }

    private static func defineNumbers(_ t: NumPyDefinitions) {
        t.def("random(self, size=None, dtype=None, out=None)") {
            (python: Interpreter, value: Value, size: DrawSize, dtype: NumPyDType?, _: Value)
                -> Value in
            let object = try source(value, python)
            guard dtype?.dtype == .float32 else {
                return python.drawn(object.draw { $0.doubles(size.count) }, size)
            }
            return single(object.draw { $0.floats(size.count) }, size, in: python)
        }
        t.def("standard_normal(self, size=None, dtype=None, out=None)") {
            (python: Interpreter, value: Value, size: DrawSize, dtype: NumPyDType?, _: Value)
                -> Value in
            let object = try source(value, python)
            guard dtype?.dtype == .float32 else {
                return python.drawn(object.draw { $0.normals(size.count) }, size)
            }
            return single(object.draw { $0.normalFloats(size.count) }, size, in: python)
        }
        t.def("standard_exponential(self, size=None, dtype=None, method='zig', out=None)") {
            (python: Interpreter, value: Value, size: DrawSize, _: Value, _: Value, _: Value)
                -> Value in
            python.drawn(
                try source(value, python).draw { draws in
                    (0..<size.count).map { _ in draws.standardExponential() }
                }, size)
        }
        t.def("standard_gamma(self, shape, size=None, dtype=None, out=None)") {
            (python: Interpreter, value: Value, shape: Double, size: DrawSize, _: Value, _: Value)
                -> Value in
            python.drawn(
                try source(value, python).draw { draws in
                    (0..<size.count).map { _ in draws.standardGamma(shape: shape) }
                }, size)
        }
    }

    private static func single(
        _ numbers: [Float], _ size: DrawSize, in python: Interpreter
    ) -> Value {
        guard let shape = size.shape else { return .float(Double(numbers[0])) }
        return python.ndarray(Tensor(numbers, shape: shape))
    }

    private static func defineWholeNumbers(_ t: NumPyDefinitions) {
        t.def("integers(self, low, high=None, size=None, dtype=None, endpoint=False)") {
            (
                python: Interpreter, value: Value, low: ArrayLike, high: ArrayLike?, size: DrawSize,
                dtype: Value, inclusive: Bool
            ) -> Value in
            let draw = try IntegerDraw(
                low.tensor, high?.tensor, size, dtype, inclusive: inclusive, in: python)
            return try draw.run(on: source(value, python), in: python)
        }
        t.def("spawn(self, n_children)") {
            (python: Interpreter, value: Value, count: Int) -> Value in
            let object = try source(value, python)
            let children = (0..<count).map { _ in object.draw { $0.spawn() } }
            return .list(children.map { .object(GeneratorObject($0, in: python)) }, in: python)
        }
    }

    private static func defineChoice(_ t: NumPyDefinitions) {
        t.def("choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)") {
            (
                python: Interpreter, value: Value, items: Value, size: DrawSize, replaces: Bool,
                shares: Value, _: Value, shuffled: Bool
            ) -> Value in
            let population = try Population(items, in: python, oneAxis: false)
            let p = try population.probabilities(shares, in: python)
            guard replaces || size.count <= population.count else {
                throw python.valueError(
                    "Cannot take a larger sample than population when replace is False")
            }
            let places = try source(value, python).draw { draws in
                if let p {
                    return replaces
                        ? draws.choice(size.count, probabilities: p)
                        : draws.distinctChoice(size.count, probabilities: p)
                }
                return replaces
                    ? draws.choice(size.count, of: population.count)
                    : draws.distinctChoice(size.count, of: population.count, shuffled: shuffled)
            }
            return try population.items(at: places, size, in: python)
        }
    }

    private static func defineOrders(_ t: NumPyDefinitions) {
        t.def("permutation(self, x, axis=0)") {
            (python: Interpreter, value: Value, items: Value, axis: Int) -> Value in
            let object = try source(value, python)
            if let count = items.integer {
                try Tensor.requireSteps(Double(count), .int64)
                let order = object.draw { $0.permutation(max(0, count)) }
                return python.ndarray(Tensor(order.map(Int64.init)))
            }
            let copy = try ArrayInput(value: items).array(nil, copy: true, in: python)
            try Population.reorder(.object(copy), axis: axis, in: python) { count in
                object.draw { $0.permutation(count) }
            }
            return .object(copy)
        }
        t.def("shuffle(self, x, axis=0)") {
            (python: Interpreter, value: Value, items: Value, axis: Int) -> Value in
            let object = try source(value, python)
            try Population.reorder(items, axis: axis, in: python) { count in
                object.draw { $0.permutation(count) }
            }
            return .none
        }
        t.def("permuted(self, x, *, axis=None, out=None)") {
            (python: Interpreter, value: Value, items: Value, axis: Int?, out: Value) -> Value in
            let object = try source(value, python)
            let copy = try ArrayInput(value: items).array(nil, copy: true, in: python)
            copy.tensor.write(from: try permuted(copy.tensor, axis: axis, object))
            guard let target = out.object as? ArrayObject else { return .object(copy) }
            guard target.tensor.shape == copy.tensor.shape else {
                throw python.valueError("out must have the same shape as x")
            }
            try target.writable(orElse: "output array is read-only", in: python).write(
                from: copy.tensor.cast(to: target.tensor.dtype))
            return out
        }
        t.def("bytes(self, length)") { (python: Interpreter, value: Value, count: Int) -> Value in
            .object(BytesObject(try source(value, python).draw { $0.bytes(count) }, in: python))
        }
    }

    /// The elements in another order, those of each line along an axis by themselves.
    private static func permuted(
        _ tensor: Tensor, axis: Int?, _ object: GeneratorObject
    ) throws -> Tensor {
        guard let axis else {
            let order = object.draw { $0.permutation(tensor.count) }
            return try tensor.flattened().gathered(Tensor(order.map(Int64.init)))
                .reshaped(to: tensor.shape)
        }
        let length = try tensor.length(of: axis)
        let lines = try tensor.movingAxes([axis], to: [-1])
        let count = length > 0 ? tensor.count / length : 0
        let order = object.draw { draws in
            (0..<count).flatMap { line in draws.permutation(length).map { $0 + line * length } }
        }
        return try lines.flattened().gathered(Tensor(order.map(Int64.init)))
            .reshaped(to: lines.shape).movingAxes([-1], to: [axis])
    }
}
