import PythonSyntax

/// The encodings of texts that a note may name.
enum Codec {
    case utf8, utf8Signed, ascii, latin1
    case utf16(ByteOrder?), utf32(ByteOrder?)

    enum ByteOrder { case little, big }

    /// The encoding of a name, whatever its case and punctuation; nil for an unknown one.
    init?(name: String) {
        let normal = String(
            decoding: name.utf8.map { byte in
                byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
                    ? UInt8(ascii: "_") : byte.lowercased
            }, as: UTF8.self)
        switch normal {
        case "utf_8", "utf8", "u8", "utf", "cp65001", "utf8_ucs2", "utf8_ucs4": self = .utf8
        case "utf_8_sig": self = .utf8Signed
        case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "iso646_us": self = .ascii
        case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "latin",
            "l1":
            self = .latin1
        case "utf_16", "utf16", "u16": self = .utf16(nil)
        case "utf_16_le", "utf_16le": self = .utf16(.little)
        case "utf_16_be", "utf_16be": self = .utf16(.big)
        case "utf_32", "utf32", "u32": self = .utf32(nil)
        case "utf_32_le", "utf_32le": self = .utf32(.little)
        case "utf_32_be", "utf_32be": self = .utf32(.big)
        default: return nil
        }
    }

    /// How errors call the encoding.
    var name: String {
        switch self {
        case .utf8, .utf8Signed: "utf-8"
        case .ascii: "ascii"
        case .latin1: "latin-1"
        case .utf16(let order): order == .big ? "utf-16-be" : "utf-16-le"
        case .utf32(let order): order == .big ? "utf-32-be" : "utf-32-le"
        }
    }
}

/// Bytes that are no text: where, and why.
struct DecodingFault {
    let range: Range<Int>
    let reason: String
}

extension Codec {
    /// Decodes up to the first fault from a place on: appends to the text and gives the fault.
    func decode(_ bytes: TextBytes, from place: Int, into text: inout String) -> DecodingFault? {
        switch self {
        case .utf8, .utf8Signed: UTF8Decoding.decode(bytes, from: place, into: &text)
        case .ascii: decodeBytes(bytes, from: place, limit: 0x80, into: &text)
        case .latin1: decodeBytes(bytes, from: place, limit: 0x100, into: &text)
        case .utf16(let order):
            UTF16Decoding.decode(bytes, from: place, isBig: order == .big, into: &text)
        case .utf32(let order):
            UTF32Decoding.decode(bytes, from: place, isBig: order == .big, into: &text)
        }
    }

    private func decodeBytes(
        _ bytes: TextBytes, from place: Int, limit: Int, into text: inout String
    ) -> DecodingFault? {
        for index in place..<bytes.count {
            guard bytes[index] < limit else {
                return DecodingFault(
                    range: index..<(index + 1), reason: "ordinal not in range(128)")
            }
            text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        }
        return nil
    }

    /// The bytes of a text whose code points all have a form in the encoding.
    func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch self {
        case .utf8, .utf8Signed: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        case .ascii, .latin1: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case .utf16(let order):
            for unit in UTF16.encode(scalar) ?? .init() {
                let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
                bytes.append(contentsOf: order == .big ? [high, low] : [low, high])
            }
        case .utf32(let order):
            let value = order == .big ? scalar.value.bigEndian : scalar.value.littleEndian
            withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
        }
    }

    /// The first code point without a form in the encoding.
    var limit: UInt32 {
        switch self {
        case .ascii: 0x80
        case .latin1: 0x100
        default: 0x110000
        }
    }

    /// Whether the encoding has a form for the code point.
    func canEncode(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < limit && !scalar.isLoneSurrogate
    }

    /// How the encoding would write half of a surrogate pair.
    func surrogateBytes(_ value: UInt32) -> [UInt8] {
        let (high, low) = (UInt8(value >> 8), UInt8(truncatingIfNeeded: value))
        switch self {
        case .utf16(let order): return order == .big ? [high, low] : [low, high]
        case .utf32(let order): return order == .big ? [0, 0, high, low] : [low, high, 0, 0]
        default:
            return [
                0xED, 0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F), 0x80 | low & 0x3F,
            ]
        }
    }

    /// Half of a surrogate pair that is written at a place, and how many bytes it takes.
    func surrogate(in bytes: [UInt8], at place: Int) -> (value: UInt32, count: Int)? {
        switch self {
        case .utf16, .utf32:
            let isBig =
                switch self {
                case .utf16(.big), .utf32(.big): true
                default: false
                }
            let count = if case .utf16 = self { 2 } else { 4 }
            guard place + count <= bytes.count else { return nil }
            let unit = bytes[place..<(place + count)]
            let value = (isBig ? Array(unit) : unit.reversed()).reduce(UInt32(0)) {
                $0 << 8 | UInt32($1)
            }
            return (0xD800..<0xE000).contains(value) ? (value, count) : nil
        case .utf8, .utf8Signed:
            guard place + 3 <= bytes.count, bytes[place] == 0xED,
                (0xA0...0xBF).contains(bytes[place + 1]), bytes[place + 2] & 0xC0 == 0x80
            else { return nil }
            let value =
                0xD000 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
            return (value, 3)
        default: return nil
        }
    }

    /// How errors of encoding call it.
    var encoderName: String {
        switch self {
        case .utf16(nil): "utf-16"
        case .utf32(nil): "utf-32"
        default: name
        }
    }

    /// The bytes before a text: the mark that tells the order of bytes.
    var signature: [UInt8] {
        switch self {
        case .utf8Signed: [0xEF, 0xBB, 0xBF]
        case .utf16(nil): [0xFF, 0xFE]
        case .utf32(nil): [0xFF, 0xFE, 0, 0]
        default: []
        }
    }
}
