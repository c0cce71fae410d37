import BigInt
import Glibc
import PythonRuntime

extension MathModule {
    /// Logarithms, of integers beyond the range of floats too.
    static func defineLogarithms(_ m: ModuleBuilder) {
        m.def("log(x, base=..., /)\n\nThe logarithm, natural unless a base is given.") {
            (python: Interpreter, x: Value, base: Value?) -> Double in
            let numerator = try logarithm(x, log, python)
            guard let base else { return numerator }
            let denominator = try logarithm(base, log, python)
            guard denominator != 0 else {
                throw python.error("ZeroDivisionError", "float division by zero")
            }
            return numerator / denominator
        }
        m.def("log2(x, /)") { (python: Interpreter, x: Value) in
            try logarithm(x, log2, python)
        }
        m.def("log10(x, /)") { (python: Interpreter, x: Value) in
            try logarithm(x, log10, python)
        }
        m.def("log1p(x, /)") { (python: Interpreter, x: Double) -> Double in
            guard x != -1 else { throw domainError(python) }
            return try checked(log1p(x), x, in: python)
        }
    }

    private static func logarithm(
        _ x: Value, _ function: (Double) -> Double, _ python: Interpreter
    ) throws -> Double {
        if let big = x.object as? BigIntegerObject {
            guard big.value > 0 else { throw domainError(python) }
            let number = Double(big.value)
            if number.isFinite { return function(number) }
            let bits = big.value.magnitude.bitWidth
            let fraction = Double(big.value >> (bits - 64)) * 0x1p-64
            return function(fraction) + function(2) * Double(bits)
        }
        let number = try python.double(x)
        if number <= 0 { throw domainError(python) }
        return function(number)
    }
}
