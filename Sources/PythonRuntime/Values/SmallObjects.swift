import BigInt

/// An `int` that does not fit 64 bits.
package final class BigIntegerObject: Object {
    package let value: BigInt

    /// Only for values beyond 64 bits: `Interpreter.integer` gives small ones their own form.
    init(_ value: BigInt, in python: borrowing Interpreter) {
        self.value = value
        super.init(type: python.types.int, kind: .bigInteger)
    }
}

/// A `bytes`.
package final class BytesObject: Object {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8], in python: borrowing Interpreter) {
        self.bytes = bytes
        super.init(type: python.types.bytes, kind: .bytes)
    }
}

/// A `range` within 64 bits.
package final class RangeObject: Object {
    package let start: Int
    package let stop: Int
    package let step: Int

    package init(start: Int, stop: Int, step: Int, in python: borrowing Interpreter) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(typePointer: python.typePointers.range, kind: .range)
    }

    package var count: Int {
        if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
        return start > stop ? (start - stop - 1) / -step + 1 : 0
    }

    package subscript(index: Int) -> Int { start + index * step }
}

/// A `slice`.
package final class SliceObject: Object {
    package let start: Value
    package let stop: Value
    package let step: Value

    package init(start: Value, stop: Value, step: Value, in python: borrowing Interpreter) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(typePointer: python.typePointers.slice, kind: .slice)
    }
}

/// A complex number.
package final class ComplexObject: Object {
    package let real: Double
    package let imaginary: Double

    package init(_ real: Double, _ imaginary: Double, in python: borrowing Interpreter) {
        self.real = real
        self.imaginary = imaginary
        super.init(type: python.types.complex)
    }
}

/// A variable that a function shares with the functions inside it.
package final class CellObject: Object {
    var slot: Slot

    /// A cell with a slot whose count the caller hands over.
    init(taking slot: Slot, in python: borrowing Interpreter) {
        self.slot = slot
        super.init(typePointer: python.typePointers.cell, kind: .cell)
    }

    /// Unbinds the variable.
    func clear() {
        let old = slot
        slot = .undefined
        old.release()
    }

    deinit { slot.release() }
}

/// A function or a method bound to its first argument.
package final class BoundMethodObject: Object {
    package let function: Value
    package let receiver: Value

    package init(_ function: Value, receiver: Value, in python: borrowing Interpreter) {
        self.function = function
        self.receiver = receiver
        super.init(type: Self.type(of: function, python), kind: .boundMethod)
    }

    /// Methods of built-in types go by names of their own.
    private static func type(of function: Value, _ python: Interpreter) -> TypeObject {
        guard let object = function.object, object.kind != .function else {
            return python.types.method
        }
        if let native = object as? NativeFunction, native.wording == .native {
            return python.types.builtinFunction
        }
        return object is WrapperDescriptor
            ? python.types.containers.methodWrapper : python.types.method
    }
}

/// A value that stands for itself: `Ellipsis`, `NotImplemented`.
package final class SingletonObject: Object {
    package let name: String

    init(_ name: String, type: TypeObject) {
        self.name = name
        super.init(type: type)
    }
}
