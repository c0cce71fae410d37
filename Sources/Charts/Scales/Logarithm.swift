import Glibc

/// Logarithms and powers, without the rest of the C library's names.
enum Logarithm {
    static func ten(_ value: Double) -> Double { log10(value) }
    static func natural(_ value: Double) -> Double { log(value) }
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

    /// The power of ten that a number's first digit stands at.
    static func magnitude(_ value: Double) -> Int {
        let log = log10(abs(value)).rounded(.down)
        return log.isFinite ? Int(log) : 0
    }

    /// A power of ten, exact where it can be.
    static func ten(to exponent: Int) -> Double { pow(10, Double(exponent)) }
}

/// Sine and cosine.
enum Turning {
    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func cosine(_ angle: Double) -> Double { cos(angle) }
    static func angle(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
}
