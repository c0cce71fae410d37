import Testing

@testable import Tensors

@Suite struct ScalarsPrintAsNumPys {
    @Test func randomScalars() throws {
        for printed in try PrintedCase.load("printing_scalars") {
            let result =
                switch (printed.kind, printed.dtype) {
                case ("scalar", _): ScalarText.repr(printed.tensor, strings: printed.strings)
                case (_, "float64"): try formatted(printed, Double.self)
                case (_, "float32"): try formatted(printed, Float.self)
                default: try formatted(printed, Float16.self)
                }
            #expect(result == printed.expected, "\(printed.kind) \(printed.dtype)")
        }
    }

    private func formatted<Real: PrintableReal & TensorScalar>(
        _ printed: PrintedCase, _: Real.Type
    ) throws -> String {
        let value = printed.tensor.elements(of: Real.self)[0]
        func number(_ name: String) -> Int? { printed.argument(name).flatMap { Int($0) } }
        let digits = FloatText.Digits(
            precision: number("precision"), isUnique: printed.argument("unique") != "False",
            minimum: number("min_digits"),
            trim: printed.argument("trim").flatMap(FloatText.Trim.init) ?? .keep)
        let showsPlus = printed.argument("sign") == "True"
        return printed.kind == "positional"
            ? FloatText.positional(
                value, digits, countsFraction: printed.argument("fractional") != "False",
                showsPlus: showsPlus, padLeft: number("pad_left") ?? 0,
                padRight: number("pad_right"))
            : FloatText.scientific(
                value, digits, showsPlus: showsPlus, padLeft: number("pad_left") ?? 0,
                exponentDigits: number("exp_digits") ?? 2)
    }

    @Test(arguments: [
        (0.1, "0.1"), (1.0, "1.0"), (-0.0, "-0.0"), (1e16, "1e+16"), (1e15, "1000000000000000.0"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (1e23, "1e+23"), (.leastNonzeroMagnitude, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"), (.infinity, "inf"), (.nan, "nan"),
        (123456789.125, "123456789.125"), (2.5e-10, "2.5e-10"),
    ])
    func doubleLikePythonsFloat(_ value: Double, _ text: String) {
        #expect(FloatText.repr(value) == text)
    }

    @Test(arguments: [
        (Float(1) / 3, "0.33333334"), (16_777_216, "16777216.0"), (1e16, "1e+16"),
        (123_456_792, "123456790.0"), (0.0001, "1e-04"), (0.001, "0.001"),
        (.leastNonzeroMagnitude, "1e-45"),
    ])
    func floatInItsOwnDigits(_ value: Float, _ text: String) {
        #expect(FloatText.repr(value) == text)
    }

    @Test(arguments: [
        (Complex(1.0, 2.0), "(1+2j)"), (Complex(0.0, 2.5), "2.5j"), (Complex(-0.0, 1.0), "(-0+1j)"),
        (Complex(1.5, -0.0), "(1.5-0j)"), (Complex(.nan, -.infinity), "(nan-infj)"),
    ])
    func complexLikePythons(_ value: Complex<Double>, _ text: String) {
        #expect(ScalarText.repr(value) == text)
    }

    @Test func quotesAndEscapes() {
        #expect(QuotedText.string("it's") == "\"it's\"")
        #expect(QuotedText.string("both ' and \"") == "'both \\' and \"'")
        #expect(QuotedText.string("重要\n\u{7F}\u{200B}\u{1F600}") == "'重要\\n\\x7f\\u200b\u{1F600}'")
        #expect(QuotedText.bytes(Array("é\t'".utf8)) == "b\"\\xc3\\xa9\\t'\"")
    }

    @Test(arguments: [
        (0.1, 6, "0.1"), (1e10, 6, "1e+10"), (123456, 6, "123456"), (1e-5, 6, "1e-05"),
    ])
    func generalFormatLikeCs(_ value: Double, _ digits: Int, _ text: String) {
        #expect(FloatText.general(value, digits: digits) == text)
        #expect(FloatText.general(999999.5, digits: 6) == "1e+06")
        #expect(FloatText.general(0.5, digits: 17) == "0.5")
        #expect(FloatText.general(0.1, digits: 17) == "0.10000000000000001")
    }
}
