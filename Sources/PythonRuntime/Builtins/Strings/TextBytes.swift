/// The UTF-8 bytes of a text, as long as somebody reads them.
typealias TextBytes = UnsafeBufferPointer<UInt8>

extension String {
    /// Calls a body with the UTF-8 bytes, which live only as long as the call.
    @inline(__always)
    func withBytes<Result>(_ body: (TextBytes) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        return try Array(utf8).withUnsafeBufferPointer(body)
    }

    /// The text of a range of UTF-8 bytes that begins and ends between code points.
    @inline(__always)
    init(_ bytes: TextBytes, _ range: Range<Int>) {
        self = String(decoding: TextBytes(rebasing: bytes[range]), as: UTF8.self)
    }

    /// A text that a body writes as UTF-8 into a buffer of this many bytes; it gives how many it wrote.
    init(capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        self = String(unsafeUninitializedCapacity: capacity, initializingUTF8With: write)
    }
}

extension TextBytes {
    /// Whether all bytes are below 128; eight are looked at at once.
    var isASCII: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var offset = 0
        while offset &+ 8 <= raw.count {
            if raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
                != 0
            {
                return false
            }
            offset &+= 8
        }
        while offset < raw.count {
            if raw[offset] >= 0x80 { return false }
            offset &+= 1
        }
        return true
    }
}

extension UInt8 {
    /// Whether the byte begins a code point in UTF-8.
    @inline(__always) var beginsCodePoint: Bool { self & 0xC0 != 0x80 }
    @inline(__always) var isASCIIDigit: Bool { self &- 48 < 10 }
    @inline(__always) var isASCIIUpper: Bool { self &- 65 < 26 }
    @inline(__always) var isASCIILower: Bool { self &- 97 < 26 }
    @inline(__always) var isASCIILetter: Bool { (self | 32) &- 97 < 26 }
    /// The white space of `bytes`: blank, tab, line feed, vertical tab, form feed, carriage return.
    @inline(__always) var isByteSpace: Bool { self == 32 || self &- 9 < 5 }
    @inline(__always) var lowercased: UInt8 { isASCIIUpper ? self | 32 : self }
    @inline(__always) var uppercased: UInt8 { isASCIILower ? self & 0xDF : self }
    /// The value of a digit in a base up to 36; nil for any other byte.
    var digitValue: Int? {
        if isASCIIDigit { return Int(self) - 48 }
        return isASCIILetter ? Int(self | 32) - 87 : nil
    }
}
