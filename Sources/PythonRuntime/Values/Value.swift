/// A Python value as Swift code holds it: safe to keep, copy and pass around.
///
/// Small values are held directly; everything else is an object that the value keeps alive. Integers are
/// held directly while they fit 64 bits and are `BigIntegerObject`s beyond, never both.
package enum Value {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case object(Object)
}

extension Value {
    package static func string(_ text: String, in python: Interpreter) -> Value {
        .object(StringObject.make(text, in: python))
    }

    package static func tuple(_ items: [Value], in python: Interpreter) -> Value {
        .object(TupleObject(items, in: python))
    }

    package static func list(_ items: [Value], in python: Interpreter) -> Value {
        .object(ListObject(items, in: python))
    }

    package var isNone: Bool {
        if case .none = self { true } else { false }
    }

    package var object: Object? {
        if case .object(let object) = self { object } else { nil }
    }

    /// Python's `is`: the same object, or the same small value.
    package func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.object(let a), .object(let b)): a === b
        default: false
        }
    }

    /// The text of a `str` or of an instance of its subclass.
    package var text: String? {
        guard case .object(let object) = self else { return nil }
        if object.kind == .string { return unsafeDowncast(object, to: StringObject.self).string }
        return (object as? BoxedObject)?.base.text
    }

    /// The integer in an `int`, a `bool` or an instance of a subclass, where it fits 64 bits.
    package var integer: Int? {
        switch self {
        case .int(let value): value
        case .bool(let value): value ? 1 : 0
        case .object(let object): (object as? BoxedObject)?.base.integer
        default: nil
        }
    }
}
