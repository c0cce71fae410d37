/// The type of a tensor's elements.
package enum DType: UInt8, CaseIterable, Hashable, Sendable, Codable {
    case bool
    case int8, int16, int32, int64
    case uint8, uint16, uint32, uint64
    case float16, float32, float64
    case complex64, complex128
    case string

    /// What family of numbers a type belongs to; families order NumPy's promotions.
    package enum Kind: UInt8, Comparable, Sendable {
        case bool, unsigned, signed, floating, complex, string

        package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    /// The name both faces print, such as `float32`.
    package var name: String { String(describing: self) }

    /// The type called `name`, if there is one.
    package init?(name: some StringProtocol) {
        guard let found = DType.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// The family of numbers this type belongs to.
    package var kind: Kind {
        switch self {
        case .bool: .bool
        case .uint8, .uint16, .uint32, .uint64: .unsigned
        case .int8, .int16, .int32, .int64: .signed
        case .float16, .float32, .float64: .floating
        case .complex64, .complex128: .complex
        case .string: .string
        }
    }

    /// The bytes one element takes in memory.
    package var byteWidth: Int {
        switch self {
        case .bool, .int8, .uint8: 1
        case .int16, .uint16, .float16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64, .complex64: 8
        case .complex128: 16
        case .string: MemoryLayout<ByteString>.stride
        }
    }

    /// Whether the type holds whole numbers (not truth values).
    package var isInteger: Bool { kind == .signed || kind == .unsigned }

    /// Whether the type is one of the real floating-point types.
    package var isFloating: Bool { kind == .floating }

    /// Whether the type is one of the complex types.
    package var isComplex: Bool { kind == .complex }

    /// Whether gradients flow through tensors of this type.
    package var isDifferentiable: Bool { isFloating || isComplex }

    /// The real type of a complex type's parts; any other type itself.
    package var realPart: DType {
        switch self {
        case .complex64: .float32
        case .complex128: .float64
        default: self
        }
    }
}
