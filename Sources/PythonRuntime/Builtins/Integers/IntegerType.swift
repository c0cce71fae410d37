import BigInt
import PythonSyntax

extension Builtins {
    /// `int`.
    static func defineInteger(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.int, in: m.python)
        t.type.isSelfMatching = true
        t.constructor(
            "int(x=..., /, base=...)\n\nA number or a text as an integer; the digits of a text are of the base."
        ) { python, type, values in
            let made = try python.makeInteger(values[0], base: values[1])
            return type === python.types.int ? made : .object(BoxedObject(made, type: type))
        }
        defineIntegerOperators(t)
        defineIntegerUnaries(t)
        defineIntegerAttributes(t)
        defineIntegerBytes(t)
        t.binary(.format) { python, value, specification -> String in
            if specification.text?.isEmpty == true { return try python.str(value) }
            return try python.formatInteger(
                value, python.text(specification, "__format__() argument").string)
        }
    }

    private static func defineIntegerOperators(_ t: TypeBuilder) {
        for operation in BinaryOperator.allCases
        where operation != .matrixMultiply && operation != .power {
            t.binary(operation.special) { python, a, b in
                try Numbers.integers(operation, a, b, in: python) ?? python.notImplemented
            }
            t.binary(operation.reflectedSpecial) { python, b, a in
                try Numbers.integers(operation, a, b, in: python) ?? python.notImplemented
            }
        }
        t.ternary(.pow) { python, a, b, modulus -> Value in
            if !modulus.isNone { return try Numbers.power(a, b, modulo: modulus, in: python) }
            return try Numbers.integers(.power, a, b, in: python) ?? python.notImplemented
        }
        t.ternary(.rpow) { python, b, a, _ -> Value in
            try Numbers.integers(.power, a, b, in: python) ?? python.notImplemented
        }
        t.binary(.divmod) { python, a, b in
            try Numbers.integerDivmod(a, b, in: python) ?? python.notImplemented
        }
        t.binary(.rdivmod) { python, b, a in
            try Numbers.integerDivmod(a, b, in: python) ?? python.notImplemented
        }
        for operation in [
            ComparisonOperator.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
        ] {
            t.binary(operation.specials.0) { python, a, b -> Value in
                guard Numbers.isInteger(a), Numbers.isInteger(b) else {
                    return python.notImplemented
                }
                return Numbers.compare(operation, a, b).map { .bool($0) } ?? python.notImplemented
            }
        }
    }

    private static func defineIntegerUnaries(_ t: TypeBuilder) {
        t.unary(.neg) { python, value in try Numbers.integers(.subtract, .int(0), value, in: python)
        }
        t.unary(.pos) { _, value in value.plainInteger }
        t.unary(.invert) { python, value in
            try Numbers.integers(.subtract, .int(-1), value, in: python)
        }
        t.unary(.abs) { python, value -> Value in
            let isNegative = Numbers.compare(.less, value, .int(0)) == true
            return isNegative
                ? try Numbers.integers(.subtract, .int(0), value, in: python) ?? .none
                : value.plainInteger
        }
        t.unary(.bool) { _, value in Numbers.compare(.notEqual, value, .int(0)) ?? false }
        t.unary(.hash) { python, value -> Int in
            if let small = value.integer { return NumberHash.hash(small) }
            return NumberHash.hash(try python.bigIndex(value))
        }
        t.unary(.repr) { python, value in try python.decimalText(value) }
        for special in [Special.int, .index, .trunc, .floor, .ceil] {
            t.unary(special) { _, value in value.plainInteger }
        }
        t.unary(.float) { python, value in try python.double(value.plainInteger) }
        t.binary(.round) { python, value, digits -> Value in
            if digits.isNone { return value.plainInteger }
            return try Numbers.round(value.plainInteger, python.bigIndex(digits), in: python)
        }
    }

    private static func defineIntegerAttributes(_ t: TypeBuilder) {
        t.property("real") { _, value in value.plainInteger }
        t.property("numerator") { _, value in value.plainInteger }
        t.property("imag") { _, _ in 0 }
        t.property("denominator") { _, _ in 1 }
        t.def("conjugate(self, /)\n\nThe number itself.") { (_: Interpreter, value: Value) in
            value.plainInteger
        }
        t.def("as_integer_ratio(self, /)\n\nThe number and one.") {
            (python: Interpreter, value: Value) in
            Value.tuple([value.plainInteger, .int(1)], in: python)
        }
        t.def("bit_length(self, /)\n\nThe bits that the magnitude needs.") {
            (python: Interpreter, value: Value) in
            try Numbers.bitLength(value, in: python)
        }
        t.def("bit_count(self, /)\n\nThe ones in the binary form of the magnitude.") {
            (python: Interpreter, value: Value) -> Int in
            if let small = value.integer { return small.magnitude.nonzeroBitCount }
            return try python.bigIndex(value).magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount }
        }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, value: Value) in
            Value.tuple([value.plainInteger], in: python)
        }
    }

    /// `bool`.
    static func defineBool(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.bool, in: m.python)
        t.type.isSelfMatching = true
        t.constructor("bool(x=False, /)\n\nWhether a value is true.") { python, _, values in
            .bool(try python.isTrue(values[0]))
        }
        t.unary(.repr) { python, value in try python.isTrue(value) ? "True" : "False" }
        func logical(
            _ special: Special, _ reflected: Special, _ operation: BinaryOperator,
            _ body: @escaping (Bool, Bool) -> Bool
        ) {
            for special in [special, reflected] {
                t.binary(special) { python, a, b -> Value in
                    if case .bool(let a) = a, case .bool(let b) = b { return .bool(body(a, b)) }
                    return try Numbers.integers(operation, a, b, in: python)
                        ?? python.notImplemented
                }
            }
        }
        logical(.and, .rand, .and) { $0 && $1 }
        logical(.or, .ror, .or) { $0 || $1 }
        logical(.xor, .rxor, .xor) { $0 != $1 }
    }
}

extension Value {
    /// An integer as `int` itself, not as `bool` or another subclass.
    var plainInteger: Value {
        switch self {
        case .bool(let value): .int(value ? 1 : 0)
        case .object: unboxed
        default: self
        }
    }
}
