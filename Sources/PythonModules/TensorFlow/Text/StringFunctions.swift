import PythonRuntime
import Tensors

/// `tf.strings`: functions of each string by itself.
enum StringFunctions {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.strings", pythonWording: true, in: python)
        letters(m)
        parts(m)
        numbers(m)
        StringJoining.define(m)
        StringSplitting.define(m)
        ExpressionFunctions.define(m)
        return m.module
    }

    private static func letters(_ m: ModuleBuilder) {
        m.def("length(input, unit='BYTE', name=None)\n\nThe number of bytes or characters.") {
            (_: Interpreter, input: TextArgument, unit: String, _: Value) in
            input.map { strings in
                map(strings, to: .int32) { bytes in
                    .int(unit == "BYTE" ? bytes.bytes.count : bytes.text.unicodeScalars.count)
                }
            }
        }
        for (name, isUpper) in [("lower", false), ("upper", true)] {
            m.def("\(name)(input, encoding='', name=None)") {
                (_: Interpreter, input: TextArgument, encoding: String, _: Value) in
                input.map { strings in
                    map(strings, to: .string) { bytes in
                        .bytes(changed(bytes, isUpper: isUpper, onlyASCII: encoding.isEmpty))
                    }
                }
            }
        }
        m.def("strip(input, name=None)") { (_: Interpreter, input: TextArgument, _: Value) in
            input.map { map($0, to: .string) { .bytes(ByteString(stripped($0.bytes))) } }
        }
    }

    private static func changed(
        _ bytes: ByteString, isUpper: Bool, onlyASCII: Bool
    ) -> ByteString {
        guard onlyASCII else {
            return ByteString(isUpper ? bytes.text.uppercased() : bytes.text.lowercased())
        }
        let range: ClosedRange<UInt8> = isUpper ? 0x61...0x7A : 0x41...0x5A
        return ByteString(bytes.bytes.map { range.contains($0) ? $0 ^ 0x20 : $0 })
    }

    private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let head = bytes.drop(while: isBlank)
        return Array(head.reversed().drop(while: isBlank).reversed())
    }

    private static func parts(_ m: ModuleBuilder) {
        m.def("substr(input, pos, len, unit='BYTE', name=None)\n\nA part of each string.") {
            (
                _: Interpreter, input: TextArgument, start: TensorLike, length: TensorLike,
                unit: String, _: Value
            ) -> RaggedPiece in
            try input.map { strings in
                let shape = strings.shape.broadcast(with: start.tensor.shape) ?? strings.shape
                let texts = try strings.broadcast(to: shape).byteStrings
                let starts = try start.tensor.broadcast(to: shape).ints
                let lengths = try length.tensor.broadcast(to: shape).ints
                let cut = try texts.indices.map { place in
                    Scalar.bytes(
                        try substring(
                            texts[place], starts[place], lengths[place], unit: unit, place,
                            isNamed: !input.isPlain))
                }
                return Tensor(cut, shape: shape, .string)
            }
        }
    }

    private static func substring(
        _ bytes: ByteString, _ start: Int, _ length: Int, unit: String, _ place: Int,
        isNamed: Bool
    ) throws -> ByteString {
        let pieces =
            unit == "BYTE"
            ? bytes.bytes.map { [$0] } : bytes.text.unicodeScalars.map { Array(String($0).utf8) }
        let first = start < 0 ? start + pieces.count : start
        guard first >= 0, first <= pieces.count else {
            throw FaceError(
                "InvalidArgumentError",
                "{{function_node __wrapped__Substr_device_/job:localhost/replica:0/task:0/device:CPU:0}} pos \(start) out of range for string \(QuotedText.bytes(bytes.bytes)) at index \(place) [Op:Substr]\(isNamed ? " name: " : "")"
            )
        }
        let end = first + min(max(0, length), pieces.count - first)
        return ByteString(pieces[first..<end].flatMap { $0 })
    }

    private static func numbers(_ m: ModuleBuilder) {
        m.def("to_number(input, out_type=None, name=None)\n\nThe numbers that strings spell.") {
            (python: Interpreter, input: RaggedArgument, type: DTypeArgument?, _: Value)
                -> RaggedPiece in
            let dtype = type?.dtype ?? .float32
            return try input.map { strings in
                let numbers = try strings.byteStrings.map { bytes -> Scalar in
                    let text = String(decoding: stripped(bytes.bytes), as: UTF8.self)
                    if dtype.isInteger, let number = Int(text) { return .int(number) }
                    if !dtype.isInteger, let number = Double(text) { return .float(number) }
                    throw FaceError(
                        "InvalidArgumentError",
                        "{{function_node __wrapped__StringToNumber_device_/job:localhost/replica:0/task:0/device:CPU:0}} StringToNumberOp could not correctly convert string: \(bytes.text) [Op:StringToNumber]"
                    )
                }
                return Tensor(numbers, shape: strings.shape, dtype)
            }
        }
        m.def(
            "as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill='', name=None)"
        ) {
            (
                python: Interpreter, input: RaggedArgument, precision: Int, scientific: Bool,
                shortest: Bool, width: Int, fill: String, _: Value
            ) -> RaggedPiece in
            try input.map { tensor in
                let digits = precision >= 0 ? ".\(precision)" : ""
                let kind = scientific ? "e" : shortest ? "g" : "f"
                let pad =
                    width > 0 ? (fill == "0" ? "0" : fill == "-" ? "<" : ">") + "\(width)" : ""
                let texts = try tensor.scalars.map { scalar -> Scalar in
                    switch scalar {
                    case .bytes: return scalar
                    case .bool(let value): return .bytes(value ? "true" : "false")
                    case .float(let value):
                        return .bytes(
                            ByteString(try python.format(.float(value), pad + digits + kind)))
                    default:
                        return .bytes(ByteString(try python.format(scalar.value(in: python), pad)))
                    }
                }
                return Tensor(texts, shape: tensor.shape, .string)
            }
        }
    }

    /// Each string made into something else.
    static func map(_ tensor: Tensor, to dtype: DType, _ body: (ByteString) -> Scalar) -> Tensor {
        Tensor(tensor.byteStrings.map(body), shape: tensor.shape, dtype)
    }

    /// Strings of two tensors put together, element by element.
    static func joined(_ a: Tensor, _ b: Tensor, separator: String = "") throws -> Tensor {
        guard let shape = a.shape.broadcast(with: b.shape) else {
            throw TensorError.notBroadcastable(operation: "StringJoin", [a.shape, b.shape])
        }
        let (x, y) = (
            try a.broadcast(to: shape).byteStrings, try b.broadcast(to: shape).byteStrings
        )
        let elements = zip(x, y).map { x, y in
            Scalar.bytes(ByteString(x.bytes + Array(separator.utf8) + y.bytes))
        }
        return Tensor(elements, shape: shape, .string)
    }
}

extension Tensor {
    /// The strings in row-major order; numbers are written out.
    var byteStrings: [ByteString] {
        scalars.map { scalar in
            if case .bytes(let bytes) = scalar {
                bytes
            } else {
                ByteString(ScalarText.repr(scalar))
            }
        }
    }
}
