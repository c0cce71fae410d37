import Testing

@testable import Tensors

@Suite struct TensorFlowDrawsEqualTensorFlows {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("random_tensorflow")
    }

    private func state(_ seed: Int) -> TensorFlowRandomState {
        let state = TensorFlowRandomState(entropy: SessionEntropy(seed: 0))
        state.setSeed(seed)
        return state
    }

    @Test(arguments: [0, 1, 42, -1, 12_345_678_901])
    func globalSeed(_ seed: Int) throws {
        let state = state(seed)
        func next() -> EagerRandom { state.operation(seed: nil) }
        let drawn = [next().normal([1003]), next().normal([17]), next().uniform([33])]
        try reference.expect(
            "set_seed(\(seed))", drawn.flatMap { $0.elements(of: Float.self) })
    }

    /// One long sequence of eager calls: each depends on the operation seeds all others drew.
    @Test func sequenceOfDifferentOperations() throws {
        let state = state(7)
        func next() -> EagerRandom { state.operation(seed: nil) }
        func expect<T: TensorScalar & BitPatterned>(
            _ name: String, _ tensor: Tensor, _: T.Type
        ) throws {
            try reference.expect(name, tensor.elements(of: T.self))
        }
        try expect("normal scaled", next().normal([501], mean: 3, deviation: 2.5), Float.self)
        try expect(
            "normal f64", next().normal([501], mean: -1, deviation: 0.3, dtype: .float64),
            Double.self)
        try expect(
            "normal f16", next().normal([501], mean: 0.5, deviation: 2, dtype: .float16),
            Float16.self)
        try expect("uniform scaled", next().uniform([501], from: -3, to: 2.5), Float.self)
        try expect("uniform maxval", next().uniform([501], to: 7), Float.self)
        try expect(
            "uniform f64", next().uniform([501], from: -1, to: 0.3, dtype: .float64), Double.self)
        try expect(
            "uniform f16", next().uniform([501], from: -1, to: 2, dtype: .float16), Float16.self)
        try expect(
            "uniform int32", next().uniform([501], from: -5, to: 100, integers: .int32), Int32.self)
        try expect(
            "uniform int64",
            next().uniform([501], from: -5, to: 1_000_000_000_000, integers: .int64), Int64.self)
        try expect(
            "truncated", next().truncatedNormal([1003], mean: 3, deviation: 2.5), Float.self)
        try expect("truncated f64", next().truncatedNormal([501], dtype: .float64), Double.self)
        try expect("truncated f16", next().truncatedNormal([501], dtype: .float16), Float16.self)
        let order = next().permutation(501, elements: 501, dtype: .int32)
        try reference.expect("shuffle", order.map { Int32($0) })
        let one = next().permutation(1, elements: 1, dtype: .int32)
        try reference.expect("shuffle one", one.map { Int32($0 + 5) })
        try expect("after shuffle one", next().normal([3]), Float.self)
        let logits = Tensor([0.1, 0.5, -2, 3, 1, 1, -.infinity, 1] as [Float], shape: [2, 4])
        try expect("categorical", next().categorical(logits, samples: 301), Int64.self)
        let wide = Tensor([0.1, 0.5, -2, 3] as [Double], shape: [1, 4])
        try expect("categorical f64", next().categorical(wide, samples: 101), Int64.self)
        let seeded = [
            state.operation(seed: 5).normal([7]), state.operation(seed: 5).normal([6]),
            state.operation(seed: 5).truncatedNormal([5]), state.operation(seed: 6).normal([4]),
        ]
        try reference.expect("op seed twice", seeded.flatMap { $0.elements(of: Float.self) })
        for alpha in [0.3, 1, 2.5] {
            let alphas = Tensor(scalar: Float(alpha))
            try expect("gamma \(alpha)", next().gamma([300], alpha: alphas), Float.self)
        }
        try expect("gamma f64", next().gamma([300], alpha: Tensor(scalar: 2.5)), Double.self)
        try expect(
            "gamma several", next().gamma([50], alpha: Tensor([0.5, 1.5, 4] as [Float])),
            Float.self)
        for rate in [0.5, 4, 35] {
            let rates = Tensor(scalar: Float(rate))
            try expect("poisson \(rate)", next().poisson([300], rate: rates), Float.self)
        }
        try expect("poisson f64", next().poisson([300], rate: Tensor(scalar: 35.0)), Double.self)
        let mask = next().keepMask([300], rate: 0.3).elements(of: Bool.self)
        try reference.expect("dropout", mask.map { $0 ? Float(1 / 0.7) : 0 })
        try expect("after all", next().normal([3]), Float.self)
    }

    @Test(arguments: [(1, 2), (0, 0), (-5, 1 << 40)])
    func statelessNumbers(_ first: Int, _ second: Int) throws {
        let random = StatelessRandom(first, second)
        let drawn = [
            random.normal([101]), random.uniform([101], from: -1, to: 3),
            random.truncatedNormal([101], mean: 1, deviation: 2),
        ]
        try reference.expect(
            "stateless \(first) \(second)", drawn.flatMap { $0.elements(of: Float.self) })
    }

    @Test func statelessIntegers() throws {
        let random = StatelessRandom(3, 4)
        try reference.expect(
            "stateless int",
            random.uniform([101], from: -5, to: 100, integers: .int32).elements(of: Int32.self))
        try reference.expect(
            "stateless bits", random.bits([101], .int32).elements(of: Int32.self))
        try reference.expect(
            "stateless bits 64", random.bits([101], .int64).elements(of: Int64.self))
        let split = random.bits([3, 2], .int32).elements(of: Int32.self)
        try reference.expect("split", split)
        try reference.expect("fold_in", [split[0], 5])
        let order = random.permutation(101, elements: 101, dtype: .int32)
        try reference.expect("stateless shuffle", order.map { Int32($0) })
        let logits = Tensor([0.1, 0.5, -2, 3] as [Float], shape: [1, 4])
        try reference.expect(
            "stateless categorical",
            random.categorical(logits, samples: 100).elements(of: Int64.self))
    }

    @Test func statelessGammaAndPoisson() throws {
        let random = StatelessRandom(3, 4)
        for alpha in [0.3, 1, 2.5] {
            let drawn = random.gamma([300], alpha: Tensor(scalar: Float(alpha)))
            try reference.expect("stateless gamma \(alpha)", drawn.elements(of: Float.self))
        }
        let several = random.gamma([50], alpha: Tensor([0.5, 1, 4] as [Float]))
        try reference.expect("stateless gamma several", several.elements(of: Float.self))
        for rate in [0.5, 4, 35] {
            let drawn = random.poisson([300], rate: Tensor(scalar: Float(rate)))
            try reference.expect("stateless poisson \(rate)", drawn.elements(of: Float.self))
        }
    }

    @Test(arguments: [1234, -3, 1 << 62 + 5])
    func generator(_ seed: Int) throws {
        let random = TensorFlowGenerator(seed: seed)
        let drawn = [
            random.normal([101]), random.uniform([50]), random.truncatedNormal([33]),
            random.normal([3]),
        ]
        try reference.expect("Generator \(seed)", drawn.flatMap { $0.elements(of: Float.self) })
        try reference.expect("Generator state \(seed)", random.state)
    }

    @Test func generatorsOfGenerators() throws {
        let random = TensorFlowGenerator(seed: 9)
        let drawn = [
            random.uniform([50], from: 0, to: 100, integers: .int64), random.bits([50], .int64),
            random.makeSeeds(3),
        ]
        try reference.expect("Generator ints", drawn.flatMap { $0.elements(of: Int64.self) })
        let children = random.split(3).flatMap { $0.normal([5]).elements(of: Float.self) }
        try reference.expect("Generator split", children)
        let restored = TensorFlowGenerator(state: [7, 8, 9])
        restored.skip(3)
        try reference.expect("Generator from state", restored.normal([5]).elements(of: Float.self))
    }

    @Test func tracedGraph() throws {
        let state = state(11)
        let seeds = GraphSeeds(state)
        let operations = [nil, nil, 4, nil].map { seeds.operation(seed: $0) }
        func run() -> [Float] {
            [
                operations[0].normal([5]), operations[1].uniform([5]), operations[2].normal([3]),
                operations[3].normal([2]),
            ].flatMap { $0.elements(of: Float.self) }
        }
        try reference.expect("graph", run() + run())
        state.setSeed(12)
        try reference.expect("graph after set_seed", run())
    }

    @Test func datasetShuffle() throws {
        func passes(_ shuffle: DatasetShuffle, _ count: Int) -> [Int] {
            (0..<2).flatMap { _ in
                var source = (0..<count).makeIterator()
                var buffer = shuffle.pass(over: Int.self)
                var order: [Int] = []
                while let next = buffer.next(pulling: { source.next() }) { order.append(next) }
                return order
            }
        }
        let state = state(13)
        try reference.expect(
            "data shuffle", passes(DatasetShuffle(bufferSize: 7, seed: nil, state), 50))
        let fixed = DatasetShuffle(
            bufferSize: 100, seed: 3, reshufflesEachIteration: false, state)
        try reference.expect("data shuffle fixed", passes(fixed, 20))
    }

    @Test(arguments: [14, 0])
    func orderOfTheSamplesInFit(_ seed: Int) throws {
        let shuffle = EpochShuffle(state(seed))
        try reference.expect("fit order \(seed)", (0..<3).flatMap { _ in shuffle.next(23) })
    }
}
