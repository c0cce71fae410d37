/// What all optimizers take besides their own numbers.
package struct OptimizerOptions: Sendable {
    package var name: String
    /// The share of each weight that every step takes away, times the learning rate.
    package var weightDecay: Double?
    /// The greatest norm of each single gradient.
    package var clipNorm: Double?
    /// The greatest magnitude of each element of a gradient.
    package var clipValue: Double?
    /// The greatest norm of all gradients together.
    package var globalClipNorm: Double?
    /// Whether a moving average of the weights is kept.
    package var keepsAverage = false
    package var averageMomentum = 0.99
    /// Every how many steps the average replaces the weights; nil for only at the end.
    package var overwriteFrequency: Int?
    /// Whether the optimizer is one of Keras' older ones, whose kernels round otherwise.
    package var isLegacy = false

    package init(name: String) { self.name = name }
}
