import NeuralNetworks
import Tensors

/// Layers and inputs of a program that was seeded with 0.
struct SeededLayers {
    let context: LayerContext

    init(seed: UInt32 = 0) {
        let random = RandomSession(entropy: SessionEntropy(seed: 0))
        random.setRandomSeed(seed)
        context = LayerContext(random: random, tapes: TapeStack())
    }

    func input(_ shape: Shape) -> Tensor {
        context.random.tensorflow.operation(seed: nil).normal(shape, dtype: .float32)
    }

    func simpleRNN(_ units: Int, _ change: (inout RNN.Sequence) -> Void = { _ in }) throws -> RNN {
        let cell = SimpleRNNCell(
            try RecurrentOptions(units: units), layer: LayerOptions(name: "simple_rnn_cell"),
            context: context)
        return layer(of: cell, "SimpleRNN", change)
    }

    func layer(
        of cell: Cell, _ className: String = "RNN",
        _ change: (inout RNN.Sequence) -> Void = { _ in }
    ) -> RNN {
        var sequence = RNN.Sequence()
        change(&sequence)
        return RNN(
            cell, className: className, sequence: sequence, layer: LayerOptions(), context: context)
    }

    func dense(_ units: Int) throws -> Dense {
        Dense(try Dense.Options(units: units), layer: LayerOptions(), context: context)
    }
}
