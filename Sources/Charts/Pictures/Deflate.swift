/// Packs bytes with deflate's fixed codes and repeats of what came before.
struct Deflate {
    private var output: [UInt8] = [0x78, 0x01]
    private var buffer: UInt32 = 0
    private var filled = 0

    private static let window = 32_768
    /// Earlier places that are tried for a repeat.
    private static let tries = 16

    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var deflate = Deflate()
        deflate.pack(bytes)
        return deflate.output + deflate.adler(bytes)
    }

    private func adler(_ bytes: [UInt8]) -> [UInt8] {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return [high >> 8, high, low >> 8, low].map { UInt8(truncatingIfNeeded: $0) }
    }

    private mutating func pack(_ bytes: [UInt8]) {
        put(0b011, 3)
        var heads = [Int](repeating: -1, count: 1 << 15)
        var earlier = [Int](repeating: -1, count: bytes.count)
        func hash(_ index: Int) -> Int {
            (Int(bytes[index]) << 10 ^ Int(bytes[index + 1]) << 5 ^ Int(bytes[index + 2])) & 0x7FFF
        }
        var index = 0
        while index < bytes.count {
            var best = (length: 0, distance: 0)
            if index + 2 < bytes.count {
                best = longestRepeat(in: bytes, at: index, from: heads[hash(index)], earlier)
            }
            let step = best.length >= 3 ? best.length : 1
            if step > 1 {
                put(repeat: best.length, best.distance)
            } else {
                put(literal: bytes[index])
            }
            for place in index..<(index + step) where place + 2 < bytes.count {
                earlier[place] = heads[hash(place)]
                heads[hash(place)] = place
            }
            index += step
        }
        putCode(256)
        if filled > 0 { put(0, 8 - filled) }
    }

    private func longestRepeat(
        in bytes: [UInt8], at index: Int, from head: Int, _ earlier: [Int]
    ) -> (length: Int, distance: Int) {
        var best = (length: 0, distance: 0)
        var candidate = head
        var tries = Self.tries
        let limit = min(258, bytes.count - index)
        while candidate >= 0, index - candidate <= Self.window, tries > 0 {
            var length = 0
            while length < limit, bytes[candidate + length] == bytes[index + length] { length += 1 }
            if length > best.length { best = (length, index - candidate) }
            candidate = earlier[candidate]
            tries -= 1
        }
        return best
    }

    // MARK: Codes

    private mutating func put(_ bits: UInt32, _ count: Int) {
        buffer |= bits << UInt32(filled)
        filled += count
        while filled >= 8 {
            output.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            filled -= 8
        }
    }

    /// Huffman codes are written from their highest bit.
    private mutating func put(reversed code: UInt32, _ count: Int) {
        for bit in (0..<count).reversed() { put(code >> UInt32(bit) & 1, 1) }
    }

    private mutating func put(literal byte: UInt8) { putCode(Int(byte)) }

    private mutating func putCode(_ symbol: Int) {
        let code = UInt32(symbol)
        switch symbol {
        case 0...143: put(reversed: 0x30 + code, 8)
        case 144...255: put(reversed: 0x190 + code - 144, 9)
        case 256...279: put(reversed: code - 256, 7)
        default: put(reversed: 0xC0 + code - 280, 8)
        }
    }

    private mutating func put(repeat length: Int, _ distance: Int) {
        if length == 258 {
            putCode(285)
        } else {
            let (code, extra, bits) = Self.bucket(length - 3, firstBits: 4)
            putCode(257 + code)
            put(UInt32(extra), bits)
        }
        let (code, extra, bits) = Self.bucket(distance - 1, firstBits: 2)
        put(reversed: UInt32(code), 5)
        put(UInt32(extra), bits)
    }

    /// Deflate's buckets double every `firstBits` codes: which one a number is in, and where in it.
    private static func bucket(_ number: Int, firstBits count: Int) -> (Int, extra: Int, bits: Int)
    {
        if number < 2 * count { return (number, 0, 0) }
        let log = Int.bitWidth - 1 - number.leadingZeroBitCount
        let bits = log - (count == 4 ? 2 : 1)
        let step = number >> bits
        return (bits * count + step, number - step << bits, bits)
    }
}
