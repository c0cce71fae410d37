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
            .relu, .square, .sinh, .cosh, .tan, .asinh, .sin, .cos, .reciprocal,
            .reciprocalSquareRoot, .erf,
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

    struct RowsReference: Decodable {
        let rows: Int
        let length: Int
        let scale: Double
        let seed: Int
        let result: String
    }

    @Test func softmaxOfRows() throws {
        for reference in try ReferenceData.load("softmax", as: [RowsReference].self) {
            let x = ReferenceData.values(
                [reference.rows, reference.length], seed: reference.seed, scale: reference.scale)
            let y = try x.softmax()
            #expect(ReferenceData.describe(y) == reference.result, "\(reference)")
        }
        let odd = try Tensor([1, .nan, .infinity, 2] as [Float], shape: [2, 2]).softmax()
        #expect(odd.doubles.map(\.isNaN) == [true, true, true, true])
    }

    struct CountReference: Decodable {
        let count: Int
        let scale: Double
        let seed: Int
        let result: String
    }

    @Test func sigmoidWithinAProduct() throws {
        for reference in try ReferenceData.load("fused_sigmoid", as: [CountReference].self) {
            let x = ReferenceData.values(
                [reference.count], seed: reference.seed, scale: reference.scale)
            let y = try UnaryOperation.fusedSigmoid(x)
            #expect(ReferenceData.describe(y) == reference.result, "\(reference)")
        }
    }

    struct DerivativeReference: Decodable {
        let name: String
        let shape: [Int]
        let seed: Int
        let result: String
    }

    @Test func derivatives() throws {
        let operations: [String: UnaryOperation] = [
            "softplus": .softplus, "swish": .swish, "log": .log, "sigmoid": .sigmoid,
            "tanh": .tanh, "softmax": .softmax, "rsqrt": .reciprocalSquareRoot,
        ]
        for reference in try ReferenceData.load("derivatives", as: [DerivativeReference].self) {
            let operation = try #require(operations[reference.name])
            let shape = Shape(reference.shape)
            var x = ReferenceData.values(shape, seed: reference.seed, scale: 3)
            if reference.name == "log" || reference.name == "rsqrt" {
                x = try UnaryOperation.absolute(x) + 0.01
            }
            let tape = GradientTape()
            tape.watch(x)
            let upstream = ReferenceData.values(shape, seed: reference.seed + 7, scale: 1)
            let gradient = try tape.gradients(
                of: [operation(x)], for: [x.key], upstream: [upstream])[0]?.dense
            #expect(
                gradient.map(ReferenceData.describe) == reference.result, "\(reference)")
        }
    }
}
