import Glibc

/// Functions of the C library that arithmetic needs.
package enum MathFunctions {
    package static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}

extension Interpreter {
    /// The power of a negative number to a fraction, which is complex.
    func complexPower(_ x: Double, _ y: Double) throws -> Value {
        let magnitude = pow(abs(x), y)
        let angle = Double.pi * y
        return .object(ComplexObject(magnitude * cos(angle), magnitude * sin(angle), in: self))
    }
}
