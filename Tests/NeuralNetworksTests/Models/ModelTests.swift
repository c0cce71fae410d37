import NeuralNetworks
import Tensors
import Testing

/// Models of symbols and of data.
struct ModelTests {
    private let make = SeededLayers()

    private func input(_ shape: PartialShape) -> Symbol {
        InputLayer(shape: shape, dtype: .float32, name: nil, context: make.context).symbol
    }

    @Test func aStackOfLayersTakesTheShapeOfItsFirstData() throws {
        let model = try Sequential(
            [make.dense(4), make.dense(2)], layer: LayerOptions(), context: make.context)
        #expect(!model.hasWeights)
        let output = try model.apply(make.input([3, 5]))
        #expect(output.shape == [3, 2])
        #expect(model.weights.map(\.shape) == [[5, 4], [4], [4, 2], [2]])
        #expect(model.graph?.outputs.shapes == [[3, 2]])
        _ = try model.apply(make.input([7, 5]))
        #expect(model.graph?.outputs.shapes == [[nil, 2]])
    }

    @Test func aSharedLayerHasItsWeightsOnce() throws {
        let shared = try make.dense(3)
        let (a, b) = (input([nil, 3]), input([nil, 3]))
        let left = try shared.apply(Call(.symbol(a)))
        let right = try shared.apply(Call(.symbol(b)))
        let model = try Functional(
            inputs: .list([.symbol(a), .symbol(b)]), outputs: .list([left, right]),
            layer: LayerOptions(), className: "Functional", context: make.context)
        #expect(model.weights.count == 2)
        let x = make.input([2, 3])
        let outputs = try model.apply(Call(.list([.tensor(x), .tensor(x)]))).tensors
        #expect(outputs[0].elements(of: Float.self) == outputs[1].elements(of: Float.self))
    }

    @Test func unknownLengthsStayUnknown() throws {
        let layer = try make.simpleRNN(4) {
            $0.returnsSequences = true
            $0.returnsState = true
        }
        let result = try layer.apply(Call(.symbol(input([nil, nil, 3]))))
        #expect(result.shapes == [[nil, nil, 4], [nil, 4]])
    }

    @Test func anUnknownPlaceInTheInputIsAMistake() throws {
        let (a, b) = (input([nil, 3]), input([nil, 3]))
        let output = try make.dense(2).apply(Call(.symbol(a)))
        #expect(throws: LayerError.self) {
            try Functional(
                inputs: .symbol(b), outputs: output, layer: LayerOptions(),
                className: "Functional", context: make.context)
        }
    }

    @Test func theSummaryIsAsWideAsKeras() throws {
        let model = try Sequential(
            [make.dense(4)], layer: LayerOptions(name: "stack"), context: make.context)
        #expect(throws: LayerError.self) { try ModelSummary(model).lines() }
        _ = try model.apply(make.input([3, 5]))
        let lines = try ModelSummary(model).lines()
        #expect(lines[0] == "Model: \"stack\"")
        #expect(
            lines[4] == " dense (Dense)               (3, 4)                    24        ")
        #expect(lines[7] == "Total params: 24 (96.00 Byte)")
        #expect(lines.dropFirst().prefix(5).allSatisfy { $0.count == 65 })
    }
}
