import Testing

@testable import Tensors

@Suite struct QREqualsTensorFlows {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("qr_tensorflow")
    }

    /// Below 48 columns reflections are applied one by one, from there on in blocks; beyond 152 rows
    /// sums are cut.
    @Test(arguments: [
        (1, 1), (5, 1), (1, 5), (3, 3), (8, 8), (4, 2), (2, 4), (9, 9), (47, 47), (100, 33),
        (33, 100), (48, 48), (64, 64), (100, 64), (64, 100), (256, 64), (152, 49), (49, 152),
        (96, 96), (118, 118), (300, 145),
    ])
    func normalMatrix(_ rows: Int, _ columns: Int) throws {
        let matrix = StatelessRandom(rows, columns).normal([rows, columns])
        let (q, r) = QR.factor(matrix)
        try reference.expect("q \(rows) \(columns)", q.elements(of: Float.self))
        try reference.expect("r \(rows) \(columns)", r.elements(of: Float.self))
    }

    /// Its columns' tails are so small that they count only where denormal numbers do.
    @Test func matrixOfOnes() throws {
        let (q, r) = QR.factor(Tensor(repeating: Float(1), shape: [50, 50]))
        try reference.expect("q ones", q.elements(of: Float.self))
        try reference.expect("r ones", r.elements(of: Float.self))
    }

    @Test(arguments: [[4, 4], [64, 64], [3, 8], [256, 64], [2, 3, 5]])
    func orthogonalWeights(_ dimensions: [Int]) throws {
        let weights = OrthogonalWeights.weights(Shape(dimensions), gain: 1.5, seed: 9)
        #expect(weights.shape == Shape(dimensions))
        try reference.expect("Orthogonal \(dimensions)", weights.elements(of: Float.self))
    }

    @Test(arguments: [(1, 1), (5, 3), (3, 5), (20, 20)])
    func doublePrecisionFactorsMultiplyToTheMatrix(_ rows: Int, _ columns: Int) {
        let matrix = StatelessRandom(1, 2).normal([rows, columns], dtype: .float64)
        let (q, r) = QR.factor(matrix)
        let side = min(rows, columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let terms = (0..<side).map { q[[row, $0]].double * r[[$0, column]].double }
                #expect(abs(terms.reduce(0, +) - matrix[[row, column]].double) < 1e-13)
            }
        }
        for first in 0..<side {
            for second in 0..<side {
                let terms = (0..<rows).map { q[[$0, first]].double * q[[$0, second]].double }
                #expect(abs(terms.reduce(0, +) - (first == second ? 1 : 0)) < 1e-13)
            }
        }
        for row in 0..<side {
            for column in 0..<min(row, columns) { #expect(r[[row, column]].double == 0) }
        }
    }
}
