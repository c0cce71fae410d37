import Tensors

/// What the recurrent cells and the layers of them are made with.
package struct RecurrentOptions {
    /// H, the length of a state.
    package var units: Int
    package var activation = Activation.tanh
    package var recurrentActivation = Activation.sigmoid
    package var usesBias = true
    package var kernelInitializer = Initializer("GlorotUniform", .scaled(.glorotUniform))
    package var recurrentInitializer = Initializer("Orthogonal", .orthogonal(gain: 1))
    package var biasInitializer = Initializer("Zeros", .zeros)
    package var kernelRules = WeightRules()
    package var recurrentRules = WeightRules()
    package var biasRules = WeightRules()
    /// Whether an LSTM's forget gate starts with a bias of one.
    package var startsRemembering = true
    /// Whether a GRU's reset gate comes after the product.
    package var resetsAfterProduct = true
    /// Whether gates are computed one by one; the sums then add up in another order.
    package var separatesGates = false
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

    /// Whether the formula is the usual one, which the operation on whole sequences computes.
    var isUsual: Bool {
        activation.name == "tanh" && recurrentActivation.name == "sigmoid"
            && recurrentDropout == 0 && resetsAfterProduct
    }
}
