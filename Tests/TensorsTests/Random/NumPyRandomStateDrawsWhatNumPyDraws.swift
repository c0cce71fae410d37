import Testing

@testable import Tensors

@Suite struct NumPyRandomStateDrawsWhatNumPyDraws {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("random_numpy")
    }

    private func draw<Value>(
        _ seed: UInt32, _ count: Int, _ next: (inout NumPyRandomState) -> Value
    ) -> [Value] {
        var random = NumPyRandomState(seed: seed)
        return (0..<count).map { _ in next(&random) }
    }

    private func once<Value>(_ seed: UInt32, _ draw: (inout NumPyRandomState) -> Value) -> Value {
        var random = NumPyRandomState(seed: seed)
        return draw(&random)
    }

    @Test(arguments: [0, 42, UInt32.max])
    func seed(_ seed: UInt32) throws {
        try reference.expect("seed \(seed)", once(seed) { $0.doubles(700) })
    }

    @Test func seedOfSeveralNumbers() throws {
        var random = NumPyRandomState(seeds: [1, 2, 3])
        try reference.expect("seed list", random.doubles(5))
    }

    @Test func normalNumbers() throws {
        try reference.expect("randn", once(1) { $0.normals(1001) })
    }

    @Test func integers() throws {
        func integers(_ count: Int, _ range: ClosedRange<Int>, bits: Int = 64) -> [Int] {
            once(2) {
                $0.integers(count, from: range.lowerBound, through: range.upperBound, bits: bits)
            }
        }
        try reference.expect("randint", integers(500, -5...8))
        try reference.expect("randint wide", integers(200, 0...(1 << 40 - 1)))
        try reference.expect("randint full", integers(50, Int.min...(Int.max - 1)))
        try reference.expect("randint one", integers(5, 3...3))
        try reference.expect("randint int32", integers(100, 0...999, bits: 32))
        try reference.expect("randint uint8", integers(100, 0...199, bits: 8))
        try reference.expect("randint full uint8", integers(100, 0...255, bits: 8))
        try reference.expect("randint int16", integers(101, -100...999, bits: 16))
        try reference.expect("randint bool", integers(70, 0...1, bits: 1))
        try reference.expect("bytes", once(2) { $0.bytes(37) })
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
            "choice distinct p",
            (0..<30).flatMap { seed in
                once(UInt32(seed)) { $0.distinctChoice(3, probabilities: shares) }
            })
    }

    @Test(arguments: NumPyDistribution<NumPyRandomState>.continuous.indices)
    func continuousDistribution(_ index: Int) throws {
        let distribution = NumPyDistribution<NumPyRandomState>.continuous[index]
        try reference.expect(
            distribution.name,
            draw(UInt32(distribution.seed), distribution.count, distribution.draw))
    }

    @Test(arguments: NumPyDistribution<NumPyRandomState>.discrete.indices)
    func discreteDistribution(_ index: Int) throws {
        let distribution = NumPyDistribution<NumPyRandomState>.discrete[index]
        let drawn = draw(UInt32(distribution.seed), distribution.count, distribution.draw)
        try reference.expect(distribution.name, drawn.map { Int($0) })
    }

    @Test func distributionsThatDifferFromTheNewInterface() throws {
        try reference.expect("exponential", draw(11, 300) { $0.exponential(scale: 2.5) })
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
        var random = NumPyRandomState(seed: 37)
        var drawn = random.doubles(3) + random.normals(3)
        drawn += random.integers(3, from: 0, through: 99).map { Double($0) }
        drawn += random.permutation(4).map { Double($0) }
        drawn += random.doubles(2) + random.normals(2)
        try reference.expect("mixed", drawn)
    }

    @Test func savedStateGivesTheSameNumbersAgain() {
        var random = NumPyRandomState(seed: 1)
        _ = random.normals(1)
        let state = random.state
        let first = random.normals(3)
        let isRestored = random.restore(
            words: state.words, position: state.position, keptNormal: state.keptNormal)
        let again = random.normals(3)
        #expect(isRestored)
        #expect(again == first)
    }

    @Test func withoutSeedItFollowsTheSession() {
        var first = NumPyRandomState(entropy: SessionEntropy(seed: 1))
        var same = NumPyRandomState(entropy: SessionEntropy(seed: 1))
        let numbers = [first.nextDouble(), same.nextDouble()]
        #expect(numbers[0] == numbers[1])
        #expect(!first.isSeeded)
        #expect(NumPyRandomState(seed: 1).isSeeded)
    }
}
