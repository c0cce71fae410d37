// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// The functions and types with a quick way for the usual kinds of arguments, which programs call in their
/// innermost loops.
enum FastPath: UInt8 {
    case none
    case length, isInstance, magnitude, minimum, maximum
    case append, extend, pop, get, add
    case range, list, integer, float, string
    case split, lines, partition, replace, join, upper, lower, strip, startsWith, endsWith

    /// The result, counted; undefined where the general way must be taken.
    @inline(__always)
    func call(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        switch self {
        case .none: .undefined
        case .length: Builtins.fastLength(python, arguments, count)
        case .isInstance: Builtins.fastIsInstance(python, arguments, count)
        case .magnitude: Builtins.fastMagnitude(python, arguments, count)
        case .minimum: Builtins.fastExtreme(arguments, count) { $0 < $1 }
        case .maximum: Builtins.fastExtreme(arguments, count) { $0 > $1 }
        case .append: Builtins.fastAppend(python, arguments, count)
        case .extend: Builtins.fastExtend(python, arguments, count)
        case .pop: Builtins.fastPop(python, arguments, count)
        case .get: try Builtins.fastGet(python, arguments, count)
        case .add: try Builtins.fastAdd(python, arguments, count)
        case .range: Builtins.fastRange(python, arguments, count)
        case .list: try Builtins.fastList(python, arguments, count)
        case .integer: Builtins.fastInteger(python, arguments, count)
        case .float: Builtins.fastFloat(python, arguments, count)
        case .string: Builtins.fastString(python, arguments, count)
        case .split: try Builtins.fastSplit(python, arguments, count)
        case .lines: Builtins.fastLines(python, arguments, count)
        case .partition: try Builtins.fastPartition(python, arguments, count)
        case .replace: try Builtins.fastReplace(python, arguments, count)
        case .join: try Builtins.fastJoin(python, arguments, count)
        case .upper: Builtins.fastCase(python, arguments, count, isUpper: true)
        case .lower: Builtins.fastCase(python, arguments, count, isUpper: false)
        case .strip: Builtins.fastStrip(python, arguments, count)
        case .startsWith: Builtins.fastAffix(arguments, count) { $0.hasPrefix($1) }
        case .endsWith: Builtins.fastAffix(arguments, count) { $0.hasSuffix($1) }
        }
    }
}

extension Builtins {
    static func defineFastPaths(_ m: ModuleBuilder) {
        func function(_ name: String, _ path: FastPath) {
            (m.module.namespace[name]?.object as? NativeFunction)?.fast = path
        }
        func method(_ type: TypeObject, _ name: String, _ path: FastPath) {
            (type.ownAttribute(name)?.object as? NativeFunction)?.fast = path
        }
        let types = m.python.types!
        function("len", .length)
        function("isinstance", .isInstance)
        function("abs", .magnitude)
        function("min", .minimum)
        function("max", .maximum)
        method(types.list, "append", .append)
        method(types.list, "extend", .extend)
        method(types.list, "pop", .pop)
        method(types.dict, "get", .get)
        method(types.set, "add", .add)
        method(types.str, "split", .split)
        method(types.str, "splitlines", .lines)
        method(types.str, "partition", .partition)
        method(types.str, "replace", .replace)
        method(types.str, "join", .join)
        method(types.str, "upper", .upper)
        method(types.str, "lower", .lower)
        method(types.str, "strip", .strip)
        method(types.str, "startswith", .startsWith)
        method(types.str, "endswith", .endsWith)
        types.range.fastCall = .range
        types.list.fastCall = .list
        types.int.fastCall = .integer
        types.float.fastCall = .float
        types.str.fastCall = .string
    }

    fileprivate static func fastRange(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        // Far enough from the ends of 64 bits that no length overflows.
        let limit = UInt(1 << 61)
        guard (1...2).contains(count), arguments[0].isInt, arguments[0].int.magnitude < limit else {
            return .undefined
        }
        if count == 1 {
            return Slot(
                counting: RangeObject(start: 0, stop: arguments[0].int, step: 1, in: python))
        }
        guard arguments[1].isInt, arguments[1].int.magnitude < limit else { return .undefined }
        return Slot(
            counting: RangeObject(
                start: arguments[0].int, stop: arguments[1].int, step: 1, in: python))
    }

    fileprivate static func fastList(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        if count == 0 { return Slot(owning: ListObject.make(in: python)) }
        guard count == 1, arguments[0].isObject else { return .undefined }
        let list = ListObject.make(in: python)
        try list.extend(by: arguments[0].value, in: python)
        return Slot(owning: list)
    }

    fileprivate static func fastInteger(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt { return arguments[0] }
        if arguments[0].isKind(.string) {
            return arguments[0].with(StringObject.self) {
                $0.withUTF8 { PlainNumber($0)?.integer }.map(Slot.int) ?? .undefined
            }
        }
        guard arguments[0].isFloat, arguments[0].float.magnitude < 0x1p62 else {
            return .undefined
        }
        return .int(Int(arguments[0].float))
    }

    fileprivate static func fastFloat(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isFloat { return arguments[0] }
        if arguments[0].isKind(.string) {
            return arguments[0].with(StringObject.self) {
                $0.withUTF8 { PlainNumber($0)?.float }.map(Slot.float) ?? .undefined
            }
        }
        return arguments[0].isInt ? .float(Double(arguments[0].int)) : .undefined
    }

    fileprivate static func fastString(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt {
            return Slot(
                owning: StringObject.make(decimal: arguments[0].int, in: python))
        }
        guard arguments[0].isKind(.string) else { return .undefined }
        arguments[0].retain()
        return arguments[0]
    }

    fileprivate static func fastLength(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        let value = arguments[0]
        if value.isKind(.list) { return .int(value.with(ListObject.self) { $0.count }) }
        if value.isKind(.string) { return .int(value.with(StringObject.self) { $0.count }) }
        if value.isKind(.dictionary) { return .int(value.with(DictionaryObject.self) { $0.count }) }
        if value.isKind(.tuple) { return .int(value.with(TupleObject.self) { $0.count }) }
        if value.isKind(.set) { return .int(value.with(SetObject.self) { $0.count }) }
        return .undefined
    }

    /// Of a class whose metaclass has no `__instancecheck__`.
    fileprivate static func fastIsInstance(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 2, arguments[1].isKind(.type) else { return .undefined }
        let classPointer = arguments[1].pointer
        let isOrdinary = arguments[1].with(TypeObject.self) {
            $0.typePointer.toOpaque() == Unmanaged.passUnretained(python.types.type).toOpaque()
        }
        guard isOrdinary else { return .undefined }
        if arguments[0].isObject,
            arguments[0].with(Object.self, { $0.typePointer }).toOpaque() == classPointer
        {
            return .bool(true)
        }
        let type = python.type(of: arguments[0].value)
        return .bool(type.isSubtype(of: arguments[1].object(as: TypeObject.self)))
    }

    fileprivate static func fastMagnitude(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt, arguments[0].int > Int.min {
            return .int(Swift.abs(arguments[0].int))
        }
        return arguments[0].isFloat ? .float(arguments[0].float.magnitude) : .undefined
    }

    /// Of two integers or two floats.
    fileprivate static func fastExtreme(
        _ arguments: UnsafeMutablePointer<Slot>, _ count: Int, _ precedes: (Double, Double) -> Bool
    ) -> Slot {
        guard count == 2 else { return .undefined }
        let (a, b) = (arguments[0], arguments[1])
        if a.isFloat, b.isFloat { return precedes(b.float, a.float) ? b : a }
        // Integers that floats hold exactly.
        guard a.isInt, b.isInt, a.int.magnitude | b.int.magnitude < 1 << 53 else {
            return .undefined
        }
        return precedes(Double(b.int), Double(a.int)) ? b : a
    }

    fileprivate static func fastAppend(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 2, arguments[0].isKind(.list) else { return .undefined }
        let value = arguments[1]
        value.retain()
        arguments[0].with(ListObject.self) { $0.append(value) }
        return .none
    }

    /// By another list.
    fileprivate static func fastExtend(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 2, arguments[0].isKind(.list), arguments[1].isKind(.list),
            !arguments[0].isIdentical(to: arguments[1])
        else { return .undefined }
        arguments[1].with(ListObject.self) { source in
            arguments[0].with(ListObject.self) {
                $0.append(copying: source.slots, count: source.count)
            }
        }
        return .none
    }

    /// The last item.
    fileprivate static func fastPop(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1, arguments[0].isKind(.list) else { return .undefined }
        return arguments[0].with(ListObject.self) { $0.takeLast() }
    }

    fileprivate static func fastGet(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard count == 2 || count == 3, arguments[0].isKind(.dictionary) else { return .undefined }
        let hash = try python.machine.hash(arguments[1])
        let found = try arguments[0].withTable { table -> Slot? in
            try table.find(arguments[1], hash: hash, in: python).map {
                table.entries[$0].value.retained
            }
        }
        return found ?? (count == 3 ? arguments[2] : .none).retained
    }

    fileprivate static func fastAdd(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard count == 2, arguments[0].isKind(.set) else { return .undefined }
        let hash = try python.machine.hash(arguments[1])
        try arguments[0].with(SetObject.self) {
            try $0.insert(arguments[1], hash: hash, in: python)
        }
        return .none
    }
}
