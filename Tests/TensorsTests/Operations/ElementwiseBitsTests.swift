import Testing

@testable import Tensors

@Suite("Elementwise functions give TensorFlow's very bits")
struct ElementwiseBitsTests {
    struct Reference: Decodable {
        let name: String
        let count: Int
        let scale: Double
        let seed: Int
        let positive: Bool
        let result: String
    }

    @Test func singlePrecision() throws {
        let operations: [UnaryOperation] = [
            .exp, .log, .tanh, .sigmoid, .log1p, .expm1, .softplus, .elu, .selu, .softsign,
            .squareRoot,
            .relu, .square, .sinh, .cosh, .tan, .asinh,
        ]
        let references = try ReferenceData.load("elementwise", as: [Reference].self)
        #expect(Set(references.map(\.name)) == Set(operations.map(\.name)))
        for reference in references {
            let operation = try #require(operations.first { $0.name == reference.name })
            var x = ReferenceData.values(
                [reference.count], seed: reference.seed, scale: reference.scale)
            if reference.positive { x = try UnaryOperation.absolute(x) }
            let y = try operation(x)
            #expect(
                ReferenceData.describe(y) == reference.result,
                "\(reference.name) of \(reference.count) up to \(reference.scale)")
        }
    }

    @Test func denormalsAreZero() throws {
        let tiny = Tensor([Float.leastNonzeroMagnitude, Float.leastNormalMagnitude / 2])
        #expect(try (tiny + tiny).doubles == [0, 0])
        #expect(try UnaryOperation.exp(Tensor([-95] as [Float])).doubles == [0])
    }
}
