/// How many digits plain tick labels have, and what they have in common that is written once.
struct ScalarFormat {
    /// Taken away from every number.
    private var offset = 0.0
    /// The power of ten that every number is divided by.
    private var exponent = 0
    private var decimals = 0

    /// How many digits must be saved before numbers lose a common part.
    private static let offsetDigits = 4

    init(_ ticks: [Double], _ low: Double, _ high: Double, _ style: TickFormatter.ScalarStyle) {
        let seen = ticks.filter { $0 >= low && $0 <= high && $0.isFinite }
        if style.usesOffset { offset = Self.commonPart(seen) }
        if style.isScientific { exponent = power(seen, low, high, style) }
        decimals = digits(ticks, low, high)
    }

    private static func commonPart(_ ticks: [Double]) -> Double {
        guard let low = ticks.min(), let high = ticks.max(), low != high, !(low <= 0 && 0 <= high)
        else { return 0 }
        let (small, large) = (min(abs(low), abs(high)), max(abs(low), abs(high)))
        let top = Int(Logarithm.ten(large).rounded(.up))
        func part(_ value: Double, _ power: Int) -> Double {
            (value / Logarithm.ten(to: power)).rounded(.down)
        }
        let bottom = top - 330
        var power = top
        while power > bottom, part(small, power) == part(large, power) { power -= 1 }
        power += 1
        if (large - small) / Logarithm.ten(to: power) <= 1e-2 {
            power = top
            while power > bottom, part(large, power) - part(small, power) <= 1 { power -= 1 }
            power += 1
        }
        let common = part(large, power)
        guard common >= Logarithm.ten(to: offsetDigits - 1) else { return 0 }
        return (low < 0 ? -1 : 1) * common * Logarithm.ten(to: power)
    }

    private func power(
        _ ticks: [Double], _ low: Double, _ high: Double, _ style: TickFormatter.ScalarStyle
    ) -> Int {
        guard let largest = ticks.lazy.map(abs).max() else { return 0 }
        let magnitude =
            offset != 0
            ? Logarithm.magnitude(high - low) : largest == 0 ? 0 : Logarithm.magnitude(largest)
        return magnitude <= style.lowPower || magnitude >= style.highPower ? magnitude : 0
    }

    private func digits(_ ticks: [Double], _ low: Double, _ high: Double) -> Int {
        let isShort = ticks.count < 5
        let all = (isShort ? ticks + [low, high] : ticks).map(scaled).filter(\.isFinite)
        guard let least = all.min(), let most = all.max() else { return 0 }
        var range = most - least
        if range == 0 { range = all.lazy.map(abs).max() ?? 0 }
        if range == 0 { range = 1 }
        let magnitude = Logarithm.magnitude(range)
        let places = isShort ? Array(all.prefix(ticks.count)) : all
        var digits = min(max(0, 3 - magnitude), 300)
        let threshold = 1e-3 * Logarithm.ten(to: magnitude)
        while digits >= 0 {
            let unit = Logarithm.ten(to: digits)
            let error = places.lazy.map { abs($0 - ($0 * unit).rounded() / unit) }.max() ?? 0
            guard error < threshold else { break }
            digits -= 1
        }
        return digits + 1
    }

    private func scaled(_ value: Double) -> Double {
        (value - offset) / Logarithm.ten(to: exponent)
    }

    func text(_ value: Double) -> String {
        let number = scaled(value)
        return Decimal.text(abs(number) < 1e-8 ? 0 : number, decimals: decimals)
    }

    /// What is written at the end of the axis: `1e6`, `+1.2e3`.
    var end: String {
        var text = exponent == 0 ? "" : "1e\(exponent)"
        if offset != 0 { text += (offset > 0 ? "+" : "") + Decimal.scientific(offset) }
        return text.replacingMinus
    }
}

extension String {
    /// With the minus sign of print in place of hyphens.
    var replacingMinus: String { String(map { $0 == "-" ? "\u{2212}" : $0 }) }
}
