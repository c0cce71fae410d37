/// Where an axis puts its ticks.
package enum TickLocator: Equatable, Sendable {
    /// At most `count` intervals of nice lengths; nil takes as many as the axis has room for.
    case nice(count: Int?, integer: Bool)
    case multiple(Double, offset: Double)
    case fixed([Double])
    case linear(count: Int)
    case log(base: Double)
    case symlog(base: Double, threshold: Double)
    case none

    /// More ticks than anybody can read; a locator that would make more makes none.
    static let limit = 1000

    /// The ticks for a range; some may lie just outside it. `room` is how many intervals have place.
    package func ticks(_ low: Double, _ high: Double, room: Int) -> [Double] {
        let (low, high) = (min(low, high), max(low, high))
        guard low.isFinite, high.isFinite else { return [] }
        switch self {
        case .none: return []
        case .fixed(let places): return Array(places.prefix(2 * Self.limit))
        case .nice(let count, let integer):
            let finder = NiceTicks(count: count ?? min(max(room, 1), 9), isInteger: integer)
            return finder.ticks(low, high)
        case .multiple(let step, let offset): return multiples(of: step, offset, low, high)
        case .linear(let count):
            guard count > 1, count <= Self.limit else { return count == 1 ? [low] : [] }
            return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
        case .log(let base): return LogTicks(base: base).major(low, high, room: room)
        case .symlog(let base, let threshold):
            return LogTicks(base: base).symmetric(low, high, threshold: threshold)
        }
    }

    /// The small ticks between.
    package func minorTicks(_ low: Double, _ high: Double, room: Int) -> [Double] {
        guard case .log(let base) = self, low.isFinite, high.isFinite else { return [] }
        return LogTicks(base: base).minor(min(low, high), max(low, high), room: room)
    }

    private func multiples(
        of step: Double, _ offset: Double, _ low: Double, _ high: Double
    ) -> [Double] {
        guard step > 0, step.isFinite, (high - low) / step < Double(Self.limit) else { return [] }
        let first = ((low - offset) / step - 1e-10).rounded(.up)
        let count = ((high - offset) / step + 1e-10).rounded(.down) - first
        guard count >= 0, count < Double(Self.limit) else { return [] }
        // One more at each end, as matplotlib has them; the axis leaves out what is outside.
        return (-1...(Int(count) + 1)).map { (first + Double($0)) * step + offset }
    }
}
