import Glibc
import PythonRuntime

/// The functions of angles that plots need.
enum PlotMath {
    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func cosine(_ angle: Double) -> Double { cos(angle) }
    static func exponential(_ power: Double) -> Double { exp(power) }
    static func log10(_ value: Double) -> Double { Glibc.log10(value) }
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}

/// Numbers written as a note's own format says: `'%.1f%%'`, `'{:.0f}'`, or a function.
enum NumberFormats {
    static func text(_ number: Double, _ format: Value, in python: Interpreter) throws -> String {
        guard let template = format.text else {
            return try python.str(python.call(format, [.float(number)]))
        }
        if template.contains("{") {
            let result = try python.call(
                python.getAttribute(format, "format"),
                Arguments([.float(number)], keywords: [("x", .float(number)), ("pos", .none)]))
            return try python.str(result)
        }
        return try python.str(python.binary(.modulo, format, .float(number)))
    }
}
