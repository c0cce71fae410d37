/// The program's version, as `--version` prints it.
enum Version {
    static let text = "nbrun 0.1.0 (prints as TensorFlow 2.15, Keras 2.15, NumPy 1.26, Python 3.11)"
}
