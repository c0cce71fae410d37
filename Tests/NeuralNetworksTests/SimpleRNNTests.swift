import NeuralNetworks
import Tensors
import Testing

/// Cells and layers against the numbers that Keras 2.15 gives.
struct SimpleRNNTests {
    private let context: LayerContext = {
        let random = RandomSession(entropy: SessionEntropy(seed: 0))
        random.setRandomSeed(0)
        return LayerContext(random: random, tapes: TapeStack())
    }()

    private func layer(_ units: Int, returnsSequences: Bool = false) throws -> SimpleRNN {
        var sequence = SimpleRNN.Sequence()
        sequence.returnsSequences = returnsSequences
        return SimpleRNN(
            try SimpleRNNOptions(units: units), sequence: sequence, layer: LayerOptions(),
            context: context)
    }

    private func input(_ shape: Shape) -> Tensor {
        context.random.tensorflow.operation(seed: nil).normal(shape, dtype: .float32)
    }

    @Test func aSeededLayerGivesKerasNumbers() throws {
        let output = try layer(3).output(for: input([2, 3, 4]), isTraining: false)
        let wanted: [Float] = [
            -0.6579592, -0.43980703, -0.44552508, -0.520646, -0.3977212, -0.6469292,
        ]
        #expect(output.elements(of: Float.self) == wanted)
    }

    @Test func theLayerIsItsCellStepByStep() throws {
        let layer = try layer(5, returnsSequences: true)
        let x = input([2, 4, 3])
        let output = try layer.output(for: x, isTraining: false)
        var h = try Tensor.filled([2, 5], with: .int(0), .float32)
        for (t, step) in try x.unstacked(axis: 1).enumerated() {
            h = try layer.cell.step(step, h, isTraining: false)
            let row = try output.unstacked(axis: 1)[t]
            #expect(row.elements(of: Float.self) == h.elements(of: Float.self))
        }
    }

    @Test func weightsAreNamedAfterTheLayers() throws {
        let first = try layer(2)
        _ = try first.output(for: input([1, 2, 3]), isTraining: false)
        let second = try layer(2)
        #expect(second.name == "simple_rnn_1")
        #expect(
            first.weights.map(\.name) == [
                "simple_rnn/simple_rnn_cell/kernel", "simple_rnn/simple_rnn_cell/recurrent_kernel",
                "simple_rnn/simple_rnn_cell/bias",
            ])
    }

    @Test func aSequenceOfTheWrongRankIsRefused() throws {
        let layer = try layer(2)
        #expect(throws: LayerError.self) {
            try layer.output(for: input([2, 3]), isTraining: false)
        }
        #expect(throws: LayerError.self) { try SimpleRNNOptions(units: -1) }
    }
}
