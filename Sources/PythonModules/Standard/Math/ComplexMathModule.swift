import Glibc
import PythonRuntime

/// `cmath`.
enum ComplexMathModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("cmath", in: python)
        try m.set("pi", Double.pi)
        try m.set("e", M_E)
        try m.set("tau", 2 * Double.pi)
        try m.set("inf", Double.infinity)
        try m.set("nan", Double.nan)
        try m.set("infj", ComplexObject(0, .infinity, in: python))
        try m.set("nanj", ComplexObject(0, .nan, in: python))
        defineFunctions(m)
        definePolar(m)
        defineTests(m)
        return m.module
    }

    private static func number(_ value: Value, _ python: Interpreter) throws -> ComplexNumber {
        if let number = try python.complexOperand(value) { return number }
        return ComplexNumber(try python.double(value))
    }

    private static func defineFunctions(_ m: ModuleBuilder) {
        let functions: [(String, (ComplexNumber) -> ComplexNumber)] = [
            ("exp", exponential), ("sqrt", root),
            (
                "cos",
                {
                    ComplexNumber(
                        cos($0.real) * cosh($0.imaginary), -sin($0.real) * sinh($0.imaginary))
                }
            ),
            (
                "sin",
                {
                    ComplexNumber(
                        sin($0.real) * cosh($0.imaginary), cos($0.real) * sinh($0.imaginary))
                }
            ),
            (
                "cosh",
                {
                    ComplexNumber(
                        cosh($0.real) * cos($0.imaginary), sinh($0.real) * sin($0.imaginary))
                }
            ),
            (
                "sinh",
                {
                    ComplexNumber(
                        sinh($0.real) * cos($0.imaginary), cosh($0.real) * sin($0.imaginary))
                }
            ),
        ]
        for (name, function) in functions {
            m.def("\(name)(z, /)") { (python: Interpreter, z: Value) -> Value in
                let result = function(try number(z, python))
                if try number(z, python).isFinite, !result.isFinite {
                    throw MathModule.rangeError(python)
                }
                return .object(ComplexObject(result, in: python))
            }
        }
        m.def("log(z, base=..., /)") { (python: Interpreter, z: Value, base: Value?) -> Value in
            let result = try logarithm(number(z, python), python)
            guard let base else { return .object(ComplexObject(result, in: python)) }
            let divisor = try logarithm(number(base, python), python)
            guard let quotient = result.divided(by: divisor) else {
                throw python.error("ZeroDivisionError", "complex division by zero")
            }
            return .object(ComplexObject(quotient, in: python))
        }
        m.def("log10(z, /)") { (python: Interpreter, z: Value) -> Value in
            let result = try logarithm(number(z, python), python)
            return .object(
                ComplexObject(result.real / M_LN10, result.imaginary / M_LN10, in: python))
        }
    }

    private static func exponential(_ z: ComplexNumber) -> ComplexNumber {
        let length = exp(z.real)
        return ComplexNumber(length * cos(z.imaginary), length * sin(z.imaginary))
    }

    private static func logarithm(_ z: ComplexNumber, _ python: Interpreter) throws -> ComplexNumber
    {
        guard !z.isZero else { throw MathModule.domainError(python) }
        return ComplexNumber(log(z.magnitude), atan2(z.imaginary, z.real))
    }

    private static func root(_ z: ComplexNumber) -> ComplexNumber {
        if z.isZero { return ComplexNumber(0, z.imaginary) }
        let (x, y) = (abs(z.real) / 8, abs(z.imaginary) / 8)
        let s = 2 * (x + hypot(x, y)).squareRoot()
        let d = abs(z.imaginary) / (2 * s)
        return z.real >= 0
            ? ComplexNumber(s, copysign(d, z.imaginary))
            : ComplexNumber(d, copysign(s, z.imaginary))
    }

    private static func definePolar(_ m: ModuleBuilder) {
        m.def("phase(z, /)") { (python: Interpreter, z: Value) -> Double in
            let z = try number(z, python)
            return atan2(z.imaginary, z.real)
        }
        m.def("polar(z, /)") { (python: Interpreter, z: Value) -> Value in
            let z = try number(z, python)
            return try python.pair(z.magnitude, atan2(z.imaginary, z.real))
        }
        m.def("rect(r, phi, /)") { (python: Interpreter, r: Double, phi: Double) in
            ComplexObject(r * cos(phi), r * sin(phi), in: python)
        }
    }

    private static func defineTests(_ m: ModuleBuilder) {
        m.def("isfinite(z, /)") { (python: Interpreter, z: Value) in try number(z, python).isFinite
        }
        m.def("isnan(z, /)") { (python: Interpreter, z: Value) -> Bool in
            let z = try number(z, python)
            return z.real.isNaN || z.imaginary.isNaN
        }
        m.def("isinf(z, /)") { (python: Interpreter, z: Value) -> Bool in
            let z = try number(z, python)
            return z.real.isInfinite || z.imaginary.isInfinite
        }
        m.def("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)") {
            (python: Interpreter, a: Value, b: Value, relative: Double, absolute: Double) -> Bool in
            let (a, b) = (try number(a, python), try number(b, python))
            if a == b { return true }
            let difference = (a - b).magnitude
            return difference <= max(relative * max(a.magnitude, b.magnitude), absolute)
        }
    }
}
