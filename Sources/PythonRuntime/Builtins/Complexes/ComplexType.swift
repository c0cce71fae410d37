import PythonSyntax

extension Builtins {
    /// `complex`.
    static func defineComplex(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.complex, in: m.python)
        t.constructor(
            "complex(real=..., imag=...)\n\nA complex number of two parts, or from a text."
        ) { python, type, values in
            let number = try python.makeComplex(values[0], values[1])
            let made = Value.object(ComplexObject(number, in: python))
            return type === python.types.complex ? made : .object(BoxedObject(made, type: type))
        }
        defineComplexOperators(t)
        defineComplexUnaries(t)
        t.binary(.format) { python, value, specification -> String in
            if specification.text?.isEmpty == true { return try python.str(value) }
            return try python.formatComplex(
                python.complexReceiver(value), of: python.typeName(value),
                python.text(specification, "__format__() argument").string)
        }
    }

    private static func defineComplexOperators(_ t: TypeBuilder) {
        func define(
            _ operation: BinaryOperator,
            _ body: @escaping (Interpreter, ComplexNumber, ComplexNumber) throws -> ComplexNumber
        ) {
            func apply(_ python: Interpreter, _ a: Value, _ b: Value) throws -> Value {
                guard let x = try python.complexOperand(a), let y = try python.complexOperand(b)
                else { return python.notImplemented }
                return .object(ComplexObject(try body(python, x, y), in: python))
            }
            t.binary(operation.special, apply)
            t.binary(operation.reflectedSpecial) { python, b, a in try apply(python, a, b) }
        }
        define(.add) { $1 + $2 }
        define(.subtract) { $1 - $2 }
        define(.multiply) { $1 * $2 }
        define(.divide) { python, a, b in
            guard let quotient = a.divided(by: b) else {
                throw python.error("ZeroDivisionError", "complex division by zero")
            }
            return quotient
        }
        t.ternary(.pow) { python, a, b, modulus in
            guard modulus.isNone else { throw python.valueError("complex modulo") }
            return try python.complexPower(a, b)
        }
        t.ternary(.rpow) { python, b, a, _ in try python.complexPower(a, b) }
        t.binary(.eq) { python, a, b in try python.complexEquals(a, b) }
        t.binary(.ne) { python, a, b -> Value in
            let equal = try python.complexEquals(a, b)
            if case .bool(let equal) = equal { return .bool(!equal) }
            return equal
        }
    }

    private static func defineComplexUnaries(_ t: TypeBuilder) {
        t.unary(.neg) { python, value in
            ComplexObject(-(try python.complexReceiver(value)), in: python)
        }
        t.unary(.pos) { python, value in
            ComplexObject(try python.complexReceiver(value), in: python)
        }
        t.unary(.complex) { python, value in
            ComplexObject(try python.complexReceiver(value), in: python)
        }
        t.unary(.abs) { python, value -> Double in
            let number = try python.complexReceiver(value)
            guard number.magnitude.isFinite || !number.isFinite else {
                throw python.error("OverflowError", "absolute value too large")
            }
            return number.magnitude
        }
        t.unary(.bool) { python, value in try !python.complexReceiver(value).isZero }
        t.unary(.repr) { python, value in ComplexText.repr(try python.complexReceiver(value)) }
        t.unary(.hash) { python, value -> Int in
            let number = try python.complexReceiver(value)
            // CPython's own factor for the imaginary part.
            let hash =
                NumberHash.hash(number.real) &+ 1_000_003 &* NumberHash.hash(number.imaginary)
            return hash == -1 ? -2 : hash
        }
        t.property("real") { python, value in try python.complexReceiver(value).real }
        t.property("imag") { python, value in try python.complexReceiver(value).imaginary }
        t.def("conjugate(self, /)\n\nThe number with the opposite imaginary part.") {
            (python: Interpreter, value: Value) in
            let number = try python.complexReceiver(value)
            return ComplexObject(number.real, -number.imaginary, in: python)
        }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, value: Value) in
            let number = try python.complexReceiver(value)
            return Value.tuple([.float(number.real), .float(number.imaginary)], in: python)
        }
    }
}

extension Interpreter {
    fileprivate func complexReceiver(_ value: Value) throws -> ComplexNumber {
        guard let complex = value.unboxed.object as? ComplexObject else {
            throw typeError(
                "descriptor requires a 'complex' object but received a '\(typeName(value))'")
        }
        return complex.number
    }

    fileprivate func complexEquals(_ a: Value, _ b: Value) throws -> Value {
        guard let x = a.unboxed.object as? ComplexObject else { return notImplemented }
        if let y = b.unboxed.object as? ComplexObject { return .bool(x.number == y.number) }
        guard Numbers.Real(b) != nil else { return notImplemented }
        guard x.imaginary == 0 else { return .bool(false) }
        return .bool(Numbers.compare(.equal, .float(x.real), b) ?? false)
    }

    /// `a ** b` of two numbers, at least one of them complex.
    func complexPower(_ a: Value, _ b: Value) throws -> Value {
        guard let x = try complexOperand(a), let y = try complexOperand(b) else {
            return notImplemented
        }
        guard let result = x.power(y) else {
            throw error("ZeroDivisionError", "0.0 to a negative or complex power")
        }
        let isTooLarge = result.real.isInfinite || result.imaginary.isInfinite
        guard !isTooLarge || !x.isFinite || !y.isFinite else {
            throw error("OverflowError", "complex exponentiation")
        }
        return .object(ComplexObject(result, in: self))
    }
}
