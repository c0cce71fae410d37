import Testing

@testable import Tensors

@Suite("Nested lists become tensors")
struct NestedTests {
    private func list(_ values: Int...) -> Nested { .list(values.map { .element(.int($0)) }) }

    @Test func rectangularListsHaveAShape() throws {
        let tensor = try Tensor(.list([list(1, 2), list(3, 4), list(5, 6)]), .float64)
        #expect(tensor.shape == [3, 2])
        #expect(tensor.doubles == [1, 2, 3, 4, 5, 6])
        #expect(tensor.nested.elements.first == .float(1))
    }

    @Test func emptyListsCount() {
        #expect(Nested.list([]).shape == [0])
        #expect(Nested.list([.list([]), .list([])]).shape == [2, 0])
    }

    @Test func raggedListsAreRefusedInBothTongues() {
        let ragged = Nested.list([list(1), list(2, 3)])
        let error = #expect(throws: TensorError.self) { try Tensor(ragged, .int64) }
        #expect(
            error?.tensorFlow.message == "Can't convert non-rectangular Python sequence to Tensor.")
        #expect(
            error?.numPy.message
                == "setting an array element with a sequence. The requested array has an inhomogeneous "
                + "shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.")
    }
}
