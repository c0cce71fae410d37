/// A `bytearray`.
package final class ByteArrayObject: InstanceObject {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8], type: TypeObject? = nil, in python: Interpreter) {
        self.bytes = bytes
        super.init(type: type ?? python.types.bytearray)
    }
}

extension Value {
    /// The bytes of a `bytes`, a `bytearray` or an instance of a subclass.
    package var bytesLike: [UInt8]? {
        guard case .object(let object) = self else { return nil }
        if object.kind == .bytes { return unsafeDowncast(object, to: BytesObject.self).bytes }
        switch object {
        case let array as ByteArrayObject: return array.bytes
        case let view as MemoryViewObject: return view.base == nil ? nil : view.bytes
        case let boxed as BoxedObject: return boxed.base.bytesLike
        default: return nil
        }
    }

    package static func bytes(_ bytes: [UInt8], in python: Interpreter) -> Value {
        .object(BytesObject(bytes, in: python))
    }
}
