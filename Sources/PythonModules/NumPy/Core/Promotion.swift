import Tensors

/// Which type the result of several operands has: NumPy's tables, and its rule that the value of a single
/// number decides beside arrays.
enum Promotion {
    /// The smallest type that holds the numbers of both.
    static func common(_ a: DType, _ b: DType) -> DType {
        if a == b { return a }
        if a == .string || b == .string { return .string }
        if a == .bool { return b }
        if b == .bool { return a }
        if a.isComplex || b.isComplex {
            return common(common(a.realPart, b.realPart), .float32) == .float64
                ? .complex128 : .complex64
        }
        if a.isFloating || b.isFloating { return commonFloat(a, b) }
        return commonInteger(a, b)
    }

    private static func commonFloat(_ a: DType, _ b: DType) -> DType {
        let width = Swift.max(floatWidth(of: a), floatWidth(of: b))
        return width == 2 ? .float16 : width == 4 ? .float32 : .float64
    }

    /// The bytes of the float that holds the numbers of a type.
    private static func floatWidth(of dtype: DType) -> Int {
        dtype.isFloating ? dtype.byteWidth : Swift.min(2 * dtype.byteWidth, 8)
    }

    private static func commonInteger(_ a: DType, _ b: DType) -> DType {
        if a.kind == b.kind { return a.byteWidth >= b.byteWidth ? a : b }
        let (signed, unsigned) = a.kind == .signed ? (a, b) : (b, a)
        if signed.byteWidth > unsigned.byteWidth { return signed }
        switch unsigned.byteWidth {
        case 1: return .int16
        case 2: return .int32
        case 4: return .int64
        default: return .float64
        }
    }

    /// The common type of operands: single numbers beside arrays of their kind or a wider one count only as
    /// the smallest type that holds them.
    static func common(_ operands: [Tensor]) -> DType {
        if operands.count == 2 { return common(operands[0], operands[1]) }
        let (arrays, numbers) = (operands.filter { $0.rank > 0 }, operands.filter { $0.rank == 0 })
        let types = operands.map(\.dtype)
        let (wide, narrow) = (arrays.map { category($0.dtype) }, numbers.map { category($0.dtype) })
        guard let widest = wide.max(), let most = narrow.max(), most <= widest else {
            return types.dropFirst().reduce(types[0], common)
        }
        let first = arrays.dropFirst().reduce(arrays[0].dtype) { common($0, $1.dtype) }
        return numbers.reduce(first) { common(type: $0, number: $1) }
    }

    /// The common type of two operands.
    static func common(_ a: Tensor, _ b: Tensor) -> DType {
        if a.dtype == b.dtype { return a.dtype }
        if a.rank > 0, b.rank == 0, category(b.dtype) <= category(a.dtype) {
            return common(type: a.dtype, number: b)
        }
        if b.rank > 0, a.rank == 0, category(a.dtype) <= category(b.dtype) {
            return common(type: b.dtype, number: a)
        }
        return common(a.dtype, b.dtype)
    }

    private static func category(_ dtype: DType) -> Int {
        switch dtype.kind {
        case .bool: 0
        case .signed, .unsigned: 1
        case .floating, .complex: 2
        case .string: 3
        }
    }

    private static func common(type: DType, number: Tensor) -> DType {
        common(type, smallest(for: number.item, number.dtype, beside: type))
    }

    /// The smallest type that holds a number, signed beside types that are not unsigned.
    private static func smallest(for number: Scalar, _ dtype: DType, beside other: DType) -> DType {
        switch number {
        case .int(let value):
            if value < 0 { return integer(value, [.int8, .int16, .int32, .int64]) }
            let types: [DType] = [.uint8, .uint16, .uint32, .uint64]
            let unsigned = integer(value, types)
            let fitsSigned = value <= Int.max >> (64 - 8 * unsigned.byteWidth)
            guard other.kind != .unsigned, fitsSigned else { return unsigned }
            return [1: .int8, 2: .int16, 4: .int32][unsigned.byteWidth] ?? .int64
        case .float(let value): return narrower(float(value), dtype)
        case .complex(let value):
            let part = wider(float(value.real), float(value.imaginary))
            return part == .float64 ? dtype : .complex64
        default: return dtype
        }
    }

    private static func integer(_ value: Int, _ types: [DType]) -> DType {
        for type in types.dropLast() {
            let bits = 8 * type.byteWidth - (type.kind == .signed ? 1 : 0)
            if value < 1 << bits, value >= (type.kind == .signed ? -(1 << bits) : 0) { return type }
        }
        return types[types.count - 1]
    }

    /// The bounds are NumPy's own: a little below the largest numbers of the types.
    private static func float(_ value: Double) -> DType {
        if !value.isFinite || abs(value) < 65000 { return .float16 }
        return abs(value) < 3.4e38 ? .float32 : .float64
    }

    private static func narrower(_ a: DType, _ b: DType) -> DType {
        a.byteWidth < b.byteWidth ? a : b
    }
    private static func wider(_ a: DType, _ b: DType) -> DType { a.byteWidth > b.byteWidth ? a : b }

    /// The float type in which functions of real numbers work on elements of a type.
    static func floating(_ dtype: DType) -> DType {
        if dtype.isFloating || dtype.isComplex { return dtype }
        switch dtype.byteWidth {
        case 1: return .float16
        case 2: return .float32
        default: return .float64
        }
    }
}
