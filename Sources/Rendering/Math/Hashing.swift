/// A fast checksum of bytes, to notice damage and to name things; no protection against a forger.
func checksum(_ bytes: some Collection<UInt8>) -> UInt64 {
    // FNV-1a.
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

extension UInt64 {
    /// Sixteen hexadecimal digits.
    var hexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
