import Testing

@testable import Tensors

@Suite("A tensor is a shape laid over a storage")
struct TensorTests {
    let matrix = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])

    @Test func knowsItsFacts() {
        #expect(matrix.dtype == .float32)
        #expect(matrix.shape == [2, 3])
        #expect(matrix.strides == [3, 1])
        #expect(matrix.count == 6)
        #expect(matrix.isContiguous)
        #expect(matrix[[1, 2]] == .float(6))
    }

    @Test func viewsShareElements() {
        let column = matrix.view(shape: [2], strides: [3], offset: 1)
        #expect(column.elements(of: Float.self) == [2, 5])
        #expect(!column.isContiguous)
        column.fill(with: .int(9))
        #expect(matrix.doubles == [1, 9, 3, 4, 9, 6])
    }

    @Test func copiesDoNotShareElements() {
        let copy = matrix.copy()
        copy.fill(with: .int(0))
        #expect(matrix.doubles == [1, 2, 3, 4, 5, 6])
    }

    @Test func writingFromAnOverlappingViewReadsTheOldElements() {
        let line = Tensor([1, 2, 3, 4] as [Int32])
        let reversed = line.view(shape: [4], strides: [-1], offset: 3)
        line.write(from: reversed)
        #expect(line.ints == [4, 3, 2, 1])
    }

    @Test func axesOfLengthOneNeedNoStride() {
        #expect(matrix.view(shape: [1, 6], strides: [77, 1], offset: 0).isContiguous)
    }

    @Test func stringsAreElementsToo() {
        let words = Tensor(["a", "bc"] as [ByteString])
        #expect(words.dtype == .string)
        #expect(
            words.view(shape: [2], strides: [-1], offset: 1).elements() == ["bc", "a"]
                as [ByteString])
    }

    @Test(arguments: DType.allCases) func everyTypeStartsFromZeros(dtype: DType) {
        let zeros = Tensor(zeros: [2, 2], dtype)
        #expect(zeros.dtype == dtype)
        #expect(zeros.scalars.allSatisfy { !$0.isTrue })
    }

    @Test func emptyTensorsHaveNoElements() {
        #expect(Tensor(zeros: [3, 0], .int64).scalars.isEmpty)
    }
}
