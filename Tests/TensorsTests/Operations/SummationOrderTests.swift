import Testing

@testable import Tensors

@Suite("Sums add up in TensorFlow's and in NumPy's order")
struct SummationOrderTests {
    struct Reference: Decodable {
        let shape: [Int]
        let axes: [Int]?
        let sum: String
        let mean: String
        let numPy: String
    }

    struct ManyTerms: Decodable {
        let count: Int
        let result: String
    }

    @Test func singlePrecision() throws {
        for reference in try ReferenceData.load("sums", as: [Reference].self) {
            let x = ReferenceData.values(Shape(reference.shape), seed: 3)
            #expect(
                try ReferenceData.describe(x.sum(axes: reference.axes)) == reference.sum,
                "\(reference)")
            #expect(
                try ReferenceData.describe(x.mean(axes: reference.axes)) == reference.mean,
                "\(reference)")
            let likeNumPy = try x.sum(axes: reference.axes, order: .numPy)
            #expect(ReferenceData.describe(likeNumPy) == reference.numPy, "\(reference)")
        }
    }

    @Test func gradientsThatMeetAddUpInGroupsOfEight() throws {
        for reference in try ReferenceData.load("add_n", as: [ManyTerms].self) {
            let terms = (0..<reference.count).map { ReferenceData.values([6], seed: $0) }
            #expect(try ReferenceData.describe(Tensor.sum(of: terms)) == reference.result)
        }
    }

    @Test func wholeNumbersWrap() throws {
        let large = Tensor([Int32.max, 1])
        #expect(try large.sum().ints == [Int(Int32.min)])
        #expect(try Tensor([7, 2, -2] as [Int32]).mean().ints == [2])
        #expect(try Tensor([-7, 2] as [Int32]).mean().ints == [-2])
    }

    @Test func nothingSumsToZero() throws {
        #expect(try Tensor(zeros: [0, 3], .float32).sum(axes: [0]).doubles == [0, 0, 0])
        #expect(try Tensor(zeros: [0], .float64).sum(order: .numPy).doubles == [0])
    }

    @Test(arguments: [[1, 2, 0], [1, 0, 2], [0, 2, 1], [2, 0, 1]])
    func gapsDoNotShow(order: [Int]) throws {
        for type in [DType.float32, .float64] {
            let values = try ReferenceData.values([37, 41, 43], seed: 5).cast(to: type)
            let view = try values.transposed(order)
            #expect(try view.sum().doubles == view.copy().sum().doubles)
            #expect(try view.mean().doubles == view.copy().mean().doubles)
        }
    }
}
