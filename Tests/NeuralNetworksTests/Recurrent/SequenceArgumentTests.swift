import NeuralNetworks
import Tensors
import Testing

/// Whatever a recurrent layer is made with, the operation on a whole sequence is its cell step by step: outputs and states to
/// the bit, gradients nearly so. Where Keras' gated layers differ from their cells there is nothing to compare: they drop
/// one share of the inputs for all gates, and never separate these.
struct SequenceArgumentTests {
    /// A layer's argument, by its name.
    struct Argument: Sendable, CustomTestStringConvertible {
        let name: String
        var options: @Sendable (inout RecurrentOptions) -> Void = { _ in }
        var sequence: @Sendable (inout RNN.Sequence) -> Void = { _ in }
        var isMasked = false
        var isTraining = false

        var testDescription: String { name }
    }

    static let arguments: [Argument] = [
        Argument(name: "none"),
        Argument(name: "use_bias", options: { $0.usesBias = false }),
        Argument(name: "activation", options: { $0.activation = .linear }),
        Argument(name: "recurrent_activation", options: { $0.recurrentActivation = .linear }),
        Argument(name: "reset_after", options: { $0.resetsAfterProduct = false }),
        Argument(name: "unit_forget_bias", options: { $0.startsRemembering = false }),
        Argument(name: "implementation", options: { $0.separatesGates = true }),
        Argument(name: "dropout", options: { $0.dropout = 0.4 }, isTraining: true),
        Argument(
            name: "recurrent_dropout", options: { $0.recurrentDropout = 0.3 }, isTraining: true),
        Argument(name: "go_backwards", sequence: { $0.goesBackwards = true }),
        Argument(name: "return_sequences", sequence: { $0.returnsSequences = true }),
        Argument(name: "unroll", sequence: { $0.unrolls = true }),
        Argument(name: "mask", isMasked: true),
        Argument(
            name: "zero_output_for_mask",
            sequence: {
                $0.zeroesMasked = true
                $0.returnsSequences = true
            }, isMasked: true),
        Argument(
            name: "mask backwards", sequence: { $0.goesBackwards = true }, isMasked: true),
    ]

    private struct Run: Equatable {
        var results: [[Float]] = []
        var gradients: [[Float]] = []
    }

    /// What Keras does otherwise in a gated layer than in its cell.
    private static let notOfGates: Set<String> = ["dropout", "implementation"]

    @Test(arguments: arguments, ["SimpleRNN", "LSTM", "GRU"])
    func bothWaysAgree(_ argument: Argument, _ kind: String) throws {
        guard kind == "SimpleRNN" || !Self.notOfGates.contains(argument.name) else { return }
        let (fused, stepwise) = (
            try run(argument, kind, stepwise: false), try run(argument, kind, stepwise: true)
        )
        #expect(fused.results == stepwise.results)
        for (a, b) in zip(fused.gradients, stepwise.gradients) {
            #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 2e-5 * max(1, abs($1)) })
        }
        #expect(fused.gradients.count == stepwise.gradients.count)
    }

    private func run(_ argument: Argument, _ kind: String, stepwise: Bool) throws -> Run {
        let make = SeededLayers(seed: 5)
        var options = try RecurrentOptions(units: 6)
        options.biasInitializer = Initializer("RandomNormal", .normal(mean: 0, deviation: 0.5))
        argument.options(&options)
        let cell: Cell =
            switch kind {
            case "LSTM": LSTMCell(options, layer: LayerOptions(), context: make.context)
            case "GRU": GRUCell(options, layer: LayerOptions(), context: make.context)
            default: SimpleRNNCell(options, layer: LayerOptions(), context: make.context)
            }
        let layer = make.layer(of: cell, kind) {
            $0.returnsState = true
            argument.sequence(&$0)
        }
        let x = make.input([3, 5, 4])
        _ = try layer.apply(Call(.tensor(x)))
        let initial = cell.stateSizes.map { make.input([3, $0]) }
        make.context.stepsThroughSequences = stepwise
        return try run(argument, layer, x, initial, make)
    }

    private func run(
        _ argument: Argument, _ layer: RNN, _ x: Tensor, _ initial: [Tensor], _ make: SeededLayers
    ) throws -> Run {
        let mask = Tensor(
            [
                true, true, true, false, false, true, true, true, true, true, false, true, false,
                true, false,
            ], shape: [3, 5])
        make.context.random.setRandomSeed(11)
        let tape = GradientTape()
        tape.watch(x)
        for weight in layer.weights { tape.watch(weight) }
        let result = try layer.run(
            x, initial: initial, mask: argument.isMasked ? mask : nil,
            isTraining: argument.isTraining)
        let parts = [result.output] + result.states
        let total = try parts.dropFirst().reduce(UnaryOperation.square(parts[0]).sum(axes: nil)) {
            try $0 + UnaryOperation.square($1).sum(axes: nil)
        }
        tape.isRecording = false
        let sources = [x.key] + layer.weights.map { Optional($0.key) }
        let gradients = try tape.gradients(of: [total], for: sources)
        return Run(
            results: parts.map { $0.elements(of: Float.self) },
            gradients: try gradients.map { try $0?.dense.elements(of: Float.self) ?? [] })
    }
}
