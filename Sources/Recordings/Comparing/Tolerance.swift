/// How far two numbers may lie apart.
package struct Tolerance: Sendable, Equatable {
    /// The part of the wanted number.
    package var relative: Double
    package var absolute: Double

    package init(relative: Double, absolute: Double) {
        self.relative = relative
        self.absolute = absolute
    }

    /// Forgives another order of summation in float32, and nothing that a reader would call another result.
    package static let usual = Tolerance(relative: 1e-4, absolute: 1e-6)

    func allows(_ wanted: Double, _ found: Double) -> Bool {
        wanted == found || (wanted.isNaN && found.isNaN)
            || abs(wanted - found) <= max(absolute, relative * max(abs(wanted), abs(found)))
    }

    /// The distance as a part of the wanted number.
    static func relativeError(_ wanted: Double, _ found: Double) -> Double {
        if wanted == found { return 0 }
        return abs(wanted - found) / max(abs(wanted), .leastNormalMagnitude)
    }
}
