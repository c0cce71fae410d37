import PythonRuntime
import Tensors

/// Elements of one type as those of another: what `astype` does.
enum ElementConversion {
    /// The array with elements of a type; itself where they are of that type.
    static func convert(
        _ array: ArrayLike, to target: NumPyDType, in python: Interpreter
    ) throws -> ArrayLike {
        let source = array.tensor
        if target.dtype == .string {
            let text =
                source.dtype == .string
                ? ArrayLike(tensor: source, isText: target.isText, room: array.room)
                : ArrayLike(
                    tensor: texts(of: source), isText: target.isText,
                    room: target.isText ? source.dtype.writtenRoom : nil)
            return target.width.map { cut(text, to: $0) } ?? text
        }
        guard source.dtype == .string else {
            return ArrayLike(tensor: try source.cast(to: target.dtype))
        }
        return ArrayLike(tensor: try numbers(in: source, target.dtype, in: python))
    }

    /// Text in room for so many characters.
    private static func cut(_ text: ArrayLike, to width: Int) -> ArrayLike {
        guard text.isText, text.tensor.textWidth > width else {
            return ArrayLike(tensor: text.tensor, isText: text.isText, room: width)
        }
        let elements = text.tensor.elements(of: ByteString.self).map {
            ByteString(String($0.text.unicodeScalars.prefix(width).map(Character.init)))
        }
        return ArrayLike(
            tensor: Tensor(elements, shape: text.tensor.shape), isText: true, room: width)
    }

    /// Numbers as text.
    static func texts(of source: Tensor) -> Tensor {
        let flat = source.contiguous()
        let texts = (0..<source.count).map { place in
            ByteString(
                ScalarText.str(flat.view(shape: .scalar, strides: [], offset: flat.offset + place)))
        }
        return Tensor(texts, shape: source.shape)
    }

    private static func numbers(
        in source: Tensor, _ dtype: DType, in python: Interpreter
    ) throws -> Tensor {
        let numbers = try source.elements(of: ByteString.self).map { element -> Scalar in
            let text = element.text
            let trimmed = text.split(whereSeparator: \.isWhitespace).joined()
            if dtype.isInteger {
                guard let number = Int(trimmed) else {
                    throw python.valueError("invalid literal for int() with base 10: '\(text)'")
                }
                return .int(number)
            }
            guard let number = Double(trimmed) else {
                throw python.valueError("could not convert string to float: '\(text)'")
            }
            return .float(number)
        }
        return Tensor(numbers, shape: source.shape, dtype)
    }
}
