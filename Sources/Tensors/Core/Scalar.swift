/// One element of a tensor of any type, widened to what a language with few number types needs.
package enum Scalar: Hashable, Sendable {
    case bool(Bool)
    case int(Int)
    /// A whole number above `Int.max`; smaller ones are `int`.
    case unsigned(UInt64)
    case float(Double)
    case complex(Complex<Double>)
    case bytes(ByteString)

    /// The number as a float; strings have none.
    package var double: Double {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): Double(value)
        case .unsigned(let value): Double(value)
        case .float(let value): value
        case .complex(let value): value.real
        case .bytes: .nan
        }
    }

    /// The number as an integer, truncated toward zero, and wrapped where it does not fit.
    package var int: Int {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): value
        case .unsigned(let value): Int(truncatingIfNeeded: value)
        case .float(let value): Int(truncating: value)
        case .complex(let value): Int(truncating: value.real)
        case .bytes: 0
        }
    }

    /// Whether the element counts as true: not zero, not empty.
    package var isTrue: Bool {
        switch self {
        case .complex(let value): value.real != 0 || value.imaginary != 0
        case .bytes(let value): !value.bytes.isEmpty
        case .float(let value): value != 0
        default: int != 0
        }
    }

    /// The number as a complex one.
    package var complex: Complex<Double> {
        if case .complex(let value) = self { value } else { Complex(double) }
    }

    /// The type a tensor gets from elements like this one when nothing else is asked for, as in NumPy.
    package var naturalType: DType {
        switch self {
        case .bool: .bool
        case .int: .int64
        case .unsigned: .uint64
        case .float: .float64
        case .complex: .complex128
        case .bytes: .string
        }
    }
}

extension FixedWidthInteger {
    /// `value` cut toward zero, as x86's conversion instructions do it: into 32 bits for narrow types, into 64
    /// for others, then wrapped; what does not fit becomes the most negative number first.
    @inline(__always)
    package init(truncating value: some BinaryFloatingPoint) {
        let number = Double(value)
        if Self.bitWidth < 32 || Self.self == Int32.self {
            let fits = number > -0x1.00000002p31 && number < 0x1p31
            self.init(truncatingIfNeeded: fits ? Int32(number) : .min)
        } else if Self.self == UInt64.self, number >= 0x1p63, number < 0x1p64 {
            self.init(truncatingIfNeeded: UInt64(number))
        } else {
            let fits = number >= -0x1p63 && number < 0x1p63
            self.init(truncatingIfNeeded: fits ? Int64(number) : .min)
        }
    }
}
