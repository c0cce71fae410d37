import Testing

@testable import Tensors

@Suite("NumPy's functions and products give NumPy's very bits")
struct NumPyBitsTests {
    struct FunctionReference: Decodable {
        let name: String
        let count: Int
        let scale: Double
        let seed: Int
        let single: Bool
        let result: String
    }

    struct ProductReference: Decodable {
        let m: Int
        let k: Int
        let n: Int
        let transposeA: Bool
        let transposeB: Bool
        let result: String
    }

    @Test func functions() throws {
        let operations: [UnaryOperation] = [
            .numPyExp, .numPyExp2, .numPyExpm1, .numPyTanh, .numPyLog, .numPyLog2, .numPyLog10,
            .numPyLog1p,
        ]
        let references = try ReferenceData.load("numpy_functions", as: [FunctionReference].self)
        #expect(Set(references.map(\.name)) == Set(operations.map(\.name)))
        for reference in references {
            let operation = try #require(operations.first { $0.name == reference.name })
            var numbers = doubles(reference.count, seed: reference.seed, scale: reference.scale)
            if reference.name.hasPrefix("log") {
                let least = reference.name == "log1p" ? 0 : 1e-4
                numbers = numbers.map { abs($0) + least }
            }
            let x = try Tensor(numbers).cast(to: reference.single ? .float32 : .float64)
            #expect(digest(try operation(x)) == reference.result, "\(reference)")
        }
    }

    @Test func functionsOfUnusualNumbers() throws {
        let numbers = Tensor([.infinity, -.infinity, .nan, 0, -0.0, 1000, -1000] as [Double])
        func expect(_ operation: UnaryOperation, _ results: [Double]) throws {
            for (found, expected) in zip(try operation(numbers).doubles, results) {
                let same = found == expected && found.sign == expected.sign
                #expect(same || (found.isNaN && expected.isNaN), "\(operation.name)")
            }
        }
        try expect(.numPyExp, [.infinity, 0, .nan, 1, 1, .infinity, 0])
        try expect(.numPyTanh, [1, -1, .nan, 0, -0.0, 1, -1])
        try expect(
            .numPyLog,
            [.infinity, .nan, .nan, -.infinity, -.infinity, 6.907755278982137, .nan])
    }

    @Test func products() throws {
        for reference in try ReferenceData.load("numpy_products", as: [ProductReference].self) {
            let (m, k, n) = (reference.m, reference.k, reference.n)
            let a = Tensor(doubles(m * k, seed: m + k, scale: 1.5), shape: [m, k])
            let b = Tensor(doubles(k * n, seed: n + 2 * k, scale: 1.5), shape: [k, n])
            let product = try #require(
                Tensor.blasProduct(
                    reference.transposeA ? try turned(a) : a,
                    reference.transposeB ? try turned(b) : b))
            #expect(product.shape == [m, n])
            #expect(digest(product) == reference.result, "\(reference)")
        }
    }

    @Test func vectorsHaveNoSecondAxis() throws {
        let x = Tensor([1, 2, 3] as [Double])
        let a = Tensor([1, 2, 3, 4, 5, 6] as [Double], shape: [2, 3])
        #expect(try #require(Tensor.blasProduct(x, x)).shape == .scalar)
        #expect(try #require(Tensor.blasProduct(a, x)).doubles == [14, 32])
        #expect(
            try #require(Tensor.blasProduct(x, a.transposed().copy())).doubles == [14, 32])
        #expect(Tensor.blasProduct(a, a) == nil)
        #expect(Tensor.blasProduct(a, Tensor([1, 2, 3] as [Float])) == nil)
    }

    /// The same matrix, its columns one after another in memory.
    private func turned(_ matrix: Tensor) throws -> Tensor {
        try matrix.transposed().copy().transposed()
    }

    private func doubles(_ count: Int, seed: Int, scale: Double) -> [Double] {
        (0..<count).map { i in
            let unit = Double((i * i * 31 + i * 7919 + seed * 104_729) % 65537) / 65537
            return (unit * 2 - 1) * scale
        }
    }

    private func digest(_ tensor: Tensor) -> String {
        let start = 14_695_981_039_346_656_037 as UInt64
        func add(_ hash: UInt64, _ bits: UInt64) -> UInt64 { (hash ^ bits) &* 1_099_511_628_211 }
        let hash =
            tensor.dtype == .float32
            ? tensor.elements(of: Float.self).reduce(start) { add($0, UInt64($1.bitPattern)) }
            : tensor.elements(of: Double.self).reduce(start) { add($0, $1.bitPattern) }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
