import Glibc

/// The gamma function by Lanczos' approximation, step by step as CPython computes it, whose bits the C
/// library's functions do not give.
enum Lanczos {
    private static let g = 6.024680040776729583740234375

    /// The numerator of the rational sum for this g, the constant first.
    private static let numerator = [
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]

    /// The denominator: x (x + 1) … (x + 11).
    private static let denominator = [
        0.0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558,
        357_423, 32670, 1925, 66, 1,
    ]

    private static func sum(_ x: Double) -> Double {
        var (top, bottom) = (0.0, 0.0)
        // Powers of 1 / x keep large arguments from overflowing.
        for index in numerator.indices {
            if x < 5 {
                let last = numerator.count - 1 - index
                top = top * x + numerator[last]
                bottom = bottom * x + denominator[last]
            } else {
                top = top / x + numerator[index]
                bottom = bottom / x + denominator[index]
            }
        }
        return top / bottom
    }

    /// sin(πx) without the error of a rounded π near whole numbers.
    private static func sinePi(_ x: Double) -> Double {
        let y = fmod(abs(x), 2)
        let result: Double
        switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
        case 0: result = sin(.pi * y)
        case 1: result = cos(.pi * (y - 0.5))
        case 2: result = sin(.pi * (1 - y))
        case 3: result = -cos(.pi * (y - 1.5))
        default: result = sin(.pi * (y - 2))
        }
        return copysign(1, x) * result
    }

    /// Γ(x) for an x that is no pole.
    static func gamma(_ x: Double) -> Double {
        guard x.isFinite else { return x }
        // Factorials up to 22! are exact in a double.
        if x == x.rounded(), x > 0, x <= 23 {
            return (1..<max(Int(x), 2)).reduce(1.0) { $0 * Double($1) }
        }
        let size = abs(x)
        if size < 1e-20 { return 1 / x }
        if size > 200 { return x < 0 ? 0 / sinePi(x) : .infinity }
        let half = g - 0.5
        let y = size + half
        let error = size > half ? y - size - half : y - half - size
        let correction = error * g / y
        if x < 0 {
            let start = -.pi / sinePi(size) / size * exp(y) / sum(size)
            let result = start - correction * start
            if size < 140 { return result / pow(y, size - 0.5) }
            let root = pow(y, size / 2 - 0.25)
            return result / root / root
        }
        let start = sum(size) / exp(y)
        let result = start + correction * start
        if size < 140 { return result * pow(y, size - 0.5) }
        let root = pow(y, size / 2 - 0.25)
        return result * root * root
    }

    /// log |Γ(x)| for an x that is no pole.
    static func logGamma(_ x: Double) -> Double {
        guard x.isFinite else { return x.isNaN ? x : .infinity }
        if x == 1 || x == 2 { return 0 }
        let size = abs(x)
        if size < 1e-20 { return -log(size) }
        var result = log(sum(size)) - g
        result += (size - 0.5) * (log(size + g - 0.5) - 1)
        if x < 0 { result = log(.pi) - log(abs(sinePi(size))) - log(size) - result }
        return result
    }
}
