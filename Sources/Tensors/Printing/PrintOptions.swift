/// How arrays are written: what `np.set_printoptions` sets.
package struct PrintOptions: Hashable, Sendable, Codable {
    /// Which digits of floats are shown.
    package enum FloatMode: String, Sendable, Codable {
        /// Always as many as the precision says.
        case fixed
        /// As many as tell a number from all others.
        case unique
        /// As many as that, up to the precision.
        case maxprec
        /// As many as that, up to the precision, and the same number for all elements.
        case maxprecEqual = "maxprec_equal"
    }

    /// What stands before numbers that are not negative.
    package enum Sign: String, Sendable, Codable {
        case nothing = "-"
        case plus = "+"
        case space = " "
    }

    /// Digits behind the point of a float.
    package var precision = 8
    /// From more elements than this on, only the edges are shown.
    package var threshold = 1000.0
    /// Elements shown at each edge of an axis.
    package var edgeItems = 3
    /// Characters in a line.
    package var lineWidth = 75
    /// Whether small numbers are written without an exponent.
    package var suppressesExponents = false
    /// What stands for a number that is none.
    package var nanText = "nan"
    /// What stands for infinity.
    package var infinityText = "inf"
    /// What stands before numbers that are not negative.
    package var sign = Sign.nothing
    /// Which digits of floats are shown.
    package var floatMode = FloatMode.maxprec

    /// NumPy's defaults.
    package init() {}
}
