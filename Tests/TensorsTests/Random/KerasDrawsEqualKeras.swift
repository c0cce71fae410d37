import Testing

@testable import Tensors

@Suite struct KerasDrawsEqualKeras {
    private let reference: RandomReference

    init() throws {
        reference = try RandomReference("random_tensorflow")
    }

    @Test(arguments: [[4, 3], [7], [3, 3, 2, 5], [64, 32]])
    func scaledWeights(_ dimensions: [Int]) throws {
        let rules: [(String, VarianceScaling)] = [
            ("GlorotUniform", .glorotUniform), ("GlorotNormal", .glorotNormal),
            ("HeUniform", .heUniform), ("HeNormal", .heNormal), ("LecunUniform", .lecunUniform),
            ("LecunNormal", .lecunNormal),
        ]
        for (name, rule) in rules {
            let weights = rule.weights(Shape(dimensions), seed: 7)
            try reference.expect("\(name) \(dimensions)", weights.elements(of: Float.self))
        }
    }

    @Test func scalingOfOnesOwn() throws {
        let rule = VarianceScaling(scale: 2.5, mode: .fanOut, distribution: .untruncatedNormal)
        try reference.expect(
            "VarianceScaling fan_out untruncated",
            rule.weights([5, 6], seed: 8).elements(of: Float.self))
        try reference.expect(
            "glorot f64",
            VarianceScaling.glorotUniform.weights([5, 6], seed: 7, dtype: .float64)
                .elements(of: Double.self))
    }

    @Test func setRandomSeedSeedsEverything() throws {
        let session = RandomSession(entropy: SessionEntropy(seed: 0))
        session.setRandomSeed(16)
        let shape: Shape = [2, 2]
        let weights = [
            VarianceScaling.glorotUniform.weights(shape, seed: session.initializerSeed().seed),
            StatelessRandom(session.initializerSeed().seed, 0).normal(shape, deviation: 0.05),
            StatelessRandom(session.initializerSeed().seed, 0)
                .uniform(shape, from: -0.05, to: 0.05),
            StatelessRandom(session.initializerSeed().seed, 0)
                .truncatedNormal(shape, deviation: 0.05),
        ]
        try reference.expect("initializer seeds", weights.flatMap { $0.elements(of: Float.self) })
        try reference.expect(
            "set_random_seed states", [session.python.random(), session.numpy.nextDouble()])
        try reference.expect(
            "set_random_seed tf",
            session.tensorflow.operation(seed: nil).normal([3]).elements(of: Float.self))
        #expect(session.initializerSeed().isSeeded)
    }

    @Test func initializersFollowPythonsRandomUntilSetRandomSeed() throws {
        let session = RandomSession(entropy: SessionEntropy(seed: 0))
        #expect(!session.initializerSeed().isSeeded)
        session.python.seed(17)
        let weights = [
            VarianceScaling.glorotUniform.weights([2, 2], seed: session.initializerSeed().seed),
            StatelessRandom(session.initializerSeed().seed, 0).normal([2, 2], deviation: 0.05),
        ]
        try reference.expect(
            "initializer python seeds", weights.flatMap { $0.elements(of: Float.self) })
        #expect(session.initializerSeed().isSeeded)
    }

    @Test func dropoutLayerUsesOneSeedACall() throws {
        let session = RandomSession(entropy: SessionEntropy(seed: 0))
        session.setRandomSeed(15)
        var seeds = LayerSeeds(21)
        let kept = (0..<2).flatMap { _ in
            session.tensorflow.operation(seed: seeds.next()).keepMask([20], rate: 0.4)
                .elements(of: Bool.self)
        }
        try reference.expect("Dropout seed", kept.map { $0 ? Float(1 / 0.6) : 0 })
    }

    @Test func unseededSessionsWithTheSameSeedAgree() {
        func numbers(_ seed: UInt64) -> [Double] {
            let session = RandomSession(entropy: SessionEntropy(seed: seed))
            let tensor = session.tensorflow.operation(seed: nil).normal([2])
            return tensor.doubles + [session.python.random(), session.numpy.nextDouble()]
        }
        #expect(numbers(1) == numbers(1))
        #expect(Set(numbers(1)).isDisjoint(with: numbers(2)))
        #expect(Set(numbers(1)).count == 4)
    }

    @Test func unseededStreamsAreCounted() {
        let state = TensorFlowRandomState(entropy: SessionEntropy(seed: 0))
        #expect(!state.operation(seed: nil).isSeeded)
        #expect(state.operation(seed: 3).isSeeded)
        let first = state.operation(seed: nil).normal([2]).doubles
        let second = state.operation(seed: nil).normal([2]).doubles
        #expect(first != second)
        #expect(state.unseededStreams == 2)
        _ = state.operation(seed: 3).normal([2])
        state.setSeed(1)
        _ = state.operation(seed: nil).normal([2])
        #expect(state.unseededStreams == 2)
    }

    @Test func weightsOfACellAreDrawnInTheOrderOfItsLayers() throws {
        let vectors = try RandomVectors()
        let session = RandomSession(entropy: SessionEntropy(seed: 0))
        func expect(_ name: String, _ weights: Tensor) throws {
            let bits = weights.elements(of: Float.self).map(\.hex)
            #expect(try bits == vectors.bits(name))
        }
        func glorot(_ shape: Shape) -> Tensor {
            VarianceScaling.glorotUniform.weights(shape, seed: session.initializerSeed().seed)
        }
        func orthogonal(_ shape: Shape) -> Tensor {
            OrthogonalWeights.weights(shape, seed: session.initializerSeed().seed)
        }
        session.setRandomSeed(42)
        let cell = "set_random_seed(42); SimpleRNNCell(3).build((None,4)) "
        try expect(cell + "kernel:0", glorot([4, 3]))
        try expect(cell + "recurrent_kernel:0", orthogonal([3, 3]))
        session.setRandomSeed(1)
        let model = "set_random_seed(1); Sequential([Embedding(5,2),LSTM(2),Dense(1)]) "
        let embeddings = StatelessRandom(session.initializerSeed().seed, 0)
        try expect(
            model + "embedding/embeddings:0", embeddings.uniform([5, 2], from: -0.05, to: 0.05))
        try expect(model + "lstm/lstm_cell/kernel:0", glorot([2, 8]))
        try expect(model + "lstm/lstm_cell/recurrent_kernel:0", orthogonal([2, 8]))
        try expect(model + "dense/kernel:0", glorot([2, 1]))
    }
}
