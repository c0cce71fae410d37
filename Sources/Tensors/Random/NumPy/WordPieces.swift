/// Pieces of 1, 8 or 16 bits cut from 32-bit words, lowest first; they live for one call of NumPy.
struct WordPieces {
    private let bits: Int
    private var word: UInt32 = 0
    private var left = 0

    /// Pieces of `bits` bits.
    init(bits: Int) {
        self.bits = bits
    }

    /// The next piece.
    mutating func next(_ source: inout some NumPyDraws) -> UInt32 {
        if left == 0 {
            word = source.nextWord()
            left = 32 / bits
        } else {
            word >>= UInt32(bits)
        }
        left -= 1
        return word & (UInt32.max >> UInt32(32 - bits))
    }
}
