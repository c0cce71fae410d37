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
        let right = y.object(as: StringObject.self)
        // `s += t` where nobody else holds `s` appends in place, as in CPython.
        if instruction.a == instruction.b, isInPlace(instruction), appendsInPlace(target, right) {
            return
        }
        let left = x.object(as: StringObject.self)
        target.set(Slot(owning: StringObject(left.string + right.string, in: python)))
    }

    private func appendsInPlace(_ target: UnsafeMutablePointer<Slot>, _ right: StringObject) -> Bool
    {
        guard target.pointee.with(StringObject.self, { $0.slotCount }) == 1 else { return false }
        return UnsafeMutableRawPointer(target).withMemoryRebound(to: StringObject.self, capacity: 1)
        {
            guard isKnownUniquelyReferenced(&$0.pointee) else { return false }
            $0.pointee.appendInPlace(right)
            return true
        }
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
        if !x.isObject, !y.isObject, let fast = mixed(operation, x, y) { return fast }
        let result =
            try isInPlace
            ? python.binaryInPlace(operation, x.value, y.value)
            : python.binary(operation, x.value, y.value)
        return Slot(counting: result)
    }

    /// An integer and a float in either order.
    private func mixed(_ operation: BinaryOperator, _ x: Slot, _ y: Slot) -> Slot? {
        guard x.tag <= Slot.floatTag, y.tag <= Slot.floatTag, x.tag != y.tag else { return nil }
        let a = x.isFloat ? x.float : Double(x.int)
        let b = y.isFloat ? y.float : Double(y.int)
        switch operation {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        case .multiply: return .float(a * b)
        case .divide where b != 0: return .float(a / b)
        default: return nil
        }
    }

    @inline(never)
    func unarySlow(_ operation: UnaryOperator, _ x: Slot) throws -> Slot {
        Slot(counting: try python.unary(operation, x.value))
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

    @inline(never) private func isTrueSlow(_ x: Slot) throws -> Bool { try python.isTrue(x.value) }

    @inline(never)
    func comparison(_ operation: ComparisonOperator, _ x: Slot, _ y: Slot) throws -> Slot {
        if !x.isObject, !y.isObject, x.tag < Slot.noneTag, y.tag < Slot.noneTag {
            return .bool(Numbers.compare(operation, x.value, y.value) ?? false)
        }
        if x.isKind(.string), y.isKind(.string) { return .bool(compareStrings(operation, x, y)) }
        return Slot(counting: try python.compare(operation, x.value, y.value))
    }

    private func compareStrings(_ operation: ComparisonOperator, _ x: Slot, _ y: Slot) -> Bool {
        let a = x.object(as: StringObject.self)
        let b = y.object(as: StringObject.self)
        switch operation {
        case .equal: return a.isEqual(to: b)
        case .notEqual: return !a.isEqual(to: b)
        case .less: return Text.isLess(a.string, b.string)
        case .greater: return Text.isLess(b.string, a.string)
        case .lessEqual: return !Text.isLess(b.string, a.string)
        default: return !Text.isLess(a.string, b.string)
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
        try compareTruth(.equal, x, y)
    }

    @inline(never) func notEqualTruth(_ x: Slot, _ y: Slot) throws -> Bool {
        try compareTruth(.notEqual, x, y)
    }

    @inline(never)
    func containsSlot(_ container: Slot, _ value: Slot) throws -> Bool {
        if container.isKind(.dictionary) {
            let table = container.object(as: DictionaryObject.self).table
            return try table.find(value, hash: hash(value), in: python) != nil
        }
        // A set is looked for as a `frozenset`, which the type's own method makes.
        if container.isKind(.set), !value.isKind(.set) {
            let table = container.object(as: SetObject.self).table
            return try table.find(value, hash: hash(value), in: python) != nil
        }
        return try python.contains(container.value, value.value)
    }

    @inline(__always)
    func hash(_ value: Slot) throws -> Int {
        if value.isKind(.string) { return value.with(StringObject.self) { $0.hash } }
        if value.isInt { return NumberHash.hash(value.int) }
        return try python.hash(value.value)
    }

    // MARK: Items

    @inline(never)
    func getItemSlow(_ container: Slot, _ key: Slot) throws -> Slot {
        if container.isKind(.dictionary) {
            let table = container.object(as: DictionaryObject.self).table
            if let index = try table.find(key, hash: hash(key), in: python) {
                let value = table.entries[index].value
                value.retain()
                return value
            }
            throw python.keyError(key.value)
        }
        if key.isKind(.slice), container.isKind(.list) {
            let list = container.object(as: ListObject.self)
            return Slot(counting: try list.item(key.value, in: python))
        }
        if key.isInt, container.isKind(.tuple) {
            let tuple = container.object(as: TupleObject.self)
            let index = key.int < 0 ? key.int &+ tuple.count : key.int
            if index >= 0, index < tuple.count {
                let value = tuple.slots[index]
                value.retain()
                return value
            }
        }
        return Slot(counting: try python.getItem(container.value, key.value))
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
            try container.object(as: DictionaryObject.self).set(key, hash: hash, value, in: python)
        } catch {
            value.release()
            throw error
        }
    }

    // MARK: Attributes

    /// A field that the cache knows the place of; nil where the instance has another shape.
    @inline(__always)
    static func cachedField(_ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Slot? {
        guard cache.pointee.found == .field else { return nil }
        return object.with(InstanceObject.self) { instance in
            guard let shape = instance.shape,
                UnsafeRawPointer(shape.toOpaque()) == cache.pointee.shape,
                instance.typePointer._withUnsafeGuaranteedRef({ $0.version })
                    == cache.pointee.version
            else { return nil }
            return instance.fields.unsafelyUnwrapped[cache.pointee.index]
        }
    }

    @inline(__always)
    static func cachedMethod(_ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Slot? {
        guard cache.pointee.found == .method else { return nil }
        return object.with(InstanceObject.self) { instance in
            guard UnsafeRawPointer(instance.typePointer.toOpaque()) == cache.pointee.shape,
                instance.typePointer._withUnsafeGuaranteedRef({ $0.version })
                    == cache.pointee.version,
                instance.dictionary == nil,
                instance.shape?.toOpaque() == cache.pointee.newShape?.toOpaque()
            else { return nil }
            return cache.pointee.slot
        }
    }

    /// Stores into a field whose place the cache knows; false where it does not apply.
    @inline(__always)
    static func storeCachedField(
        _ object: Slot, _ value: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Bool {
        guard cache.pointee.found == .field else { return false }
        return object.with(InstanceObject.self) { instance in
            guard
                instance.typePointer._withUnsafeGuaranteedRef({ $0.version })
                    == cache.pointee.version,
                instance.dictionary == nil,
                UnsafeRawPointer(instance.shape?.toOpaque() ?? instance.typePointer.toOpaque())
                    == cache.pointee.shape
            else { return false }
            value.retain()
            if let extended = cache.pointee.newShape {
                instance.append(value, shape: extended.takeUnretainedValue())
            } else {
                (instance.fields.unsafelyUnwrapped + cache.pointee.index).set(value)
            }
            return true
        }
    }

    @inline(never)
    func getAttributeSlow(_ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>) throws -> Slot
    {
        let value = object.value
        let name = cache.pointee.name
        if object.isKind(.instance) {
            let instance = object.object(as: InstanceObject.self)
            let type = instance.type
            if let shape = instance.shape?.takeUnretainedValue(), instance.dictionary == nil,
                let index = shape.index(of: name), type.special(.getattribute) == nil,
                type.lookUp(name).map(python.isDataDescriptor) != true
            {
                cache.pointee.found = .field
                cache.pointee.shape = UnsafeRawPointer(Unmanaged.passUnretained(shape).toOpaque())
                cache.pointee.version = type.version
                cache.pointee.index = index
                return Slot(counting: instance.fields.unsafelyUnwrapped[index].value)
            }
        }
        return Slot(counting: try python.getAttribute(value, name))
    }

    @inline(never)
    func setAttributeSlow(
        _ object: Slot, _ value: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) throws {
        let name = cache.pointee.name
        if object.isKind(.instance) {
            let instance = object.object(as: InstanceObject.self)
            let type = instance.type
            if instance.dictionary == nil, type.slotNames == nil, type.special(.setattr) == nil,
                name != "__class__", type.lookUp(name)?.object.map(isPlainClassValue) ?? true
            {
                fill(cache, for: instance, name, type)
            }
        }
        try python.setAttribute(object.value, name, value.value)
    }

    /// Whether a class attribute of this kind lets an instance attribute of the same name be stored.
    private func isPlainClassValue(_ object: Object) -> Bool {
        !python.isDataDescriptor(.object(object))
    }

    private func fill(
        _ cache: UnsafeMutablePointer<InlineCache>, for instance: InstanceObject, _ name: String,
        _ type: TypeObject
    ) {
        let shape = instance.shape?.takeUnretainedValue() ?? type.rootShape
        if let index = shape.index(of: name) {
            cache.pointee.newShape = nil
            cache.pointee.index = index
        } else {
            guard shape.count < 32 else { return }
            cache.pointee.newShape = Unmanaged.passUnretained(shape.extended(by: name))
        }
        cache.pointee.found = .field
        cache.pointee.version = type.version
        cache.pointee.shape = UnsafeRawPointer(
            instance.shape?.toOpaque() ?? instance.typePointer.toOpaque())
    }

    /// Whether a value is exactly of a built-in type whose instances have no attributes of their own.
    @inline(__always) private static func hasNoAttributes(_ object: Slot) -> Bool {
        object.tag >= Slot.tag(.string) && object.tag <= Slot.tag(.slice)
    }

    /// Gives a built-in type's method that the cache knows; false where it does not apply.
    @inline(__always)
    private func pushCachedBuiltin(
        _ target: UnsafeMutablePointer<Slot>, _ object: Slot,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Bool {
        guard cache.pointee.found == .builtinMethod, Self.hasNoAttributes(object) else {
            return false
        }
        let type = object.with(Object.self) { $0.typePointer }
        guard UnsafeRawPointer(type.toOpaque()) == cache.pointee.shape,
            type._withUnsafeGuaranteedRef({ $0.version }) == cache.pointee.version
        else { return false }
        let method = cache.pointee.slot
        method.retain()
        object.retain()
        target.set(method)
        (target + 1).set(object)
        return true
    }

    /// Finds a method: the function and its receiver, or any callable and nothing.
    @inline(never)
    func getMethodSlow(
        _ target: UnsafeMutablePointer<Slot>, _ object: Slot,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) throws {
        if pushCachedBuiltin(target, object, cache) { return }
        let value = object.value
        let name = cache.pointee.name
        let type = python.type(of: value)
        let own = value.object as? InstanceObject
        let isPlain = object.tag < Slot.tag(.type) || object.tag > Slot.tag(.module)
        if isPlain, type.special(.getattribute) == nil, own?.attribute(name) == nil,
            !(value.object is SuperObject), let found = type.lookUp(name),
            let function = found.object,
            function.kind == .function || (function as? NativeFunction)?.isMethod == true
        {
            if let own, object.isKind(.instance), own.dictionary == nil {
                cache.pointee.found = .method
                cache.pointee.shape = UnsafeRawPointer(own.typePointer.toOpaque())
                cache.pointee.newShape = own.shape
                cache.pointee.version = type.version
                let old = cache.pointee.slot
                cache.pointee.slot = Slot(counting: function)
                old.release()
            } else if Self.hasNoAttributes(object) {
                cache.pointee.found = .builtinMethod
                cache.pointee.shape = UnsafeRawPointer(Unmanaged.passUnretained(type).toOpaque())
                cache.pointee.version = type.version
                let old = cache.pointee.slot
                cache.pointee.slot = Slot(counting: function)
                old.release()
            }
            let receiver = Slot(counting: value)
            target.set(Slot(counting: function))
            (target + 1).set(receiver)
            return
        }
        let attribute = try python.getAttribute(value, name)
        target.set(Slot(counting: attribute))
        (target + 1).set(.undefined)
    }
}
