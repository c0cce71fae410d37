/// The letters before a string's quote: `r`, `b`, `u`, `f`, `rb`, `fr`, in any case and order.
struct StringPrefix {
    private(set) var isRaw = false
    private(set) var isBytes = false
    private(set) var isFormatted = false

    /// The most letters a prefix has.
    static let maximumLength = 2

    /// No letters at all.
    init() {}

    /// nil when the letters are no prefix.
    init?(_ letters: ArraySlice<UInt8>) {
        guard letters.count <= Self.maximumLength else { return nil }
        for letter in letters {
            switch letter | 0x20 {
            case UInt8(ascii: "r") where !isRaw: isRaw = true
            case UInt8(ascii: "b") where !isBytes && !isFormatted: isBytes = true
            case UInt8(ascii: "f") where !isFormatted && !isBytes: isFormatted = true
            case UInt8(ascii: "u") where letters.count == 1: break
            default: return nil
            }
        }
    }
}
