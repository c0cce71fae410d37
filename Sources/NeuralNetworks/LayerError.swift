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

    /// A wrong value.
    package static func value(_ message: String) -> LayerError { LayerError("ValueError", message) }

    /// `units` that is no positive number.
    static func units(_ units: Int) -> LayerError {
        .value(
            "Received an invalid value for argument `units`, expected a positive integer, got \(units)."
        )
    }
}

/// A mistake inside a layer's call, and what the layer was called with.
package struct LayerCallError: Error {
    package let layerName: String
    package let className: String
    /// What went wrong.
    package let cause: any Error
    /// The arguments, one line each: `inputs=tf.Tensor(shape=(1, 3), dtype=float32)`.
    package let arguments: [String]
    /// Whether the call was one with symbols.
    package var isSymbolic = false

    /// Keras' words around a cause's own.
    package func message(_ cause: String) -> String {
        "Exception encountered when calling \(layer).\n\n\(cause)\n\nCall arguments received by \(layer):\n"
            + arguments.map { "  • \($0)" }.joined(separator: "\n")
    }

    private var layer: String {
        let quote = isSymbolic ? "\"" : "'"
        return "layer \(quote)\(layerName)\(quote) (type \(className))"
    }
}
