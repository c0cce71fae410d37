/// How instances are laid out, which decides what classes can be combined.
extension TypeObject {
    /// The ancestor whose layout the instances have.
    private var layout: TypeObject {
        if hasOwnSlots || isBuiltin && moduleName == "builtins" && Self.layouts.contains(name) {
            return self
        }
        return TypeObject.best(of: bases)?.layout ?? self
    }

    /// The base whose layout includes those of all others; nil where there is none.
    static func best(of bases: [TypeObject]) -> TypeObject? {
        guard var best = bases.first else { return nil }
        for base in bases.dropFirst() {
            let (old, new) = (best.layout, base.layout)
            if old.isSubtype(of: new) { continue }
            guard new.isSubtype(of: old) else { return nil }
            best = base
        }
        return best
    }

    /// The built-in types whose instances hold more than those of their base.
    private static let layouts: Set<String> = [
        "int", "float", "complex", "str", "bytes", "bytearray", "list", "tuple", "dict", "set",
        "frozenset", "type", "property", "staticmethod", "classmethod", "super", "enumerate",
        "filter", "map", "reversed", "zip", "BaseException", "BaseExceptionGroup", "OSError",
        "SyntaxError", "StopIteration", "SystemExit", "ImportError", "NameError",
        "AttributeError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError",
    ]
}
