/// Single numbers, truth values and strings as NumPy's scalars write themselves.
package enum ScalarText {
    /// A number, a truth value or bytes of the widest type of its kind.
    package static func repr(_ scalar: Scalar) -> String {
        switch scalar {
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .unsigned(let value): String(value)
        case .float(let value): FloatText.repr(value)
        case .complex(let value): repr(value)
        case .bytes(let value): QuotedText.bytes(value.bytes)
        }
    }

    /// The element of a tensor of count 1, with the digits of its own type.
    package static func repr(_ tensor: Tensor, strings: StringFace = .bytes) -> String {
        switch tensor.dtype {
        case .float16: FloatText.repr(tensor.elements(of: Float16.self)[0])
        case .float32: FloatText.repr(tensor.elements(of: Float.self)[0])
        case .complex64: repr(tensor.elements(of: Complex<Float>.self)[0])
        case .string: strings.repr(tensor.elements(of: ByteString.self)[0])
        default: repr(tensor.item)
        }
    }

    /// As `repr`, but text without quotes.
    package static func str(_ tensor: Tensor, strings: StringFace = .bytes) -> String {
        tensor.dtype == .string
            ? strings.str(tensor.elements(of: ByteString.self)[0]) : repr(tensor)
    }

    /// `(1+2j)`, or `2j` where the real part is a plain zero.
    package static func repr<Real: PrintableReal>(_ number: Complex<Real>) -> String {
        let imaginary = part(number.imaginary) + "j"
        if number.real == 0 && number.real.sign == .plus { return imaginary }
        let sign = number.imaginary.sign == .minus && !number.imaginary.isNaN ? "" : "+"
        return "(" + part(number.real) + sign + imaginary + ")"
    }

    private static func part<Real: PrintableReal>(_ x: Real) -> String {
        let text = FloatText.repr(x)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
