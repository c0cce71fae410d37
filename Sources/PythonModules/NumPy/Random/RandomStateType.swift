import PythonRuntime
import Tensors

/// The class `RandomState`, whose methods are the functions of `np.random`.
enum RandomStateType {
    static func define(in python: Interpreter) {
        let t = TypeBuilder(NumPyTypes.of(python).randomState, in: python)
        t.constructor("RandomState(seed=None)") { python, _, values in
            .object(RandomStateObject(try state(values[0], in: python), in: python))
        }
        t.unary(.repr) { python, value -> String in
            "RandomState(MT19937) at 0x" + python.address(value).dropFirst(2).uppercased()
        }
        let methods = NumPyDefinitions(t)
        let distributions = Distributions<RandomStateObject>(methods)
        distributions.define()
        distributions.defineMultivariateNormal(methods, isGenerator: false)
        defineSeeds(methods)
        defineNumbers(methods)
        defineWholeNumbers(methods)
        defineChoice(methods)
        defineOrders(methods)
    }

    private static func source(_ value: Value, _ python: Interpreter) throws -> RandomStateObject {
        try Distributions<RandomStateObject>.source(value, python)
    }

    /// The state that a seed gives; entropy of the session without one.
    private static func state(_ seed: Value, in python: Interpreter) throws -> NumPyRandomState {
        if seed.isNone {
            let session = SessionRandom.of(python).session
            return NumPyRandomState(entropy: SessionEntropy(seed: session.entropy.next()))
        }
        let tensor = try ArrayLike.from(seed, in: python).tensor
        guard tensor.dtype.isInteger || tensor.dtype == .bool else {
            throw python.typeError(
                "Cannot cast scalar from dtype('\(seed.text.map { "<U\($0.count)" } ?? tensor.dtype.name)') to dtype('int64') according to the rule 'safe'"
            )
        }
        let numbers = try tensor.ints.map { number in
            guard let seed = UInt32(exactly: number) else {
                throw python.valueError("Seed must be between 0 and 2**32 - 1")
            }
            return seed
        }
        return tensor.rank == 0
            ? NumPyRandomState(seed: numbers[0]) : NumPyRandomState(seeds: numbers)
    }

    private static func defineSeeds(_ t: NumPyDefinitions) {
        t.def("seed(self, seed=None)") {
            (python: Interpreter, value: Value, seed: Value) -> Value in
            let fresh = try state(seed, in: python)
            try source(value, python).draw { $0 = fresh }
            return .none
        }
        t.def("get_state(self, legacy=True)") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            let state = try source(value, python).draw { $0.state }
            return .tuple(
                [
                    .string("MT19937", in: python), python.ndarray(Tensor(state.words)),
                    .int(state.position), .int(state.keptNormal == nil ? 0 : 1),
                    .float(state.keptNormal ?? 0),
                ], in: python)
        }
        t.def("set_state(self, state)") {
            (python: Interpreter, value: Value, state: [Value]) -> Value in
            guard state.count >= 3 else { throw stateError(python) }
            let words = try ArrayLike.from(state[1], in: python).tensor.ints.map {
                UInt32(truncatingIfNeeded: $0)
            }
            let position = try python.index(state[2])
            let normal =
                state.count > 4 && state[3].integer == 1 ? try python.double(state[4]) : nil
            let isRestored = try source(value, python).draw {
                $0.restore(words: words, position: position, keptNormal: normal)
            }
            guard isRestored else { throw stateError(python) }
            return .none
        }
    }

    private static func stateError(_ python: Interpreter) -> PythonError {
        python.valueError("state is not a legacy MT19937 state")
    }

    private static func defineNumbers(_ t: NumPyDefinitions) {
        for (name, isNormal) in [("rand", false), ("randn", true)] {
            t.def("\(name)(self, *args)") {
                (python: Interpreter, value: Value, lengths: [Int]) -> Value in
                guard lengths.allSatisfy({ $0 >= 0 }) else {
                    throw python.valueError("negative dimensions are not allowed")
                }
                try Shape(lengths).requireRoom(for: .float64)
                let size = DrawSize(shape: lengths.isEmpty ? nil : Shape(lengths))
                let numbers = try source(value, python).draw {
                    isNormal ? $0.normals(size.count) : $0.doubles(size.count)
                }
                return python.drawn(numbers, size)
            }
        }
        for name in ["random", "random_sample", "ranf", "sample"] {
            t.def("\(name)(self, size=None)") {
                (python: Interpreter, value: Value, size: DrawSize) -> Value in
                python.drawn(try source(value, python).draw { $0.doubles(size.count) }, size)
            }
        }
        defineStandards(t)
    }

    private static func defineStandards(_ t: NumPyDefinitions) {
        t.def("standard_normal(self, size=None)") {
            (python: Interpreter, value: Value, size: DrawSize) -> Value in
            python.drawn(try source(value, python).draw { $0.normals(size.count) }, size)
        }
        t.def("standard_exponential(self, size=None)") {
            (python: Interpreter, value: Value, size: DrawSize) -> Value in
            python.drawn(
                try source(value, python).draw { draws in
                    (0..<size.count).map { _ in draws.standardExponential() }
                }, size)
        }
        t.def("standard_gamma(self, shape, size=None)") {
            (python: Interpreter, value: Value, shape: Double, size: DrawSize) -> Value in
            python.drawn(
                try source(value, python).draw { draws in
                    (0..<size.count).map { _ in draws.standardGamma(shape: shape) }
                }, size)
        }
    }

    private static func defineWholeNumbers(_ t: NumPyDefinitions) {
        t.def("randint(self, low, high=None, size=None, dtype=None)") {
            (
                python: Interpreter, value: Value, low: ArrayLike, high: ArrayLike?, size: DrawSize,
                dtype: Value
            ) -> Value in
            let draw = try IntegerDraw(
                low.tensor, high?.tensor, size, dtype, plain: true, in: python)
            return try draw.run(on: source(value, python), in: python)
        }
        t.def("random_integers(self, low, high=None, size=None)") {
            (python: Interpreter, value: Value, low: Int, high: Int?, size: DrawSize) -> Value in
            let (first, last) = high.map { (low, $0) } ?? (1, low)
            return try python.drawn(
                source(value, python).draw { $0.integers(size.count, from: first, through: last) },
                size)
        }
        t.def("tomaxint(self, size=None)") {
            (python: Interpreter, value: Value, size: DrawSize) -> Value in
            let numbers = try source(value, python).draw { draws in
                (0..<size.count).map { _ in Int(draws.nextLong() >> 1) }
            }
            return try python.drawn(numbers, size)
        }
        t.def("bytes(self, length)") { (python: Interpreter, value: Value, count: Int) -> Value in
            .object(BytesObject(try source(value, python).draw { $0.bytes(count) }, in: python))
        }
    }

    private static func defineChoice(_ t: NumPyDefinitions) {
        t.def("choice(self, a, size=None, replace=True, p=None)") {
            (
                python: Interpreter, value: Value, items: Value, size: DrawSize, replaces: Bool,
                shares: Value
            ) -> Value in
            let population = try Population(items, in: python, oneAxis: true)
            let p = try population.probabilities(shares, in: python)
            guard replaces || size.count <= population.count else {
                throw python.valueError(
                    "Cannot take a larger sample than population when 'replace=False'")
            }
            if let p, !replaces, p.lazy.filter({ $0 > 0 }).count < size.count {
                throw python.valueError("Fewer non-zero entries in p than size")
            }
            let places = try source(value, python).draw { draws in
                if let p {
                    return replaces
                        ? draws.choice(size.count, probabilities: p)
                        : draws.distinctChoice(size.count, probabilities: p)
                }
                return replaces
                    ? draws.choice(size.count, of: population.count)
                    : draws.distinctChoice(size.count, of: population.count)
            }
            return try population.items(at: places, size, in: python)
        }
    }

    private static func defineOrders(_ t: NumPyDefinitions) {
        t.def("permutation(self, x)") {
            (python: Interpreter, value: Value, items: Value) -> Value in
            let object = try source(value, python)
            if let count = items.integer {
                try Tensor.requireSteps(Double(count), .int64)
                let order = object.draw { $0.permutation(max(0, count)) }
                return python.ndarray(Tensor(order.map(Int64.init)))
            }
            let copy = try ArrayInput(value: items).array(nil, copy: true, in: python)
            try Population.reorder(.object(copy), in: python) { count in
                object.draw { $0.permutation(count) }
            }
            return .object(copy)
        }
        t.def("shuffle(self, x)") { (python: Interpreter, value: Value, items: Value) -> Value in
            let object = try source(value, python)
            try Population.reorder(items, in: python) { count in
                object.draw { $0.permutation(count) }
            }
            return .none
        }
    }
}
