/// Numbers as font files hold them, the high byte first; nil outside the bytes.
struct BigEndianReader {
    let bytes: [UInt8]

    func u16(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= bytes.count else { return nil }
        return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    }

    func i16(_ offset: Int) -> Int? { u16(offset).map { $0 < 0x8000 ? $0 : $0 - 0x10000 } }

    func u32(_ offset: Int) -> Int? {
        guard let high = u16(offset), let low = u16(offset + 2) else { return nil }
        return high << 16 | low
    }

    func slice(_ range: Range<Int>) -> ArraySlice<UInt8>? {
        range.lowerBound >= 0 && range.upperBound <= bytes.count ? bytes[range] : nil
    }
}

extension [UInt8] {
    mutating func append(u16 value: Int) {
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    mutating func append(u32 value: Int) {
        append(u16: value >> 16 & 0xFFFF)
        append(u16: value & 0xFFFF)
    }

    mutating func set(u16 value: Int, at offset: Int) {
        self[offset] = UInt8(truncatingIfNeeded: value >> 8)
        self[offset + 1] = UInt8(truncatingIfNeeded: value)
    }

    mutating func set(u32 value: Int, at offset: Int) {
        set(u16: value >> 16 & 0xFFFF, at: offset)
        set(u16: value & 0xFFFF, at: offset + 2)
    }

    /// Zeros up to a multiple of four, as the tables of a font begin.
    mutating func pad() {
        while count % 4 != 0 { append(0) }
    }
}
