/// UTF-8 with the faults that Python names.
enum UTF8Decoding {
    static func decode(_ bytes: TextBytes, from place: Int, into text: inout String)
        -> DecodingFault?
    {
        let rest = TextBytes(rebasing: bytes[place...])
        if let whole = String(validating: rest, as: UTF8.self) {
            text += whole
            return nil
        }
        var index = place
        while index < bytes.count {
            let length = sequenceLength(bytes, at: index)
            if let fault = length.fault { return fault }
            text += String(bytes, index..<(index + length.count))
            index += length.count
        }
        return nil
    }

    /// The bytes of the code point at a place, or what is wrong with them.
    private static func sequenceLength(_ bytes: TextBytes, at index: Int) -> (
        count: Int, fault: DecodingFault?
    ) {
        let first = bytes[index]
        if first < 0x80 { return (1, nil) }
        guard (0xC2...0xF4).contains(first) else {
            return (0, DecodingFault(range: index..<(index + 1), reason: "invalid start byte"))
        }
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        for offset in 1..<count {
            let place = index + offset
            guard place < bytes.count else {
                return (0, DecodingFault(range: index..<place, reason: "unexpected end of data"))
            }
            guard secondBytes(after: first, offset).contains(bytes[place]) else {
                return (0, DecodingFault(range: index..<place, reason: "invalid continuation byte"))
            }
        }
        return (count, nil)
    }

    /// The second byte rules out what is too long, a surrogate or too large.
    private static func secondBytes(after first: UInt8, _ offset: Int) -> ClosedRange<UInt8> {
        guard offset == 1 else { return 0x80...0xBF }
        switch first {
        case 0xE0: return 0xA0...0xBF
        case 0xED: return 0x80...0x9F
        case 0xF0: return 0x90...0xBF
        case 0xF4: return 0x80...0x8F
        default: return 0x80...0xBF
        }
    }
}

/// UTF-16 with the faults that Python names.
enum UTF16Decoding {
    static func decode(
        _ bytes: TextBytes, from place: Int, isBig: Bool, into text: inout String
    ) -> DecodingFault? {
        func unit(_ index: Int) -> UInt32 {
            let (a, b) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return isBig ? a << 8 | b : b << 8 | a
        }
        var index = place
        while index < bytes.count {
            guard index + 1 < bytes.count else {
                return DecodingFault(range: index..<(index + 1), reason: "truncated data")
            }
            let first = unit(index)
            if let scalar = Unicode.Scalar(first) {
                text.unicodeScalars.append(scalar)
                index += 2
                continue
            }
            guard first < 0xDC00 else {
                return DecodingFault(range: index..<(index + 2), reason: "illegal encoding")
            }
            guard index + 3 < bytes.count else {
                return DecodingFault(
                    range: index..<bytes.count, reason: "unexpected end of data")
            }
            let second = unit(index + 2)
            guard (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
            else {
                return DecodingFault(range: index..<(index + 2), reason: "illegal UTF-16 surrogate")
            }
            text.unicodeScalars.append(scalar)
            index += 4
        }
        return nil
    }
}

/// UTF-32 with the faults that Python names.
enum UTF32Decoding {
    static func decode(
        _ bytes: TextBytes, from place: Int, isBig: Bool, into text: inout String
    ) -> DecodingFault? {
        var index = place
        while index < bytes.count {
            guard index + 3 < bytes.count else {
                return DecodingFault(range: index..<bytes.count, reason: "truncated data")
            }
            let value = (0..<4).reduce(UInt32(0)) {
                $0 << 8 | UInt32(bytes[index + (isBig ? $1 : 3 - $1)])
            }
            guard let scalar = Unicode.Scalar(value) else {
                let reason =
                    value < 0x110000
                    ? "code point in surrogate code point range(0xd800, 0xe000)"
                    : "code point not in range(0x110000)"
                return DecodingFault(range: index..<(index + 4), reason: reason)
            }
            text.unicodeScalars.append(scalar)
            index += 4
        }
        return nil
    }
}
