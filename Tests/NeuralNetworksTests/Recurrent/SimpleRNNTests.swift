import NeuralNetworks
import Tensors
import Testing

/// Cells and layers against the numbers that Keras 2.15 gives.
struct SimpleRNNTests {
    private let make = SeededLayers()

    @Test func aSeededLayerGivesKerasNumbers() throws {
        let output = try make.simpleRNN(3).apply(make.input([2, 3, 4]))
        let wanted: [Float] = [
            -0.6579592, -0.43980703, -0.44552508, -0.520646, -0.3977212, -0.6469292,
        ]
        #expect(output.elements(of: Float.self) == wanted)
    }

    @Test func theLayerIsItsCellStepByStep() throws {
        let layer = try make.simpleRNN(5) { $0.returnsSequences = true }
        let x = make.input([2, 4, 3])
        let output = try layer.apply(x)
        var h = try layer.cell.initialStates(batch: 2)
        for (t, step) in try x.unstacked(axis: 1).enumerated() {
            h = try layer.cell.step(step, h, isTraining: false).states
            let row = try output.unstacked(axis: 1)[t]
            #expect(row.elements(of: Float.self) == h[0].elements(of: Float.self))
        }
    }

    @Test func weightsAreNamedAfterTheLayers() throws {
        let first = try make.simpleRNN(2)
        _ = try first.apply(make.input([1, 2, 3]))
        #expect(try make.simpleRNN(2).name == "simple_rnn_1")
        #expect(
            first.weights.map(\.name) == [
                "simple_rnn/simple_rnn_cell/kernel", "simple_rnn/simple_rnn_cell/recurrent_kernel",
                "simple_rnn/simple_rnn_cell/bias",
            ])
    }

    @Test func aSequenceOfTheWrongRankIsRefused() throws {
        let layer = try make.simpleRNN(2)
        #expect(throws: LayerError.self) { try layer.apply(make.input([2, 3])) }
        #expect(throws: LayerError.self) { try RecurrentOptions(units: -1) }
    }
}
