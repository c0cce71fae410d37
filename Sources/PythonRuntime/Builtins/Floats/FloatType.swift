import BigInt
import PythonSyntax

extension Builtins {
    /// `float`.
    static func defineFloat(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.float, in: m.python)
        t.type.isSelfMatching = true
        t.constructor("float(x=0.0, /)\n\nA number or a text as a floating-point number.") {
            python, type, values in
            let made = Value.float(try python.makeFloat(values[0]))
            return type === python.types.float ? made : .object(BoxedObject(made, type: type))
        }
        defineFloatOperators(t)
        defineFloatUnaries(t)
        defineFloatMethods(t)
        t.binary(.format) { python, value, specification -> String in
            if specification.text?.isEmpty == true { return try python.str(value) }
            return try python.formatFloat(
                python.double(value), of: python.typeName(value),
                python.text(specification, "__format__() argument").string)
        }
    }

    private static func defineFloatOperators(_ t: TypeBuilder) {
        for operation in [
            BinaryOperator.add, .subtract, .multiply, .divide, .floorDivide, .modulo,
        ] {
            t.binary(operation.special) { python, a, b in
                try Numbers.binary(operation, a, b, in: python) ?? python.notImplemented
            }
            t.binary(operation.reflectedSpecial) { python, b, a in
                try Numbers.binary(operation, a, b, in: python) ?? python.notImplemented
            }
        }
        t.ternary(.pow) { python, a, b, modulus -> Value in
            guard modulus.isNone else { throw python.modularPowerOfFloats() }
            return try Numbers.binary(.power, a, b, in: python) ?? python.notImplemented
        }
        t.ternary(.rpow) { python, b, a, _ -> Value in
            try Numbers.binary(.power, a, b, in: python) ?? python.notImplemented
        }
        t.binary(.divmod) { python, a, b in
            try Numbers.floatDivmod(a, b, in: python) ?? python.notImplemented
        }
        t.binary(.rdivmod) { python, b, a in
            try Numbers.floatDivmod(a, b, in: python) ?? python.notImplemented
        }
        for operation in [
            ComparisonOperator.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
        ] {
            t.binary(operation.specials.0) { python, a, b -> Value in
                Numbers.compare(operation, a, b).map { .bool($0) } ?? python.notImplemented
            }
        }
    }

    private static func defineFloatUnaries(_ t: TypeBuilder) {
        t.unary(.neg) { python, value in -(try python.double(value.unboxed)) }
        t.unary(.pos) { python, value in try python.double(value.unboxed) }
        t.unary(.abs) { python, value in abs(try python.double(value.unboxed)) }
        t.unary(.bool) { python, value in try python.double(value.unboxed) != 0 }
        t.unary(.hash) { python, value in NumberHash.hash(try python.double(value.unboxed)) }
        t.unary(.repr) { python, value in try python.double(value.unboxed).pythonText }
        t.unary(.float) { python, value in try python.double(value.unboxed) }
        func whole(_ special: Special, _ rule: FloatingPointRoundingRule) {
            t.unary(special) { python, value in
                try python.integer(truncating: python.double(value.unboxed).rounded(rule))
            }
        }
        whole(.int, .towardZero)
        whole(.trunc, .towardZero)
        whole(.floor, .down)
        whole(.ceil, .up)
        t.binary(.round) { python, value, digits -> Value in
            let number = try python.double(value.unboxed)
            if digits.isNone {
                return try python.integer(truncating: number.rounded(.toNearestOrEven))
            }
            let decimals = Int(clamping: try python.bigIndex(digits))
            guard let result = FloatRounding.round(number, decimals: decimals) else {
                throw python.error("OverflowError", "rounded value too large to represent")
            }
            return .float(result)
        }
    }

    private static func defineFloatMethods(_ t: TypeBuilder) {
        t.property("real") { python, value in try python.double(value.unboxed) }
        t.property("imag") { _, _ in 0.0 }
        t.def("conjugate(self, /)\n\nThe number itself.") { (_: Interpreter, value: Double) in value
        }
        t.def("is_integer(self, /)\n\nWhether the number is whole.") {
            (_: Interpreter, value: Double) in
            value.isFinite && value == value.rounded(.towardZero)
        }
        t.def("as_integer_ratio(self, /)\n\nTwo integers whose quotient is exactly the number.") {
            (python: Interpreter, value: Double) in
            guard !value.isNaN else {
                throw python.valueError("cannot convert NaN to integer ratio")
            }
            guard value.isFinite else {
                throw python.error("OverflowError", "cannot convert Infinity to integer ratio")
            }
            let (numerator, denominator) = FloatRatio.ratio(value)
            return Value.tuple(
                [python.integer(numerator), python.integer(denominator)], in: python)
        }
        t.def("hex(self, /)\n\nThe number in hexadecimal.") { (_: Interpreter, value: Double) in
            FloatHex.text(value)
        }
        t.classDef("fromhex(cls, string, /)\n\nThe number that a hexadecimal text describes.") {
            python, type, values in
            guard let text = values[0].text else {
                throw python.typeError("bad argument type for built-in operation")
            }
            switch FloatHex.parse(text) {
            case .malformed:
                throw python.valueError("invalid hexadecimal floating-point string")
            case .tooLarge:
                throw python.error(
                    "OverflowError", "hexadecimal value too large to represent as a float")
            case .value(let value):
                return type === python.types.float
                    ? .float(value) : try python.call(.object(type), [.float(value)])
            }
        }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, value: Double) in
            Value.tuple([.float(value)], in: python)
        }
    }
}

extension Interpreter {
    func modularPowerOfFloats() -> PythonError {
        typeError("pow() 3rd argument not allowed unless all arguments are integers")
    }
}

extension Numbers {
    /// `divmod(a, b)` of real numbers; nil where an operand is none.
    static func floatDivmod(_ a: Value, _ b: Value, in python: Interpreter) throws -> Value? {
        guard Real(a) != nil, Real(b) != nil else { return nil }
        let (x, y) = (try python.double(a.unboxed), try python.double(b.unboxed))
        guard y != 0 else { throw python.error("ZeroDivisionError", "float divmod()") }
        let (quotient, remainder) = quotientAndRemainder(x, y)
        return .tuple([.float(quotient), .float(remainder)], in: python)
    }
}
