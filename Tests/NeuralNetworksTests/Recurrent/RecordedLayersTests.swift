import Foundation
import NeuralNetworks
import Tensors
import Testing

/// Seeded layers and their gradients against the bits that Keras 2.15 gave.
struct RecordedLayersTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let layer: String
        let seed: UInt32
        let shape: [Int]
        let units: Int
        let sequences: Bool
        let output: [UInt32]
        /// Those of the input, the kernels and the bias.
        let gradients: [[UInt32]]

        var testDescription: String { "\(layer) \(shape) \(units) \(sequences)" }
    }

    static let cases: [Case] = {
        let file = Bundle.module.bundleURL.appending(path: "References/recurrent_layers.json")
        guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    private func bits(_ tensor: Tensor) -> [UInt32] {
        tensor.elements(of: Float.self).map(\.bitPattern)
    }

    private func layer(_ recorded: Case, _ make: SeededLayers) throws -> RNN {
        let (options, context) = (try RecurrentOptions(units: recorded.units), make.context)
        let cell: Cell =
            switch recorded.layer {
            case "LSTM":
                LSTMCell(options, layer: LayerOptions(name: "lstm_cell"), context: context)
            case "GRU": GRUCell(options, layer: LayerOptions(name: "gru_cell"), context: context)
            default:
                SimpleRNNCell(
                    options, layer: LayerOptions(name: "simple_rnn_cell"), context: context)
            }
        return make.layer(of: cell, recorded.layer) { $0.returnsSequences = recorded.sequences }
    }

    @Test(arguments: cases) func valuesAndGradientsAreKeras(_ recorded: Case) throws {
        let make = SeededLayers(seed: recorded.seed)
        let x = make.input(Shape(recorded.shape))
        let outer = Array(recorded.shape.prefix(recorded.sequences ? 2 : 1))
        let upstream = make.input(Shape(outer + [recorded.units]))
        let layer = try layer(recorded, make)
        let tape = GradientTape(isPersistent: false, watchesVariables: true)
        make.context.tapes.push(tape)
        tape.watch(x)
        let y = try layer.apply(x)
        let loss = try (y * upstream).sum()
        make.context.tapes.remove(tape)
        #expect(bits(y) == recorded.output)
        let keys = [x.key] + layer.trainableWeights.map { Optional($0.key) }
        let found = try tape.gradients(of: [loss], for: keys, upstream: nil)
        for (index, gradient) in found.enumerated() {
            let gradient = try #require(gradient).dense
            #expect(bits(gradient) == recorded.gradients[index], "gradient \(index)")
        }
    }

    @Test func thereAreCases() { #expect(Self.cases.count == 24) }
}
