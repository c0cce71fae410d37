/// A short text on its way: ASCII bytes in an array, which grows faster than a string.
struct TextBytes {
    private(set) var bytes: [UInt8] = []

    /// A text that begins like this.
    init(_ start: String = "") {
        bytes.reserveCapacity(24)
        bytes += start.utf8
    }

    /// The text.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds `count` times the character, or nothing if the count is below zero.
    mutating func append(_ character: Unicode.Scalar, count: Int) {
        guard count > 0 else { return }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: character), count: count))
    }

    /// Adds the characters of `text`.
    mutating func append(_ text: String) {
        bytes += text.utf8
    }

    /// Adds the digits 0 to 9.
    mutating func append(digits: ArraySlice<UInt8>) {
        for digit in digits { bytes.append(digit + UInt8(ascii: "0")) }
    }
}
