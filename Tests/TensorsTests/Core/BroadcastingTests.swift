import Testing

@testable import Tensors

@Suite("Shapes stretch to one another")
struct BroadcastingTests {
    @Test(
        arguments: [
            ([2, 3], [3], [2, 3]), ([2, 1], [1, 4], [2, 4]), ([], [5], [5]),
            ([3, 1, 2], [4, 1], [3, 4, 2]),
            ([0], [1], [0]),
        ] as [([Int], [Int], [Int])])
    func compatible(a: [Int], b: [Int], result: [Int]) {
        #expect(Shape(a).broadcast(with: Shape(b)) == Shape(result))
        #expect(Shape(b).broadcast(with: Shape(a)) == Shape(result))
    }

    @Test(arguments: [([2, 3], [2]), ([3], [4]), ([0], [2])] as [([Int], [Int])])
    func incompatible(a: [Int], b: [Int]) {
        #expect(Shape(a).broadcast(with: Shape(b)) == nil)
    }

    @Test func stretchedAxesRepeatTheirElements() {
        let column = Tensor([1, 2] as [Float], shape: [2, 1])
        #expect(column.stretched(to: [2, 3]).doubles == [1, 1, 1, 2, 2, 2])
        #expect(column.stretched(to: [2, 2, 3]).doubles == [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2])
        #expect(Shape([2, 1]).stretchedAxes(in: [4, 2, 3]) == [0, 2])
    }
}
