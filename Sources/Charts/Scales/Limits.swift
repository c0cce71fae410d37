/// The range that an axis shows.
package enum Limits {
    /// Ends that are apart enough to divide by: where they are not, `by` of their size is put between.
    package static func apart(
        _ low: Double, _ high: Double, by share: Double = 0.05, tiny: Double = 1e-15
    ) -> (low: Double, high: Double) {
        guard low.isFinite, high.isFinite else { return (-share, share) }
        let (low, high) = (min(low, high), max(low, high))
        let size = max(abs(low), abs(high))
        if size < 1e6 / tiny * Double.leastNormalMagnitude { return (-share, share) }
        guard high - low <= size * tiny else {
            return (high - low).isFinite ? (low, high) : (low / 4, high / 4)
        }
        if high == 0, low == 0 { return (-share, share) }
        return (low - share * abs(low), high + share * abs(high))
    }

    /// The range of data with room at its ends; ends at `sticky` numbers get none.
    package static func around(
        _ data: DataRange, sticky: [Double], margin: Double, scale: Scale
    ) -> (low: Double, high: Double) {
        if scale.isLogarithmic { return logarithmic(data, sticky, margin, scale) }
        let isEmpty = !(data.low <= data.high)
        let (low, high) = isEmpty ? (-0.05, 0.05) : apart(data.low, data.high)
        let (first, last) = (scale.forward(low), scale.forward(high))
        let room = (last - first) * margin
        guard room.isFinite else { return (low, high) }
        let tolerance = abs(high - low) * 1e-5 + 1e-12 * max(abs(low), abs(high))
        var (newLow, newHigh) = (scale.backward(first - room), scale.backward(last + room))
        if let bound = sticky.lazy.filter({ $0 <= low + tolerance }).max() {
            newLow = max(newLow, bound)
        }
        if let bound = sticky.lazy.filter({ $0 >= high - tolerance }).min() {
            newHigh = min(newHigh, bound)
        }
        return (newLow, newHigh)
    }

    private static func logarithmic(
        _ data: DataRange, _ sticky: [Double], _ margin: Double, _ scale: Scale
    ) -> (low: Double, high: Double) {
        var (low, high) = (data.lowPositive, data.high)
        guard low.isFinite, high.isFinite, low > 0, high >= low else { return (1, 10) }
        if low == high {
            let decade = Logarithm.ten(low)
            low = Logarithm.power(10, decade.rounded(.up) - 1)
            high = Logarithm.power(10, decade.rounded(.down) + 1)
        }
        let room = (scale.forward(high) - scale.forward(low)) * margin
        let newLow = scale.backward(scale.forward(low) - room)
        let newHigh = scale.backward(scale.forward(high) + room)
        guard newLow > 0, newHigh.isFinite else { return (low, high) }
        return (sticky.contains(low) ? low : newLow, sticky.contains(high) ? high : newHigh)
    }
}

/// The least and the greatest of some numbers; those that are not finite don't count.
package struct DataRange: Equatable, Sendable {
    package private(set) var low = Double.infinity
    package private(set) var high = -Double.infinity
    /// The least above zero, where logarithmic axes begin.
    package private(set) var lowPositive = Double.infinity

    package init() {}

    package init(_ values: some Sequence<Double>) { for value in values { add(value) } }

    package var isEmpty: Bool { low > high }

    package mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        low = min(low, value)
        high = max(high, value)
        if value > 0 { lowPositive = min(lowPositive, value) }
    }

    package mutating func add(_ other: DataRange) {
        low = min(low, other.low)
        high = max(high, other.high)
        lowPositive = min(lowPositive, other.lowPositive)
    }
}
