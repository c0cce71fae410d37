import BigInt
import PythonRuntime
import Tensors

/// `random`: the functions of the session's own generator, and the class `Random`.
enum PythonRandomModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("random", pythonWording: true, in: python)
        let type = m.type("Random") { defineRandom($0) }
        type.hasInstanceDictionary = true
        let shared = PythonRandomObject(
            SharedGenerator(SessionRandom.of(python).session), type: type)
        for name in methodNames {
            m.module.namespace[name] = try python.getAttribute(.object(shared), name)
        }
        m.module.namespace["_inst"] = .object(shared)
        m.type("SystemRandom", base: type) { _ in }
        return m.module
    }

    private static let methodNames = [
        "seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample",
        "shuffle", "choices", "normalvariate", "lognormvariate", "expovariate", "vonmisesvariate",
        "gammavariate", "gauss", "betavariate", "paretovariate", "weibullvariate", "getstate",
        "setstate", "getrandbits", "randbytes",
    ]

    private static func defineRandom(_ t: TypeBuilder) {
        t.variadic(.new) { python, type, _ -> Value in
            let entropy = SessionRandom.of(python).session.entropy.stream("random")
            let type = type.object as? TypeObject ?? python.types.object
            return .object(
                PythonRandomObject(OwnGenerator(PythonRandom(entropy: entropy)), type: type))
        }
        t.variadic(.`init`) { python, value, arguments -> Value in
            let given = arguments.positional.first ?? arguments.keywords.first?.value
            try PythonRandomObject.from(value, in: python).seed(given ?? .none, in: python)
            return .none
        }
        t.def("seed(self, a=None, version=2)\n\nFixes the numbers that follow.") {
            (python: Interpreter, random: PythonRandomObject, value: Value, _: Value) -> Value in
            try random.seed(value, in: python)
            return .none
        }
        defineReals(t)
        defineIntegers(t)
        defineSequences(t)
        defineState(t)
    }

    private static func defineReals(_ t: TypeBuilder) {
        t.def("random(self)\n\nA number in [0, 1).") { (_: Interpreter, r: PythonRandomObject) in
            r.generator.value.random()
        }
        t.def("uniform(self, a, b)") {
            (_: Interpreter, r: PythonRandomObject, a: Double, b: Double) in
            r.generator.value.uniform(a, b)
        }
        t.def("triangular(self, low=0.0, high=1.0, mode=None)") {
            (_: Interpreter, r: PythonRandomObject, low: Double, high: Double, mode: Double?) in
            r.generator.value.triangular(low: low, high: high, mode: mode)
        }
        func two(
            _ literal: String,
            _ draw: @escaping (inout PythonRandom, Double, Double) -> Double
        ) {
            t.def(literal) { (_: Interpreter, r: PythonRandomObject, a: Double, b: Double) in
                draw(&r.generator.value, a, b)
            }
        }
        two("gauss(self, mu=0.0, sigma=1.0)") { $0.gauss(mean: $1, deviation: $2) }
        two("normalvariate(self, mu=0.0, sigma=1.0)") { $0.normalVariate(mean: $1, deviation: $2) }
        two("lognormvariate(self, mu, sigma)") { $0.logNormalVariate(mean: $1, deviation: $2) }
        two("vonmisesvariate(self, mu, kappa)") {
            $0.vonMisesVariate(mean: $1, concentration: $2)
        }
        two("weibullvariate(self, alpha, beta)") { $0.weibullVariate(scale: $1, shape: $2) }
        t.def("expovariate(self, lambd)") {
            (python: Interpreter, r: PythonRandomObject, rate: Double) -> Double in
            guard rate != 0 else {
                throw python.error("ZeroDivisionError", "float division by zero")
            }
            return r.generator.value.expoVariate(rate: rate)
        }
        t.def("paretovariate(self, alpha)") {
            (_: Interpreter, r: PythonRandomObject, shape: Double) in
            r.generator.value.paretoVariate(shape: shape)
        }
        for name in ["gammavariate", "betavariate"] {
            t.def("\(name)(self, alpha, beta)") {
                (python: Interpreter, r: PythonRandomObject, alpha: Double, beta: Double) -> Double
                in
                guard alpha > 0, beta > 0 else {
                    throw python.valueError("gammavariate: alpha and beta must be > 0.0")
                }
                return name == "betavariate"
                    ? r.generator.value.betaVariate(alpha, beta)
                    : r.generator.value.gammaVariate(shape: alpha, scale: beta)
            }
        }
    }

    private static func defineState(_ t: TypeBuilder) {
        t.def("getstate(self)\n\nThe state, for `setstate`.") {
            (python: Interpreter, r: PythonRandomObject) -> Value in
            let state = r.generator.value.state
            let words = state.words.map { Value.int(Int($0)) } + [.int(state.position)]
            return .tuple(
                [
                    .int(3), .tuple(words, in: python),
                    r.generator.value.keptGauss.map(Value.float) ?? .none,
                ], in: python)
        }
        t.def("setstate(self, state)\n\nGoes back to a state.") {
            (python: Interpreter, r: PythonRandomObject, state: [Value]) -> Value in
            guard state.count == 3 else {
                throw python.valueError("state vector is the wrong size")
            }
            let words = try python.list(state[1]).map { try python.index($0) }
            guard words.count == 625, words.allSatisfy({ UInt32(exactly: $0) != nil }),
                r.generator.value.restore(
                    words: words[..<624].map { UInt32($0) }, position: words[624],
                    keptGauss: try state[2].isNone ? nil : python.double(state[2]))
            else { throw python.valueError("state vector is the wrong size") }
            return .none
        }
    }
}

/// Where a `Random` keeps its numbers: the session's own state, or one of its own.
protocol GeneratorState: AnyObject {
    var value: PythonRandom { get set }
}

/// The state that `random`'s functions share with Keras' seeds.
final class SharedGenerator: GeneratorState {
    private let session: RandomSession

    init(_ session: RandomSession) { self.session = session }

    var value: PythonRandom {
        _read { yield session.python }
        _modify { yield &session.python }
    }
}

/// The state of a `Random` of the note's own.
final class OwnGenerator: GeneratorState {
    private var state: PythonRandom

    init(_ state: PythonRandom) { self.state = state }

    var value: PythonRandom {
        _read { yield state }
        _modify { yield &state }
    }
}

/// `random.Random`.
package final class PythonRandomObject: InstanceObject {
    let generator: any GeneratorState

    init(_ generator: any GeneratorState, type: TypeObject) {
        self.generator = generator
        super.init(type: type)
    }

    func seed(_ value: Value, in python: Interpreter) throws {
        switch value {
        case .none:
            generator.value = PythonRandom(
                entropy: SessionRandom.of(python).session.entropy.stream("seed"))
        case .int, .bool:
            generator.value.seed(value.integer ?? 0)
        case .float(let number):
            generator.value.seed(hash: try python.hash(.float(number)))
        case .object(let object):
            if let text = value.text {
                generator.value.seed(bytes: Array(text.utf8))
            } else if let bytes = object as? BytesObject {
                generator.value.seed(bytes: bytes.bytes)
            } else if let big = object as? BigIntegerObject {
                generator.value.seed(
                    magnitude: big.value.magnitude.words.flatMap {
                        [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)]
                    })
            } else {
                throw python.typeError(
                    "The only supported seed types are: None,\nint, float, str, bytes, and bytearray."
                )
            }
        }
    }
}

extension PythonRandomObject: FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> PythonRandomObject {
        try python.receiver(value, "Random")
    }
}
