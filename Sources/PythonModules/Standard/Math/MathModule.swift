import BigInt
import Glibc
import PythonRuntime

/// `math`.
enum MathModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("math", in: python)
        try m.set("pi", Double.pi)
        try m.set("e", M_E)
        try m.set("tau", 2 * Double.pi)
        try m.set("inf", Double.infinity)
        try m.set("nan", Double.nan)
        defineElementary(m)
        defineRounding(m)
        defineParts(m)
        defineTests(m)
        defineLogarithms(m)
        defineIntegers(m)
        defineSums(m)
        return m.module
    }

    /// A result that is not finite though the arguments are: CPython's two errors.
    static func checked(
        _ result: Double, _ arguments: Double..., in python: Interpreter
    ) throws -> Double {
        if result.isNaN, !arguments.contains(where: \.isNaN) { throw domainError(python) }
        if result.isInfinite, arguments.allSatisfy(\.isFinite) { throw rangeError(python) }
        return result
    }

    static func domainError(_ python: Interpreter) -> PythonError {
        python.valueError("math domain error")
    }

    static func rangeError(_ python: Interpreter) -> PythonError {
        python.error("OverflowError", "math range error")
    }

    /// Functions of one number whose every infinite result means a pole or an overflow.
    private static func defineElementary(_ m: ModuleBuilder) {
        let functions: [(String, (Double) -> Double)] = [
            ("sqrt", { $0.squareRoot() }), ("exp", exp), ("exp2", exp2), ("expm1", expm1),
            ("sin", sin), ("cos", cos), ("tan", tan), ("asin", asin), ("acos", acos),
            ("atan", atan), ("sinh", sinh), ("cosh", cosh), ("tanh", tanh), ("asinh", asinh),
            ("acosh", acosh), ("erf", erf), ("erfc", erfc), ("cbrt", cbrt), ("fabs", { abs($0) }),
        ]
        for (name, function) in functions {
            m.def("\(name)(x, /)") { (python: Interpreter, x: Double) in
                try checked(function(x), x, in: python)
            }
        }
        m.def("atanh(x, /)") { (python: Interpreter, x: Double) -> Double in
            guard abs(x) != 1 else { throw domainError(python) }
            return try checked(atanh(x), x, in: python)
        }
        m.def("degrees(x, /)") { (_: Interpreter, x: Double) in x * (180 / Double.pi) }
        m.def("radians(x, /)") { (_: Interpreter, x: Double) in x * (Double.pi / 180) }
        m.def("atan2(y, x, /)") { (_: Interpreter, y: Double, x: Double) in atan2(y, x) }
        m.def("pow(x, y, /)") { (python: Interpreter, x: Double, y: Double) -> Double in
            if x == 0, y < 0, y.isFinite { throw domainError(python) }
            return try checked(pow(x, y), x, y, in: python)
        }
        m.def("fmod(x, y, /)") { (python: Interpreter, x: Double, y: Double) in
            try checked(fmod(x, y), x, y, in: python)
        }
        m.def("remainder(x, y, /)") { (python: Interpreter, x: Double, y: Double) in
            try checked(remainder(x, y), x, y, in: python)
        }
        m.def("gamma(x, /)") { (python: Interpreter, x: Double) -> Double in
            let isPole = x <= 0 && x == x.rounded()
            if isPole { throw domainError(python) }
            return try checked(Lanczos.gamma(x), x, in: python)
        }
        m.def("lgamma(x, /)") { (python: Interpreter, x: Double) -> Double in
            if x <= 0, x == x.rounded(), x.isFinite { throw domainError(python) }
            return try checked(Lanczos.logGamma(x), x, in: python)
        }
    }

    private static func defineRounding(_ m: ModuleBuilder) {
        let roundings: [(String, Special, FloatingPointRoundingRule)] = [
            ("floor", .floor, .down), ("ceil", .ceil, .up), ("trunc", .trunc, .towardZero),
        ]
        for (name, special, rule) in roundings {
            m.def("\(name)(x, /)") { (python: Interpreter, x: Value) -> Value in
                if case .float(let number) = x {
                    return try integer(number.rounded(rule), python)
                }
                if let method = python.type(of: x).special(special) {
                    return try python.apply(method, special, x)
                }
                if special == .trunc {
                    throw python.typeError(
                        "type \(python.typeName(x)) doesn't define __trunc__ method")
                }
                return try integer(python.double(x).rounded(rule), python)
            }
        }
    }

    private static func integer(_ x: Double, _ python: Interpreter) throws -> Value {
        if x.isNaN { throw python.valueError("cannot convert float NaN to integer") }
        guard x.isFinite else {
            throw python.error("OverflowError", "cannot convert float infinity to integer")
        }
        return Int(exactly: x).map { .int($0) } ?? python.integer(BigInt(x))
    }

    private static func defineParts(_ m: ModuleBuilder) {
        m.def("copysign(x, y, /)") { (_: Interpreter, x: Double, y: Double) in copysign(x, y) }
        m.def("nextafter(x, y, /)") { (_: Interpreter, x: Double, y: Double) in nextafter(x, y) }
        m.def("ulp(x, /)") { (_: Interpreter, x: Double) -> Double in
            x.isFinite ? abs(x).ulp : abs(x)
        }
        m.def("modf(x, /)") { (python: Interpreter, x: Double) -> Value in
            if x.isInfinite { return try python.pair(copysign(0, x), x) }
            let whole = x.rounded(.towardZero)
            return try python.pair(copysign(x - whole, x), whole)
        }
        m.def("frexp(x, /)") { (python: Interpreter, x: Double) -> Value in
            var exponent: Int32 = 0
            let mantissa = x.isFinite ? Glibc.frexp(x, &exponent) : x
            return try python.pair(mantissa, Int(exponent))
        }
        m.def("ldexp(x, i, /)") { (python: Interpreter, x: Double, i: BigInt) -> Double in
            if x == 0 || !x.isFinite { return x }
            let exponent = Int32(clamping: Int(clamping: i))
            return try checked(ldexp(x, exponent), x, in: python)
        }
    }

    private static func defineTests(_ m: ModuleBuilder) {
        m.def("isfinite(x, /)") { (_: Interpreter, x: Double) in x.isFinite }
        m.def("isinf(x, /)") { (_: Interpreter, x: Double) in x.isInfinite }
        m.def("isnan(x, /)") { (_: Interpreter, x: Double) in x.isNaN }
        m.def(
            """
            isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)

            Whether two numbers are close to each other.
            """
        ) {
            (python: Interpreter, a: Double, b: Double, relative: Double, absolute: Double) -> Bool
            in
            guard relative >= 0, absolute >= 0 else {
                throw python.valueError("tolerances must be non-negative")
            }
            if a == b { return true }
            guard a.isFinite, b.isFinite else { return false }
            let difference = abs(b - a)
            return difference <= abs(relative * b) || difference <= abs(relative * a)
                || difference <= absolute
        }
    }
}
