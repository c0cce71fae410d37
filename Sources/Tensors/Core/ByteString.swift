/// One element of a string tensor: bytes, not characters.
package struct ByteString: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
    /// The bytes, usually UTF-8.
    package var bytes: [UInt8]

    /// The string made of `bytes`.
    package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// The UTF-8 bytes of `text`.
    package init(_ text: String) { bytes = Array(text.utf8) }

    package init(stringLiteral text: String) { self.init(text) }

    /// The bytes read as UTF-8, with damaged sequences replaced.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
