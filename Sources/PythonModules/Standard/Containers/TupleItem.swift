import PythonRuntime

/// Reads an item of a named tuple by its name: `_tuplegetter`.
package final class TupleItem: Object, FromPython {
    let index: Int
    let documentation: Value

    init(_ index: Int, _ documentation: Value, type: TypeObject) {
        (self.index, self.documentation) = (index, documentation)
        super.init(type: type)
    }

    package static func from(_ value: Value, in python: Interpreter) throws -> TupleItem {
        try python.receiver(value, "_collections._tuplegetter")
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("_tuplegetter(index, doc, /)") { python, type, values in
            .object(TupleItem(try python.index(values[0]), values[1], type: type))
        }
        t.ternary(.get) { python, value, instance, _ -> Value in
            if instance.isNone { return value }
            let item = try TupleItem.from(value, in: python)
            guard let tuple = instance.object as? TupleObject else {
                throw python.typeError(
                    "descriptor for index '\(item.index)' for tuple subclasses doesn't apply to '\(python.typeName(instance))' object"
                )
            }
            guard tuple.items.indices.contains(item.index) else {
                throw python.error("IndexError", "tuple index out of range")
            }
            return tuple[item.index]
        }
        t.ternary(.set) { python, _, _, _ -> Value in
            throw python.error("AttributeError", "can't set attribute")
        }
        t.binary(.delete) { (python: Interpreter, _: Value, _: Value) -> Value in
            throw python.error("AttributeError", "can't delete attribute")
        }
        t.property("__doc__") { python, value in
            try TupleItem.from(value, in: python).documentation
        }
        t.unary(.repr) { (python: Interpreter, item: TupleItem) in
            "_tuplegetter(\(item.index), \(try python.repr(item.documentation)))"
        }
    }
}
