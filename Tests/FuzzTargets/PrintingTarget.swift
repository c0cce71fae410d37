import Tensors

extension FuzzTarget {
    /// Any bits of any type in any small shape, printed with any options in every way.
    static let printing = FuzzTarget(name: "printing") { bytes in
        var bytes = ByteReader(bytes)
        let dtype = DType.allCases[bytes.number(below: DType.allCases.count)]
        let shape = Shape((0..<bytes.number(below: 4)).map { _ in bytes.number(below: 7) })
        var options = PrintOptions()
        options.precision = bytes.number(below: 20)
        options.threshold = Double(bytes.number(below: 12))
        options.edgeItems = bytes.number(below: 4)
        options.lineWidth = bytes.number(below: 100)
        options.suppressesExponents = bytes.number(below: 2) == 1
        let modes: [PrintOptions.FloatMode] = [.fixed, .unique, .maxprec, .maxprecEqual]
        options.floatMode = modes[bytes.number(below: modes.count)]
        let elements = (0..<shape.count).map { _ in bytes.scalar() }
        let tensor = Tensor(elements, shape: shape, dtype)
        _ = TensorText(options).repr(tensor)
        _ = ArrayText(options).repr(tensor)
        _ = ArrayText(options).str(tensor)
        _ = PrintedTensor.text(tensor, summarize: bytes.number(below: 5))
    }
}

/// Takes numbers from bytes; behind their end all are zero.
private struct ByteReader {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    mutating func number(below limit: Int) -> Int { Int(bytes.popFirst() ?? 0) % limit }

    /// A number whose bits are the next bytes.
    mutating func scalar() -> Scalar {
        let kind = number(below: 5)
        let bits = (0..<8).reduce(UInt64(0)) { bits, _ in bits << 8 | UInt64(bytes.popFirst() ?? 0)
        }
        return switch kind {
        case 0: .int(Int(truncatingIfNeeded: bits))
        case 1: .float(Double(bitPattern: bits))
        case 2: .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case 3: .unsigned(bits)
        default: .bool(bits & 1 == 1)
        }
    }
}
