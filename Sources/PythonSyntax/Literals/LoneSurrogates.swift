/// Code points as Python counts them, halves of surrogate pairs among them.
///
/// Swift's texts cannot hold such a half. The last 2048 code points, which are for private use and which nobody
/// uses, stand for them.
extension Unicode.Scalar {
    private static var standIns: UInt32 { 0x10F800 }
    private static var surrogates: Range<UInt32> { 0xD800..<0xE000 }

    /// The scalar that stands for a code point; one that is too large becomes the replacement character.
    package init(codePoint: UInt32) {
        let isSurrogate = Self.surrogates.contains(codePoint)
        let value =
            isSurrogate ? codePoint - Self.surrogates.lowerBound + Self.standIns : codePoint
        self = Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// What Python's `ord` says.
    package var codePoint: UInt32 {
        isLoneSurrogate ? value - Self.standIns + Self.surrogates.lowerBound : value
    }

    /// Whether the scalar stands for half of a surrogate pair.
    package var isLoneSurrogate: Bool { value >= Self.standIns }
}
