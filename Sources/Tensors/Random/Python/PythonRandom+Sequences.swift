extension PythonRandom {
    /// An integer in [low, high], both included; the bounds must be in order.
    package mutating func randint(_ low: Int, _ high: Int) -> Int {
        low + below(high - low + 1)
    }

    /// Puts the items in random order.
    package mutating func shuffle<Item>(_ items: inout [Item]) {
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, below(index + 1))
        }
    }

    /// The places of `count` different items of `population`, in the order drawn.
    package mutating func sample(_ count: Int, of population: Int) -> [Int] {
        population <= poolLimit(count)
            ? sampleFromPool(count, population) : sampleBySet(count, population)
    }

    /// The places of `count` items of `population`, drawn with replacement.
    package mutating func choices(_ count: Int, of population: Int) -> [Int] {
        (0..<count).map { _ in Int(random() * Double(population)) }
    }

    /// The places of `count` items drawn with replacement, by the running sums of their weights.
    package mutating func choices(_ count: Int, cumulativeWeights: [Double]) -> [Int] {
        let total = cumulativeWeights[cumulativeWeights.count - 1]
        return (0..<count).map { _ in
            let target = random() * total
            return min(cumulativeWeights.firstIndex(above: target), cumulativeWeights.count - 1)
        }
    }

    /// Up to this size a list of all items is smaller than a set of the chosen ones.
    private func poolLimit(_ count: Int) -> Int {
        guard count > 5 else { return 21 }
        var setSize = 4
        while setSize < 3 * count { setSize *= 4 }
        return 21 + setSize
    }

    private mutating func sampleFromPool(_ count: Int, _ population: Int) -> [Int] {
        var pool = Array(0..<population)
        return (0..<count).map { index in
            let place = below(population - index)
            defer { pool[place] = pool[population - index - 1] }
            return pool[place]
        }
    }

    private mutating func sampleBySet(_ count: Int, _ population: Int) -> [Int] {
        var chosen: Set<Int> = []
        return (0..<count).map { _ in
            var place = below(population)
            while !chosen.insert(place).inserted { place = below(population) }
            return place
        }
    }
}
