/// The hash with which a Content-Security-Policy names a script or a style (FIPS 180-4).
struct SHA256 {
    private static let constants: [UInt32] = fractions(ofRoot: 3, count: 64)
    private var state: [UInt32] = Self.fractions(ofRoot: 2, count: 8)

    /// The 32 bytes of the hash.
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        let bits = UInt64(message.count) * 8
        let padding = [0x80] + [UInt8](repeating: 0, count: (119 - message.count % 64) % 64)
        let padded =
            message + padding + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
        for start in stride(from: 0, to: padded.count, by: 64) {
            hash.mix(padded[start..<(start + 64)])
        }
        return hash.state.flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
        }
    }

    private mutating func mix(_ block: ArraySlice<UInt8>) {
        var words = [UInt32](repeating: 0, count: 64)
        for (index, byte) in block.enumerated() {
            words[index / 4] |= UInt32(byte) << (24 - 8 * (index % 4))
        }
        for t in 16..<64 {
            let (x, y) = (words[t - 15], words[t - 2])
            let low = Self.rotate(x, 7) ^ Self.rotate(x, 18) ^ (x >> 3)
            let high = Self.rotate(y, 17) ^ Self.rotate(y, 19) ^ (y >> 10)
            words[t] = words[t - 16] &+ low &+ words[t - 7] &+ high
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for t in 0..<64 {
            let high = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
            let first = h &+ high &+ ((e & f) ^ (~e & g)) &+ Self.constants[t] &+ words[t]
            let low = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
            let second = low &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }

    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    /// The first 32 bits of the fractional parts of the square or cube roots of the first primes.
    private static func fractions(ofRoot root: Int, count: Int) -> [UInt32] {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map { prime in fraction(of: UInt64(prime), root: root) }
    }

    /// Finds the largest x with x^root ≤ prime · 2^(32·root), exactly, and keeps its low 32 bits.
    private static func fraction(of prime: UInt64, root: Int) -> UInt32 {
        var low: UInt64 = 0
        var high: UInt64 = 1 << 37
        while high - low > 1 {
            let middle = (low + high) / 2
            if power(middle, root) <= scaled(prime, root) { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    private static func power(_ base: UInt64, _ exponent: Int) -> UInt128 {
        (0..<exponent).reduce(UInt128(1)) { product, _ in product * UInt128(base) }
    }

    private static func scaled(_ prime: UInt64, _ root: Int) -> UInt128 {
        UInt128(prime) << UInt128(32 * root)
    }
}
