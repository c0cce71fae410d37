/// Turns the elements of one array into text, all in one format.
enum ElementText {
    /// The texts of the elements of `shown`, those of an array that will be seen.
    static func texts(
        of shown: Tensor, isPadded: Bool, _ options: PrintOptions, strings: StringFace
    ) -> [String] {
        switch shown.dtype {
        case .bool: booleans(shown.elements(of: Bool.self), isPadded: isPadded)
        case .float16: floats(shown.elements(of: Float16.self), options)
        case .float32: floats(shown.elements(of: Float.self), options)
        case .float64: floats(shown.elements(of: Double.self), options)
        case .complex64: complexes(shown.elements(of: Complex<Float>.self), options)
        case .complex128: complexes(shown.elements(of: Complex<Double>.self), options)
        case .string: shown.elements(of: ByteString.self).map(strings.repr)
        default: integers(shown.scalars)
        }
    }

    private static func booleans(_ values: [Bool], isPadded: Bool) -> [String] {
        values.map { $0 ? (isPadded ? " True" : "True") : "False" }
    }

    private static func integers(_ values: [Scalar]) -> [String] {
        let texts = values.map(ScalarText.repr)
        let width = texts.lazy.map(\.utf8.count).max() ?? 0
        return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    }

    private static func floats<Real: PrintableReal>(
        _ values: [Real], _ options: PrintOptions
    ) -> [String] {
        let column = FloatColumn(values, options)
        return values.map(column.text)
    }

    private static func complexes<Real: PrintableReal>(
        _ values: [Complex<Real>], _ options: PrintOptions
    ) -> [String] {
        var signed = options
        signed.sign = .plus
        let reals = FloatColumn(values.map(\.real), options)
        let imaginaries = FloatColumn(values.map(\.imaginary), signed)
        return values.map { reals.text($0.real) + imaginaryText(imaginaries.text($0.imaginary)) }
    }

    /// The `j` comes before the spaces that fill up the column.
    private static func imaginaryText(_ text: String) -> String {
        let spaces = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        return String(text.dropLast(spaces)) + "j" + String(repeating: " ", count: spaces)
    }
}
