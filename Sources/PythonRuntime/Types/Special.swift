// The cases are Python's own names.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// The special methods that the language itself calls: each type keeps them in a table, so that an operator
/// needs no look-up by name. The name is the case between double underscores.
package enum Special: UInt8, CaseIterable, Sendable {
    case new, `init`, call, del
    case repr, str, format, bytes, hash, bool
    case len, length_hint, getitem, setitem, delitem, missing, contains, reversed
    case iter, next
    case getattribute, getattr, setattr, delattr, dir
    case get, set, delete, set_name
    case enter, exit
    case lt, le, eq, ne, gt, ge
    case neg, pos, abs, invert
    case int, float, complex, index, round, trunc, floor, ceil
    case add, sub, mul, matmul, truediv, floordiv, mod, divmod, pow, lshift, rshift, and, xor, or
    case radd, rsub, rmul, rmatmul, rtruediv, rfloordiv, rmod, rdivmod, rpow, rlshift, rrshift,
        rand, rxor, ror
    case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ixor,
        ior
    case instancecheck, subclasscheck, init_subclass, prepare, class_getitem
    case copy, deepcopy, fspath

    package var name: String { Self.names[Int(rawValue)] }

    private static let names = allCases.map { "__\($0)__" }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ("__\($0)__", $0) })

    /// Whether it is implicitly a static or a class method.
    var isClassLevel: Bool { self == .new || self == .init_subclass || self == .class_getitem }

    /// Whether it reads or writes attributes.
    var isAttributeAccess: Bool {
        switch self {
        case .getattribute, .getattr, .setattr, .delattr, .dir: true
        default: false
        }
    }

    /// The special method of a name; nil for any other name.
    package static func named(_ name: String) -> Special? {
        name.utf8.first == UInt8(ascii: "_") ? byName[name] : nil
    }
}

/// What a type does for a special method: a Swift closure of the method's arity, or a Python attribute.
package enum SpecialMethod {
    case unary((Interpreter, Value) throws -> Value)
    case binary((Interpreter, Value, Value) throws -> Value)
    case ternary((Interpreter, Value, Value, Value) throws -> Value)
    /// `__init__`, `__call__`, and `__new__`, whose first value is the class.
    case variadic((Interpreter, Value, Arguments) throws -> Value)
    /// Found in a class that was written in Python.
    case attribute(Value)
}

/// What a call passes: positional values, and keywords in the order they were written.
package struct Arguments {
    package var positional: [Value]
    package var keywords: [(name: String, value: Value)]

    package init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.keywords = keywords
    }

    package var isEmpty: Bool { positional.isEmpty && keywords.isEmpty }

    /// The same arguments after one more.
    package func prepending(_ value: Value) -> Arguments {
        Arguments([value] + positional, keywords: keywords)
    }
}
