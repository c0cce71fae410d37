import Diagnostics

/// Finds bytes that are not UTF-8.
enum EncodingCheck {
    /// A warning at the first such line; nil where all is well.
    static func diagnostic(for note: NoteText) -> Diagnostic? {
        let bytes = note.bytes
        guard let first = firstInvalid(bytes) else { return nil }
        var hints = ["they are shown as �; save the file as UTF-8"]
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            hints = ["the file looks like UTF-16; save it as UTF-8"]
        } else if looksLikeGBK(bytes[first...]) {
            hints.append("the file looks like GBK: `iconv -f GB18030 -t UTF-8` converts it")
        }
        return Diagnostic(
            .warning, "these bytes are not UTF-8", at: note.place(first..<first + 1), hints: hints)
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var position = 0
        while position < bytes.count {
            guard bytes[position] >= 0x80 else {
                position += 1
                continue
            }
            let length = sequenceLength(bytes[position...].prefix(4))
            if length == 0 { return position }
            position += length
        }
        return nil
    }

    /// The length of the well-formed sequence that the bytes begin with, or zero.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 0 }
        return UTF8.width(scalar)
    }

    /// Whether most of the bytes beyond ASCII come in pairs, as in the old Chinese encodings.
    private static func looksLikeGBK(_ bytes: ArraySlice<UInt8>) -> Bool {
        var pairs = 0
        var position = bytes.startIndex
        while position + 1 < bytes.endIndex, pairs < 200 {
            guard bytes[position] >= 0x80 else {
                position += 1
                continue
            }
            guard (0x81...0xFE).contains(bytes[position]), bytes[position + 1] >= 0x40 else {
                return false
            }
            pairs += 1
            position += 2
        }
        return pairs > 3
    }
}
