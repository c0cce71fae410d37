import BigInt
import Diagnostics
import PythonSyntax

/// Expressions.
extension Lowering {
    /// A register that holds an expression's value: a local's own where that is safe, else a temporary.
    func operand(_ expression: Expression) throws -> Register {
        if case .name(let name) = expression.kind, access(name) == .local,
            !scope.hasNamedExpressions, let register = register(name)
        {
            at(expression.span) { check(register) }
            return register
        }
        let register = temporary()
        try self.expression(expression, intoFresh: register)
        return register
    }

    /// Evaluates an expression into a temporary that nobody reads or writes meanwhile.
    func expression(_ expression: Expression, intoFresh target: Register) throws {
        let outer = freshTarget
        freshTarget = target
        defer { freshTarget = outer }
        try self.expression(expression, into: target)
    }

    /// Evaluates an expression into a register, which is written last.
    func expression(_ expression: Expression, into target: Register) throws {
        try at(expression.span) {
            switch expression.kind {
            case .none: emit(.loadNone, target)
            case .integer(.small(let value)) where value == Int(Int32(truncatingIfNeeded: value)):
                emit(.loadInt, target, wide: value)
            case .ellipsis, .bool, .integer, .float, .imaginary, .string, .bytes:
                emit(.loadConstant, target, wide: constant(try literal(expression)))
            case .formatted(let parts): try formatted(parts, into: target)
            case .name(let name): load(name, into: target)
            case .attribute(let value, let name, _): try attribute(value, name, into: target)
            case .item(let container, let index):
                remarkItem(index, of: container, at: expression.span)
                try item(container, index, into: target)
            case .slice(let start, let stop, let step): try slice(start, stop, step, into: target)
            case .call(let function, let arguments):
                remarkCall(of: function, at: expression.span)
                try call(function, arguments, expression.span, into: target)
            case .unary(let operation, let value): try unary(operation, value, into: target)
            case .binary(let a, let operation, let b): try binary(a, operation, b, into: target)
            case .comparison(let first, let rest):
                remarkIdentity(first, rest, at: expression.span)
                try comparison(first, rest[...], into: target)
            case .and(let items): try chain(items, .jumpIfFalse, into: target)
            case .or(let items): try chain(items, .jumpIfTrue, into: target)
            case .conditional(let test, let then, let otherwise):
                try conditional(test, then, otherwise, into: target)
            case .lambda(let parameters, let body):
                try lambda(parameters, body, expression.span, into: target)
            default: try displayOrOther(expression, into: target)
            }
        }
    }

    private func displayOrOther(_ expression: Expression, into target: Register) throws {
        switch expression.kind {
        case .tuple(let items): try display(items, .buildTuple, into: target)
        case .list(let items): try display(items, .buildList, into: target)
        case .set(let items): try display(items, .buildSet, into: target)
        case .dictionary(let entries): try dictionaryDisplay(entries, into: target)
        case .comprehension(let comprehension):
            try self.comprehension(comprehension, expression.span, into: target)
        case .named(let name, _, let value):
            try self.expression(value, into: target)
            store(name, from: target)
        case .yield(let value):
            try scratch {
                let register = try value.map { try operand($0) } ?? noneRegister()
                emit(.yield, target, register)
            }
        case .yieldFrom(let value): try yieldFrom(value, into: target)
        default:
            throw SyntaxFault(
                .syntaxError, "can't use starred expression here", at: expression.span)
        }
    }

    private func noneRegister() -> Register {
        let register = temporary()
        emit(.loadNone, register)
        return register
    }

    private func yieldFrom(_ value: Expression, into target: Register) throws {
        try scratch {
            let iterator = temporary()
            try scratch { emit(.getIterator, iterator, try operand(value)) }
            let received = temporary()
            emit(.loadNone, received)
            emit(.yieldFrom, received, iterator)
            emit(.move, target, received)
        }
    }

    /// The value of a literal.
    func literal(_ expression: Expression) throws -> Value {
        let python = unit.python
        switch expression.kind {
        case .bool(let value): return .bool(value)
        case .integer(.small(let value)): return .int(value)
        case .integer(.large(let digits)): return python.integer(BigInt.pythonLiteral(digits))
        case .float(let value): return .float(value)
        case .imaginary(let value): return .object(ComplexObject(0, value, in: python))
        case .string(let text): return python.constant(text)
        case .bytes(let bytes): return .object(BytesObject(bytes, in: python))
        case .ellipsis: return python.ellipsis
        default: return .none
        }
    }

    // MARK: Operators

    private func unary(_ operation: UnaryOperator, _ value: Expression, into target: Register)
        throws
    {
        if operation == .minus, let folded = negated(value) {
            emit(.loadConstant, target, wide: constant(folded))
            return
        }
        try scratch {
            let operand = try operand(value)
            switch operation {
            case .minus: emit(.negative, target, operand)
            case .plus: emit(.positive, target, operand)
            case .invert: emit(.invert, target, operand)
            case .not: emit(.not, target, operand)
            }
        }
    }

    private func negated(_ value: Expression) -> Value? {
        switch value.kind {
        case .integer(.small(let value)): .int(-value)
        case .float(let value): .float(-value)
        default: nil
        }
    }

    private func binary(
        _ a: Expression, _ operation: BinaryOperator, _ b: Expression, into target: Register
    ) throws {
        try scratch {
            let left = try operand(a)
            if let immediate = immediate(b), let fast = operation.immediateOperation {
                emit(fast, target, left, immediate)
            } else {
                let right = try operand(b)
                emit(operation.operation, target, left, right)
            }
        }
    }

    /// A small integer literal that fits an operand.
    private func immediate(_ expression: Expression) -> Int? {
        guard case .integer(.small(let value)) = expression.kind,
            value == Int(Int16(truncatingIfNeeded: value))
        else { return nil }
        return value
    }

    private func comparison(
        _ first: Expression, _ rest: ArraySlice<(ComparisonOperator, Expression)>,
        into target: Register
    ) throws {
        try scratch {
            var left = try operand(first)
            var exits: [Int] = []
            for (index, (operation, expression)) in zip(rest.indices, rest) {
                let right = try operand(expression)
                emit(operation.operation, target, left, right)
                if index != rest.endIndex - 1 { exits.append(jump(.jumpIfFalse, target)) }
                left = right
            }
            land(exits)
        }
    }

    private func chain(_ items: [Expression], _ exit: Operation, into target: Register) throws {
        var exits: [Int] = []
        for (index, item) in items.enumerated() {
            try expression(item, into: target)
            if index < items.count - 1 { exits.append(jump(exit, target)) }
        }
        land(exits)
    }

    private func conditional(
        _ test: Expression, _ then: Expression, _ otherwise: Expression, into target: Register
    ) throws {
        let falseExits = try branch(test, jumpingIf: false)
        let before = assigned
        try expression(then, into: target)
        let end = jump()
        let afterThen = assigned
        assigned = before
        land(falseExits)
        try expression(otherwise, into: target)
        assigned.formIntersection(afterThen)
        land(end)
    }

    // MARK: Conditions

    /// Evaluates a condition for its truth alone; gives the jumps taken when the truth is `outcome`.
    func branch(_ test: Expression, jumpingIf outcome: Bool) throws -> [Int] {
        switch test.kind {
        case .unary(.not, let inner): return try branch(inner, jumpingIf: !outcome)
        case .and(let items): return try branchChain(items, all: true, jumpingIf: outcome)
        case .or(let items): return try branchChain(items, all: false, jumpingIf: outcome)
        case .comparison(let first, let rest) where rest.count == 1:
            remarkIdentity(first, rest, at: test.span)
            return try at(test.span) { try compareJump(first, rest[0].0, rest[0].1, outcome) }
        case .bool(let value): return value == outcome ? [jump()] : []
        default:
            return try scratch {
                let register = try operand(test)
                return at(test.span) { [jump(outcome ? .jumpIfTrue : .jumpIfFalse, register)] }
            }
        }
    }

    private func branchChain(
        _ items: [Expression], all: Bool, jumpingIf outcome: Bool
    ) throws -> [Int] {
        // For `and`, the first false item decides; for `or`, the first true one.
        if outcome != all {
            return try items.flatMap { try branch($0, jumpingIf: outcome) }
        }
        let before = assigned
        let stays = try items.dropLast().flatMap { try branch($0, jumpingIf: !outcome) }
        let exits = try items.last.map { try branch($0, jumpingIf: outcome) } ?? []
        land(stays)
        assigned = before
        return exits
    }

    private func compareJump(
        _ first: Expression, _ operation: ComparisonOperator, _ second: Expression, _ outcome: Bool
    ) throws -> [Int] {
        try scratch {
            let left = try operand(first)
            if let immediate = immediate(second), let fast = operation.immediateJump {
                emit(fast, outcome ? 1 : 0, left, immediate)
            } else {
                let right = try operand(second)
                let (fused, expected) = operation.jump(outcome)
                emit(fused, expected ? 1 : 0, left, right)
            }
            return [jump()]
        }
    }

    // MARK: Attributes and items

    private func attribute(_ value: Expression, _ name: String, into target: Register) throws {
        try scratch {
            let object = try operand(value)
            emit(.getAttribute, target, object, cache(name))
        }
    }

    private func item(_ container: Expression, _ index: Expression, into target: Register) throws {
        try scratch {
            let object = try operand(container)
            let key = try operand(index)
            emit(.getItem, target, object, key)
        }
    }

    private func slice(
        _ start: Expression?, _ stop: Expression?, _ step: Expression?, into target: Register
    ) throws {
        try scratch {
            let first = temporaries(3)
            for (offset, part) in [start, stop, step].enumerated() {
                if let part {
                    try expression(part, into: first + offset)
                } else {
                    emit(.loadNone, first + offset)
                }
            }
            emit(.buildSlice, target, first)
        }
    }

    // MARK: Format strings

    private func formatted(_ parts: [FormattedPart], into target: Register) throws {
        try scratch {
            let first = temporaries(max(parts.count, 1))
            for (offset, part) in parts.enumerated() {
                switch part {
                case .text(let text):
                    emit(
                        .loadConstant, first + offset,
                        wide: constant(.string(text, in: unit.python)))
                case .value(let value): try formattedValue(value, into: first + offset)
                }
            }
            emit(.buildString, target, first, parts.count)
        }
    }

    private func formattedValue(_ value: FormattedValue, into target: Register) throws {
        try scratch {
            let first = temporaries(2)
            try expression(value.value, into: first)
            var flags = [nil: 0, "s": 1, "r": 2, "a": 3][value.conversion] ?? 0
            if value.label != nil, value.conversion == nil, value.specification == nil { flags = 2 }
            if let specification = value.specification {
                flags |= 4
                try formatted(specification, into: first + 1)
            }
            emit(.format, target, first, flags)
            if let label = value.label {
                emit(.move, first + 1, target)
                emit(.loadConstant, first, wide: constant(.string(label, in: unit.python)))
                emit(.buildString, target, first, 2)
            }
        }
    }
}

extension BinaryOperator {
    var operation: Operation {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .matrixMultiply: .matrixMultiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .modulo: .modulo
        case .power: .power
        case .leftShift: .leftShift
        case .rightShift: .rightShift
        case .and: .and
        case .or: .or
        case .xor: .xor
        }
    }

    var inPlaceOperation: Operation {
        switch self {
        case .add: .addInPlace
        case .subtract: .subtractInPlace
        case .multiply: .multiplyInPlace
        case .matrixMultiply: .matrixMultiplyInPlace
        case .divide: .divideInPlace
        case .floorDivide: .floorDivideInPlace
        case .modulo: .moduloInPlace
        case .power: .powerInPlace
        case .leftShift: .leftShiftInPlace
        case .rightShift: .rightShiftInPlace
        case .and: .andInPlace
        case .or: .orInPlace
        case .xor: .xorInPlace
        }
    }

    /// The instruction whose right operand is a small integer.
    var immediateOperation: Operation? {
        switch self {
        case .add: .addImmediate
        case .subtract: .subtractImmediate
        case .multiply: .multiplyImmediate
        case .modulo: .moduloImmediate
        case .floorDivide: .floorDivideImmediate
        default: nil
        }
    }
}

extension ComparisonOperator {
    var operation: Operation {
        switch self {
        case .less: .less
        case .lessEqual: .lessEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .in: .contains
        case .notIn: .notContains
        case .is: .is
        case .isNot: .isNot
        }
    }

    /// The comparison that jumps, and the truth at which it does to jump on `outcome`.
    func jump(_ outcome: Bool) -> (Operation, Bool) {
        switch self {
        case .less: (.lessJump, outcome)
        case .lessEqual: (.lessEqualJump, outcome)
        case .equal: (.equalJump, outcome)
        case .notEqual: (.notEqualJump, outcome)
        case .greater: (.greaterJump, outcome)
        case .greaterEqual: (.greaterEqualJump, outcome)
        case .is: (.isJump, outcome)
        case .isNot: (.isNotJump, outcome)
        case .in: (.containsJump, outcome)
        case .notIn: (.containsJump, !outcome)
        }
    }

    /// The comparison with a small integer that jumps.
    var immediateJump: Operation? {
        switch self {
        case .less: .lessImmediateJump
        case .lessEqual: .lessEqualImmediateJump
        case .equal: .equalImmediateJump
        case .notEqual: .notEqualImmediateJump
        case .greater: .greaterImmediateJump
        case .greaterEqual: .greaterEqualImmediateJump
        default: nil
        }
    }
}

extension BigInt {
    /// The value of the digits of a literal with its prefix.
    static func pythonLiteral(_ digits: String) -> BigInt {
        let radix: Int
        switch digits.prefix(2).lowercased() {
        case "0x": radix = 16
        case "0o": radix = 8
        case "0b": radix = 2
        default: return BigInt(digits) ?? 0
        }
        return BigInt(String(digits.dropFirst(2)), radix: radix) ?? 0
    }
}
