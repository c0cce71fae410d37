/// A complex number in rectangular form, laid out like C's.
package struct Complex<Part: BinaryFloatingPoint & Sendable>: Hashable, Sendable {
    /// The part along 1.
    package var real: Part
    /// The part along i.
    package var imaginary: Part

    /// The number `real + imaginary·i`.
    package init(_ real: Part, _ imaginary: Part = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The same number with parts of another precision.
    package init<Other>(_ other: Complex<Other>) {
        self.init(Part(other.real), Part(other.imaginary))
    }

    package static func + (a: Self, b: Self) -> Self {
        Self(a.real + b.real, a.imaginary + b.imaginary)
    }

    package static func - (a: Self, b: Self) -> Self {
        Self(a.real - b.real, a.imaginary - b.imaginary)
    }

    package static func * (a: Self, b: Self) -> Self {
        Self(
            a.real * b.real - a.imaginary * b.imaginary,
            a.real * b.imaginary + a.imaginary * b.real)
    }

    /// Smith's division, which avoids overflow of the squared modulus.
    package static func / (a: Self, b: Self) -> Self {
        if b.real.magnitude >= b.imaginary.magnitude {
            let ratio = b.imaginary / b.real
            let scale = b.real + b.imaginary * ratio
            return Self(
                (a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale)
        }
        let ratio = b.real / b.imaginary
        let scale = b.imaginary + b.real * ratio
        return Self((a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale)
    }

    package static prefix func - (a: Self) -> Self { Self(-a.real, -a.imaginary) }

    /// The number mirrored at the real axis.
    package var conjugate: Self { Self(real, -imaginary) }
}
