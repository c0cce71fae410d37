/// A paragraph's text without the prefixes of its lines, which knows where each byte stands in the
/// note.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []
    private var parts: [(start: Int, source: Int)] = []

    /// Lines are joined by line feeds, and by a zero byte where a displayed formula was cut out.
    init(_ note: NoteText, slices: [TextSlice]) {
        for slice in slices {
            if !parts.isEmpty { bytes.append(slice.followsDisplay ? 0 : ASCII.newline) }
            parts.append((bytes.count, slice.range.lowerBound))
            bytes += note.bytes[slice.range]
        }
    }

    /// The note's offset of the byte at `offset`.
    func source(_ offset: Int) -> Int {
        var low = 0
        var high = parts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if parts[middle].start <= offset { low = middle } else { high = middle }
        }
        return parts[low].source + offset - parts[low].start
    }

    /// The note's bytes of a range that is not empty.
    func source(_ range: Range<Int>) -> Range<Int> {
        source(range.lowerBound)..<source(range.upperBound - 1) + 1
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The scalar that ends before `offset`; nil at the start.
    func scalar(before offset: Int) -> Unicode.Scalar? {
        var start = offset - 1
        while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start < 0 ? nil : string(start..<offset).unicodeScalars.last
    }

    /// The scalar that begins at `offset`; nil at the end.
    func scalar(at offset: Int) -> Unicode.Scalar? {
        string(offset..<min(offset + 4, bytes.count)).unicodeScalars.first
    }
}

/// A part of a paragraph's line, the container's prefix left out.
struct TextSlice: Sendable {
    var range: Range<Int>
    /// Whether a displayed formula stands between this slice and the one before.
    var followsDisplay = false
}
