/// What the elements of a string array are in Python.
package enum StringFace: Sendable {
    /// Bytes objects, as TensorFlow's string tensors hold them.
    case bytes
    /// Strings, as NumPy's arrays of text hold them: in room for `width` characters, or nil for the
    /// longest one.
    case text(width: Int? = nil)

    /// The element as Python's `repr` writes it.
    func repr(_ element: ByteString) -> String {
        switch self {
        case .bytes: QuotedText.bytes(element.bytes)
        case .text: QuotedText.string(element.text)
        }
    }

    /// The element as Python's `str` writes it.
    func str(_ element: ByteString) -> String {
        switch self {
        case .bytes: QuotedText.bytes(element.bytes)
        case .text: element.text
        }
    }

    /// The type of an array of such elements in NumPy.
    func typeText(_ elements: [ByteString]) -> String {
        guard case .text(let width) = self else { return "object" }
        let longest = elements.lazy.map { $0.text.unicodeScalars.count }.max() ?? 0
        return "'<U\(width ?? max(longest, 1))'"
    }
}
