/// Ticks at multiples of 1, 2, 2.5 or 5 times a power of ten, as matplotlib chooses them.
struct NiceTicks {
    let count: Int
    var isInteger = false

    private static let steps = [1, 2, 2.5, 5, 10]
    /// The steps with the decades around them.
    private static let extended = [0.1, 0.2, 0.25, 0.5] + steps + [20]

    func ticks(_ low: Double, _ high: Double) -> [Double] {
        let (low, high) = Limits.apart(low, high, by: 1e-13, tiny: 1e-14)
        let intervals = Double(max(count, 1))
        let (scale, offset) = Self.scale(low, high, intervals)
        guard scale.isFinite, scale > 0 else { return [low, high] }
        let (near, far) = (low - offset, high - offset)
        var steps = Self.extended.map { $0 * scale }
        if isInteger { steps = steps.filter { $0 < 1 || abs($0 - $0.rounded()) < 0.001 } }
        let rough = (far - near) / intervals
        let largest = steps.firstIndex { $0 >= rough } ?? steps.count - 1
        var ticks: [Double] = []
        for step in steps[...largest].reversed() {
            let step =
                isInteger && far.rounded(.down) - near.rounded(.up) >= 1 ? max(1, step) : step
            ticks = self.ticks(near, far, step, offset)
            if ticks.count(where: { $0 >= near && $0 <= far }) >= 2 { break }
        }
        return ticks.map { $0 + offset }
    }

    private func ticks(_ near: Double, _ far: Double, _ step: Double, _ offset: Double) -> [Double]
    {
        let start = (near / step).rounded(.down) * step
        let low = Self.below(near - start, step, offset)
        let high = Self.above(far - start, step, offset)
        guard high - low < Double(TickLocator.limit), high >= low else { return [] }
        return (0...Int(high - low)).map { (low + Double($0)) * step + start }
    }

    /// The power of ten of an interval, and what to take away first from numbers far from zero.
    private static func scale(
        _ low: Double, _ high: Double, _ intervals: Double
    ) -> (scale: Double, offset: Double) {
        let length = abs(high - low)
        let middle = (high + low) / 2
        var offset = 0.0
        if abs(middle) / length >= 100 {
            offset = Logarithm.power(10, Logarithm.ten(abs(middle)).rounded(.down))
            if middle < 0 { offset = -offset }
        }
        return (Logarithm.power(10, Logarithm.ten(length / intervals).rounded(.down)), offset)
    }

    private static func isClose(_ a: Double, _ b: Double, _ step: Double, _ offset: Double) -> Bool
    {
        var tolerance = 1e-10
        if offset != 0 {
            let digits = Logarithm.ten(abs(offset) / step)
            tolerance = min(0.4999, max(1e-10, Logarithm.power(10, digits - 12)))
        }
        return abs(a - b) < tolerance
    }

    /// The last multiple at or below a place.
    private static func below(_ place: Double, _ step: Double, _ offset: Double) -> Double {
        let quotient = (place / step).rounded(.down)
        let rest = place - quotient * step
        return isClose(rest / step, 1, step, offset) ? quotient + 1 : quotient
    }

    /// The first multiple at or above a place.
    private static func above(_ place: Double, _ step: Double, _ offset: Double) -> Double {
        let quotient = (place / step).rounded(.down)
        let rest = place - quotient * step
        return isClose(rest / step, 0, step, offset) ? quotient : quotient + 1
    }
}
