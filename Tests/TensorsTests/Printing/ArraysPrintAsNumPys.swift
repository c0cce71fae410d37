import Testing

@testable import Tensors

@Suite struct ArraysPrintAsNumPys {
    @Test func randomArrays() throws {
        for printed in try PrintedCase.load("printing_arrays") {
            let text = ArrayText(try printed.printOptions(), strings: printed.strings)
            let result =
                switch printed.kind {
                case "repr": text.repr(printed.tensor)
                case "str": text.str(printed.tensor)
                default:
                    text.text(
                        printed.tensor, separator: try #require(printed.argument("separator")),
                        prefix: try #require(printed.argument("prefix")),
                        suffix: try #require(printed.argument("suffix")))
                }
            #expect(result == printed.expected, "\(printed.kind) \(printed.dtype) \(printed.shape)")
        }
    }

    private func range(_ shape: Shape) -> [Int64] {
        (0..<shape.count).map { Int64($0) }
    }

    @Test func largeArraysShowTheirEdges() throws {
        let named = try PrintedNames()
        let text = ArrayText()
        let matrix: Shape = [30, 40]
        let ints = Tensor(range(matrix).map { Int32($0) }, shape: matrix)
        #expect(try text.repr(ints) == named["int32 arange 30x40"])
        let longs = Tensor(range(matrix), shape: matrix)
        #expect(try text.str(longs) == named["str int64 arange 30x40"])
        let floats = Tensor(range(matrix).map { Float($0) / 7 }, shape: matrix)
        #expect(try text.repr(floats) == named["float32 arange 30x40"])
        #expect(try text.repr(Tensor(range([1001]))) == named["arange 1001"])
        #expect(try text.str(Tensor(range([1000]))).hasPrefix(named["arange 1000 str"]))
        let cube: Shape = [8, 9, 20]
        let doubles = Tensor(range(cube).map { Double($0) / 3 }, shape: cube)
        #expect(try text.repr(doubles) == named["float64 arange 8x9x20"])
        let flat: Shape = [2, 2, 600]
        #expect(try text.str(Tensor(range(flat), shape: flat)) == named["str arange 2x2x600"])
    }

    @Test func viewsPrintTheirOwnElements() throws {
        let named = try PrintedNames()
        let text = ArrayText()
        let matrix = Tensor((0..<6).map { Double($0) }, shape: [2, 3])
        let transposed = matrix.view(shape: [3, 2], strides: [1, 3], offset: 0)
        #expect(try text.repr(transposed) == named["transposed"])
        let everySecond = Tensor(range([10])).view(shape: [5], strides: [2], offset: 0)
        #expect(try text.repr(everySecond) == named["every second"])
        let reversed = Tensor((0..<10).map { Double($0) }).view(
            shape: [10], strides: [-1], offset: 9)
        #expect(try text.repr(reversed) == named["reversed"])
    }

    @Test func noEdgeItemsLeaveTheLastElement() throws {
        var options = PrintOptions()
        options.edgeItems = 0
        options.threshold = 5
        #expect(try ArrayText(options).str(Tensor(range([10]))) == PrintedNames()["edgeitems 0"])
    }

    @Test func formatterWritesTheElements() throws {
        let named = try PrintedNames()
        let hex = ArrayText().text(Tensor(range([20]))) { "0x" + String($0, radix: 16) }
        #expect(try hex == named["hex formatter"])
        let texts = ["1.00", "2.50", "-3.12"]
        let numbers = Tensor([1, 2.5, -3.125])
        let two = ArrayText().text(numbers, separator: ", ") { texts[$0] }
        #expect(try two == named["two places formatter"])
    }

    @Test func formatterMayThrow() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try ArrayText().text(Tensor([1.0])) { _ in throw Refusal() }
        }
    }

    @Test func textArraysNameTheRoomOfTheirElements() {
        let words = Tensor(["a", "重要"] as [ByteString])
        #expect(ArrayText(strings: .text()).repr(words) == "array(['a', '重要'], dtype='<U2')")
        let wide = ArrayText(strings: .text(width: 5)).repr(words)
        #expect(wide == "array(['a', '重要'], dtype='<U5')")
    }
}
