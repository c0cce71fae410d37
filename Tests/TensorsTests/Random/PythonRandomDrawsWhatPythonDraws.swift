import Testing

@testable import Tensors

@Suite struct PythonRandomDrawsWhatPythonDraws {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("random_python")
    }

    private func draw<Value>(
        _ seed: Int, _ count: Int, _ next: (inout PythonRandom) -> Value
    ) -> [Value] {
        var random = PythonRandom(seed: seed)
        return (0..<count).map { _ in next(&random) }
    }

    @Test(arguments: [0, 1, 42, -7, 1 << 40 + 5])
    func integerSeed(_ seed: Int) throws {
        try reference.expect("seed \(seed)", draw(seed, 700) { $0.random() })
    }

    @Test func seedOfManyWords() throws {
        var random = PythonRandom(seed: 0)
        // 123456789012345678901234567890
        random.seed(magnitude: [0x4E3F_0AD2, 0xC373_E0EE, 0x8EE9_0FF6, 0x1])
        try reference.expect("big seed", (0..<5).map { _ in random.random() })
    }

    @Test(arguments: [("", ""), ("hello", "hello"), ("重要重要重", String(repeating: "重要", count: 40))])
    func textSeed(_ name: String, _ text: String) throws {
        var random = PythonRandom(seed: 0)
        random.seed(bytes: Array(text.utf8))
        try reference.expect("text seed \(name)", (0..<5).map { _ in random.random() })
    }

    @Test func floatSeedByItsHash() throws {
        var random = PythonRandom(seed: 0)
        random.seed(hash: 1_152_921_504_606_846_977)
        try reference.expect("float seed 1.5", (0..<5).map { _ in random.random() })
        random.seed(hash: -1_729_382_256_910_270_464)
        try reference.expect("float seed -0.75", (0..<5).map { _ in random.random() })
    }

    @Test func integers() throws {
        var random = PythonRandom(seed: 3)
        let small = (0..<300).map { _ in random.randint(-5, 9) }
        let large = (0..<100).map { _ in random.randint(0, 1 << 40) }
        let power = (0..<100).map { _ in random.randint(1, 1 << 31) }
        try reference.expect("randint", small + large + power)
        try reference.expect("choice", draw(20, 100) { $0.below(7) })
    }

    @Test func bits() throws {
        var random = PythonRandom(seed: 4)
        let words = [1, 5, 31, 32, 33, 63, 64, 65, 100].flatMap { random.bits($0) }
        try reference.expect("getrandbits", words)
    }

    @Test func sequences() throws {
        var items = Array(0..<100)
        var random = PythonRandom(seed: 5)
        random.shuffle(&items)
        try reference.expect("shuffle", items)
        random = PythonRandom(seed: 6)
        let sizes = [
            (5, 5), (21, 3), (22, 3), (100, 10), (1000, 10), (30, 6), (85, 6), (86, 6), (300, 60),
        ]
        try reference.expect("sample", sizes.flatMap { random.sample($0.1, of: $0.0) })
        random = PythonRandom(seed: 7)
        try reference.expect("choices", random.choices(200, of: 17))
        random = PythonRandom(seed: 8)
        try reference.expect(
            "weighted choices", random.choices(200, cumulativeWeights: [1, 3.5, 3.5, 6.5]))
    }

    @Test func normalDistributions() throws {
        try reference.expect("gauss", draw(9, 301) { $0.gauss(mean: 1, deviation: 2) })
        try reference.expect(
            "normalvariate", draw(10, 300) { $0.normalVariate(mean: 1, deviation: 2) })
        try reference.expect(
            "lognormvariate", draw(11, 300) { $0.logNormalVariate(mean: 0.1, deviation: 0.5) })
    }

    @Test func otherDistributions() throws {
        try reference.expect("expovariate", draw(12, 300) { $0.expoVariate(rate: 2.5) })
        try reference.expect("paretovariate", draw(15, 300) { $0.paretoVariate(shape: 2.5) })
        try reference.expect(
            "weibullvariate", draw(16, 300) { $0.weibullVariate(scale: 2, shape: 1.5) })
        try reference.expect("uniform", draw(19, 100) { $0.uniform(-3, 7) })
        var random = PythonRandom(seed: 13)
        try reference.expect(
            "gammavariate",
            [0.3, 1, 1.0001, 4.5].flatMap { shape in
                (0..<200).map { _ in random.gammaVariate(shape: shape, scale: 2) }
            })
        random = PythonRandom(seed: 14)
        try reference.expect(
            "betavariate",
            [(0.5, 0.5), (2, 3)].flatMap { a, b in (0..<200).map { _ in random.betaVariate(a, b) } }
        )
        random = PythonRandom(seed: 17)
        try reference.expect(
            "vonmisesvariate",
            [(0, 4), (-3, 0.5), (1, 0)].flatMap { mean, concentration in
                (0..<200).map { _ in
                    random.vonMisesVariate(mean: mean, concentration: concentration)
                }
            })
        random = PythonRandom(seed: 18)
        try reference.expect(
            "triangular",
            [(0, 1, nil), (2, 5, 3), (5, 2, 3)].flatMap { low, high, mode in
                (0..<100).map { _ in random.triangular(low: low, high: high, mode: mode) }
            })
    }

    @Test func savedStateGivesTheSameNumbersAgain() {
        var random = PythonRandom(seed: 1)
        _ = random.gauss(mean: 0, deviation: 1)
        let (words, position) = random.state
        let kept = random.keptGauss
        let first = (0..<3).map { _ in random.gauss(mean: 0, deviation: 1) }
        let isRestored = random.restore(words: words, position: position, keptGauss: kept)
        #expect(isRestored)
        let again = (0..<3).map { _ in random.gauss(mean: 0, deviation: 1) }
        #expect(again == first)
        let isNothingRestored = random.restore(words: [], position: 0, keptGauss: nil)
        #expect(!isNothingRestored)
    }

    @Test func withoutSeedItFollowsTheSession() {
        var first = PythonRandom(entropy: SessionEntropy(seed: 1))
        var same = PythonRandom(entropy: SessionEntropy(seed: 1))
        var other = PythonRandom(entropy: SessionEntropy(seed: 2))
        let numbers = [first.random(), same.random(), other.random()]
        #expect(numbers[0] == numbers[1])
        #expect(numbers[0] != numbers[2])
        #expect(!first.isSeeded)
        first.seed(3)
        #expect(first.isSeeded)
    }
}
