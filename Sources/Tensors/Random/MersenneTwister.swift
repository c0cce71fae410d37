/// The 32-bit Mersenne Twister MT19937, beneath Python's `random` and NumPy's `RandomState`.
package struct MersenneTwister: Sendable, Equatable, Codable {
    private static let count = 624
    private static let middle = 397

    /// The 624 words of the state.
    package private(set) var words: [UInt32]
    /// How many words of the state have been given out, 0 to 624.
    package private(set) var position: Int

    /// The state that Knuth's linear recurrence makes of one word.
    package init(seed: UInt32) {
        words = [seed]
        words.reserveCapacity(Self.count)
        for index in 1..<Self.count {
            let last = words[index - 1]
            words.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
        }
        position = Self.count
    }

    /// The state that the reference's array initialisation makes of a key of one word or more.
    package init(key: [UInt32]) {
        precondition(!key.isEmpty)
        self.init(seed: 19_650_218)
        var index = 1
        var keyIndex = 0
        for _ in 0..<max(Self.count, key.count) {
            let mixed = words[index] ^ (shifted(before: index) &* 1_664_525)
            words[index] = mixed &+ key[keyIndex] &+ UInt32(keyIndex)
            advance(&index)
            keyIndex = (keyIndex + 1) % key.count
        }
        for _ in 1..<Self.count {
            let mixed = words[index] ^ (shifted(before: index) &* 1_566_083_941)
            words[index] = mixed &- UInt32(index)
            advance(&index)
        }
        words[0] = 0x8000_0000
    }

    /// A state that was saved earlier; nil unless it has 624 words and a position within them.
    package init?(words: [UInt32], position: Int) {
        guard words.count == Self.count, (0...Self.count).contains(position) else { return nil }
        self.words = words
        self.position = position
    }

    /// A state that was written down; throws where it is none.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        words = try container.decode([UInt32].self, forKey: .words)
        position = try container.decode(Int.self, forKey: .position)
        guard words.count == Self.count, (0...Self.count).contains(position) else {
            throw DecodingError.dataCorruptedError(
                forKey: .words, in: container, debugDescription: "not a state of the generator")
        }
    }

    private enum CodingKeys: CodingKey { case words, position }

    /// The next 32 bits.
    package mutating func next() -> UInt32 {
        if position == Self.count { refill() }
        var bits = words[position]
        position += 1
        bits ^= bits >> 11
        bits ^= (bits << 7) & 0x9D2C_5680
        bits ^= (bits << 15) & 0xEFC6_0000
        return bits ^ (bits >> 18)
    }

    /// The next 53 bits as a number in [0, 1).
    package mutating func nextDouble() -> Double {
        let high = Double(next() >> 5)
        let low = Double(next() >> 6)
        return (high * 67_108_864 + low) / 9_007_199_254_740_992
    }

    private func shifted(before index: Int) -> UInt32 {
        words[index - 1] ^ (words[index - 1] >> 30)
    }

    private mutating func advance(_ index: inout Int) {
        index += 1
        if index == Self.count {
            words[0] = words[Self.count - 1]
            index = 1
        }
    }

    private mutating func refill() {
        words.withUnsafeMutableBufferPointer { words in
            for index in 0..<Self.count {
                let following = words[(index + 1) % Self.count]
                let joined = (words[index] & 0x8000_0000) | (following & 0x7FFF_FFFF)
                let twisted = (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_B0DF)
                words[index] = words[(index + Self.middle) % Self.count] ^ twisted
            }
        }
        position = 0
    }
}
