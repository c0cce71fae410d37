import Testing

@testable import Tensors

@Suite("Matrix products give TensorFlow's very bits")
struct MatrixProductBitsTests {
    struct Reference: Decodable {
        let m: Int
        let k: Int
        let n: Int
        let transposeA: Bool
        let transposeB: Bool
        let batch: Int
        let result: String
    }

    @Test func singlePrecision() throws {
        for reference in try ReferenceData.load("matmul", as: [Reference].self) {
            let (m, k, n) = (reference.m, reference.k, reference.n)
            let lead = reference.batch > 0 ? [reference.batch] : []
            let a = ReferenceData.values(
                Shape(lead + (reference.transposeA ? [k, m] : [m, k])), seed: m + 1)
            let b = ReferenceData.values(
                Shape(lead + (reference.transposeB ? [n, k] : [k, n])), seed: n + 7)
            let product = try a.matmul(
                b, transposeA: reference.transposeA, transposeB: reference.transposeB)
            #expect(ReferenceData.describe(product) == reference.result, "\(reference)")
        }
    }

    @Test func viewsAndCopiesAgree() throws {
        let a = ReferenceData.values([6, 9], seed: 1)
        let b = ReferenceData.values([5, 9], seed: 2)
        let flipped = try a.transposed().copy()
        let odd = try ReferenceData.values([12, 18], seed: 3).indexed([
            .slice(nil, nil, 2), .slice(nil, nil, 2),
        ])
        let product = try a.matmul(b.transposed())
        #expect(try flipped.transposed().matmul(b.transposed()).doubles == product.doubles)
        #expect(
            try odd.matmul(b, transposeB: true).doubles
                == odd.copy().matmul(b, transposeB: true).doubles)
    }

    @Test func otherTypes() throws {
        let a = Tensor([1, 2, 3, 4] as [Int32], shape: [2, 2])
        #expect(try a.matmul(a).ints == [7, 10, 15, 22])
        #expect(try a.cast(to: .float64).matmul(a.cast(to: .float64)).doubles == [7, 10, 15, 22])
        #expect(try a.cast(to: .float16).matmul(a.cast(to: .float16)).doubles == [7, 10, 15, 22])
        let i = Tensor([Complex(0, 1)] as [Complex<Double>], shape: [1, 1])
        #expect(try i.matmul(i).scalars == [.complex(Complex(-1, 0))])
        let wide = Tensor((0..<12).map { Double($0) }, shape: [3, 4])
        let rows: [Double] = [14, 38, 62, 38, 126, 214, 62, 214, 366]
        #expect(try wide.matmul(wide, transposeB: true).doubles == rows)
        #expect(try wide.matmul(wide, transposeA: true)[[0, 0]] == .float(80))
    }

    @Test func nothingMakesZeros() throws {
        let product = try Tensor(zeros: [2, 0], .float32).matmul(Tensor(zeros: [0, 3], .float32))
        #expect(product.shape == [2, 3])
        #expect(product.doubles == [0, 0, 0, 0, 0, 0])
    }
}
