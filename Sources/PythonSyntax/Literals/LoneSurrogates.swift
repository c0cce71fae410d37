/// Code points as Python counts them, halves of surrogate pairs among them.
///
/// Swift's texts cannot hold such a half. 2048 code points of plane 14 that no version of Unicode assigns, and
/// that none is going to, stand for them.
extension Unicode.Scalar {
    private static var standIns: Range<UInt32> { 0xEF000..<0xEF800 }
    private static var surrogates: Range<UInt32> { 0xD800..<0xE000 }

    /// The scalar that stands for a code point; one that is too large becomes the replacement character.
    package init(codePoint: UInt32) {
        let isSurrogate = Self.surrogates.contains(codePoint)
        let value =
            isSurrogate
            ? codePoint - Self.surrogates.lowerBound + Self.standIns.lowerBound : codePoint
        self = Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// What Python's `ord` says.
    package var codePoint: UInt32 {
        isLoneSurrogate ? value - Self.standIns.lowerBound + Self.surrogates.lowerBound : value
    }

    /// Whether the scalar stands for half of a surrogate pair.
    package var isLoneSurrogate: Bool { Self.standIns.contains(value) }

    /// A byte that the UTF-8 of every stand-in begins with, and that is rare in any text.
    package static var loneSurrogateByte: UInt8 { 0xF3 }
}
