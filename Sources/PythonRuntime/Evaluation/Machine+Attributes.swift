// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// Attributes by way of their instructions' caches.
extension Machine {
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

    /// Reads an attribute that is no field the cache knows. True when a property's frame was pushed, false when
    /// the value is there.
    @inline(never)
    func getAttributeSlow(
        _ target: UnsafeMutablePointer<Slot>, _ object: Slot,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) throws -> Bool {
        switch cache.pointee.found {
        case .property where Self.isOfCachedType(object, cache):
            try beginGetter(cache.pointee.slot, object, target)
            return true
        case .nativeProperty where Self.isOfCachedType(object, cache):
            let value = try withPython { python in
                try cache.pointee.slot.with(NativeProperty.self) {
                    try $0.get(python, object.value)
                }
            }
            target.set(Slot(taking: value))
            return false
        case .classValue
        where Self.isOfCachedType(object, cache) && Self.hasCachedShape(object, cache),
            .typeValue where Self.isCachedType(object, cache):
            target.set(cache.pointee.slot.retained)
            return false
        case .variable:
            if let value = Self.cachedVariable(object, cache) {
                target.set(value.retained)
                return false
            }
        default: break
        }
        target.set(try findAttribute(object, cache))
        return false
    }

    private func beginGetter(
        _ getter: Slot, _ object: Slot, _ target: UnsafeMutablePointer<Slot>
    ) throws {
        let function = Unmanaged<FunctionObject>.fromOpaque(getter.pointer)
        let base = top
        object.retain()
        base.pointee = object
        do {
            try push(
                function._withUnsafeGuaranteedRef { $0.body }, function: function, base: base,
                argumentCount: 1, live: 0, result: target, kind: .call)
        } catch {
            object.release()
            throw error
        }
        frames[depth - 1].owner = getter.retained
    }

    /// Finds an attribute, and notes in the cache how, where that is simple.
    private func findAttribute(
        _ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) throws -> Slot {
        let name = cache.pointee.name
        let value = object.value
        if object.isKind(.module) {
            noteVariable(object, cache)
        } else if object.isKind(.type) {
            noteTypeValue(object.object(as: TypeObject.self), cache)
        } else if object.isObject {
            let type = object.object.type
            if type.special(.getattribute) == nil, type !== python.types.superType {
                if let field = noteField(object, type, cache) { return field }
                noteClassAttribute(object, type, cache)
            }
        }
        return Slot(taking: try python.getAttribute(value, name))
    }

    private func noteField(
        _ object: Slot, _ type: TypeObject, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Slot? {
        guard object.isKind(.instance) else { return nil }
        let name = cache.pointee.name
        let instance = object.object(as: InstanceObject.self)
        guard let shape = instance.shape?.takeUnretainedValue(), instance.dictionary == nil,
            let index = shape.index(of: name),
            type.lookUp(name).map(python.isDataDescriptor) != true
        else { return nil }
        cache.pointee.found = .field
        cache.pointee.shape = UnsafeRawPointer(Unmanaged.passUnretained(shape).toOpaque())
        cache.pointee.version = type.version
        cache.pointee.index = index
        return instance.fields.unsafelyUnwrapped[index].retained
    }

    /// A property of the class, or a plain value that no instance attribute hides.
    private func noteClassAttribute(
        _ object: Slot, _ type: TypeObject, _ cache: UnsafeMutablePointer<InlineCache>
    ) {
        guard let found = type.lookUp(cache.pointee.name) else { return }
        if let property = found.object as? NativeProperty {
            note(.nativeProperty, Slot(borrowing: property), of: type, cache)
        } else if let property = found.object as? PropertyObject {
            guard let getter = property.getter.object as? FunctionObject, getter.plainCount == 1,
                property.type === python.types.property
            else { return }
            note(.property, Slot(borrowing: getter), of: type, cache)
        } else if object.isKind(.instance), Self.isPlainValue(found) {
            let instance = object.object(as: InstanceObject.self)
            guard instance.dictionary == nil, instance.attribute(cache.pointee.name) == nil else {
                return
            }
            note(.classValue, Slot(borrowing: found), of: type, cache)
            cache.pointee.newShape = instance.shape
        }
    }

    private func noteTypeValue(_ type: TypeObject, _ cache: UnsafeMutablePointer<InlineCache>) {
        guard isOrdinaryClass(type, withoutOwn: cache.pointee.name),
            let found = type.lookUp(cache.pointee.name),
            Self.isPlainValue(found) || found.object?.kind == .function
        else { return }
        note(.typeValue, Slot(borrowing: found), of: type, cache)
    }

    private func noteVariable(_ module: Slot, _ cache: UnsafeMutablePointer<InlineCache>) {
        let namespace = module.object(as: ModuleObject.self).namespace
        guard let cell = namespace.boundCell(cache.pointee.name) else { return }
        // The cache keeps the module, which keeps its variables.
        cache.pointee.set(.variable, module)
        cache.pointee.variable = Unmanaged.passUnretained(cell)
    }

    /// Whether a class's metaclass neither has an attribute of this name nor ways of its own to look one up.
    private func isOrdinaryClass(_ type: TypeObject, withoutOwn name: String) -> Bool {
        type.type === python.types.type && python.types.type.lookUp(name) == nil
            && Special.named(name) == nil
    }

    private func note(
        _ found: InlineCache.Found, _ slot: Slot, of type: TypeObject,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) {
        cache.pointee.set(found, slot)
        cache.pointee.shape = UnsafeRawPointer(Unmanaged.passUnretained(type).toOpaque())
        cache.pointee.version = type.version
    }

    // MARK: What a cache is true of

    @inline(__always)
    private static func isOfCachedType(
        _ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Bool {
        guard object.isObject else { return false }
        let type = object.with(Object.self) { $0.typePointer }
        return UnsafeRawPointer(type.toOpaque()) == cache.pointee.shape
            && type._withUnsafeGuaranteedRef { $0.version } == cache.pointee.version
    }

    @inline(__always)
    private static func isCachedType(
        _ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Bool {
        object.isKind(.type) && UnsafeRawPointer(object.pointer) == cache.pointee.shape
            && object.with(TypeObject.self) { $0.version } == cache.pointee.version
    }

    @inline(__always)
    private static func hasCachedShape(
        _ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Bool {
        object.isKind(.instance)
            && object.with(InstanceObject.self) {
                $0.dictionary == nil
                    && $0.shape?.toOpaque() == cache.pointee.newShape?.toOpaque()
            }
    }

    @inline(__always)
    private static func cachedVariable(
        _ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>
    ) -> Slot? {
        guard object.isIdentical(to: cache.pointee.slot), let variable = cache.pointee.variable
        else { return nil }
        let slot = variable._withUnsafeGuaranteedRef { $0.slot }
        return slot.isUndefined ? nil : slot
    }

    /// Whether a class attribute is given as it is, whatever it is read through.
    private static func isPlainValue(_ value: Value) -> Bool {
        guard let object = value.object else { return true }
        return object.kind.rawValue >= Kind.string.rawValue
            && object.kind.rawValue <= Kind.slice.rawValue
    }

    // MARK: Methods

    /// Finds a method: the function and its receiver, or any callable and nothing.
    @inline(never)
    func getMethodSlow(
        _ target: UnsafeMutablePointer<Slot>, _ object: Slot,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) throws {
        switch cache.pointee.found {
        case .builtinMethod where Self.isOfCachedType(object, cache) && hasNoFields(object, cache):
            return Self.setMethod(target, cache.pointee.slot, object)
        case .wrappedMethod
        where Self.isOfCachedType(object, cache) && Self.hasCachedShape(object, cache),
            .typeMethod where Self.isCachedType(object, cache):
            let receiver =
                cache.pointee.index == 0
                ? Slot.undefined
                : Slot(bits: UInt64(UInt(bitPattern: cache.pointee.shape)), tag: Slot.tag(.type))
            return Self.setMethod(target, cache.pointee.slot, receiver)
        case .variable:
            if let value = Self.cachedVariable(object, cache) {
                return Self.setMethod(target, value, .undefined)
            }
        default: break
        }
        try findMethod(target, object, cache)
    }

    @inline(__always)
    private static func setMethod(
        _ target: UnsafeMutablePointer<Slot>, _ method: Slot, _ receiver: Slot
    ) {
        method.retain()
        receiver.retain()
        target.set(method)
        (target + 1).set(receiver)
    }

    /// Whether an object of a built-in type has no attributes of its own that could hide a method: it is of a
    /// Swift class without any, or none was set.
    @inline(__always)
    private func hasNoFields(_ object: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Bool {
        if Self.hasNoAttributes(object) { return true }
        let swiftClass = object.with(Object.self) { ObjectIdentifier(Swift.type(of: $0)) }
        guard swiftClass == cache.pointee.swiftClass else { return false }
        return cache.pointee.index == 0
            || object.with(InstanceObject.self) { $0.shape == nil && $0.dictionary == nil }
    }

    /// Whether a value is exactly of a built-in type whose instances have no attributes of their own.
    @inline(__always) private static func hasNoAttributes(_ object: Slot) -> Bool {
        object.tag >= Slot.tag(.string) && object.tag <= Slot.tag(.slice)
    }

    private func findMethod(
        _ target: UnsafeMutablePointer<Slot>, _ object: Slot,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) throws {
        let value = object.value
        let name = cache.pointee.name
        let type = python.type(of: value)
        if object.isKind(.module) {
            noteVariable(object, cache)
        } else if object.isKind(.type) {
            noteTypeMethod(object.object(as: TypeObject.self), cache)
        } else if type.special(.getattribute) == nil, !(value.object is SuperObject),
            let found = type.lookUp(name)?.object
        {
            let own = value.object as? InstanceObject
            let isHidden = own?.attribute(name) != nil
            if !isHidden, found.kind == .function || (found as? NativeFunction)?.isMethod == true {
                noteMethod(found, object, own, type, cache)
                return Self.setMethod(target, Slot(borrowing: found), object)
            }
            if !isHidden, object.isKind(.instance), let wrapper = found as? MethodWrapper {
                noteWrapped(wrapper, .wrappedMethod, type, cache)
                cache.pointee.newShape = own?.shape
            }
        }
        let attribute = try python.getAttribute(value, name)
        target.set(Slot(taking: attribute))
        (target + 1).set(.undefined)
    }

    private func noteMethod(
        _ method: Object, _ object: Slot, _ own: InstanceObject?, _ type: TypeObject,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) {
        if let own, object.isKind(.instance) {
            guard own.dictionary == nil else { return }
            note(.method, Slot(borrowing: method), of: type, cache)
            cache.pointee.newShape = own.shape
        } else if let object = object.isObject ? object.object : nil, type.isBuiltin {
            note(.builtinMethod, Slot(borrowing: method), of: type, cache)
            cache.pointee.swiftClass = ObjectIdentifier(Swift.type(of: object))
            cache.pointee.index = own == nil ? 0 : 1
        }
    }

    private func noteTypeMethod(_ type: TypeObject, _ cache: UnsafeMutablePointer<InlineCache>) {
        guard isOrdinaryClass(type, withoutOwn: cache.pointee.name),
            let found = type.lookUp(cache.pointee.name)?.object
        else { return }
        if let wrapper = found as? MethodWrapper {
            noteWrapped(wrapper, .typeMethod, type, cache)
        } else if found.kind == .function {
            note(.typeMethod, Slot(borrowing: found), of: type, cache)
            cache.pointee.index = 0
        }
    }

    /// A static method has no receiver, a class method the class, which the cache knows.
    private func noteWrapped(
        _ wrapper: MethodWrapper, _ found: InlineCache.Found, _ type: TypeObject,
        _ cache: UnsafeMutablePointer<InlineCache>
    ) {
        guard let function = wrapper.function.object,
            function.kind == .function || function.kind == .nativeFunction
        else { return }
        note(found, Slot(borrowing: function), of: type, cache)
        cache.pointee.index = wrapper.isStatic ? 0 : 1
    }

    // MARK: Writing

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
}
