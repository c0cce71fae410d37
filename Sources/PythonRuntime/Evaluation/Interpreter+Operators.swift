import BigInt
import PythonSyntax

/// Operators, comparison, truth, length and items, for any values.
extension Interpreter {
    /// `a ∘ b`.
    package func binary(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if let result = try attempt(operation, a, b) { return result }
        throw unsupported(operation.rawValue == "**" ? "** or pow()" : operation.rawValue, a, b)
    }

    /// `a ∘= b`: in place where the type of `a` can.
    package func binaryInPlace(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value
    {
        if let method = type(of: a).special(operation.inPlaceSpecial) {
            let result = try apply(method, operation.inPlaceSpecial, a, b)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        if let result = try attempt(operation, a, b) { return result }
        throw unsupported(operation.rawValue + "=", a, b)
    }

    /// The result of the methods of both operands; nil where neither has one for the other.
    private func attempt(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        let (left, right) = (type(of: a), type(of: b))
        let reflected = right.special(operation.reflectedSpecial)
        // A subclass that redefines the reflected method comes first.
        let rightFirst =
            left !== right && reflected != nil
            && (right.isSubtype(of: left) || isSequenceOperation(operation, left, right))
        if rightFirst, let reflected {
            let result = try apply(reflected, operation.reflectedSpecial, b, a)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        if let method = left.special(operation.special) {
            let result = try apply(method, operation.special, a, b)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        if !rightFirst, left !== right, let reflected {
            let result = try apply(reflected, operation.reflectedSpecial, b, a)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        return nil
    }

    func unsupported(_ operation: String, _ a: Value, _ b: Value) -> PythonError {
        sequenceOperatorError(operation, a, b)
            ?? typeError(
                "unsupported operand type(s) for \(operation): '\(typeName(a))' and '\(typeName(b))'"
            )
    }

    /// `-a`, `+a`, `~a`.
    package func unary(_ operation: UnaryOperator, _ a: Value) throws -> Value {
        let special: Special
        switch operation {
        case .minus: special = .neg
        case .plus: special = .pos
        case .invert: special = .invert
        case .not: return .bool(try !isTrue(a))
        }
        if let method = type(of: a).special(special) { return try apply(method, special, a) }
        throw typeError("bad operand type for unary \(operation.rawValue): '\(typeName(a))'")
    }

    // MARK: Comparison

    /// `a ∘ b` for the six comparisons; the result is any value.
    package func compare(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Value {
        switch operation {
        case .is: return .bool(a.isIdentical(to: b))
        case .isNot: return .bool(!a.isIdentical(to: b))
        case .in: return .bool(try contains(b, a))
        case .notIn: return .bool(try !contains(b, a))
        default: break
        }
        let (special, reflected) = operation.specials
        let (left, right) = (type(of: a), type(of: b))
        let rightMethod = right.special(reflected)
        let rightFirst = left !== right && right.isSubtype(of: left) && rightMethod != nil
        if rightFirst, let rightMethod {
            let result = try apply(rightMethod, reflected, b, a)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        if let method = left.special(special) {
            let result = try apply(method, special, a, b)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        if !rightFirst, let rightMethod {
            let result = try apply(rightMethod, reflected, b, a)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        switch operation {
        case .equal: return .bool(a.isIdentical(to: b))
        case .notEqual: return .bool(!a.isIdentical(to: b))
        default:
            throw typeError(
                "'\(operation.rawValue)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'"
            )
        }
    }

    /// The truth of `a == b`, identical values being equal, as containers compare their items.
    package func isEqual(_ a: Value, _ b: Value) throws -> Bool {
        switch (a, b) {
        case (.int(let a), .int(let b)): return a == b
        // The same NaN is found again in a container, as the same object is.
        case (.float(let a), .float(let b)): return a == b || a.bitPattern == b.bitPattern
        case (.object(let a), .object(let b)):
            if a === b { return true }
            if a.kind == .string, b.kind == .string {
                return unsafeDowncast(a, to: StringObject.self).isEqual(
                    to: unsafeDowncast(b, to: StringObject.self))
            }
        case (.none, .none): return true
        default: break
        }
        return try isTrue(compare(.equal, a, b))
    }

    /// The truth of `a < b`.
    package func isLess(_ a: Value, _ b: Value) throws -> Bool {
        switch (a, b) {
        case (.int(let a), .int(let b)): return a < b
        case (.float(let a), .float(let b)): return a < b
        case (.object(let a), .object(let b)) where a.kind == .string && b.kind == .string:
            return unsafeDowncast(a, to: StringObject.self).isLess(
                than: unsafeDowncast(b, to: StringObject.self))
        default: return try isTrue(compare(.less, a, b))
        }
    }

    // MARK: Truth, length, hash

    package func isTrue(_ value: Value) throws -> Bool {
        switch value {
        case .none: return false
        case .bool(let value): return value
        case .int(let value): return value != 0
        case .float(let value): return value != 0
        case .object(let object):
            if object.kind == .string {
                return !unsafeDowncast(object, to: StringObject.self).isEmpty
            }
            if object.kind == .list { return unsafeDowncast(object, to: ListObject.self).count > 0 }
            if let method = object.type.special(.bool) {
                let result = try apply(method, .bool, value)
                guard case .bool(let truth) = result else {
                    throw typeError("__bool__ should return bool, returned \(typeName(result))")
                }
                return truth
            }
            if object.type.special(.len) != nil { return try length(value) != 0 }
            return true
        }
    }

    /// `len(value)`.
    package func length(_ value: Value) throws -> Int {
        guard let method = type(of: value).special(.len) else {
            throw typeError("object of type '\(typeName(value))' has no len()")
        }
        let result = try apply(method, .len, value)
        if case .int(let length) = result {
            if length < 0 { throw valueError("__len__() should return >= 0") }
            return length
        }
        let length = try bigIndex(result)
        guard let small = Int(exactly: length) else {
            if length.sign == .minus { throw valueError("__len__() should return >= 0") }
            throw error(
                "OverflowError", "cannot fit '\(typeName(result))' into an index-sized integer")
        }
        if small < 0 { throw valueError("__len__() should return >= 0") }
        return small
    }

    /// `hash(value)`.
    package func hash(_ value: Value) throws -> Int {
        switch value {
        case .int(let value): return NumberHash.hash(value)
        case .bool(let value): return value ? 1 : 0
        case .float(let value): return NumberHash.hash(value)
        case .none: return NumberHash.none
        case .object(let object):
            if object.kind == .string { return unsafeDowncast(object, to: StringObject.self).hash }
            guard let method = object.type.special(.hash), !method.isNone else {
                throw typeError("unhashable type: '\(typeName(value))'")
            }
            return try hashResult(apply(method, .hash, value))
        }
    }

    private func hashResult(_ value: Value) throws -> Int {
        if case .int(let hash) = value { return hash == -1 ? -2 : hash }
        if let big = value.object as? BigIntegerObject { return NumberHash.hash(big.value) }
        if case .bool(let value) = value { return value ? 1 : 0 }
        throw typeError("__hash__ method should return an integer")
    }

    // MARK: Items

    package func getItem(_ container: Value, _ key: Value) throws -> Value {
        if let method = type(of: container).special(.getitem) {
            return try apply(method, .getitem, container, key)
        }
        if let type = container.object as? TypeObject {
            if type === types.type { return .object(GenericAlias(type, key, in: self)) }
            if let method = type.special(.class_getitem) {
                return try apply(method, .class_getitem, container, Arguments([key]))
            }
            if type.type.special(.getattr) != nil,
                let method = try lookUpAttribute(container, "__class_getitem__")
            {
                return try call(method, [key])
            }
            throw typeError("type '\(type.name)' is not subscriptable")
        }
        throw typeError("'\(typeName(container))' object is not subscriptable")
    }

    package func setItem(_ container: Value, _ key: Value, _ new: Value) throws {
        guard let method = type(of: container).special(.setitem) else {
            throw typeError("'\(typeName(container))' object does not support item assignment")
        }
        _ = try apply(method, .setitem, container, key, new)
    }

    package func deleteItem(_ container: Value, _ key: Value) throws {
        guard let method = type(of: container).special(.delitem) else {
            // CPython's sequences have words of their own where the key is an index.
            let isSequence = container.object.map {
                !$0.type.isBuiltin || $0 is SlotSequence || $0.type.special(.contains) != nil
                    || $0.type.special(.len) != nil
            }
            let isIndex = key.integer != nil || type(of: key).special(.index) != nil
            if isSequence == true, key.object is BigIntegerObject {
                throw error("IndexError", "cannot fit 'int' into an index-sized integer")
            }
            let verb = isSequence == true && isIndex ? "doesn't" : "does not"
            throw typeError("'\(typeName(container))' object \(verb) support item deletion")
        }
        _ = try apply(method, .delitem, container, key)
    }

    /// `value in container`.
    package func contains(_ container: Value, _ value: Value) throws -> Bool {
        if let method = type(of: container).special(.contains) {
            return try isTrue(apply(method, .contains, container, value))
        }
        guard
            type(of: container).special(.iter) != nil
                || type(of: container).special(.getitem) != nil
        else {
            throw typeError("argument of type '\(typeName(container))' is not iterable")
        }
        let iterator = try iterator(container) {
            typeError("argument of type '\(typeName(container))' is not iterable")
        }
        while let item = try next(iterator) {
            if try isEqual(item, value) { return true }
        }
        return false
    }

    // MARK: Numbers

    /// The integer of `__index__`, within 64 bits.
    package func index(_ value: Value) throws -> Int {
        if let value = value.integer { return value }
        let big = try bigIndex(value)
        guard let small = Int(exactly: big) else {
            throw error("OverflowError", "Python int too large to convert to C ssize_t")
        }
        return small
    }

    /// The integer of `__index__`, of any size.
    package func bigIndex(_ value: Value) throws -> BigInt {
        if let value = value.integer { return BigInt(value) }
        if let big = value.object as? BigIntegerObject { return big.value }
        if let boxed = value.object as? BoxedObject,
            let big = boxed.base.object as? BigIntegerObject
        {
            return big.value
        }
        guard let method = type(of: value).special(.index) else {
            throw typeError("'\(typeName(value))' object cannot be interpreted as an integer")
        }
        let result = try apply(method, .index, value)
        if let small = result.integer { return BigInt(small) }
        if let big = result.object as? BigIntegerObject { return big.value }
        throw typeError("__index__ returned non-int (type \(typeName(result)))")
    }

    /// The value of a real number.
    package func double(_ value: Value) throws -> Double {
        switch value {
        case .float(let value): return value
        case .int(let value): return Double(value)
        case .bool(let value): return value ? 1 : 0
        case .none: break
        case .object(let object):
            if let big = object as? BigIntegerObject { return try double(big.value) }
            if let boxed = object as? BoxedObject, boxed.base.text == nil {
                return try double(boxed.base)
            }
            if let method = object.type.special(.float) {
                let result = try apply(method, .float, value)
                guard case .float(let number) = result else {
                    throw typeError(
                        "\(object.type.name).__float__ returned non-float (type \(typeName(result)))"
                    )
                }
                return number
            }
            if object.type.special(.index) != nil { return try double(try bigIndex(value)) }
        }
        throw typeError("must be real number, not \(typeName(value))")
    }

    /// The nearest double of a big integer.
    package func double(_ value: BigInt) throws -> Double {
        let number = value.nearestDouble
        guard number.isFinite else {
            throw error("OverflowError", "int too large to convert to float")
        }
        return number
    }

    /// A Python integer: small where it fits.
    package func integer(_ value: BigInt) -> Value {
        Int(exactly: value).map { .int($0) } ?? .object(BigIntegerObject(value, in: self))
    }
}

extension SpecialMethod {
    /// `__hash__ = None`: the class says that it has no such method.
    var isNone: Bool {
        if case .attribute(let value) = self { value.isNone } else { false }
    }
}

extension BinaryOperator {
    package var special: Special {
        switch self {
        case .add: .add
        case .subtract: .sub
        case .multiply: .mul
        case .matrixMultiply: .matmul
        case .divide: .truediv
        case .floorDivide: .floordiv
        case .modulo: .mod
        case .power: .pow
        case .leftShift: .lshift
        case .rightShift: .rshift
        case .and: .and
        case .or: .or
        case .xor: .xor
        }
    }

    package var reflectedSpecial: Special {
        switch self {
        case .add: .radd
        case .subtract: .rsub
        case .multiply: .rmul
        case .matrixMultiply: .rmatmul
        case .divide: .rtruediv
        case .floorDivide: .rfloordiv
        case .modulo: .rmod
        case .power: .rpow
        case .leftShift: .rlshift
        case .rightShift: .rrshift
        case .and: .rand
        case .or: .ror
        case .xor: .rxor
        }
    }

    package var inPlaceSpecial: Special {
        switch self {
        case .add: .iadd
        case .subtract: .isub
        case .multiply: .imul
        case .matrixMultiply: .imatmul
        case .divide: .itruediv
        case .floorDivide: .ifloordiv
        case .modulo: .imod
        case .power: .ipow
        case .leftShift: .ilshift
        case .rightShift: .irshift
        case .and: .iand
        case .or: .ior
        case .xor: .ixor
        }
    }
}

extension ComparisonOperator {
    /// The method of the left operand and the one of the right that says the same.
    var specials: (Special, Special) {
        switch self {
        case .less: (.lt, .gt)
        case .lessEqual: (.le, .ge)
        case .notEqual: (.ne, .ne)
        case .greater: (.gt, .lt)
        case .greaterEqual: (.ge, .le)
        default: (.eq, .eq)
        }
    }
}
