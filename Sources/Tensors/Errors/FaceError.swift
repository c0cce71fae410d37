/// A mistake in the words of one face: the Python exception and its message.
package struct FaceError: Error, Hashable, Sendable {
    /// The exception's class, such as `ValueError`.
    package let exception: String
    /// What `str(exception)` gives.
    package let message: String

    /// The exception `exception` saying `message`.
    package init(_ exception: String, _ message: String) {
        self.exception = exception
        self.message = message
    }
}
