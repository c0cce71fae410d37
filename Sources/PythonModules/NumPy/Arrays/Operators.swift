import PythonRuntime
import Tensors

/// The operators of arrays and of single numbers.
enum NumPyOperators {
    private struct Entry {
        let special, reflected, inPlace: Special
        let sign: String
        let function: ElementwiseFunction
    }

    private static var arithmetic: [Entry] {
        func entry(
            _ special: Special, _ reflected: Special, _ inPlace: Special, _ sign: String,
            _ function: ElementwiseFunction
        ) -> Entry {
            Entry(
                special: special, reflected: reflected, inPlace: inPlace, sign: sign,
                function: function)
        }
        return [
            entry(.add, .radd, .iadd, "+", .add), entry(.sub, .rsub, .isub, "-", .subtract),
            entry(.mul, .rmul, .imul, "*", .multiply),
            entry(.truediv, .rtruediv, .itruediv, "/", .divide),
            entry(.floordiv, .rfloordiv, .ifloordiv, "//", .floorDivide),
            entry(.mod, .rmod, .imod, "%", .remainder),
            entry(.pow, .rpow, .ipow, "** or pow()", .power),
            entry(.and, .rand, .iand, "&", .bitwiseAnd), entry(.or, .ror, .ior, "|", .bitwiseOr),
            entry(.xor, .rxor, .ixor, "^", .bitwiseXor),
            entry(.lshift, .rlshift, .ilshift, "<<", .leftShift),
            entry(.rshift, .rrshift, .irshift, ">>", .rightShift),
        ]
    }

    /// Defines the operators that arrays and single numbers share.
    static func define(_ t: TypeBuilder) {
        for entry in arithmetic {
            let (function, sign) = (entry.function, entry.sign)
            t.binary(entry.special) { python, a, b -> Value in
                try python.numPyOperator(function, sign, a, b, other: b)
            }
            t.binary(entry.reflected) { python, b, a -> Value in
                // Python's own `str` says what it joins with.
                if a.text != nil, !(b.object is ArrayObject) { return python.notImplemented }
                return try python.numPyOperator(function, sign, a, b, other: a)
            }
        }
        defineComparisons(t)
        for (special, function) in [
            (Special.neg, ElementwiseFunction.negative), (.abs, .absolute), (.invert, .invert),
            (.pos, .positive),
        ] {
            t.unary(special) { python, x -> Value in
                try python.wordedByNumPy {
                    python.numPyValue(
                        try function(ArrayLike.from(x, in: python).tensor, in: python))
                }
            }
        }
        t.binary(.divmod) { python, a, b -> Value in try python.numPyDivmod(a, b) }
        t.binary(.rdivmod) { python, b, a -> Value in try python.numPyDivmod(a, b) }
        t.binary(.matmul) { python, a, b -> Value in try python.numPyMatmul(a, b, other: b) }
        t.binary(.rmatmul) { python, b, a -> Value in try python.numPyMatmul(a, b, other: a) }
    }

    private static func defineComparisons(_ t: TypeBuilder) {
        let comparisons: [(Special, String, ElementwiseFunction)] = [
            (.eq, "==", .equal), (.ne, "!=", .notEqual), (.lt, "<", .less), (.le, "<=", .lessEqual),
            (.gt, ">", .greater), (.ge, ">=", .greaterEqual),
        ]
        for (special, sign, function) in comparisons {
            t.binary(special) { python, a, b -> Value in
                try python.numPyComparison(function, sign, a, b)
            }
        }
    }

    /// Defines the operators that change an array in place.
    static func defineInPlace(_ t: TypeBuilder) {
        for entry in arithmetic {
            let function = entry.function
            t.binary(entry.inPlace) { python, a, b -> Value in
                guard let array = a.object as? ArrayObject, python.isNumPyOperand(b) else {
                    return python.notImplemented
                }
                return try python.wordedByNumPy {
                    let other = try ArrayLike.from(b, in: python).tensor
                    try change(array, by: other, function, in: python)
                    return a
                }
            }
        }
    }

    /// Writes the results of a function over its first operand.
    static func change(
        _ array: ArrayObject, by other: Tensor, _ function: ElementwiseFunction,
        in python: Interpreter
    ) throws {
        let result = try function(array.tensor, other, in: python)
        try FloatErrors.of(python).check(function.name, [array.tensor, other], result)
        try array.write(result, ufunc: function.name, in: python)
    }
}

extension Interpreter {
    /// Whether NumPy's operators take a value; TensorFlow's tensors and classes with operators of their own
    /// come first.
    func isNumPyOperand(_ value: Value) -> Bool {
        switch value {
        case .int, .float, .bool: return true
        case .none: return false
        case .object(let object):
            if object is ArrayObject || object is ScalarObject || object is BoxedObject {
                return true
            }
            if object is TensorObject || object is VariableObject { return false }
            switch object.kind {
            case .list, .tuple, .range, .string, .bytes, .bigInteger: return true
            default: return object is ComplexObject
            }
        }
    }

    fileprivate func numPyOperator(
        _ function: ElementwiseFunction, _ sign: String, _ a: Value, _ b: Value, other: Value
    ) throws -> Value {
        if let quick = try quickArrays(function, a, b) { return quick }
        if let quick = quickOperator(sign, a, b) { return quick }
        guard isNumPyOperand(other) else {
            guard other.isNone else { return notImplemented }
            let names = [a, b].map(elementName)
            throw typeError(
                "unsupported operand type(s) for \(sign): '\(names[0])' and '\(names[1])'")
        }
        return try wordedByNumPy {
            let (x, y) = (try ArrayLike.from(a, in: self), try ArrayLike.from(b, in: self))
            let result = try function(x.tensor, y.tensor, in: self)
            try FloatErrors.of(self).check(
                quickPower(function.name, b) ?? function.name, [x.tensor, y.tensor], result,
                isScalar: !(a.object is ArrayObject || b.object is ArrayObject)
                    && result.rank == 0)
            return numPyValue(result)
        }
    }

    /// The function that NumPy takes in the place of some powers of arrays.
    private func quickPower(_ name: String, _ exponent: Value) -> String? {
        guard name == "power", let number = quickDouble(exponent) else { return nil }
        return [-1: "reciprocal", 0.5: "sqrt", 2: "square"][number]
    }

    private func elementName(_ value: Value) -> String {
        if value.isNone { return "NoneType" }
        if let boxed = value.object as? BoxedObject { return typeName(boxed.base) }
        guard let dtype = ArrayReader.existing(value)?.dtype else { return typeName(value) }
        switch dtype.kind {
        case .bool: return "bool"
        case .signed, .unsigned: return "int"
        case .floating: return "float"
        case .complex: return "complex"
        case .string: return "str"
        }
    }

    /// Arithmetic of arrays of floats of one type, or of one of `float64` and a Python number, where nothing is
    /// to be converted.
    private func quickArrays(
        _ function: ElementwiseFunction, _ a: Value, _ b: Value
    ) throws -> Value? {
        guard let operation = function.floatPairOperation else { return nil }
        let (x, y) = ((a.object as? ArrayObject)?.tensor, (b.object as? ArrayObject)?.tensor)
        if let x, let y {
            guard x.dtype == y.dtype, x.dtype.isFloating else { return nil }
            return try wordedByNumPy {
                let result = try operation(x, y)
                try FloatErrors.of(self).check(function.name, [x, y], result)
                return numPyValue(result)
            }
        }
        guard let array = x ?? y, array.dtype == .float64, array.rank > 0,
            let number = quickDouble(x == nil ? a : b)
        else { return nil }
        let other = Tensor(scalar: number)
        return try wordedByNumPy {
            let operands = x == nil ? [other, array] : [array, other]
            let result = try operation(operands[0], operands[1])
            try FloatErrors.of(self).check(function.name, operands, result)
            return ndarray(result)
        }
    }

    /// Arithmetic of two single `float64` numbers, or one and a Python number, without arrays.
    private func quickOperator(_ sign: String, _ a: Value, _ b: Value) -> Value? {
        guard let x = quickDouble(a), let y = quickDouble(b) else { return nil }
        let result: Double
        switch sign {
        case "+": result = x + y
        case "-": result = x - y
        case "*": result = x * y
        case "/" where y != 0: result = x / y
        default: return nil
        }
        guard result.isFinite || !x.isFinite || !y.isFinite else { return nil }
        return numPyScalar(.float(result), .float64)
    }

    /// The number of a `float64` or a Python number; nil for anything else.
    private func quickDouble(_ value: Value) -> Double? {
        switch value {
        case .float(let number): return number
        case .int(let number): return Double(number)
        case .object(let object):
            guard let boxed = object as? BoxedObject, case .float(let number) = boxed.base else {
                return nil
            }
            return number
        default: return nil
        }
    }

    fileprivate func numPyComparison(
        _ function: ElementwiseFunction, _ sign: String, _ a: Value, _ b: Value
    ) throws -> Value {
        if let x = quickDouble(a), let y = quickDouble(b) {
            return numPyScalar(.bool(compare(sign, x, y)), .bool)
        }
        guard isNumPyOperand(b) else {
            if b.isNone, sign != "==", sign != "!=" {
                throw typeError(
                    "'\(sign)' not supported between instances of '\(elementName(a))' and 'NoneType'"
                )
            }
            guard sign == "==" || sign == "!=", let array = a.object as? ArrayObject,
                b.isNone || b.object?.kind == .dictionary
            else { return notImplemented }
            return ndarray(Tensor(repeating: sign == "!=", shape: array.tensor.shape))
        }
        return try wordedByNumPy {
            let (x, y) = (
                try ArrayLike.from(a, in: self).tensor, try ArrayLike.from(b, in: self).tensor
            )
            if (x.dtype == .string) != (y.dtype == .string), sign == "==" || sign == "!=" {
                let shape = try commonShape([x, y])
                return numPyValue(Tensor(repeating: sign == "!=", shape: shape))
            }
            return numPyValue(try function(x, y, in: self))
        }
    }

    private func compare(_ sign: String, _ x: Double, _ y: Double) -> Bool {
        switch sign {
        case "==": x == y
        case "!=": x != y
        case "<": x < y
        case "<=": x <= y
        case ">": x > y
        default: x >= y
        }
    }

    fileprivate func numPyDivmod(_ a: Value, _ b: Value) throws -> Value {
        guard isNumPyOperand(a), isNumPyOperand(b) else { return notImplemented }
        return try wordedByNumPy {
            let (x, y) = (
                try ArrayLike.from(a, in: self).tensor, try ArrayLike.from(b, in: self).tensor
            )
            return .tuple(
                [
                    numPyValue(try ElementwiseFunction.floorDivide(x, y, in: self)),
                    numPyValue(try ElementwiseFunction.remainder(x, y, in: self)),
                ], in: self)
        }
    }

    fileprivate func numPyMatmul(_ a: Value, _ b: Value, other: Value) throws -> Value {
        guard isNumPyOperand(other) else { return notImplemented }
        return try wordedByNumPy {
            let (x, y) = (
                try ArrayLike.from(a, in: self).tensor, try ArrayLike.from(b, in: self).tensor
            )
            return numPyValue(try LinearProducts.matmul(x, y))
        }
    }
}
