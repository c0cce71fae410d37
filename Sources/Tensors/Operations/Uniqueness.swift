/// The different elements of a tensor, and where they stand.
package struct UniqueElements {
    /// The elements, each once.
    package let values: Tensor
    /// For each element of the tensor, in row-major order, the position among the values.
    package let positions: Tensor
    /// Where each value stands first.
    package let firstPlaces: Tensor
    /// How often each value occurs.
    package let counts: Tensor
}

extension Tensor {
    /// The different elements, ascending as NumPy gives them, or in the order of their first place as
    /// TensorFlow does.
    package func unique(sorted: Bool) throws -> UniqueElements {
        let line = try flattened()
        var (known, first, counts, positions) = ([Scalar: Int](), [Int64](), [Int64](), [Int64]())
        for (place, element) in line.scalars.enumerated() {
            if let position = known[element] {
                counts[position] += 1
                positions.append(Int64(position))
            } else {
                known[element] = first.count
                positions.append(Int64(first.count))
                first.append(Int64(place))
                counts.append(1)
            }
        }
        let found = UniqueElements(
            values: try line.gathered(Tensor(first)), positions: Tensor(positions),
            firstPlaces: Tensor(first), counts: Tensor(counts))
        return sorted ? try found.inAscendingOrder() : found
    }

    /// How often each whole number from 0 on occurs, up to the largest or to `minimumLength` - 1; with
    /// `weights`, their sums.
    package func binCounts(weights: Tensor? = nil, minimumLength: Int = 0) throws -> Tensor {
        let numbers = ints
        guard numbers.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.invalidArgument(
                operation: "Bincount", "'list' argument must have no negative elements")
        }
        let length = Swift.max(minimumLength, Swift.min(numbers.max() ?? -1, .max - 1) + 1)
        try Shape([length]).requireRoom(for: .int64)
        guard let weights = weights?.doubles else {
            var counts = Array(repeating: Int64(0), count: length)
            for number in numbers { counts[number] += 1 }
            return Tensor(counts)
        }
        var sums = Array(repeating: 0.0, count: length)
        for (number, weight) in zip(numbers, weights) { sums[number] += weight }
        return Tensor(sums)
    }
}

extension UniqueElements {
    fileprivate func inAscendingOrder() throws -> UniqueElements {
        let order = try values.sortOrder()
        let ranks = try order.sortOrder()
        return UniqueElements(
            values: try values.gathered(order), positions: try ranks.gathered(positions),
            firstPlaces: try firstPlaces.gathered(order), counts: try counts.gathered(order))
    }
}
