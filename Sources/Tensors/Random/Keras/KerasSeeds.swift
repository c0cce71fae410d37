/// Where Keras' initialisers without a seed of their own take one: from the generator that
/// `keras.utils.set_random_seed` made, or, before it was ever called, from Python's global `random`.
package struct KerasSeeds: Sendable, Codable {
    private var generator: PythonRandom?

    /// The seeds before any call of `set_random_seed`.
    package init() {}

    /// `keras.utils.set_random_seed(seed)`, Keras' own part of it.
    package mutating func set(_ seed: Int) {
        generator = PythonRandom(seed: seed)
    }

    /// The seed of the next initialiser, 1 to 10⁹, and whether it follows from the program's seeds.
    package mutating func next(_ python: inout PythonRandom) -> (seed: Int, isSeeded: Bool) {
        if generator != nil { return (generator!.randint(1, 1_000_000_000), true) }
        return (python.randint(1, 1_000_000_000), python.isSeeded)
    }
}
