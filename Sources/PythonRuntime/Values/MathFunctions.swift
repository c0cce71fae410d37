import Glibc

/// Functions of the C library that arithmetic needs.
package enum MathFunctions {
    package static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}
