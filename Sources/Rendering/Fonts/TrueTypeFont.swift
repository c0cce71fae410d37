/// A TrueType font, read as far as cutting glyphs out of it needs.
struct TrueTypeFont {
    let reader: BigEndianReader
    private let tables: [String: Range<Int>]
    private let hasLongOffsets: Bool
    private let wideGlyphs: Int

    /// Nil for bytes that are no TrueType font, or a damaged one.
    init?(_ bytes: [UInt8]) {
        reader = BigEndianReader(bytes: bytes)
        guard reader.u32(0) == 0x10000, let count = reader.u16(4) else { return nil }
        var tables: [String: Range<Int>] = [:]
        for index in 0..<count {
            let record = 12 + 16 * index
            guard let tag = reader.slice(record..<(record + 4)), let start = reader.u32(record + 8),
                let length = reader.u32(record + 12), start + length <= bytes.count
            else { return nil }
            tables[String(decoding: tag, as: UTF8.self)] = start..<(start + length)
        }
        self.tables = tables
        guard let head = tables["head"], let hhea = tables["hhea"], head.count >= 54,
            let format = reader.i16(head.lowerBound + 50),
            let wide = reader.u16(hhea.lowerBound + 34), wide > 0
        else { return nil }
        hasLongOffsets = format != 0
        wideGlyphs = wide
    }

    /// A whole table's bytes; nil where the table is missing or shorter than its fields need.
    func table(_ tag: String, atLeast count: Int = 0) -> [UInt8]? {
        guard let range = tables[tag], range.count >= count else { return nil }
        return Array(reader.bytes[range])
    }

    /// The outline of a glyph without its hints; empty for a blank, nil for a composite or damaged one.
    func outline(of glyph: Int) -> [UInt8]? {
        guard let loca = tables["loca"], let glyf = tables["glyf"] else { return nil }
        func offset(_ index: Int) -> Int? {
            hasLongOffsets
                ? reader.u32(loca.lowerBound + 4 * index)
                : reader.u16(loca.lowerBound + 2 * index).map { $0 * 2 }
        }
        guard let start = offset(glyph), let end = offset(glyph + 1), start <= end,
            end <= glyf.count
        else { return nil }
        return unhinted((glyf.lowerBound + start)..<(glyf.lowerBound + end))
    }

    /// Hints call functions of tables that a subset does not carry.
    private func unhinted(_ range: Range<Int>) -> [UInt8]? {
        if range.isEmpty { return [] }
        guard let contours = reader.i16(range.lowerBound), contours >= 0 else { return nil }
        let hints = range.lowerBound + 10 + 2 * contours
        guard let length = reader.u16(hints), hints + 2 + length <= range.upperBound,
            let head = reader.slice(range.lowerBound..<hints)
        else { return nil }
        return head + [0, 0] + reader.bytes[(hints + 2 + length)..<range.upperBound]
    }

    /// The advance and the left side bearing of a glyph.
    func metrics(of glyph: Int) -> (advance: Int, bearing: Int)? {
        guard let hmtx = tables["hmtx"]?.lowerBound else { return nil }
        let wide = min(glyph, wideGlyphs - 1)
        let bearing =
            glyph < wideGlyphs
            ? hmtx + 4 * glyph + 2 : hmtx + 4 * wideGlyphs + 2 * (glyph - wideGlyphs)
        guard let advance = reader.u16(hmtx + 4 * wide), let value = reader.u16(bearing) else {
            return nil
        }
        return (advance, value)
    }

    /// The glyph of a character of the basic plane; nil where the font has none.
    func glyph(for character: Int) -> Int? {
        guard let map = characterMap, let doubled = reader.u16(map + 6) else { return nil }
        let (ends, starts) = (map + 14, map + 16 + doubled)
        for segment in stride(from: 0, to: doubled, by: 2) {
            guard let end = reader.u16(ends + segment), let start = reader.u16(starts + segment)
            else { return nil }
            guard character <= end else { continue }
            guard character >= start, let delta = reader.u16(starts + doubled + segment) else {
                return nil
            }
            let place = starts + 2 * doubled + segment
            guard let shift = reader.u16(place) else { return nil }
            if shift == 0 { return nonzero((character + delta) & 0xFFFF) }
            let glyph = reader.u16(place + shift + 2 * (character - start)).flatMap(nonzero)
            return glyph.map { ($0 + delta) & 0xFFFF }
        }
        return nil
    }

    private func nonzero(_ glyph: Int) -> Int? { glyph == 0 ? nil : glyph }

    /// Where the format 4 map for Windows' Unicode begins.
    private var characterMap: Int? {
        guard let cmap = tables["cmap"]?.lowerBound, let count = reader.u16(cmap + 2) else {
            return nil
        }
        for record in stride(from: cmap + 4, to: cmap + 4 + 8 * count, by: 8) {
            guard reader.u16(record) == 3, reader.u16(record + 2) == 1,
                let offset = reader.u32(record + 4)
            else { continue }
            return reader.u16(cmap + offset) == 4 ? cmap + offset : nil
        }
        return nil
    }
}
