import Testing

@testable import Tensors

@Suite struct DrawsEqualTheirVectors {
    private let vectors: RandomVectors

    init() throws {
        vectors = try RandomVectors()
    }

    private func state(_ seed: Int) -> TensorFlowRandomState {
        let state = TensorFlowRandomState(entropy: SessionEntropy(seed: 0))
        state.setSeed(seed)
        return state
    }

    private func bits(_ tensor: Tensor) -> [String] {
        tensor.dtype == .float64
            ? tensor.elements(of: Double.self).map(\.hex)
            : tensor.elements(of: Float.self).map(\.hex)
    }

    private func numbers(_ tensor: Tensor) -> [String] {
        tensor.ints.map(String.init)
    }

    @Test(arguments: [0, 1, 42])
    func tensorFlowAfterSetSeed(_ seed: Int) throws {
        let state = state(seed)
        let start = "set_seed(\(seed)); normal([5])"
        func next() -> EagerRandom { state.operation(seed: nil) }
        #expect(try bits(next().normal([5])) == vectors.bits(start))
        #expect(try bits(next().normal([2, 2])) == vectors.bits(start, 1))
        #expect(try bits(next().uniform([3])) == vectors.bits(start, 2))
        #expect(try bits(next().uniform([3], from: -1, to: 1)) == vectors.bits(start, 3))
        let small = next().uniform([5], from: 0, to: 10, integers: .int32)
        #expect(try numbers(small) == vectors.values(start, 4))
        let large = next().uniform([3], from: 0, to: 1000, integers: .int64)
        #expect(try numbers(large) == vectors.values(start, 5))
        #expect(try bits(next().truncatedNormal([5])) == vectors.bits(start, 6))
        let order = next().permutation(8, elements: 8, dtype: .int32)
        #expect(try order.map(String.init) == vectors.values(start, 7))
        let logits = Tensor([0.1, 0.2, 0.7] as [Float], shape: [1, 3])
        #expect(try numbers(next().categorical(logits, samples: 6)) == vectors.values(start, 8))
        #expect(try bits(next().normal([3], dtype: .float64)) == vectors.bits(start, 9))
        #expect(try bits(next().uniform([2], dtype: .float64)) == vectors.bits(start, 10))
    }

    @Test func operationsWithTheirOwnSeedMoveOn() throws {
        let state = state(5)
        let start = "set_seed(5); normal([2],seed=1) 1st"
        #expect(try bits(state.operation(seed: 1).normal([2])) == vectors.bits(start))
        #expect(try bits(state.operation(seed: 1).normal([2])) == vectors.bits(start, 1))
        #expect(try bits(state.operation(seed: 1).uniform([2])) == vectors.bits(start, 2))
    }

    @Test func datasetPasses() throws {
        let shuffle = DatasetShuffle(bufferSize: 4, seed: 1, state(3))
        for pass in 0..<2 {
            var source = (0..<8).makeIterator()
            var buffer = shuffle.pass(over: Int.self)
            let order = (0..<8).compactMap { _ in buffer.next(pulling: { source.next() }) }
            let name = "set_seed(3); Dataset.range(8).shuffle(4,seed=1) pass 1"
            #expect(try order.map(String.init) == vectors.values(name, pass))
        }
    }

    @Test func numPysOldInterface() throws {
        var random = NumPyRandomState(seed: 42)
        let start = "np.random.seed(42); rand(3)"
        func expect(_ drawn: [Int], _ offset: Int) throws {
            #expect(try drawn.map(String.init) == vectors.values(start, offset))
        }
        let uniforms = random.doubles(3).map(\.hex)
        #expect(try uniforms == vectors.bits(start))
        let normals = random.normals(3).map(\.hex)
        #expect(try normals == vectors.bits(start, 1))
        try expect(random.integers(5, from: 0, through: 9), 2)
        try expect(random.permutation(6), 3)
        try expect(random.distinctChoice(3, of: 5), 4)
        try expect(random.choice(5, probabilities: [0.2, 0.3, 0.5]), 5)
    }

    @Test func numPysNewInterface() throws {
        var random = NumPyGenerator(seed: [42])
        let start = "default_rng(42).random(3)"
        let uniforms = random.doubles(3).map(\.hex)
        #expect(try uniforms == vectors.bits(start))
        let normals = random.normals(3).map(\.hex)
        #expect(try normals == vectors.bits(start, 1))
        let integers = random.integers(5, from: 0, through: 9).map(String.init)
        #expect(try integers == vectors.values(start, 2))
        let order = random.permutation(6).map(String.init)
        #expect(try order == vectors.values(start, 3))
    }

    @Test func pythonsModule() throws {
        var random = PythonRandom(seed: 42)
        let start = "random.seed(42); random() x3"
        let uniforms = (0..<3).map { _ in random.random().hex }
        #expect(try uniforms == vectors.bits(start))
        let integers = (0..<5).map { _ in String(random.randint(1, 100)) }
        #expect(try integers == vectors.values(start, 1))
        var items = Array(0..<6)
        random.shuffle(&items)
        #expect(try items.map(String.init) == vectors.values(start, 2))
        let sample = random.sample(4, of: 100).map(String.init)
        #expect(try sample == vectors.values(start, 3))
        let normals = (0..<2).map { _ in random.gauss(mean: 0, deviation: 1).hex }
        #expect(try normals == vectors.bits(start, 4))
        let word = random.bits(32).map(String.init)
        #expect(try word == vectors.values(start, 5))
    }
}
