extension NumPyGenerator {
    /// `random`: numbers in [0, 1).
    package mutating func doubles(_ count: Int) -> [Double] {
        (0..<count).map { _ in nextDouble() }
    }

    /// `random(dtype=np.float32)`.
    package mutating func floats(_ count: Int) -> [Float] {
        (0..<count).map { _ in nextFloat() }
    }

    /// `standard_normal`.
    package mutating func normals(_ count: Int) -> [Double] {
        (0..<count).map { _ in standardNormal() }
    }

    /// `standard_normal(dtype=np.float32)`.
    package mutating func normalFloats(_ count: Int) -> [Float] {
        (0..<count).map { _ in standardNormalFloat() }
    }

    /// `integers`: from `low` through `high`, drawn with `bits` bits as the result's type has (1 for
    /// bool).
    package mutating func integers(
        _ count: Int, from low: Int, through high: Int, bits: Int = 64
    ) -> [Int] {
        let range = UInt64(bitPattern: Int64(high &- low))
        guard bits < 32, range > 0 else {
            return (0..<count).map { _ in low &+ Int(truncatingIfNeeded: bounded(range)) }
        }
        var pieces = WordPieces(bits: bits)
        return (0..<count).map { _ in low + Int(bounded(UInt32(range), bits, &pieces)) }
    }

    /// `bytes`: whole words, the lowest byte first.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let word = nextWord()
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) }
        }
        return Array(bytes.prefix(max(count, 0)))
    }

    /// `choice` without probabilities and with replacement: places among `population` items.
    package mutating func choice(_ count: Int, of population: Int) -> [Int] {
        integers(count, from: 0, through: population - 1)
    }

    /// `choice` without probabilities and without replacement: Floyd's sampling, or the tail of a
    /// shuffle where a large part of a large population is asked for.
    package mutating func distinctChoice(
        _ count: Int, of population: Int, shuffled: Bool = true
    ) -> [Int] {
        if population > 10000 && count > population / (shuffled ? 50 : 20) {
            var order = Array(0..<population)
            shuffle(&order, from: max(population - count, 1))
            return Array(order.suffix(count))
        }
        var chosen: Set<Int> = []
        var order = (population - count..<population).map { last in
            let draw = Int(bounded(UInt64(last)))
            let place = chosen.contains(draw) ? last : draw
            chosen.insert(place)
            return place
        }
        if shuffled { shuffle(&order, from: 1) }
        return order
    }

    private mutating func shuffle(_ order: inout [Int], from first: Int) {
        for index in stride(from: order.count - 1, through: first, by: -1) {
            order.swapAt(index, Int(bounded(UInt64(index))))
        }
    }

    /// An integer in [0, largest], by Lemire's multiplication.
    private mutating func bounded(_ largest: UInt64) -> UInt64 {
        if largest == 0 { return 0 }
        if largest == .max { return nextLong() }
        if largest == UInt64(UInt32.max) { return UInt64(nextWord()) }
        if largest < UInt64(UInt32.max) {
            return lemire(largest + 1, width: 32) { generator in UInt64(generator.nextWord()) }
        }
        let bound = largest + 1
        let threshold = (0 &- bound) % bound
        while true {
            let product = nextLong().multipliedFullWidth(by: bound)
            if product.low >= threshold { return product.high }
        }
    }

    private mutating func bounded(
        _ largest: UInt32, _ bits: Int, _ pieces: inout WordPieces
    ) -> UInt64 {
        if largest == UInt32.max >> UInt32(32 - bits) { return UInt64(pieces.next(&self)) }
        return lemire(UInt64(largest) + 1, width: UInt64(bits)) { generator in
            UInt64(pieces.next(&generator))
        }
    }

    private mutating func lemire(
        _ bound: UInt64, width: UInt64, _ draw: (inout NumPyGenerator) -> UInt64
    ) -> UInt64 {
        let mask = UInt64(1) << width - 1
        let threshold = (mask + 1 - bound) % bound
        while true {
            let product = draw(&self) * bound
            if product & mask >= threshold { return product >> width }
        }
    }
}
