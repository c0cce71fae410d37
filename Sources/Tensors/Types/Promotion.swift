/// NumPy 1.26's rules for the type that operands of different types are computed in.
package enum Promotion {
    /// An operand as the rules see it: single numbers weigh less than arrays.
    package enum Operand: Sendable {
        /// An array with at least one axis.
        case array(DType)
        /// A single number: what it is matters, where its type does not decide.
        case number(Scalar, DType)

        /// A number written in the language, whose type follows from its kind.
        package static func literal(_ value: Scalar) -> Operand {
            .number(value, value.naturalType)
        }

        fileprivate var dtype: DType {
            switch self {
            case .array(let dtype), .number(_, let dtype): dtype
            }
        }

        fileprivate var isArray: Bool { if case .array = self { true } else { false } }
    }

    /// The smallest type that holds the values of both; nil where there is none.
    package static func common(_ a: DType, _ b: DType) -> DType? {
        if a == b { return a }
        let (low, high) = a.kind <= b.kind ? (a, b) : (b, a)
        switch (low.kind, high.kind) {
        case (.string, _), (_, .string): return nil
        case (.bool, _): return high
        case (.unsigned, .signed): return signed(holding: low, high)
        case (.unsigned, .unsigned), (.signed, .signed), (.floating, .floating),
            (.complex, .complex):
            return low.byteWidth > high.byteWidth ? low : high
        case (_, .complex):
            return realType(holding: low) == .float64 || high == .complex128
                ? .complex128 : .complex64
        default:
            let needed = realType(holding: low)
            return needed.byteWidth > high.byteWidth ? needed : high
        }
    }

    /// The type in which these operands are computed; nil where there is none.
    package static func common(_ operands: [Operand]) -> DType? {
        let arrays = operands.filter(\.isArray)
        let numbers = operands.filter { !$0.isArray }
        let arrayRank = arrays.map { category(of: $0.dtype) }.max()
        let numberRank = numbers.map { category(of: $0.dtype) }.max() ?? 0
        guard let arrayRank, numberRank <= arrayRank else {
            return combine(operands.map(\.dtype))
        }
        let strong = combine(arrays.map(\.dtype))
        return numbers.reduce(strong) { type, number in
            type.flatMap { common($0, withValueOf: number) }
        }
    }

    /// The type of functions such as the square root for elements of a type.
    package static func floatType(for dtype: DType) -> DType {
        dtype.isDifferentiable ? dtype : realType(holding: dtype)
    }

    private static func combine(_ types: [DType]) -> DType? {
        types.dropFirst().reduce(types.first) { a, b in a.flatMap { common($0, b) } }
    }

    /// Truth values, whole numbers, and real or complex ones, in this order.
    private static func category(of dtype: DType) -> Int {
        switch dtype.kind {
        case .bool: 0
        case .unsigned, .signed: 1
        case .floating, .complex: 2
        case .string: 3
        }
    }

    private static func signed(holding unsigned: DType, _ signed: DType) -> DType {
        if signed.byteWidth > unsigned.byteWidth { return signed }
        switch unsigned {
        case .uint8: return .int16
        case .uint16: return .int32
        case .uint32: return .int64
        default: return .float64
        }
    }

    /// The smallest float type that holds the values of another type.
    private static func realType(holding dtype: DType) -> DType {
        switch dtype {
        case .bool, .int8, .uint8, .float16: .float16
        case .int16, .uint16, .float32, .complex64: .float32
        default: .float64
        }
    }

    /// The type for an array type and a number of no higher kind: the smallest that holds the value.
    private static func common(_ dtype: DType, withValueOf number: Operand) -> DType? {
        guard case .number(let value, let own) = number else { return nil }
        switch value {
        case .int(let value) where value >= 0:
            return common(dtype, wholeType(holding: value, besides: dtype))
        case .int(let value): return common(dtype, signedType(holding: value))
        case .unsigned(let value): return common(dtype, unsignedType(holding: value))
        case .float(let value): return common(dtype, realType(reaching: value, atMost: own))
        case .complex(let value):
            let large = Swift.max(abs(value.real), abs(value.imaginary))
            let part = realType(reaching: large, atMost: .float64)
            return common(dtype, part == .float64 ? .complex128 : .complex64)
        default: return common(dtype, own)
        }
    }

    /// The narrowest type of a number that is not negative: a signed one beside a signed type, if as narrow.
    private static func wholeType(holding value: Int, besides dtype: DType) -> DType {
        let (unsigned, signed) = (
            unsignedType(holding: UInt64(value)), signedType(holding: -value - 1)
        )
        return dtype.kind == .signed && signed.byteWidth == unsigned.byteWidth ? signed : unsigned
    }

    private static func unsignedType(holding value: UInt64) -> DType {
        value < 1 << 8 ? .uint8 : value < 1 << 16 ? .uint16 : value < 1 << 32 ? .uint32 : .uint64
    }

    private static func signedType(holding value: Int) -> DType {
        if value >= -(1 << 7) { return .int8 }
        if value >= -(1 << 15) { return .int16 }
        return value >= -(1 << 31) ? .int32 : .int64
    }

    /// The smallest float type whose range reaches a value; infinities are in every range.
    private static func realType(reaching value: Double, atMost own: DType) -> DType {
        let size = abs(value)
        if !size.isFinite || size < 65000 || own == .float16 { return .float16 }
        return size < 3.4e38 || own == .float32 ? .float32 : .float64
    }
}

extension DType {
    /// Whether TensorFlow turns a number written in the language into a tensor of this type, as it does for
    /// the second operand of `tensor + number`.
    package func accepts(_ value: Scalar) -> Bool {
        switch value {
        case .bool: self == .bool
        case .int, .unsigned: kind != .bool && kind != .string
        case .float: isDifferentiable
        case .complex: isComplex
        case .bytes: self == .string
        }
    }
}
