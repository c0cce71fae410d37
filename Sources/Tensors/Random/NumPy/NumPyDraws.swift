/// The bits and the three basic distributions from which NumPy makes all others.
package protocol NumPyDraws {
    /// The next 32 bits.
    mutating func nextWord() -> UInt32
    /// The next 64 bits.
    mutating func nextLong() -> UInt64
    /// A number in [0, 1).
    mutating func nextDouble() -> Double
    /// A number of the standard normal distribution.
    mutating func standardNormal() -> Double
    /// A waiting time with mean 1.
    mutating func standardExponential() -> Double
}

extension NumPyDraws {
    /// An integer in [0, largest]: draws as many bits as `largest` has until they do not exceed it.
    mutating func masked(_ largest: UInt64) -> UInt64 {
        guard largest > 0 else { return 0 }
        let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
        while true {
            let bits = largest <= UInt64(UInt32.max) ? UInt64(nextWord()) : nextLong()
            if bits & mask <= largest { return bits & mask }
        }
    }

    /// Puts the items in random order.
    package mutating func shuffle<Item>(_ items: inout [Item]) {
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, Int(masked(UInt64(index))))
        }
    }

    /// The numbers 0 to count - 1 in random order.
    package mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        shuffle(&order)
        return order
    }

    /// The places of `count` items drawn with replacement and the given probabilities.
    package mutating func choice(_ count: Int, probabilities: [Double]) -> [Int] {
        let cumulative = probabilities.cumulativeShares
        return (0..<count).map { _ in cumulative.firstIndex(above: nextDouble()) }
    }

    /// The places of `count` different items, drawn with the given probabilities: draws that repeat an
    /// item are dropped and made good with the remaining probabilities.
    package mutating func distinctChoice(_ count: Int, probabilities: [Double]) -> [Int] {
        var left = probabilities
        var found: [Int] = []
        while found.count < count {
            let draws = (found.count..<count).map { _ in nextDouble() }
            for place in found { left[place] = 0 }
            let cumulative = left.cumulativeShares
            for draw in draws {
                let place = cumulative.firstIndex(above: draw)
                if !found.contains(place) { found.append(place) }
            }
        }
        return found
    }
}

extension [Double] {
    /// The running sums, divided by the last.
    fileprivate var cumulativeShares: [Double] {
        var sum = 0.0
        let sums = map { share in
            sum += share
            return sum
        }
        return sums.map { $0 / sum }
    }
}
