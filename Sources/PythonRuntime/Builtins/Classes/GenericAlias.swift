/// `list[int]`: a class with the types that its items are said to have.
package final class GenericAlias: Object {
    package let origin: TypeObject
    package let arguments: [Value]

    package init(_ origin: TypeObject, _ item: Value, in python: Interpreter) {
        self.origin = origin
        arguments = (item.object as? TupleObject)?.items ?? [item]
        super.init(type: python.types.containers.genericAlias)
    }
}

extension GenericAlias: Receiver { package static var typeName: String { "types.GenericAlias" } }

extension TypeBuilder {
    /// Lets annotations say `list[int]` of the type.
    package func acceptsTypeArguments() {
        classMethod(
            "__class_getitem__(cls, item, /)",
            .two { python, type, item in
                guard let origin = type.object as? TypeObject else { return type }
                return .object(GenericAlias(origin, item, in: python))
            })
    }
}

extension Builtins {
    /// `types.GenericAlias`.
    static func defineGenericAliases(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.containers.genericAlias, in: m.python)
        t.unary(.repr) { (python: Interpreter, alias: GenericAlias) -> String in
            let arguments = try alias.arguments.map { try python.annotationText($0) }
            let origin = try python.annotationText(.object(alias.origin))
            return "\(origin)[\(arguments.isEmpty ? "()" : arguments.joined(separator: ", "))]"
        }
        t.variadic(.call) { python, alias, arguments -> Value in
            try python.construct(GenericAlias.from(alias, in: python).origin, arguments)
        }
        t.property("__origin__") { python, value in try GenericAlias.from(value, in: python).origin
        }
        t.property("__args__") { (python, value) -> Value in
            .tuple(try GenericAlias.from(value, in: python).arguments, in: python)
        }
        t.property("__parameters__") { python, _ -> Value in .tuple([], in: python) }
        t.def("__mro_entries__(self, bases, /)") {
            (python: Interpreter, alias: GenericAlias, _: Value) -> Value in
            .tuple([.object(alias.origin)], in: python)
        }
        t.binary(.eq) { (python: Interpreter, alias: GenericAlias, other: Value) -> Value in
            guard let other = other.object as? GenericAlias else { return python.notImplemented }
            return .bool(
                try alias.origin === other.origin
                    && python.isEqual(
                        .tuple(alias.arguments, in: python), .tuple(other.arguments, in: python))
            )
        }
        t.unary(.hash) { (python: Interpreter, alias: GenericAlias) in
            NumberHash.tuple(
                try [python.identity(.object(alias.origin))]
                    + alias.arguments.map { try python.hash($0) })
        }
        for special in [Special.or, .ror] {
            t.binary(special) { python, a, b -> Value in
                (special == .or ? python.union(a, b) : python.union(b, a)) ?? python.notImplemented
            }
        }
        t.binary(.instancecheck) { (python: Interpreter, _: GenericAlias, _: Value) -> Value in
            throw python.typeError("isinstance() argument 2 cannot be a parameterized generic")
        }
        // Other attributes are the class's.
        t.binary(.getattr) { (python: Interpreter, alias: GenericAlias, name: Value) in
            try python.getAttribute(.object(alias.origin), name.text ?? "")
        }
    }
}
