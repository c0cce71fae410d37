/// Tensors as `tf.print` and `tf.strings.format` write them: no commas, few digits, long axes cut.
package enum PrintedTensor {
    /// The text of `tensor`, with `summarize` elements at each edge of an axis; nil for all.
    package static func text(_ tensor: Tensor, summarize: Int? = 3) -> String {
        let edge = min(summarize ?? tensor.count, tensor.count)
        return text(tensor, edge, of: tensor.dtype.scalarType)
    }

    private static func text<T: TensorScalar>(_ tensor: Tensor, _ edge: Int, of _: T.Type) -> String
    {
        tensor.withUnsafeBuffer(of: T.self) { elements in
            text(tensor.shape, axis: 0, start: 0, edge) { element(elements[$0]) }
        }
    }

    private static func text(
        _ shape: Shape, axis: Int, start: Int, _ edge: Int, _ element: (Int) -> String
    ) -> String {
        guard axis < shape.rank else { return element(start) }
        let step = shape.dimensions[(axis + 1)...].reduce(1, *)
        let length = shape[axis]
        let gap = gap(shape.rank - axis - 1, axis)
        func item(_ index: Int) -> String {
            text(shape, axis: axis + 1, start: start + index * step, edge, element)
        }
        var items = (0..<min(edge, length)).map(item)
        if length > 2 * edge { items.append(edge == 0 ? gap + "..." : "...") }
        items += (min(max(edge, length - edge), length)..<length).map(item)
        return "[" + items.joined(separator: gap) + "]"
    }

    /// Between elements a space; between rows as many line breaks as axes follow, and the indent of
    /// the open brackets.
    private static func gap(_ axesLeft: Int, _ axis: Int) -> String {
        guard axesLeft > 0 else { return " " }
        return String(repeating: "\n", count: axesLeft) + String(repeating: " ", count: axis + 1)
    }

    private static func element(_ value: some TensorScalar) -> String {
        switch value {
        case let value as Bool: value ? "1" : "0"
        case let value as Float16: text(Float(value), 6, 9)
        case let value as Float: text(value, 6, 9)
        case let value as Double: text(value, 15, 17)
        case let value as ByteString: quoted(value.bytes)
        // TensorFlow has no text for complex numbers here.
        case is Complex<Float>, is Complex<Double>: "?"
        default: ScalarText.repr(value.scalar)
        }
    }

    /// `few` digits if they tell the number from all others, else `many`.
    private static func text<Real: PrintableReal>(_ x: Real, _ few: Int, _ many: Int) -> String {
        FloatText.general(x, digits: x.shortestDigits.digits.count <= few ? few : many)
    }

    /// In double quotes, with C's escapes; bytes beyond ASCII stand as they are.
    private static func quoted(_ bytes: [UInt8]) -> String {
        let inner = bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\n"): Array("\\n".utf8)
            case UInt8(ascii: "\r"): Array("\\r".utf8)
            case UInt8(ascii: "\t"): Array("\\t".utf8)
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
                [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F: Array(octal(byte).utf8)
            default: [byte]
            }
        }
        return "\"" + String(decoding: inner, as: UTF8.self) + "\""
    }

    private static func octal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
