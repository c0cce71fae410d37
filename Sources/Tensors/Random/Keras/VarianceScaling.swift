/// Keras' variance scaling: random weights whose spread fits the number of a layer's connections.
package struct VarianceScaling: Sendable, Hashable, Codable {
    /// Which connections count.
    package enum Mode: String, Sendable, Codable {
        case fanIn = "fan_in"
        case fanOut = "fan_out"
        case fanAverage = "fan_avg"
    }

    /// How the weights are distributed.
    package enum Distribution: String, Sendable, Codable {
        case truncatedNormal = "truncated_normal"
        case untruncatedNormal = "untruncated_normal"
        case uniform
    }

    /// What the variance is multiplied by.
    package let scale: Double
    /// Which connections count.
    package let mode: Mode
    /// How the weights are distributed.
    package let distribution: Distribution

    /// A rule of its own.
    package init(scale: Double, mode: Mode, distribution: Distribution) {
        self.scale = scale
        self.mode = mode
        self.distribution = distribution
    }

    /// Glorot and Bengio's uniform weights, the default of most layers.
    package static let glorotUniform = VarianceScaling(
        scale: 1, mode: .fanAverage, distribution: .uniform)
    /// Glorot and Bengio's normal weights.
    package static let glorotNormal = VarianceScaling(
        scale: 1, mode: .fanAverage, distribution: .truncatedNormal)
    /// He and others' uniform weights.
    package static let heUniform = VarianceScaling(scale: 2, mode: .fanIn, distribution: .uniform)
    /// He and others' normal weights.
    package static let heNormal = VarianceScaling(
        scale: 2, mode: .fanIn, distribution: .truncatedNormal)
    /// LeCun's uniform weights.
    package static let lecunUniform = VarianceScaling(
        scale: 1, mode: .fanIn, distribution: .uniform)
    /// LeCun's normal weights.
    package static let lecunNormal = VarianceScaling(
        scale: 1, mode: .fanIn, distribution: .truncatedNormal)

    /// The standard deviation of a standard normal distribution cut off at ±2.
    private static let truncatedDeviation = 0.87962566103423978

    /// Weights of `shape` drawn with `seed`.
    package func weights(_ shape: Shape, seed: Int, dtype: DType = .float32) -> Tensor {
        let random = StatelessRandom(seed, 0)
        let variance = scale / max(1, connections(shape))
        switch distribution {
        case .truncatedNormal:
            let deviation = variance.squareRoot() / Self.truncatedDeviation
            return random.truncatedNormal(shape, deviation: deviation, dtype: dtype)
        case .untruncatedNormal:
            return random.normal(shape, deviation: variance.squareRoot(), dtype: dtype)
        case .uniform:
            let limit = (3 * variance).squareRoot()
            return random.uniform(shape, from: -limit, to: limit, dtype: dtype)
        }
    }

    private func connections(_ shape: Shape) -> Double {
        let (fanIn, fanOut) = Self.fans(shape)
        return switch mode {
        case .fanIn: Double(fanIn)
        case .fanOut: Double(fanOut)
        case .fanAverage: Double(fanIn + fanOut) / 2
        }
    }

    /// The connections into and out of a unit of a layer with weights of `shape`.
    private static func fans(_ shape: Shape) -> (fanIn: Int, fanOut: Int) {
        switch shape.rank {
        case 0: return (1, 1)
        case 1: return (shape[0], shape[0])
        default:
            // Before the last two axes comes the window of a convolution.
            let window = shape.dimensions.dropLast(2).reduce(1, *)
            return (shape[shape.rank - 2] * window, shape[shape.rank - 1] * window)
        }
    }
}
