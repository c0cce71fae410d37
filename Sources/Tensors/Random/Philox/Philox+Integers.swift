extension Philox {
    /// The stream's first `count` words.
    func words(_ count: Int) -> [UInt32] {
        var stream = PhiloxWords(self)
        return (0..<count).map { _ in stream.next() }
    }

    /// The stream's first `count` pairs of words, the earlier word in the low half.
    func longWords(_ count: Int) -> [UInt64] {
        var stream = PhiloxWords(self)
        return (0..<count).map { _ in
            let low = UInt64(stream.next())
            return UInt64(stream.next()) << 32 | low
        }
    }

    /// `count` integers in [low, high), by remainder as TensorFlow takes them: slightly biased.
    func uniform(_ count: Int, from low: Int32, to high: Int32) -> [Int32] {
        let range = UInt32(bitPattern: high &- low)
        return words(count).map { low &+ Int32(bitPattern: $0 % range) }
    }

    /// `count` integers in [low, high), by remainder as TensorFlow takes them: slightly biased.
    func uniform(_ count: Int, from low: Int64, to high: Int64) -> [Int64] {
        let range = UInt64(bitPattern: high &- low)
        return longWords(count).map { low &+ Int64(bitPattern: $0 % range) }
    }

    /// For each place of a shuffled sequence of `count` items, the item that comes to stand there.
    package func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        var stream = PhiloxWords(self)
        for index in 0..<max(count - 1, 0) {
            order.swapAt(index, index + Int(stream.next()) % (count - index))
        }
        return order
    }
}
