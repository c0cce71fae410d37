/// How the numbers of an axis become lengths.
package enum Scale: Equatable, Sendable {
    case linear
    case log(base: Double)
    /// Linear between `-threshold` and `threshold`, logarithmic outside.
    case symlog(base: Double, threshold: Double)

    /// A number on the scale's own straight line; NaN where it has no place.
    package func forward(_ value: Double) -> Double {
        switch self {
        case .linear: return value
        case .log(let base):
            return value > 0 ? Logarithm.natural(value) / Logarithm.natural(base) : .nan
        case .symlog(let base, let threshold):
            let size = abs(value)
            let unit = base / (base - 1)
            guard size > threshold else { return value * unit }
            let far =
                threshold * (unit + Logarithm.natural(size / threshold) / Logarithm.natural(base))
            return value < 0 ? -far : far
        }
    }

    /// The number at a place of the scale's straight line.
    package func backward(_ place: Double) -> Double {
        switch self {
        case .linear: return place
        case .log(let base): return Logarithm.power(base, place)
        case .symlog(let base, let threshold):
            let unit = base / (base - 1)
            let size = abs(place)
            guard size > threshold * unit else { return place / unit }
            let far = threshold * Logarithm.power(base, size / threshold - unit)
            return place < 0 ? -far : far
        }
    }

    package var isLinear: Bool { self == .linear }

    package var isLogarithmic: Bool {
        if case .log = self { true } else { false }
    }
}
