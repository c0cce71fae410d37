import Tensors

/// Gives a weight its first values.
///
/// An initialiser without a seed of its own draws one when it is first called and keeps it, as in Keras 2.15.
package final class Initializer {
    package enum Rule: Sendable, Hashable, Codable {
        case zeros, ones
        case constant(Double)
        case normal(mean: Double, deviation: Double)
        case truncatedNormal(mean: Double, deviation: Double)
        case uniform(low: Double, high: Double)
        case scaled(VarianceScaling)
        case orthogonal(gain: Double)
        case identity(gain: Double)
        /// What the function gives that the initialiser was made with.
        case function
    }

    /// Makes values of a shape and a type.
    package typealias Function = (Shape, DType) throws -> Tensor

    /// Keras' class: `GlorotUniform`.
    package let className: String
    package let rule: Rule
    /// The seed that was asked for; nil without one.
    package let seed: Int?
    /// The seed that was drawn for want of one.
    package var drawnSeed: Int?
    private let function: Function?

    package init(_ className: String, _ rule: Rule, seed: Int? = nil) {
        self.className = className
        self.rule = rule
        self.seed = seed
        function = nil
    }

    /// An initialiser that calls a function.
    package init(_ className: String, calling function: @escaping Function) {
        self.className = className
        rule = .function
        seed = nil
        self.function = function
    }

    /// An initialiser as it can be written down.
    package struct Stored: Codable {
        fileprivate let className: String
        fileprivate let rule: Rule
        fileprivate let seed: Int?
    }

    /// Nil for one that calls a function.
    package var stored: Stored? {
        function == nil ? Stored(className: className, rule: rule, seed: seed) : nil
    }

    package convenience init(_ stored: Stored) {
        self.init(stored.className, stored.rule, seed: stored.seed)
    }

    /// An initialiser of the same rule that has drawn no seed yet.
    package func copy() -> Initializer {
        function.map { Initializer(className, calling: $0) }
            ?? Initializer(className, rule, seed: seed)
    }

    /// Values of a shape. Throws for shapes that the rule has none for.
    package func values(_ shape: Shape, _ dtype: DType = .float32, random: RandomSession) throws
        -> Tensor
    {
        try shape.requireRoom(for: dtype)
        switch rule {
        case .function:
            let values = try function?(shape, dtype) ?? Tensor(zeros: shape, dtype)
            try require(
                values.shape == shape,
                "The initializer gave values of shape \(values.shape) for a weight of shape \(shape)."
            )
            return values
        case .zeros: return try Tensor.filled(shape, with: .int(0), dtype)
        case .ones: return try Tensor.filled(shape, with: .int(1), dtype)
        case .constant(let value): return try Tensor.filled(shape, with: .float(value), dtype)
        case .identity(let gain):
            try require(
                shape.rank == 2,
                "Identity matrix initializer can only be used for 2D matrices. Received: shape=\(shape) of rank \(shape.rank)."
            )
            return try Tensor.identityMatrix(rows: shape[0], columns: shape[1], dtype: dtype) * gain
        case .normal(let mean, let deviation):
            return source(random).normal(shape, mean: mean, deviation: deviation, dtype: dtype)
        case .truncatedNormal(let mean, let deviation):
            return source(random).truncatedNormal(
                shape, mean: mean, deviation: deviation, dtype: dtype)
        case .uniform(let low, let high):
            return source(random).uniform(shape, from: low, to: high, dtype: dtype)
        case .scaled(let scaling):
            return scaling.weights(shape, seed: drawSeed(random), dtype: dtype)
        case .orthogonal(let gain):
            try require(
                shape.rank >= 2,
                "The tensor to initialize must be at least two-dimensional. Received: shape=\(shape) of rank \(shape.rank)."
            )
            return OrthogonalWeights.weights(
                shape, gain: gain, seed: drawSeed(random), dtype: dtype)
        }
    }

    private func require(_ holds: Bool, _ message: String) throws {
        if !holds { throw LayerError("ValueError", message) }
    }

    private func source(_ random: RandomSession) -> StatelessRandom {
        StatelessRandom(drawSeed(random), 0)
    }

    private func drawSeed(_ random: RandomSession) -> Int {
        if let known = seed ?? drawnSeed { return known }
        let drawn = random.initializerSeed().seed
        drawnSeed = drawn
        return drawn
    }
}
