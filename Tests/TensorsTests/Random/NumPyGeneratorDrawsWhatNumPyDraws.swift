import Testing

@testable import Tensors

@Suite struct NumPyGeneratorDrawsWhatNumPyDraws {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("random_generator")
    }

    private func draw<Value>(
        _ seed: Int, _ count: Int, _ next: (inout NumPyGenerator) -> Value
    ) -> [Value] {
        var random = NumPyGenerator(seed: [UInt32(seed)])
        return (0..<count).map { _ in next(&random) }
    }

    private func once<Value>(_ seed: Int, _ draw: (inout NumPyGenerator) -> Value) -> Value {
        var random = NumPyGenerator(seed: [UInt32(seed)])
        return draw(&random)
    }

    @Test(arguments: [
        ("0", [0]), ("42", [42]), ("4294967295", [UInt32.max]),
        ("1180591620717411303427", [3, 0, 64]),
    ])
    func seed(_ name: String, _ words: [UInt32]) throws {
        var random = NumPyGenerator(seed: words)
        try reference.expect("seed \(name)", random.doubles(700))
    }

    @Test func seedOfSeveralNumbers() throws {
        var random = NumPyGenerator(seed: [1, 2, 3, 4, 5, 6])
        try reference.expect("seed list", random.doubles(5))
    }

    @Test func children() throws {
        var parent = NumPyGenerator(seed: [7])
        var first = parent.spawn()
        var second = parent.spawn()
        var grandchild = second.spawn()
        try reference.expect("spawn", first.doubles(3) + second.doubles(3) + grandchild.doubles(2))
    }

    @Test func basicDraws() throws {
        try reference.expect("standard_normal", once(1) { $0.normals(20000) })
        try reference.expect("random float32", once(1) { $0.floats(1001) })
        try reference.expect("standard_normal float32", once(1) { $0.normalFloats(20001) })
        try reference.expect("exponential", draw(11, 5000) { $0.exponential(scale: 2.5) })
    }

    @Test func integers() throws {
        func integers(_ count: Int, _ range: ClosedRange<Int>, bits: Int = 64) -> [Int] {
            once(2) {
                $0.integers(count, from: range.lowerBound, through: range.upperBound, bits: bits)
            }
        }
        try reference.expect("integers", integers(500, -5...8))
        try reference.expect("integers wide", integers(200, 0...(1 << 40 - 1)))
        try reference.expect("integers full", integers(50, Int.min...Int.max))
        try reference.expect("integers 32 bits", integers(51, 0...(1 << 32 - 1)))
        try reference.expect("integers one", integers(5, 3...3))
        try reference.expect("integers int32", integers(100, 0...999, bits: 32))
        try reference.expect("integers uint8", integers(100, 0...199, bits: 8))
        try reference.expect("integers full uint8", integers(100, 0...255, bits: 8))
        try reference.expect("integers int16", integers(101, -100...999, bits: 16))
        try reference.expect("integers bool", integers(70, 0...1, bits: 1))
    }

    @Test func orders() throws {
        try reference.expect("permutation", once(3) { $0.permutation(100) })
        try reference.expect("shuffle rows", once(4) { $0.permutation(10) })
    }

    @Test func choices() throws {
        let shares = [0.2, 0.3, 0.4, 0.1]
        try reference.expect("choice", once(5) { $0.choice(200, of: 17) })
        try reference.expect("choice p", once(6) { $0.choice(200, probabilities: shares) })
        try reference.expect("choice distinct", once(7) { $0.distinctChoice(20, of: 50) })
        try reference.expect(
            "choice distinct unshuffled",
            once(9) { $0.distinctChoice(20, of: 50, shuffled: false) })
        try reference.expect(
            "choice distinct large", once(9) { $0.distinctChoice(500, of: 20000) })
        try reference.expect(
            "choice distinct p",
            (0..<30).flatMap { seed in
                once(seed) { $0.distinctChoice(3, probabilities: shares) }
            })
    }

    @Test(arguments: NumPyDistribution<NumPyGenerator>.continuous.indices)
    func continuousDistribution(_ index: Int) throws {
        let distribution = NumPyDistribution<NumPyGenerator>.continuous[index]
        try reference.expect(
            distribution.name, draw(distribution.seed, distribution.count, distribution.draw))
    }

    @Test(arguments: NumPyDistribution<NumPyGenerator>.discrete.indices)
    func discreteDistribution(_ index: Int) throws {
        let distribution = NumPyDistribution<NumPyGenerator>.discrete[index]
        let drawn = draw(distribution.seed, distribution.count, distribution.draw)
        try reference.expect(distribution.name, drawn.map { Int($0) })
    }

    @Test func distributionsThatDifferFromTheOldInterface() throws {
        try reference.expect("rayleigh", draw(27, 300) { $0.rayleigh(scale: 2) })
        try reference.expect("pareto", draw(28, 300) { $0.pareto(shape: 3) })
        try reference.expect("power", draw(29, 300) { $0.power(exponent: 3) })
        for p in [0.05, 0.3, 0.5, 0.9] {
            try reference.expect("geometric \(p)", draw(30, 300) { $0.geometric(probability: p) })
        }
    }

    @Test func distributionsOfSeveralNumbers() throws {
        try reference.expect(
            "dirichlet", draw(14, 100) { $0.dirichlet([1, 2.5, 0.5]) }.flatMap { $0 })
        try reference.expect(
            "dirichlet small", draw(14, 50) { $0.dirichlet([0.05, 0.03, 0.08]) }.flatMap { $0 })
        try reference.expect(
            "multinomial",
            draw(34, 100) { $0.multinomial(trials: 20, probabilities: [0.2, 0.3, 0.4, 0.1]) }
                .flatMap { $0 })
        let few = draw(16, 200) { $0.chiSquare(freedom: 3.5, noncentrality: 1.5) }
        let many = draw(16, 200) { $0.chiSquare(freedom: 0.5, noncentrality: 1.5) }
        try reference.expect("noncentral_chisquare", few + many)
    }

    @Test func drawsOfDifferentKindsFollowEachOther() throws {
        var random = NumPyGenerator(seed: [37])
        var drawn = random.doubles(3) + random.normals(3)
        drawn += random.integers(3, from: 0, through: 99).map { Double($0) }
        drawn += random.permutation(4).map { Double($0) }
        drawn += random.doubles(2) + random.normals(2)
        try reference.expect("mixed", drawn)
    }
}
