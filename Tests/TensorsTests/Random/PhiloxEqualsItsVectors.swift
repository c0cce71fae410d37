import Testing

@testable import Tensors

@Suite struct PhiloxEqualsItsVectors {
    private let vectors: RandomVectors

    init() throws {
        vectors = try RandomVectors()
    }

    private func words(_ stream: Philox) -> [String] {
        stream.words(8).map { String($0) }
    }

    @Test func fromZero() throws {
        #expect(try words(Philox(key: 0)) == vectors.values("philox key=0 counter=0"))
    }

    @Test func counterCarriesIntoItsHighHalf() throws {
        let stream = Philox(key: 0x0123_4567_89AB_CDEF, counterLow: .max, counterHigh: 5)
        let name = "philox key=0x0123456789abcdef counter lo=0xffffffffffffffff hi=5"
        #expect(try words(stream) == vectors.values(name))
    }

    @Test func skippingEqualsDrawing() {
        var drawn = Philox(key: 3, counterLow: .max - 1)
        for _ in 0..<5 { _ = drawn.next() }
        #expect(drawn == Philox(key: 3, counterLow: .max - 1).skipping(5))
    }

    @Test func twoSeedsAreScrambledIntoKeyAndCounter() throws {
        let stream = StatelessRandom(1, 2).stream(for: .uniform, .float32, reserving: 0)
        let words = [stream.key, stream.counterLow, stream.counterHigh].map { String($0) }
        #expect(try words == vectors.values("stateless key scramble seed [1,2]"))
    }

    @Test(arguments: [0, 1, 42, -1])
    func eagerOperationsDrawTheirSeedsFromTheGlobalOne(_ seed: Int) throws {
        let state = TensorFlowRandomState(entropy: SessionEntropy(seed: 0))
        state.setSeed(seed)
        let drawn = (0..<4).map { _ in state.seeds(operation: nil).map { String($0.counter) } }
        #expect(try drawn == vectors.values("op seeds after set_seed(\(seed))"))
    }

    @Test func unseededInitializersDrawTheirSeedsFromKerasOwnGenerator() throws {
        let session = RandomSession(entropy: SessionEntropy(seed: 0))
        session.setRandomSeed(42)
        let drawn = (0..<4).map { _ in String(session.initializerSeed().seed) }
        let name = "keras initialiser seeds after keras.utils.set_random_seed(42)"
        #expect(try drawn == vectors.values(name))
    }
}
