import Tensors

/// What `SimpleRNNCell` and `SimpleRNN` are made with.
package struct SimpleRNNOptions {
    /// H, the length of the state.
    package var units: Int
    package var activation = Activation.tanh
    package var usesBias = true
    package var kernelInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
    package var recurrentInitializer = Initializer("Orthogonal", .orthogonal(gain: 1))
    package var biasInitializer = Initializer("Zeros", .zeros)
    /// The share of the inputs that training drops.
    package var dropout = 0.0
    /// The share of the state that training drops.
    package var recurrentDropout = 0.0
    package var seed: Int?

    /// Throws where a number is out of its domain.
    package init(units: Int) throws {
        guard units > 0 else { throw LayerError.units(units) }
        self.units = units
    }
}
