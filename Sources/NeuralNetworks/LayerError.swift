import Tensors

/// A mistake in the use of a layer, in Keras' words.
package struct LayerError: Error, Sendable {
    /// The exception's class: `ValueError`.
    package let exception: String
    package let message: String
    /// What the writer may have meant.
    package let hints: [String]

    package init(_ exception: String, _ message: String, hints: [String] = []) {
        self.exception = exception
        self.message = message
        self.hints = hints
    }

    /// `units` that is no positive number.
    static func units(_ units: Int) -> LayerError {
        LayerError(
            "ValueError",
            "Received an invalid value for argument `units`, expected a positive integer, got \(units)."
        )
    }
}
