import Testing

@testable import Tensors

@Suite struct TensorsPrintAsTensorFlows {
    @Test func randomTensors() throws {
        for printed in try PrintedCase.load("printing_tensors") {
            let text = TensorText(try printed.printOptions())
            let result =
                switch printed.kind {
                case "tensor repr": text.repr(printed.tensor)
                case "tensor str": text.str(printed.tensor)
                default: PrintedTensor.text(printed.tensor)
                }
            #expect(result == printed.expected, "\(printed.kind) \(printed.dtype) \(printed.shape)")
        }
    }

    @Test func variables() throws {
        let named = try PrintedNames()
        let matrix = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])
        #expect(try TensorText().repr(variable: "kernel:0", matrix) == named["variable"])
        let scalar = Tensor(scalar: Int32(3))
        #expect(try TensorText().repr(variable: "Variable:0", scalar) == named["scalar variable"])
    }

    @Test func tfPrint() throws {
        let named = try PrintedNames()
        let block = Tensor((0..<700).map { Int32($0) }, shape: [7, 10, 10])
        #expect(try PrintedTensor.text(block) == named["tf.print arange 7x10x10"])
        let range = Tensor((0..<20).map { Int32($0) })
        #expect(try PrintedTensor.text(range, summarize: nil) == named["tf.print all"])
        #expect(try PrintedTensor.text(range, summarize: 0) == named["tf.print none"])
        let strings = Tensor(["a", "b\"c\n\\", "重"] as [ByteString])
        #expect(try PrintedTensor.text(strings) == named["tf.print strings"])
        let empty = Tensor(zeros: [3, 0], .float32)
        #expect(try PrintedTensor.text(empty) == named["tf.print empty rows"])
        let special = Tensor([-Float.nan, .nan, -0.0])
        #expect(try PrintedTensor.text(special) == named["tf.print negative nan"])
    }
}
