/// All random states of one running program, as the modules `random`, `numpy` and `tensorflow` share
/// them.
package final class RandomSession {
    /// Python's `random`.
    package var python: PythonRandom
    /// NumPy's `np.random`.
    package var numpy: NumPyRandomState
    /// TensorFlow's `tf.random`.
    package let tensorflow: TensorFlowRandomState
    /// The seeds of Keras' initialisers.
    package var keras = KerasSeeds()
    /// What unseeded generators made later, such as `np.random.default_rng()`, draw from.
    package var entropy: SessionEntropy

    /// The states of a program that has not seeded anything yet.
    package init(entropy: SessionEntropy) {
        python = PythonRandom(entropy: entropy.stream("random"))
        numpy = NumPyRandomState(entropy: entropy.stream("numpy"))
        tensorflow = TensorFlowRandomState(entropy: entropy.stream("tensorflow"))
        self.entropy = entropy.stream("generators")
    }

    /// `keras.utils.set_random_seed(seed)`; the seed is 0 to 2³² - 1, as NumPy asks.
    package func setRandomSeed(_ seed: UInt32) {
        python.seed(Int(seed))
        numpy = NumPyRandomState(seed: seed)
        tensorflow.setSeed(Int(seed))
        keras.set(Int(seed))
    }

    /// The seed of the next initialiser without one of its own, and whether it follows from the
    /// program's seeds.
    package func initializerSeed() -> (seed: Int, isSeeded: Bool) {
        keras.next(&python)
    }
}
