/// How an axis writes the numbers at its ticks.
package enum TickFormatter: Equatable, Sendable {
    /// Plain numbers with as many digits as tell them apart.
    case scalar(ScalarStyle)
    /// Powers: `10²`.
    case power(base: Double)
    /// The words for the ticks, in their order.
    case fixed([String])
    /// A share of `whole` in percent.
    case percent(whole: Double, decimals: Int?, symbol: String)
    /// `printf`'s notation with one number, or a template such as `{x:.2f}`, already made a text for each tick
    /// by whoever knows the notation.
    case prepared([Double: String])
    case none

    package struct ScalarStyle: Equatable, Sendable {
        package var usesOffset = true
        package var isScientific = true
        /// Magnitudes from which on a common power of ten is taken out.
        package var lowPower = -5
        package var highPower = 6

        package init() {}
    }

    /// The labels of ticks on an axis that shows `low` to `high`, and what is written at the axis's end.
    func labels(_ ticks: [Double], _ low: Double, _ high: Double) -> (texts: [String], end: String)
    {
        switch self {
        case .none: return (ticks.map { _ in "" }, "")
        case .fixed(let words):
            return (ticks.indices.map { $0 < words.count ? words[$0] : "" }, "")
        case .prepared(let words): return (ticks.map { words[$0] ?? "" }, "")
        case .power(let base): return (ticks.map { Self.power($0, base) }, "")
        case .percent(let whole, let decimals, let symbol):
            let share = { (value: Double) in value / whole * 100 }
            let digits = decimals ?? Self.percentDigits(abs(share(high) - share(low)))
            return (
                ticks.map { Decimal.text(share($0), decimals: digits, minus: "-") + symbol }, ""
            )
        case .scalar(let style):
            let plan = ScalarFormat(ticks, min(low, high), max(low, high), style)
            return (ticks.map(plan.text), plan.end)
        }
    }

    private static func percentDigits(_ range: Double) -> Int {
        guard range > 0, range.isFinite, range <= 50 else { return 0 }
        return min(max(Int((2 - Logarithm.ten(2 * range)).rounded(.up)), 0), 5)
    }

    private static func power(_ value: Double, _ base: Double) -> String {
        guard value != 0 else { return "$0$" }
        let sign = value < 0 ? "-" : ""
        let exponent =
            base == 10
            ? Logarithm.ten(abs(value))
            : Logarithm.natural(abs(value)) / Logarithm.natural(base)
        let whole = exponent.rounded()
        let name = base == base.rounded() ? Decimal.text(base, decimals: 0) : "\(base)"
        guard abs(exponent - whole) > 1e-6 else {
            return "$\(sign)\(name)^{\(Decimal.text(whole, decimals: 0, minus: "-"))}$"
        }
        let below = exponent.rounded(.down)
        let factor = Decimal.shortest(Logarithm.power(base, exponent - below))
        return
            "$\(sign)\(factor)\\times\(name)^{\(Decimal.text(below, decimals: 0, minus: "-"))}$"
    }
}
