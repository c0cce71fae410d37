/// Tensors and variables as TensorFlow writes them.
package struct TensorText {
    private let arrays: ArrayText

    /// Text whose arrays are written with these options.
    package init(_ options: PrintOptions = PrintOptions()) {
        arrays = ArrayText(options)
    }

    /// `repr(tensor)`.
    package func repr(_ tensor: Tensor) -> String {
        "<tf.Tensor: shape=\(tensor.shape), dtype=\(tensor.dtype.name), "
            + "numpy=\(numpyText(tensor))>"
    }

    /// `str(tensor)`.
    package func str(_ tensor: Tensor) -> String {
        let text = arrays.str(tensor)
        let lineBreak = text.contains("\n") ? "\n" : ""
        return "tf.Tensor(\(lineBreak)\(text), shape=\(tensor.shape), dtype=\(tensor.dtype.name))"
    }

    /// `repr(variable)` of a variable such as `kernel:0`.
    package func repr(variable name: String, _ value: Tensor) -> String {
        "<tf.Variable '\(name)' shape=\(value.shape) dtype=\(value.dtype.name), "
            + "numpy=\(numpyText(value))>"
    }

    /// The text of an `IndexedSlices` or ragged value's parts, and of anything else that shows a tensor
    /// as NumPy does: an array on a line of its own if it needs several.
    package func numpyText(_ tensor: Tensor) -> String {
        let text = tensor.rank == 0 ? ScalarText.repr(tensor) : arrays.repr(tensor)
        return text.contains("\n") ? "\n" + text : text
    }
}
