import PythonRuntime
import Tensors

/// `tf.strings`, as far as text notes need it.
enum StringFunctions {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("tensorflow.strings", pythonWording: true, in: python)
        m.def("length(input, unit='BYTE', name=None)\n\nThe number of bytes or characters.") {
            (_: Interpreter, input: TensorLike, unit: String, _: Value) in
            map(input.tensor, to: .int32) { bytes in
                .int(unit == "BYTE" ? bytes.bytes.count : bytes.text.unicodeScalars.count)
            }
        }
        m.def("lower(input, encoding='', name=None)") {
            (_: Interpreter, input: TensorLike, _: Value, _: Value) in
            map(input.tensor, to: .string) { .bytes(ByteString($0.text.lowercased())) }
        }
        m.def("upper(input, encoding='', name=None)") {
            (_: Interpreter, input: TensorLike, _: Value, _: Value) in
            map(input.tensor, to: .string) { .bytes(ByteString($0.text.uppercased())) }
        }
        m.def("strip(input, name=None)") { (_: Interpreter, input: TensorLike, _: Value) in
            map(input.tensor, to: .string) { .bytes(ByteString(stripped($0.bytes))) }
        }
        m.def("join(inputs, separator='', name=None)") {
            (_: Interpreter, inputs: [TensorLike], separator: String, _: Value) -> Tensor in
            guard let first = inputs.first?.tensor else { return Tensor(.bytes(""), .string) }
            return try inputs.dropFirst().reduce(first) {
                try joined($0, $1.tensor, separator: separator)
            }
        }
        return m.module
    }

    private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let head = bytes.drop(while: isBlank)
        return Array(head.reversed().drop(while: isBlank).reversed())
    }

    private static func map(_ tensor: Tensor, to dtype: DType, _ body: (ByteString) -> Scalar)
        -> Tensor
    {
        let elements = tensor.scalars.map { scalar -> Scalar in
            if case .bytes(let bytes) = scalar { body(bytes) } else { scalar }
        }
        return Tensor(elements, shape: tensor.shape, dtype)
    }

    /// Strings of two tensors put together, element by element.
    static func joined(_ a: Tensor, _ b: Tensor, separator: String = "") throws -> Tensor {
        let shape = a.rank >= b.rank ? a.shape : b.shape
        let (x, y) = (try a.broadcast(to: shape).scalars, try b.broadcast(to: shape).scalars)
        let elements = zip(x, y).map { x, y -> Scalar in
            guard case .bytes(let x) = x, case .bytes(let y) = y else { return x }
            return .bytes(ByteString(x.bytes + Array(separator.utf8) + y.bytes))
        }
        return Tensor(elements, shape: shape, .string)
    }
}
