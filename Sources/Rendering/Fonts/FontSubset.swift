/// A font with the glyphs of some characters only, so that a page carries kilobytes instead of the whole.
struct FontSubset {
    private let font: TrueTypeFont
    /// The characters that the font has, in order, and behind the missing glyph theirs in the same order.
    private let characters: [Int]
    private let glyphs: [Int]

    init(of font: TrueTypeFont, keeping wanted: Set<Unicode.Scalar>) {
        self.font = font
        let found = wanted.map { Int($0.value) }.filter { $0 < 0xFFFF }.sorted()
            .compactMap { character in font.glyph(for: character).map { (character, $0) } }
        characters = found.map(\.0)
        glyphs = [0] + found.map(\.1)
    }

    /// The font file; nil when a glyph cannot be cut out by itself.
    func bytes() -> [UInt8]? {
        guard var head = font.table("head", atLeast: 54),
            var hhea = font.table("hhea", atLeast: 36), var maxp = font.table("maxp", atLeast: 32),
            let os2 = font.table("OS/2"), let (outlines, offsets) = outlines(),
            let metrics = metrics()
        else { return nil }
        head.set(u32: 0, at: 8)
        head.set(u16: 1, at: 50)
        hhea.set(u16: glyphs.count, at: 34)
        maxp.set(u16: glyphs.count, at: 4)
        // No hints: nothing of the machine that runs them is needed.
        for field in stride(from: 14, to: 28, by: 2) {
            maxp.set(u16: 0, at: field)
        }
        let tables: [(String, [UInt8])] = [
            ("OS/2", os2), ("cmap", characterMap), ("glyf", outlines), ("head", head),
            ("hhea", hhea),
            ("hmtx", metrics), ("loca", offsets), ("maxp", maxp), ("name", Self.noNames),
            ("post", Self.post),
        ]
        return Self.file(tables)
    }

    private func outlines() -> (outlines: [UInt8], offsets: [UInt8])? {
        var outlines: [UInt8] = []
        var offsets: [UInt8] = []
        for glyph in glyphs {
            offsets.append(u32: outlines.count)
            guard let outline = font.outline(of: glyph) else { return nil }
            outlines += outline
            outlines.pad()
        }
        offsets.append(u32: outlines.count)
        return (outlines, offsets)
    }

    private func metrics() -> [UInt8]? {
        var bytes: [UInt8] = []
        for glyph in glyphs {
            guard let (advance, bearing) = font.metrics(of: glyph) else { return nil }
            bytes.append(u16: advance)
            bytes.append(u16: bearing)
        }
        return bytes
    }

    /// A format 4 map: glyphs follow their characters, so a run of characters is one segment.
    private var characterMap: [UInt8] {
        var segments: [(start: Int, end: Int, delta: Int)] = []
        for (index, character) in characters.enumerated() {
            if let last = segments.last, last.end + 1 == character {
                segments[segments.count - 1].end = character
            } else {
                segments.append((character, character, index + 1 - character))
            }
        }
        segments.append((0xFFFF, 0xFFFF, 1))
        let power = Int.bitWidth - 1 - segments.count.leadingZeroBitCount
        var map: [UInt8] = []
        for field in [4, 16 + 8 * segments.count, 0, 2 * segments.count, 2 << power, power] {
            map.append(u16: field)
        }
        map.append(u16: 2 * segments.count - (2 << power))
        for segment in segments { map.append(u16: segment.end) }
        map.append(u16: 0)
        for segment in segments { map.append(u16: segment.start) }
        for segment in segments { map.append(u16: segment.delta & 0xFFFF) }
        for _ in segments { map.append(u16: 0) }
        // One table, for Windows' Unicode, twelve bytes from here.
        var table: [UInt8] = []
        for field in [0, 1, 3, 1, 0, 12] { table.append(u16: field) }
        return table + map
    }

    private static let noNames: [UInt8] = [0, 0, 0, 0, 0, 6]

    /// Version 3: glyphs have no names.
    private static let post: [UInt8] = [0, 3, 0, 0] + [UInt8](repeating: 0, count: 28)

    private static func file(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
        let power = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
        var file: [UInt8] = []
        file.append(u32: 0x10000)
        for field in [tables.count, 16 << power, power, 16 * tables.count - (16 << power)] {
            file.append(u16: field)
        }
        var offset = 12 + 16 * tables.count
        var body: [UInt8] = []
        var head = 0
        for (tag, bytes) in tables {
            file += Array(tag.utf8)
            for field in [sum(bytes), offset + body.count, bytes.count] { file.append(u32: field) }
            if tag == "head" { head = offset + body.count }
            body += bytes
            body.pad()
        }
        offset = file.count
        file += body
        file.set(u32: (0xB1B0_AFBA - sum(file)) & 0xFFFF_FFFF, at: head + 8)
        return file
    }

    /// The checksum of a table: its 32-bit words added up.
    private static func sum(_ bytes: [UInt8]) -> Int {
        var bytes = bytes
        bytes.pad()
        let reader = BigEndianReader(bytes: bytes)
        return stride(from: 0, to: bytes.count, by: 4).reduce(0) {
            ($0 + (reader.u32($1) ?? 0)) & 0xFFFF_FFFF
        }
    }
}
