import Archives
import PythonRuntime
import Tensors

/// Trees of HDF5 files as Python values, and back.
struct HDF5Values {
    private let python: Interpreter

    init(_ python: Interpreter) { self.python = python }

    // MARK: To Python

    /// A group as (attributes, members).
    func value(_ group: HDF5Group) throws -> Value {
        let attributes = try group.attributes.map { ($0.name, try value($0.value)) }
        let members = try group.members.map { ($0.name, try value($0.node)) }
        return .tuple([python.dictionary(attributes), python.dictionary(members)], in: python)
    }

    private func value(_ node: HDF5Node) throws -> Value {
        switch node {
        case .group(let group): try value(group)
        case .array(let array): try tensor(array).array(in: python)
        case .unknown: .none
        }
    }

    private func value(_ attribute: HDF5Value) throws -> Value {
        switch attribute {
        case .text(let text): .string(text, in: python)
        case .texts(let texts): .list(texts.map { .string($0, in: python) }, in: python)
        case .array(let array): try tensor(array).array(in: python)
        case .unknown: .none
        }
    }

    private func tensor(_ array: HDF5Array) throws -> Tensor {
        guard let dtype = Self.dtype(array) else { throw ArchiveError.damaged }
        let tensor = Tensor(uninitialized: Shape(array.lengths), dtype)
        guard array.bytes.count == tensor.count * dtype.byteWidth else {
            throw ArchiveError.damaged
        }
        array.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress, bytes.count > 0 {
                tensor.storage.base.copyMemory(from: start, byteCount: bytes.count)
            }
        }
        return tensor
    }

    private static func dtype(_ array: HDF5Array) -> DType? {
        switch (array.kind, array.width) {
        case (.float, 4): .float32
        case (.float, 8): .float64
        case (.integer, 1): .int8
        case (.integer, 2): .int16
        case (.integer, 4): .int32
        case (.integer, 8): .int64
        case (.unsigned, 1): .uint8
        case (.unsigned, 2): .uint16
        case (.unsigned, 4): .uint32
        case (.unsigned, 8): .uint64
        default: nil
        }
    }

    // MARK: From Python

    /// A group in (attributes, members), or in a dictionary of its members.
    func group(_ value: Value) throws -> HDF5Group {
        var (attributes, members) = (Value.none, value)
        if let pair = value.object as? TupleObject, pair.items.count == 2 {
            (attributes, members) = (pair.items[0], pair.items[1])
        }
        return HDF5Group(
            attributes: try items(attributes).map { name, value in
                .init(name: name, value: try attribute(value))
            },
            members: try items(members).map { name, value in
                .init(name: name, node: try node(value))
            })
    }

    private func items(_ value: Value) -> [(String, Value)] {
        (value.object as? DictionaryObject)?.items.map { ($0.key.text ?? "", $0.value) } ?? []
    }

    private func node(_ value: Value) throws -> HDF5Node {
        if value.object is DictionaryObject || value.object is TupleObject {
            return .group(try group(value))
        }
        return .array(try array(value))
    }

    private func attribute(_ value: Value) throws -> HDF5Value {
        if let text = value.text { return .text(text) }
        if let list = value.object as? ListObject {
            return .texts(list.items.map { $0.text ?? "" })
        }
        return .array(try array(value))
    }

    /// Half precision is kept as single, truth values as bytes.
    private func array(_ value: Value) throws -> HDF5Array {
        var tensor = try ArrayReader.tensor(value, face: .numPy, in: python)
        switch tensor.dtype {
        case .float16: tensor = try tensor.cast(to: .float32)
        case .bool: tensor = try tensor.cast(to: .int8)
        case .string, .complex64, .complex128:
            throw python.typeError("Object dtype dtype('O') has no native HDF5 equivalent")
        default: break
        }
        let block = tensor.contiguous()
        let start = block.storage.base + block.offset * block.dtype.byteWidth
        let bytes = UnsafeRawBufferPointer(
            start: start, count: block.count * block.dtype.byteWidth)
        let kind: HDF5Array.Kind =
            block.dtype.isFloating ? .float : block.dtype.kind == .unsigned ? .unsigned : .integer
        return HDF5Array(
            kind: kind, width: block.dtype.byteWidth, lengths: block.shape.dimensions,
            bytes: Array(bytes))
    }
}
