import PythonRuntime
import PythonSyntax

/// `operator`: Python's operators as functions.
enum OperatorModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("operator", in: python)
        defineArithmetic(m)
        defineComparisons(m)
        defineItems(m)
        defineGetters(m)
        return m.module
    }

    private static func defineArithmetic(_ m: ModuleBuilder) {
        let names: [(String, BinaryOperator)] = [
            ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide),
            ("floordiv", .floorDivide), ("mod", .modulo), ("pow", .power),
            ("matmul", .matrixMultiply), ("lshift", .leftShift), ("rshift", .rightShift),
            ("and_", .and), ("or_", .or), ("xor", .xor),
        ]
        for (name, operation) in names {
            let bare = name.hasSuffix("_") ? String(name.dropLast()) : name
            for name in [name, "__\(bare)__"] {
                m.def("\(name)(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
                    try python.binary(operation, a, b)
                }
            }
            for name in ["i\(bare)", "__i\(bare)__"] {
                m.def("\(name)(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
                    try python.binaryInPlace(operation, a, b)
                }
            }
        }
        let unaries: [(String, UnaryOperator)] = [
            ("neg", .minus), ("pos", .plus), ("invert", .invert), ("inv", .invert), ("not_", .not),
        ]
        for (name, operation) in unaries {
            m.def("\(name)(a, /)") { (python: Interpreter, a: Value) in
                try python.unary(operation, a)
            }
        }
        m.def("abs(a, /)") { (python: Interpreter, a: Value) -> Value in
            guard let result = try python.applySpecial(.abs, a) else {
                throw python.typeError("bad operand type for abs(): '\(python.typeName(a))'")
            }
            return result
        }
        m.def("truth(a, /)") { (_: Interpreter, a: Bool) in a }
        m.def("index(a, /)") { (python: Interpreter, a: Value) in
            python.integer(try python.bigIndex(a))
        }
    }

    private static func defineComparisons(_ m: ModuleBuilder) {
        let names: [(String, ComparisonOperator)] = [
            ("lt", .less), ("le", .lessEqual), ("eq", .equal), ("ne", .notEqual),
            ("ge", .greaterEqual), ("gt", .greater), ("is_", .is), ("is_not", .isNot),
        ]
        for (name, operation) in names {
            m.def("\(name)(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
                try python.compare(operation, a, b)
            }
        }
    }

    private static func defineItems(_ m: ModuleBuilder) {
        m.def("getitem(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
            try python.getItem(a, b)
        }
        m.def("setitem(a, b, c, /)") {
            (python: Interpreter, a: Value, b: Value, c: Value) -> Value in
            try python.setItem(a, b, c)
            return .none
        }
        m.action("delitem(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
            try python.deleteItem(a, b)
        }
        m.def("contains(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
            try python.contains(a, b)
        }
        m.def("concat(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
            guard try python.lookUpAttribute(a, "__getitem__") != nil,
                !python.type(of: a).isSubtype(of: python.types.dict)
            else {
                throw python.typeError("'\(python.typeName(a))' object can't be concatenated")
            }
            return try python.binary(.add, a, b)
        }
        m.def("iconcat(a, b, /)") { (python: Interpreter, a: Value, b: Value) in
            try python.binaryInPlace(.add, a, b)
        }
        m.def("countOf(a, b, /)") { (python: Interpreter, a: Value, b: Value) -> Int in
            try python.list(a).count { try python.isEqual($0, b) }
        }
        m.def("indexOf(a, b, /)") { (python: Interpreter, a: Value, b: Value) -> Int in
            guard let index = try python.list(a).firstIndex(where: { try python.isEqual($0, b) })
            else { throw python.valueError("sequence.index(x): x not in sequence") }
            return index
        }
        m.def("length_hint(obj, default=0, /)") { (python: Interpreter, a: Value, other: Int) in
            python.type(of: a).special(.len) == nil ? other : try python.length(a)
        }
        m.raw("call(obj, /, *args, **kwargs)") { python, arguments in
            guard let function = arguments.positional.first else {
                throw python.typeError("call expected at least 1 argument, got 0")
            }
            return try python.call(
                function,
                Arguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords))
        }
    }

    // MARK: Getters

    private static func defineGetters(_ m: ModuleBuilder) {
        getter(m, "itemgetter") { python, getter, value in
            let keys = getter.arguments.positional
            if keys.count == 1 { return try python.getItem(value, keys[0]) }
            return .tuple(try keys.map { try python.getItem(value, $0) }, in: python)
        }
        getter(m, "attrgetter") { python, getter, value in
            let found = try getter.arguments.positional.map { name -> Value in
                guard let name = name.text else {
                    throw python.typeError("attribute name must be a string")
                }
                return try name.split(separator: ".").reduce(value) {
                    try python.getAttribute($0, String($1))
                }
            }
            return found.count == 1 ? found[0] : .tuple(found, in: python)
        }
        getter(m, "methodcaller") { python, getter, value in
            guard let name = getter.arguments.positional[0].text else {
                throw python.typeError("method name must be a string")
            }
            let rest = Arguments(
                Array(getter.arguments.positional.dropFirst()), keywords: getter.arguments.keywords)
            return try python.call(python.getAttribute(value, name), rest)
        }
    }

    private static func getter(
        _ m: ModuleBuilder, _ name: String,
        _ fetch: @escaping (Interpreter, GetterObject, Value) throws -> Value
    ) {
        m.type(name) { t in
            t.variadic(.new) { python, type, arguments -> Value in
                guard !arguments.positional.isEmpty else {
                    throw python.typeError(
                        name == "methodcaller"
                            ? "methodcaller needs at least one argument, the method name"
                            : "\(name) expected 1 argument, got 0")
                }
                let type = type.object as? TypeObject ?? python.types.object
                return .object(GetterObject(arguments, type: type))
            }
            t.variadic(.`init`) { _, _, _ -> Value in .none }
            t.variadic(.call) { python, getter, arguments -> Value in
                guard arguments.positional.count == 1, arguments.keywords.isEmpty else {
                    throw python.typeError(
                        "\(name) expected 1 argument, got \(arguments.positional.count)")
                }
                return try fetch(
                    python, GetterObject.from(getter, in: python), arguments.positional[0])
            }
            t.unary(.repr) { python, getter -> String in
                let arguments = try GetterObject.from(getter, in: python).arguments
                let texts =
                    try arguments.positional.map { try python.repr($0) }
                    + arguments.keywords.map { "\($0.name)=\(try python.repr($0.value))" }
                return "operator.\(name)(\(texts.joined(separator: ", ")))"
            }
        }
    }
}

/// What a getter fetches: `itemgetter(1)`, `attrgetter('a.b')`, `methodcaller('upper')`.
package final class GetterObject: InstanceObject, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> GetterObject {
        try python.receiver(value, "operator.itemgetter")
    }

    let arguments: Arguments

    init(_ arguments: Arguments, type: TypeObject) {
        self.arguments = arguments
        super.init(type: type)
    }
}
