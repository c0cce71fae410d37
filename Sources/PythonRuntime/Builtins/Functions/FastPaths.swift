// Works on slots; the rules for unsafe memory stand in Slot.swift.

extension Builtins {
    /// The usual kinds of arguments of functions that programs call in their innermost loops.
    static func defineFastPaths(_ m: ModuleBuilder) {
        func function(_ name: String, _ body: @escaping NativeFunction.FastBody) {
            (m.module.namespace[name]?.object as? NativeFunction)?.fast = body
        }
        func method(_ type: TypeObject, _ name: String, _ body: @escaping NativeFunction.FastBody) {
            (type.ownAttribute(name)?.object as? NativeFunction)?.fast = body
        }
        let types = m.python.types!
        function("len", fastLength)
        function("isinstance", fastIsInstance)
        function("abs", fastMagnitude)
        function("min") { _, arguments, count in fastExtreme(arguments, count) { $0 < $1 } }
        function("max") { _, arguments, count in fastExtreme(arguments, count) { $0 > $1 } }
        method(types.list, "append", fastAppend)
        method(types.list, "pop", fastPop)
        method(types.dict, "get", fastGet)
        method(types.set, "add", fastAdd)
        types.range.fastCall = fastRange
        types.list.fastCall = fastList
        types.int.fastCall = fastInteger
        types.float.fastCall = fastFloat
        types.str.fastCall = fastString
    }

    private static func fastRange(
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

    private static func fastList(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        if count == 0 { return Slot(owning: ListObject(in: python)) }
        guard count == 1, arguments[0].isObject else { return .undefined }
        let list = ListObject(in: python)
        try list.extend(by: arguments[0].value, in: python)
        return Slot(counting: list)
    }

    private static func fastInteger(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt { return arguments[0] }
        guard arguments[0].isFloat, arguments[0].float.magnitude < 0x1p62 else {
            return .undefined
        }
        return .int(Int(arguments[0].float))
    }

    private static func fastFloat(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isFloat { return arguments[0] }
        return arguments[0].isInt ? .float(Double(arguments[0].int)) : .undefined
    }

    private static func fastString(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt {
            return Slot(
                counting: StringObject(String(arguments[0].int), isASCII: true, in: python))
        }
        guard arguments[0].isKind(.string) else { return .undefined }
        arguments[0].retain()
        return arguments[0]
    }

    private static func fastLength(
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
    private static func fastIsInstance(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 2, arguments[1].isKind(.type) else { return .undefined }
        let classPointer = arguments[1].pointer
        let isOrdinary = arguments[1].with(TypeObject.self) {
            $0.typePointer.toOpaque() == Unmanaged.passUnretained(python.types.type).toOpaque()
        }
        guard isOrdinary else { return .undefined }
        if arguments[0].isObject, arguments[0].with(Object.self, { $0.typePointer }).toOpaque() == classPointer {
            return .bool(true)
        }
        let type = python.type(of: arguments[0].value)
        return .bool(type.isSubtype(of: arguments[1].object(as: TypeObject.self)))
    }

    private static func fastMagnitude(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1 else { return .undefined }
        if arguments[0].isInt, arguments[0].int > Int.min { return .int(Swift.abs(arguments[0].int)) }
        return arguments[0].isFloat ? .float(arguments[0].float.magnitude) : .undefined
    }

    /// Of two integers or two floats.
    private static func fastExtreme(
        _ arguments: UnsafeMutablePointer<Slot>, _ count: Int, _ precedes: (Double, Double) -> Bool
    ) -> Slot {
        guard count == 2 else { return .undefined }
        let (a, b) = (arguments[0], arguments[1])
        if a.isFloat, b.isFloat { return precedes(b.float, a.float) ? b : a }
        // Integers that floats hold exactly.
        guard a.isInt, b.isInt, a.int.magnitude | b.int.magnitude < 1 << 53 else { return .undefined }
        return precedes(Double(b.int), Double(a.int)) ? b : a
    }

    private static func fastAppend(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 2, arguments[0].isKind(.list) else { return .undefined }
        let value = arguments[1]
        value.retain()
        arguments[0].with(ListObject.self) { $0.append(value) }
        return .none
    }

    /// The last item.
    private static func fastPop(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard count == 1, arguments[0].isKind(.list) else { return .undefined }
        return arguments[0].with(ListObject.self) { $0.takeLast() }
    }

    private static func fastGet(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard count == 2 || count == 3, arguments[0].isKind(.dictionary) else { return .undefined }
        let hash = try python.machine.hash(arguments[1])
        let found = try arguments[0].with(DictionaryObject.self) { dictionary -> Slot? in
            try dictionary.table.find(arguments[1], hash: hash, in: python).map {
                dictionary.table.entries[$0].value
            }
        }
        let value = found ?? (count == 3 ? arguments[2] : .none)
        value.retain()
        return value
    }

    private static func fastAdd(
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
