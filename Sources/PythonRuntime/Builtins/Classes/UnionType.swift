/// `int | None`: what `|` between classes gives.
package final class UnionObject: Object {
    package let members: [Value]

    init(_ members: [Value], in python: Interpreter) {
        self.members = members
        super.init(type: python.types.containers.union)
    }
}

extension UnionObject: Receiver { package static var typeName: String { "types.UnionType" } }

extension Builtins {
    /// `types.UnionType`.
    static func defineUnions(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.containers.union, in: m.python)
        t.unary(.repr) { (python: Interpreter, union: UnionObject) in
            try union.members.map { try python.annotationText($0) }.joined(separator: " | ")
        }
        t.property("__args__") { (python, value) -> Value in
            let members = try UnionObject.from(value, in: python).members
            return .tuple(members.map { $0.isNone ? python.noneType : $0 }, in: python)
        }
        for special in [Special.or, .ror] {
            t.binary(special) { python, a, b -> Value in
                (special == .or ? python.union(a, b) : python.union(b, a)) ?? python.notImplemented
            }
        }
        t.binary(.eq) { (python: Interpreter, union: UnionObject, other: Value) -> Value in
            guard let other = other.object as? UnionObject else { return python.notImplemented }
            let isSubset = { (a: UnionObject, b: UnionObject) in
                a.members.allSatisfy { x in b.members.contains { $0.isIdentical(to: x) } }
            }
            return .bool(isSubset(union, other) && isSubset(other, union))
        }
        t.binary(.getitem) { (python: Interpreter, union: UnionObject, _: Value) -> Value in
            throw python.typeError("\(try python.repr(.object(union))) is not a generic class")
        }
        t.unary(.hash) { (python: Interpreter, union: UnionObject) in
            union.members.reduce(0) { $0 ^ python.identity($1) }
        }
        t.binary(.instancecheck) { (python: Interpreter, union: UnionObject, value: Value) in
            try union.members.contains {
                try python.isInstance(value, $0.isNone ? python.noneType : $0)
            }
        }
        t.binary(.subclasscheck) { (python: Interpreter, union: UnionObject, type: Value) in
            try union.members.contains {
                try python.isSubclass(type, $0.isNone ? python.noneType : $0)
            }
        }
    }
}

extension Interpreter {
    fileprivate var noneType: Value { .object(types.none) }

    /// `a | b` of classes, None and what stands for classes; nil for anything else.
    func union(_ a: Value, _ b: Value) -> Value? {
        guard isUnionMember(a), isUnionMember(b) else { return nil }
        var members: [Value] = []
        for value in [a, b] {
            let parts = (value.object as? UnionObject)?.members ?? [value]
            for part in parts where !members.contains(where: { $0.isIdentical(to: part) }) {
                members.append(part)
            }
        }
        return members.count == 1 ? members[0] : .object(UnionObject(members, in: self))
    }

    private func isUnionMember(_ value: Value) -> Bool {
        value.isNone || value.object is TypeObject || value.object is UnionObject
            || value.object is GenericAlias
    }

    /// A class as annotations show it: `int`, `numpy.ndarray`, `list[int]`.
    func annotationText(_ value: Value) throws -> String {
        if value.isIdentical(to: ellipsis) { return "..." }
        guard let type = value.object as? TypeObject else { return try repr(value) }
        if type === types.none { return "None" }
        return type.moduleName == "builtins"
            ? type.qualifiedName : "\(type.moduleName).\(type.qualifiedName)"
    }
}
