import Glibc

/// A complex number in a computation.
package struct ComplexNumber: Equatable {
    package var real: Double
    package var imaginary: Double

    package init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    package static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
        ComplexNumber(a.real + b.real, a.imaginary + b.imaginary)
    }

    package static func - (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
        ComplexNumber(a.real - b.real, a.imaginary - b.imaginary)
    }

    package static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
        ComplexNumber(
            a.real * b.real - a.imaginary * b.imaginary,
            a.real * b.imaginary + a.imaginary * b.real)
    }

    package static prefix func - (a: ComplexNumber) -> ComplexNumber {
        ComplexNumber(-a.real, -a.imaginary)
    }

    package var magnitude: Double { hypot(real, imaginary) }
    package var isFinite: Bool { real.isFinite && imaginary.isFinite }
    package var isZero: Bool { real == 0 && imaginary == 0 }

    /// The quotient, scaled by the larger part of the divisor against overflow; nil by zero.
    package func divided(by b: ComplexNumber) -> ComplexNumber? {
        if abs(b.real) >= abs(b.imaginary) {
            guard b.real != 0 else { return nil }
            let ratio = b.imaginary / b.real
            let divisor = b.real + b.imaginary * ratio
            return ComplexNumber(
                (real + imaginary * ratio) / divisor, (imaginary - real * ratio) / divisor)
        }
        guard abs(b.imaginary) > 0 else { return ComplexNumber(.nan, .nan) }
        let ratio = b.real / b.imaginary
        let divisor = b.real * ratio + b.imaginary
        return ComplexNumber(
            (real * ratio + imaginary) / divisor, (imaginary * ratio - real) / divisor)
    }

    /// The power; nil for zero to a negative or complex power, and where its angle is infinite, of which C's
    /// cosine says the same.
    package func power(_ exponent: ComplexNumber) -> ComplexNumber? {
        // Repeated multiplication is faster and more exact for small whole exponents.
        if exponent.imaginary == 0, exponent.real == exponent.real.rounded(.down),
            abs(exponent.real) <= 100
        {
            return power(Int(exponent.real))
        }
        if exponent.isZero { return ComplexNumber(1) }
        if isZero {
            return exponent.imaginary != 0 || exponent.real < 0 ? nil : ComplexNumber(0)
        }
        let magnitude = self.magnitude
        let angle = atan2(imaginary, real)
        var length = pow(magnitude, exponent.real)
        var phase = angle * exponent.real
        if exponent.imaginary != 0 {
            length /= exp(angle * exponent.imaginary)
            phase += exponent.imaginary * log(magnitude)
        }
        if phase.isInfinite { return nil }
        return ComplexNumber(length * cos(phase), length * sin(phase))
    }

    private func power(_ exponent: Int) -> ComplexNumber? {
        var result = ComplexNumber(1)
        var base = self
        var bits = exponent.magnitude
        while bits > 0 {
            if bits & 1 == 1 { result = result * base }
            bits >>= 1
            base = base * base
        }
        return exponent > 0 ? result : ComplexNumber(1).divided(by: result)
    }
}

extension ComplexObject {
    package convenience init(_ number: ComplexNumber, in python: Interpreter) {
        self.init(number.real, number.imaginary, in: python)
    }

    package var number: ComplexNumber { ComplexNumber(real, imaginary) }
}

extension Interpreter {
    /// The complex number that an operand is; nil for anything but numbers.
    package func complexOperand(_ value: Value) throws -> ComplexNumber? {
        if let complex = value.unboxed.object as? ComplexObject { return complex.number }
        guard Numbers.Real(value) != nil else { return nil }
        return ComplexNumber(try double(value.unboxed))
    }
}
