import PythonRuntime
import Tensors

/// Arrays out of functions, iterables, buffers and text.
enum NumPySources {
    static func define(_ m: NumPyDefinitions) {
        m.raw("fromfunction(function, shape, *, dtype=float, like=None, **kwargs)") {
            python, call in
            guard call.positional.count >= 2 else {
                throw python.typeError(
                    "fromfunction() missing required arguments: 'function' and 'shape'")
            }
            let shape = try ArrayShape.from(call.positional[1], in: python).shape
            let named = call.keywords.first { $0.name == "dtype" }?.value
            let dtype = try named.map { try NumPyDType.from($0, in: python).dtype } ?? .float64
            let lines = try shape.dimensions.map { try Tensor.range(0, $0, dtype: dtype) }
            let grids = try Grid.mesh(lines, swapped: false, sparse: false)
            let rest = call.keywords.filter { $0.name != "dtype" && $0.name != "like" }
            return try python.call(
                call.positional[0], grids.map { python.ndarray($0) }, keywords: rest)
        }
        m.def("fromiter(iter, dtype, count=-1, *, like=None)") {
            (python: Interpreter, items: [Value], dtype: NumPyDType, count: Int, _: Value) -> Value
            in
            let chosen = count < 0 ? items : Array(items.prefix(count))
            let list = Value.list(chosen, in: python)
            return .object(
                try ArrayInput(value: list).array(dtype, copy: true, in: python))
        }
        m.def("frombuffer(buffer, dtype=None, count=-1, offset=0, *, like=None)") {
            (
                python: Interpreter, buffer: Value, dtype: NumPyDType?, count: Int, offset: Int,
                _: Value
            )
                -> Value in
            guard let bytes = (buffer.object as? BytesObject)?.bytes else {
                throw python.typeError(
                    "a bytes-like object is required, not '\(python.typeName(buffer))'")
            }
            let array = ArrayObject(
                try elements(in: bytes.dropFirst(offset), dtype?.dtype ?? .float64, count, python),
                in: python)
            array.isReadOnly = true
            return .object(array)
        }
        m.def("fromstring(string, dtype=None, count=-1, *, sep, like=None)") {
            (
                python: Interpreter, text: String, dtype: NumPyDType?, count: Int,
                separator: String, _: Value
            ) -> Value in
            let parts = text.split { separator.contains($0) || $0.isWhitespace }
            let numbers = try parts.map { part in
                guard let number = Double(part) else {
                    throw python.valueError(
                        "string or file could not be read to its end due to unmatched data")
                }
                return Scalar.float(number)
            }
            let chosen = count < 0 ? numbers : Array(numbers.prefix(count))
            return python.ndarray(
                Tensor(chosen, shape: [chosen.count], dtype?.dtype ?? .float64))
        }
    }

    private static func elements(
        in bytes: ArraySlice<UInt8>, _ dtype: DType, _ count: Int, _ python: Interpreter
    ) throws -> Tensor {
        guard dtype != .string else {
            throw python.valueError("cannot create an array of text from bytes")
        }
        guard count >= 0 || bytes.count % dtype.byteWidth == 0 else {
            throw python.valueError("buffer size must be a multiple of element size")
        }
        let length = count < 0 ? bytes.count / dtype.byteWidth : count
        guard length * dtype.byteWidth <= bytes.count else {
            throw python.valueError("buffer is smaller than requested size")
        }
        let result = Tensor(zeros: [length], dtype)
        let target = UnsafeMutableRawBufferPointer(
            start: result.storage.base, count: length * dtype.byteWidth)
        target.copyBytes(from: bytes.prefix(length * dtype.byteWidth))
        return result
    }
}
