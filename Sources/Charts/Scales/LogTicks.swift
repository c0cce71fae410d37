/// Ticks at powers of a base.
struct LogTicks {
    let base: Double

    init(base: Double) { self.base = base > 1 && base.isFinite ? base : 10 }

    private func log(_ value: Double) -> Double {
        base == 10
            ? Logarithm.ten(value) : Logarithm.natural(value) / Logarithm.natural(base)
    }

    /// The powers in and next to a range, as many as there is room for.
    func major(_ low: Double, _ high: Double, room: Int) -> [Double] {
        guard low > 0, high > low else { return low > 0 ? [low] : [] }
        let (first, last) = (log(low), log(high))
        let stride = self.stride(first, last, room: room)
        let start = first.rounded(.down) - Double(stride)
        let count = ((last.rounded(.up) - start) / Double(stride)).rounded(.down) + 1
        guard count < Double(TickLocator.limit) else { return [] }
        return (0...Int(count)).map {
            Logarithm.power(base, start + Double($0 * stride))
        }
    }

    /// The multiples 2, 3, … of powers, where they stand apart enough to be told.
    func minor(_ low: Double, _ high: Double, room: Int) -> [Double] {
        guard low > 0, high > low, base <= 100 else { return [] }
        let (first, last) = (log(low).rounded(.down), log(high).rounded(.up))
        guard last - first < 100, stride(log(low), log(high), room: room) == 1 else { return [] }
        var ticks: [Double] = []
        for decade in Int(first)...Int(last) {
            for factor in Swift.stride(from: 2, to: base, by: 1) {
                ticks.append(factor * Logarithm.power(base, Double(decade)))
            }
        }
        return ticks.filter { $0 >= low && $0 <= high }
    }

    /// Powers on both sides of zero, and zero.
    func symmetric(_ low: Double, _ high: Double, threshold: Double) -> [Double] {
        let largest = max(abs(low), abs(high))
        guard largest > threshold, threshold > 0 else { return [low, 0, high] }
        let first = log(threshold).rounded(.up)
        let last = log(largest).rounded(.down)
        guard last - first < 100 else { return [0] }
        let step = max(1, Int((last - first + 1) / 4))
        let powers = Swift.stride(from: Int(first), through: Int(last), by: step).map {
            Logarithm.power(base, Double($0))
        }
        return (powers.reversed().map { -$0 } + [0] + powers).filter { $0 >= low && $0 <= high }
    }

    private func stride(_ first: Double, _ last: Double, room: Int) -> Int {
        let decades = last.rounded(.down) - first.rounded(.up)
        guard decades > 0, decades < 10_000 else { return 1 }
        return Int(decades) / min(max(room, 2), 9) + 1
    }
}
