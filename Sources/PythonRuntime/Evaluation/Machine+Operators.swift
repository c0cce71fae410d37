// R is what instruction sets call the registers.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import PythonSyntax

// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// What the loop does where its fast paths end: operators, comparison, truth, items.
extension Machine {
    @inline(__always) static func floorDivide(_ x: Int, _ y: Int) -> Int {
        let quotient = x / y
        return x % y < 0 ? quotient &- 1 : quotient
    }

    @inline(__always) static func modulo(_ x: Int, _ y: Int) -> Int {
        let remainder = x % y
        return remainder < 0 ? remainder &+ y : remainder
    }

    /// Whether the instruction is the in-place form of its operator.
    private func isInPlace(_ instruction: Instruction) -> Bool {
        let raw = instruction.operation.rawValue
        return (raw >= Operation.addInPlace.rawValue && raw <= Operation.xorInPlace.rawValue)
            || instruction.operation == .addImmediateInPlace
            || instruction.operation == .subtractImmediateInPlace
    }

    @inline(never)
    func addSlow(
        _ R: UnsafeMutablePointer<Slot>, _ instruction: Instruction,
        _ pc: UnsafeMutablePointer<Instruction>
    ) throws {
        let target = R + Int(instruction.a)
        let x = R[Int(instruction.b)]
        let y = R[Int(instruction.c)]
        guard x.isKind(.string), y.isKind(.string) else {
            target.set(try arithmetic(.add, R, instruction, pc))
            return
        }
        let size = x.with(StringObject.self) { $0.byteCount }
        try python.checkSize(size, plus: y.with(StringObject.self) { $0.byteCount })
        // `s += t` and `s = s + t` where nobody else holds `s` append in place, as in CPython.
        if instruction.a == instruction.b, instruction.b != instruction.c,
            y.with(StringObject.self, { appendsInPlace(target, $0) })
        {
            return
        }
        target.set(Slot(owning: concatenated(x, y)))
    }

    private func concatenated(_ x: Slot, _ y: Slot) -> StringObject {
        x.with(StringObject.self) { left in
            y.with(StringObject.self) { right in
                withPython { StringObject.make(left, right, in: $0) }
            }
        }
    }

    private func appendsInPlace(_ target: UnsafeMutablePointer<Slot>, _ right: StringObject) -> Bool
    {
        let text = target.pointee
        guard text.with(StringObject.self, { $0.slotCount }) == 1, Heap.isUnique(text.pointer)
        else { return false }
        text.with(StringObject.self) { $0.appendInPlace(right) }
        return true
    }

    @inline(never)
    func arithmetic(
        _ operation: BinaryOperator, _ R: UnsafeMutablePointer<Slot>, _ instruction: Instruction,
        _ pc: UnsafeMutablePointer<Instruction>
    ) throws -> Slot {
        try arithmetic(
            operation, R[Int(instruction.b)], R[Int(instruction.c)],
            isInPlace: isInPlace(instruction), pc)
    }

    @inline(never)
    func immediate(
        _ operation: BinaryOperator, _ R: UnsafeMutablePointer<Slot>, _ instruction: Instruction,
        _ pc: UnsafeMutablePointer<Instruction>
    ) throws -> Slot {
        try arithmetic(
            operation, R[Int(instruction.b)], .int(instruction.immediate),
            isInPlace: isInPlace(instruction), pc)
    }

    private func arithmetic(
        _ operation: BinaryOperator, _ x: Slot, _ y: Slot, isInPlace: Bool,
        _ pc: UnsafeMutablePointer<Instruction>
    ) throws -> Slot {
        if x.isNumber, y.isNumber, operation != .matrixMultiply {
            if let fast = mixed(operation, x, y) { return fast }
            if let result = try Numbers.binary(operation, x.value, y.value, in: python) {
                return Slot(taking: result)
            }
        }
        if let quick = try quickResult(operation, x, y, isInPlace: isInPlace) { return quick }
        let result =
            try isInPlace
            ? python.binaryInPlace(operation, x.value, y.value)
            : python.binary(operation, x.value, y.value)
        return Slot(taking: result)
    }

    /// What the type of one of the operands knows at once.
    private func quickResult(
        _ operation: BinaryOperator, _ x: Slot, _ y: Slot, isInPlace: Bool
    ) throws -> Slot? {
        if x.isKind(.other), let quick = x.object.type.quickResult {
            return try quick(python, x.object, operation, y.value, isInPlace ? .changed : .left)
                .map { Slot(taking: $0) }
        }
        guard x.isNumber, y.isKind(.other), let quick = y.object.type.quickResult else {
            return nil
        }
        return try quick(python, y.object, operation, x.value, .right).map { Slot(taking: $0) }
    }

    /// An integer and a float in either order.
    private func mixed(_ operation: BinaryOperator, _ x: Slot, _ y: Slot) -> Slot? {
        guard x.tag <= Slot.floatTag, y.tag <= Slot.floatTag, x.isFloat || y.isFloat else {
            return nil
        }
        let a = x.isFloat ? x.float : Double(x.int)
        let b = y.isFloat ? y.float : Double(y.int)
        switch operation {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        case .multiply: return .float(a * b)
        case .divide where b != 0: return .float(a / b)
        case .power where a > 0: return Machine.power(a, b)
        default: return nil
        }
    }

    /// The power of a positive number; nil where it overflows.
    private static func power(_ x: Double, _ y: Double) -> Slot? {
        let result = y == 2 ? x * x : MathFunctions.power(x, y)
        return result.isFinite ? .float(result) : nil
    }

    @inline(never)
    func unarySlow(_ operation: UnaryOperator, _ x: Slot) throws -> Slot {
        Slot(taking: try python.unary(operation, x.value))
    }

    // MARK: Truth and comparison

    @inline(__always)
    func isTrue(_ x: Slot) throws -> Bool {
        switch x.tag {
        case Slot.boolTag, Slot.intTag: return x.bits != 0
        case Slot.noneTag: return false
        case Slot.floatTag: return x.float != 0
        default: return try isTrueSlow(x)
        }
    }

    @inline(never) private func isTrueSlow(_ x: Slot) throws -> Bool {
        try asking(.condition) { try python.isTrue(x.value) }
    }

    @inline(never)
    func comparison(_ operation: ComparisonOperator, _ x: Slot, _ y: Slot) throws -> Slot {
        if !x.isObject, !y.isObject, x.tag < Slot.noneTag, y.tag < Slot.noneTag {
            return .bool(Numbers.compare(operation, x.value, y.value) ?? false)
        }
        if x.isKind(.string), y.isKind(.string) { return .bool(compareStrings(operation, x, y)) }
        if operation == .equal || operation == .notEqual, x.isKind(.tuple), y.isKind(.tuple) {
            switch x.knownEquality(to: y) {
            case .yes: return .bool(operation == .equal)
            case .no: return .bool(operation == .notEqual)
            case .askPython: break
            }
        }
        return Slot(taking: try python.compare(operation, x.value, y.value))
    }

    private func compareStrings(_ operation: ComparisonOperator, _ x: Slot, _ y: Slot) -> Bool {
        x.with(StringObject.self) { a in
            y.with(StringObject.self) { b in
                switch operation {
                case .equal: a.isEqual(to: b)
                case .notEqual: !a.isEqual(to: b)
                case .less: a.isLess(than: b)
                case .greater: b.isLess(than: a)
                case .lessEqual: !b.isLess(than: a)
                default: !a.isLess(than: b)
                }
            }
        }
    }

    @inline(never)
    func compareTruth(_ operation: ComparisonOperator, _ x: Slot, _ y: Slot) throws -> Bool {
        let result = try comparison(operation, x, y)
        if result.tag == Slot.boolTag { return result.bool }
        defer { result.release() }
        return try isTrue(result)
    }

    @inline(never) func equalTruth(_ x: Slot, _ y: Slot) throws -> Bool {
        if x.isKind(.string), y.isKind(.string) { return Self.areEqualTexts(x, y) }
        return try compareTruth(.equal, x, y)
    }

    @inline(never) func notEqualTruth(_ x: Slot, _ y: Slot) throws -> Bool {
        if x.isKind(.string), y.isKind(.string) { return !Self.areEqualTexts(x, y) }
        return try compareTruth(.notEqual, x, y)
    }

    @inline(__always) static func areEqualTexts(_ x: Slot, _ y: Slot) -> Bool {
        x.with(StringObject.self) { a in y.with(StringObject.self) { a.isEqual(to: $0) } }
    }

    /// Whether a character stands in a text; nil where it is not that simple.
    @inline(__always)
    static func containsByte(_ container: Slot, _ value: Slot) -> Bool? {
        guard container.isKind(.string), value.isKind(.string),
            let byte = value.with(StringObject.self, { $0.onlyByte })
        else { return nil }
        return container.with(StringObject.self) { $0.contains(byte) }
    }

    @inline(never)
    func containsSlot(_ container: Slot, _ value: Slot) throws -> Bool {
        if container.isKind(.dictionary) {
            let hash = try hash(value)
            return try withPython { python in
                try container.withTable { try $0.find(value, hash: hash, in: python) != nil }
            }
        }
        // A set is looked for as a `frozenset`, which the type's own method makes.
        if container.isKind(.set), !value.isKind(.set) {
            let hash = try hash(value)
            return try withPython { python in
                try container.with(SetObject.self) {
                    try $0.table.find(value, hash: hash, in: python) != nil
                }
            }
        }
        if container.isKind(.string), value.isKind(.string) {
            if let found = Self.containsByte(container, value) { return found }
            return container.with(StringObject.self) { text in
                value.with(StringObject.self) { text.contains($0) }
            }
        }
        if container.isKind(.list) {
            return try container.with(ListObject.self) { list in
                try containsItem(value) { $0 < list.count ? list.slots[$0] : nil }
            }
        }
        if container.isKind(.tuple) {
            return try container.with(TupleObject.self) { tuple in
                try containsItem(value) { $0 < tuple.count ? tuple.slots[$0] : nil }
            }
        }
        return try python.contains(container.value, value.value)
    }

    /// Whether a sequence, which may change while Python code compares, has an item equal to a value.
    @inline(__always)
    private func containsItem(_ value: Slot, _ item: (Int) -> Slot?) throws -> Bool {
        var index = 0
        while let item = item(index) {
            if item.isIdentical(to: value) { return true }
            if item.tag | value.tag == Slot.intTag {
                // Different numbers.
            } else if item.isKind(.string), value.isKind(.string) {
                if compareStrings(.equal, item, value) { return true }
            } else if try python.isEqual(item.value, value.value) {
                return true
            }
            index &+= 1
        }
        return false
    }

    @inline(__always)
    func hash(_ value: Slot) throws -> Int {
        if value.isKind(.string) { return value.with(StringObject.self) { $0.hash } }
        if value.isInt { return NumberHash.hash(value.int) }
        return try hashSlow(value)
    }

    @inline(never)
    private func hashSlow(_ value: Slot) throws -> Int {
        if value.isFloat { return NumberHash.hash(value.float) }
        if value.isKind(.tuple) {
            return try nesting {
                try value.with(TupleObject.self) { tuple in
                    var result = TupleHash()
                    for index in 0..<tuple.count { result.add(try hash(tuple.slots[index])) }
                    return result.value
                }
            }
        }
        return try python.hash(value.value)
    }

    // MARK: Items

    @inline(never)
    func getItemSlow(_ container: Slot, _ key: Slot) throws -> Slot {
        if key.isInt {
            if container.isKind(.tuple), let item = tupleItem(container, key.int) { return item }
            if container.isKind(.string), let item = character(container, key.int) { return item }
        } else if key.isKind(.slice), container.isKind(.list) {
            let list = container.object(as: ListObject.self)
            return Slot(taking: try list.item(key.value, in: python))
        }
        return Slot(taking: try python.getItem(container.value, key.value))
    }

    /// The value of a key, counted; undefined where it is missing.
    @inline(never)
    func dictionaryItem(_ container: Slot, _ key: Slot) throws -> Slot {
        let hash = try hash(key)
        return try withPython { python in
            try container.withTable { table in
                guard let index = try table.find(key, hash: hash, in: python) else {
                    return .undefined
                }
                return table.entries[index].value.retained
            }
        }
    }

    @inline(never) func missingKey(_ key: Slot) -> ExceptionObject {
        var key = key
        return withPython {
            ExceptionObject(type: $0.typePointers.keyError, copying: &key, count: 1, in: $0)
        }
    }

    @inline(__always) private func tupleItem(_ container: Slot, _ index: Int) -> Slot? {
        container.with(TupleObject.self) { tuple in
            let index = index < 0 ? index &+ tuple.count : index
            return index >= 0 && index < tuple.count ? tuple.slots[index].retained : nil
        }
    }

    @inline(__always) private func character(_ container: Slot, _ index: Int) -> Slot? {
        container.with(StringObject.self) { text in
            let count = text.count
            let index = index < 0 ? index &+ count : index
            guard index >= 0, index < count else { return nil }
            return withPython { $0.characters.slot(text.scalar(at: index), in: $0) }
        }
    }

    @inline(never)
    func setItemSlow(_ container: Slot, _ key: Slot, _ value: Slot) throws {
        if container.isKind(.dictionary) { return try dictionarySet(container, key, value) }
        try python.setItem(container.value, key.value, value.value)
    }

    @inline(never)
    func dictionarySet(_ container: Slot, _ key: Slot, _ value: Slot) throws {
        let hash = try hash(key)
        value.retain()
        do {
            try withPython { python in
                try container.withTable { table in
                    if let index = try table.find(key, hash: hash, in: python) {
                        table.replace(index, value)
                    } else {
                        key.retain()
                        table.insert(key, hash: hash, value)
                    }
                }
            }
        } catch {
            value.release()
            throw error
        }
    }
}
