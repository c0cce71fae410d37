/// How numbers are put on the colours of a map: linearly or by their logarithms.
package struct ColorScale: Equatable, Sendable {
    package var map: ColorMap
    package var low, high: Double
    package var isLogarithmic = false

    package init(_ map: ColorMap, low: Double, high: Double, isLogarithmic: Bool = false) {
        (self.map, self.low, self.high) = (map, low, high)
        self.isLogarithmic = isLogarithmic
    }

    /// The scale over the finite numbers among `values`, or between given ends.
    package init(_ map: ColorMap, over values: [Double], low: Double? = nil, high: Double? = nil) {
        let finite = values.lazy.filter(\.isFinite)
        self.init(map, low: low ?? finite.min() ?? 0, high: high ?? finite.max() ?? 1)
    }

    /// Where a number stands between the ends, 0 to 1.
    package func fraction(_ value: Double) -> Double {
        guard !value.isNaN else { return .nan }
        guard isLogarithmic else {
            return high == low ? 0 : (value / (high - low)) - low / (high - low)
        }
        guard value > 0, low > 0, high > low else { return value > 0 ? 0 : .nan }
        return Logarithm.ten(value / low) / Logarithm.ten(high / low)
    }

    package func color(_ value: Double) -> Color { map.color(fraction(value)) }
}
