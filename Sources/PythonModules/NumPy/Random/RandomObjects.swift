import PythonRuntime
import Tensors

/// Draws that both of NumPy's generators have, each in its own way.
protocol NumPyDistributions: NumPyDraws {
    mutating func rayleigh(scale: Double) -> Double
    mutating func pareto(shape: Double) -> Double
    mutating func power(exponent: Double) -> Double
    mutating func geometric(probability: Double) -> Int
    mutating func hypergeometric(good: Int, bad: Int, sample: Int) -> Int
    mutating func logSeries(probability: Double) -> Int
    mutating func dirichlet(_ shapes: [Double]) -> [Double]
    mutating func integers(_ count: Int, from low: Int, through high: Int, bits: Int) -> [Int]
}

extension NumPyRandomState: NumPyDistributions {}
extension NumPyGenerator: NumPyDistributions {}

/// An object that random numbers are drawn from.
protocol RandomObject: Object {
    associatedtype Draws: NumPyDistributions

    /// Draws from the object's state.
    func draw<Result>(_ body: (inout Draws) throws -> Result) rethrows -> Result
}

/// A `RandomState`: one of its own, or the one behind the functions of `np.random`.
package final class RandomStateObject: Object, RandomObject {
    private let session: RandomSession
    private var own: NumPyRandomState
    private let isShared: Bool

    /// The state of the session's functions.
    init(sharing session: RandomSession, in python: Interpreter) {
        self.session = session
        own = session.numpy
        isShared = true
        super.init(type: NumPyTypes.of(python).randomState)
    }

    init(_ own: NumPyRandomState, in python: Interpreter) {
        session = SessionRandom.of(python).session
        self.own = own
        isShared = false
        super.init(type: NumPyTypes.of(python).randomState)
    }

    /// The state of one's own; nil for the session's.
    var ownState: NumPyRandomState? { isShared ? nil : own }

    func draw<Result>(_ body: (inout NumPyRandomState) throws -> Result) rethrows -> Result {
        isShared ? try body(&session.numpy) : try body(&own)
    }
}

/// A `Generator`, as `default_rng` makes it.
package final class GeneratorObject: Object, RandomObject {
    private(set) var generator: NumPyGenerator

    init(_ generator: NumPyGenerator, in python: Interpreter) {
        self.generator = generator
        super.init(type: NumPyTypes.of(python).generator)
    }

    func draw<Result>(_ body: (inout NumPyGenerator) throws -> Result) rethrows -> Result {
        try body(&generator)
    }
}

/// How many numbers a draw gives: `size`.
struct DrawSize: FromPython {
    /// The shape asked for; nil for a single number.
    let shape: Shape?

    static func from(_ value: Value, in python: Interpreter) throws -> DrawSize {
        if value.isNone { return DrawSize(shape: nil) }
        let shape = try ArrayShape.from(value, in: python).shape
        guard shape.dimensions.allSatisfy({ $0 >= 0 }) else {
            throw python.valueError("negative dimensions are not allowed")
        }
        try shape.requireRoom(for: .float64)
        return DrawSize(shape: shape)
    }

    /// The number of draws.
    var count: Int { shape?.count ?? 1 }
}

extension Interpreter {
    /// Drawn floats under a shape; a plain Python float where none was asked for.
    func drawn(_ numbers: [Double], _ size: DrawSize) -> Value {
        guard let shape = size.shape else { return .float(numbers[0]) }
        return ndarray(Tensor(numbers, shape: shape))
    }

    /// Drawn whole numbers under a shape; a plain Python integer where none was asked for.
    func drawn(_ numbers: [Int], _ size: DrawSize, _ dtype: DType = .int64) throws -> Value {
        guard let shape = size.shape else { return .int(numbers[0]) }
        return ndarray(try Tensor(numbers.map(Int64.init), shape: shape).cast(to: dtype))
    }
}
