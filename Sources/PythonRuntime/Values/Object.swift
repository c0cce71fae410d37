/// What an object is to the machine: one of the built-in types exactly, not a subclass, or something else.
package enum Kind: UInt8 {
    /// Anything without a fast path.
    case other
    /// An instance of a class written in Python that keeps its attributes in fields.
    case instance
    case string, bigInteger, list, tuple, dictionary, set, bytes, range, slice
    case function, nativeFunction, boundMethod, type, module, cell, generator
    case rangeIterator, listIterator, tupleIterator, stringIterator, iterator
    case exception
}

/// A Python object: a Swift object with a type and a count of the slots that hold it.
open class Object {
    /// The type, kept alive by the interpreter.
    final var typePointer: Unmanaged<TypeObject>
    /// How many registers and containers hold the object; see `Heap`.
    final var slotCount: Int32 = 0
    /// The last of the fields, so that a subclass's first small ones stand in the same word.
    package final let kind: Kind

    package init(type: TypeObject, kind: Kind = .other) {
        self.kind = kind
        typePointer = Unmanaged.passUnretained(type)
    }

    /// For the first types, whose own type is made after them.
    init(typePointer: Unmanaged<TypeObject>, kind: Kind) {
        self.kind = kind
        self.typePointer = typePointer
    }

    package final var type: TypeObject { typePointer.takeUnretainedValue() }
}

/// An object with attributes of its own: `__dict__`.
open class InstanceObject: Object {
    /// Which names are in which fields; nil before the first attribute.
    final var shape: Unmanaged<Shape>?
    final var fields: UnsafeMutablePointer<Slot>?
    final var fieldCapacity = 0
    /// The attributes once somebody asked for `__dict__`; the fields are empty then.
    final var dictionary: DictionaryObject?

    deinit {
        guard let fields else { return }
        for index in 0..<(shape?._withUnsafeGuaranteedRef { $0.count } ?? 0) {
            fields[index].release()
        }
        fields.deallocate()
    }
}

/// An instance of a class that extends `int`, `float`, `str` or `bytes`: the base value and attributes.
package final class BoxedObject: InstanceObject {
    package let base: Value

    package init(_ base: Value, type: TypeObject) {
        self.base = base
        super.init(type: type)
    }
}
