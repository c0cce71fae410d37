import NeuralNetworks
import Tensors
import Testing

/// Names, masks and preparations of texts.
struct GraphTests {
    private let make = SeededLayers()

    @Test(arguments: [
        ("SimpleRNNCell", "simple_rnn_cell"), ("Conv1D", "conv1d"), ("ReLU", "re_lu"),
        ("ConvLSTM2D", "conv_lstm2d"), ("SpatialDropout1D", "spatial_dropout1d"),
        ("_Hidden", "private__hidden"), ("GRU", "gru"), ("MyRNNModel", "my_rnn_model"),
    ])
    func classNamesBecomeLayerNames(_ className: String, _ name: String) {
        #expect(SnakeCase.name(of: className) == name)
    }

    @Test func aMaskGoesWithTheTensor() throws {
        var options = try Embedding.Options(rows: 5, units: 2)
        options.masksZero = true
        let embedding = Embedding(options, layer: LayerOptions(), context: make.context)
        let numbers = Tensor([.int(1), .int(2), .int(0)], shape: [1, 3], .int32)
        let vectors = try embedding.apply(numbers)
        #expect(vectors.mask?.scalars.map(\.isTrue) == [true, true, false])
        #expect(try make.dense(3).apply(vectors).mask?.shape == [1, 3])
        let short = try vectors.indexed([.all, .slice(nil, 2, 1)])
        let layer = try make.simpleRNN(4)
        let (whole, part) = (try layer.apply(vectors), try layer.apply(short))
        #expect(whole.elements(of: Float.self) == part.elements(of: Float.self))
    }

    @Test func wordsAreNumberedByTheirFrequency() throws {
        let layer = TextVectorization(
            TextVectorization.Options(), layer: LayerOptions(), context: make.context)
        func texts(_ texts: [String]) -> Tensor {
            Tensor(texts.map { .bytes(ByteString($0)) }, shape: [texts.count], .string)
        }
        try layer.adapt(to: texts(["b, a b!", "C"]))
        try layer.finishAdapting()
        #expect(layer.table.all.count == 5)
        let rows = try layer.apply(texts(["c b zebra", "a"]))
        #expect(rows.shape == [2, 3])
        #expect(rows.scalars.map(\.int) == [3, 2, 1, 4, 0, 0])
    }

    @Test func aConvolutionIsTheSumOverItsWindow() throws {
        var options = try Convolution.Options(
            filters: 1, kernelSize: [2], strides: [1], dilation: [1])
        options.padding = .causal
        options.kernelInitializer = Initializer("Ones", .ones)
        let layer = Convolution("Conv1D", options, layer: LayerOptions(), context: make.context)
        let x = Tensor([1, 2, 3].map { .float($0) }, shape: [1, 3, 1], .float32)
        #expect(try layer.apply(x).elements(of: Float.self) == [1, 3, 5])
    }
}
