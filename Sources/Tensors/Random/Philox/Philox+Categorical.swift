extension Philox {
    /// `samples` classes for each of the rows of `logits` [rows, classes], as one row after another.
    func categorical<Real: PhiloxReal>(
        logits: [Real], rows: Int, classes: Int, samples: Int
    ) -> [Int64] {
        var stream = PhiloxWords(self)
        var drawn: [Int64] = []
        drawn.reserveCapacity(rows * samples)
        for row in 0..<rows {
            let cumulative = Self.cumulative(logits[row * classes..<(row + 1) * classes])
            let total = cumulative.last ?? 0
            for _ in 0..<samples {
                let high = stream.next()
                let target = Double.unit(high: high, low: stream.next()) * total
                drawn.append(Int64(cumulative.firstIndex(above: target)))
            }
        }
        return drawn
    }

    /// Running sums of the classes' weights; a logit that is not finite weighs nothing.
    private static func cumulative<Real: PhiloxReal>(_ logits: ArraySlice<Real>) -> [Double] {
        let largest = Double(logits.lazy.filter(\.isFinite).max() ?? 0)
        var total = 0.0
        return logits.map { logit in
            if logit.isFinite { total += libmExp(Double(logit) - largest) }
            return total
        }
    }
}

extension [Double] {
    /// In ascending numbers, the index of the first above `target`; `count` if there is none.
    func firstIndex(above target: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
