/// All random states of one running program, as the modules `random`, `numpy` and `tensorflow` share
/// them.
package final class RandomSession {
    private var pythonState: PythonRandom
    private var numpyState: NumPyRandomState
    /// TensorFlow's `tf.random`.
    package let tensorflow: TensorFlowRandomState
    /// The seeds of Keras' initialisers.
    package var keras = KerasSeeds()
    /// What unseeded generators made later, such as `np.random.default_rng()`, draw from.
    package var entropy: SessionEntropy {
        get { unseededEntropy }
        _modify {
            onUnseededDraw?()
            yield &unseededEntropy
        }
    }
    private var unseededEntropy: SessionEntropy
    /// Called whenever a number is drawn that follows from no seed of the program.
    package var onUnseededDraw: (() -> Void)? {
        didSet { tensorflow.onUnseededDraw = onUnseededDraw }
    }

    /// Python's `random`.
    package var python: PythonRandom {
        get { pythonState }
        set { pythonState = newValue }
        _modify {
            if !pythonState.isSeeded { onUnseededDraw?() }
            yield &pythonState
        }
    }

    /// NumPy's `np.random`.
    package var numpy: NumPyRandomState {
        get { numpyState }
        set { numpyState = newValue }
        _modify {
            if !numpyState.isSeeded { onUnseededDraw?() }
            yield &numpyState
        }
    }

    /// The states of a program that has not seeded anything yet.
    package init(entropy: SessionEntropy) {
        pythonState = PythonRandom(entropy: entropy.stream("random"))
        numpyState = NumPyRandomState(entropy: entropy.stream("numpy"))
        tensorflow = TensorFlowRandomState(entropy: entropy.stream("tensorflow"))
        unseededEntropy = entropy.stream("generators")
    }

    /// All states as they can be written down.
    package struct Stored: Codable {
        fileprivate let python: PythonRandom
        fileprivate let numpy: NumPyRandomState
        fileprivate let tensorflow: TensorFlowRandomState.Stored
        fileprivate let keras: KerasSeeds
        fileprivate let entropy: SessionEntropy
    }

    package var stored: Stored {
        get {
            Stored(
                python: pythonState, numpy: numpyState, tensorflow: tensorflow.stored,
                keras: keras, entropy: unseededEntropy)
        }
        set {
            (pythonState, numpyState) = (newValue.python, newValue.numpy)
            (keras, unseededEntropy) = (newValue.keras, newValue.entropy)
            tensorflow.stored = newValue.tensorflow
        }
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
