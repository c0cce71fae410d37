import Tensors

/// The masks of a cell's dropout: drawn once, then the same for all steps.
struct DropoutMasks {
    private var seeds: LayerSeeds
    private var inputs: [Tensor] = []
    private var states: [Tensor] = []

    init(seed: Int?) { seeds = LayerSeeds(seed) }

    /// The masks with what draws them, as they can be written down.
    var memory: LayerMemory {
        get {
            var memory = LayerMemory()
            (memory.seeds, memory.tensors) = ([seeds], [inputs, states])
            return memory
        }
        set {
            guard newValue.seeds.count == 1, newValue.tensors.count == 2 else { return }
            (seeds, inputs, states) = (
                newValue.seeds[0], newValue.tensors[0], newValue.tensors[1]
            )
        }
    }

    mutating func forget() { (inputs, states) = ([], []) }

    /// One mask a gate for the inputs `N D`; none without dropout.
    mutating func forInputs(
        _ x: Tensor, rate: Double, gates: Int, _ random: RandomSession
    ) throws -> [Tensor] {
        if inputs.isEmpty, rate > 0 { inputs = try draw(x.shape, x.dtype, rate, gates, random) }
        return inputs
    }

    /// One mask a gate for the state `N H`; none without dropout.
    mutating func forStates(
        _ h: Tensor, rate: Double, gates: Int, _ random: RandomSession
    ) throws -> [Tensor] {
        if states.isEmpty, rate > 0 { states = try draw(h.shape, h.dtype, rate, gates, random) }
        return states
    }

    /// Passes over the operations that masks would have been drawn by.
    mutating func skip(_ count: Int, _ random: RandomSession) {
        for _ in 0..<count { _ = random.tensorflow.operation(seed: seeds.next()) }
    }

    private mutating func draw(
        _ shape: Shape, _ dtype: DType, _ rate: Double, _ count: Int, _ random: RandomSession
    ) throws -> [Tensor] {
        let ones = try Tensor.filled(shape, with: .int(1), dtype)
        return try (0..<count).map { _ in
            try Dropout.apply(
                ones, rate: rate, random: random.tensorflow.operation(seed: seeds.next()))
        }
    }
}
