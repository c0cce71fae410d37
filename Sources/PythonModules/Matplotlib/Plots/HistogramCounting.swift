import Charts
import PythonRuntime

/// Puts numbers into bins and counts them, as a call of `hist` asks.
struct HistogramCounting {
    let edges: [Double]
    private let isDensity: Bool
    private let weights: [[Double]]?
    private let cumulation: Cumulation

    /// More bins than a picture has pixels.
    private static let binLimit = 100_000

    init(_ series: [[Double]], _ call: inout PlotCall) throws {
        let python = call.python
        let data = call.data
        let bins = call.next("bins")
        let range = try call.next("range").flatMap { $0.isNone ? nil : try data.numbers($0) }
        isDensity = try call.next("density").map { try python.isTrue($0) } ?? false
        let weightValue = call.next("weights").flatMap { $0.isNone ? nil : $0 }
        weights = try weightValue.map { try data.series($0) }
        cumulation =
            try call.next("cumulative").map { try Cumulation($0, python) } ?? Cumulation.none
        let usual = bins == nil ? Self.usualCount(call.settings) : nil
        edges = try Self.edges(bins ?? usual, over: series.flatMap { $0 }, range, python)
    }

    /// The heights of each series; stacked ones on top of each other.
    func counts(of series: [[Double]], isStacked: Bool) -> [[Double]] {
        var counts = series.enumerated().map { index, numbers in
            Self.counts(numbers, edges, weights.map { index < $0.count ? $0[index] : [] })
        }
        if isDensity, !isStacked { counts = counts.map { Self.density($0, edges) } }
        counts = counts.map { cumulation.sum($0, edges, isDensity: isDensity) }
        return isStacked ? stacked(counts) : counts
    }

    private func stacked(_ counts: [[Double]]) -> [[Double]] {
        var counts = counts
        for index in counts.indices.dropFirst() {
            counts[index] = zip(counts[index], counts[index - 1]).map(+)
        }
        guard isDensity, let top = counts.last else { return counts }
        let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
        let total = zip(top, widths).reduce(0) { $0 + $1.0 * $1.1 }
        return counts.map { $0.map { total > 0 ? $0 / total : 0 } }
    }

    // MARK: Bins

    /// `rcParams['hist.bins']`, which a note may have set to a number of either kind.
    private static func usualCount(_ settings: PlotSettings) -> Value? {
        guard case .float(let count)? = settings.values["hist.bins"] else {
            return settings.values["hist.bins"]
        }
        return Int(exactly: count).map(Value.int)
    }

    static func edges(
        _ value: Value?, over numbers: [Double], _ range: [Double]?, _ python: Interpreter
    ) throws -> [Double] {
        if let value, let object = value.object, value.text == nil, value.integer == nil,
            !(object is ScalarObject)
        {
            let edges = try PlotData(python).numbers(value)
            guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw python.valueError("`bins` must increase monotonically, when an array")
            }
            return edges
        }
        let finite = numbers.filter(\.isFinite)
        var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        if let range, range.count == 2 { (low, high) = (range[0], range[1]) }
        guard low.isFinite, high.isFinite, low <= high else {
            throw python.valueError("max must be larger than min in range parameter.")
        }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let count: Int
        if value?.text != nil {
            count = automaticCount(finite, low, high)
        } else {
            count = try value.map { $0.isNone ? 10 : try python.index($0) } ?? 10
        }
        guard count >= 1, count <= binLimit else {
            throw python.valueError("`bins` must be positive, when an integer")
        }
        return (0...count).map { low + (high - low) * Double($0) / Double(count) }
    }

    /// Freedman's and Diaconis's width or Sturges's, whichever is smaller: `bins='auto'`.
    private static func automaticCount(_ numbers: [Double], _ low: Double, _ high: Double) -> Int {
        guard numbers.count > 1 else { return 1 }
        let sorted = numbers.sorted()
        let quartiles = Quantiles(sorted)
        let spread = quartiles[0.75] - quartiles[0.25]
        let count = Double(numbers.count)
        let sturges = (high - low) / (PlotMath.log10(count) / PlotMath.log10(2) + 1)
        let width = 2 * spread / PlotMath.power(count, 1 / 3)
        let best = width > 0 ? min(width, sturges) : sturges
        guard best > 0 else { return 1 }
        return Int(min(max(((high - low) / best).rounded(.up), 1), Double(binLimit)))
    }

    private static func counts(_ numbers: [Double], _ edges: [Double], _ weights: [Double]?)
        -> [Double]
    {
        var counts = [Double](repeating: 0, count: edges.count - 1)
        for (index, number) in numbers.enumerated() {
            guard let bin = bin(of: number, edges) else { continue }
            counts[bin] += weights.map { index < $0.count ? $0[index] : 0 } ?? 1
        }
        return counts
    }

    /// The bin of a number; the last one has its right end too.
    static func bin(of number: Double, _ edges: [Double]) -> Int? {
        guard let last = edges.last, number >= edges[0], number <= last else { return nil }
        var (low, high) = (0, edges.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if number >= edges[middle] { low = middle } else { high = middle }
        }
        return low
    }

    private static func density(_ counts: [Double], _ edges: [Double]) -> [Double] {
        let total = counts.reduce(0, +)
        return zip(counts, zip(edges, edges.dropFirst())).map { count, ends in
            total > 0 && ends.1 > ends.0 ? count / (ends.1 - ends.0) / total : 0
        }
    }

    /// Which way counts are added up.
    private enum Cumulation {
        case none, forward, backward

        init(_ value: Value, _ python: Interpreter) throws {
            let isOn = try python.isTrue(value)
            self = !isOn ? .none : (value.integer ?? 1) < 0 ? .backward : .forward
        }

        func sum(_ counts: [Double], _ edges: [Double], isDensity: Bool) -> [Double] {
            guard self != .none else { return counts }
            let widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
            let parts = isDensity ? zip(counts, widths).map(*) : counts
            var sum = 0.0
            let ordered = self == .forward ? parts : parts.reversed()
            let sums = ordered.map { part -> Double in
                sum += part
                return sum
            }
            return self == .forward ? sums : sums.reversed()
        }
    }
}
