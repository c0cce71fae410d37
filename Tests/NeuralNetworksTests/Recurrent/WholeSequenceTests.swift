import NeuralNetworks
import Tensors
import Testing

/// The operation on a whole sequence is the cell step by step, to the bit.
struct WholeSequenceTests {
    private let make = SeededLayers(seed: 3)

    private func options(_ units: Int) throws -> RecurrentOptions {
        var options = try RecurrentOptions(units: units)
        options.biasInitializer = Initializer("RandomNormal", .normal(mean: 0, deviation: 0.5))
        return options
    }

    private func cells(_ units: Int) throws -> [Cell] {
        let (options, context) = (try options(units), make.context)
        return [
            SimpleRNNCell(options, layer: LayerOptions(), context: context),
            LSTMCell(options, layer: LayerOptions(), context: context),
            GRUCell(options, layer: LayerOptions(), context: context),
        ]
    }

    @Test(arguments: [[1, 1, 1, 1], [2, 5, 3, 4], [3, 9, 7, 17], [5, 4, 20, 33]])
    func bothWaysGiveTheSameBits(_ size: [Int]) throws {
        for cell in try cells(size[3]) {
            let layer = make.layer(of: cell) {
                $0.returnsSequences = true
                $0.returnsState = true
                $0.goesBackwards = size[1] == 9
            }
            let x = make.input([size[0], size[1], size[2]])
            _ = try layer.apply(Call(.tensor(x)))
            let initial = cell.stateSizes.map { make.input([size[0], $0]) }
            func run(stepwise: Bool) throws -> [[Float]] {
                make.context.stepsThroughSequences = stepwise
                let result = try layer.run(x, initial: initial, mask: nil, isTraining: false)
                return ([result.output] + result.states).map { $0.elements(of: Float.self) }
            }
            #expect(try run(stepwise: false) == run(stepwise: true), "\(cell.className) \(size)")
        }
    }
}
