/// Attributes: reading, writing, binding.
extension Interpreter {
    package func type(of value: Value) -> TypeObject {
        switch value {
        case .none: types.none
        case .bool: types.bool
        case .int: types.int
        case .float: types.float
        case .object(let object): object.type
        }
    }

    /// The name of a value's class, for messages.
    package func typeName(_ value: Value) -> String {
        let type = type(of: value)
        return type.messageName ?? type.name
    }

    /// `value.name`.
    package func getAttribute(_ value: Value, _ name: String) throws -> Value {
        if let found = try lookUpAttribute(value, name) { return found }
        throw missingAttribute(value, name)
    }

    package func missingAttribute(_ value: Value, _ name: String) -> PythonError {
        if let type = value.object as? TypeObject {
            return attributeError(
                value, name, "type object '\(type.name)' has no attribute '\(name)'")
        }
        if let module = value.object as? ModuleObject {
            return attributeError(value, name, "module '\(module.name)' has no attribute '\(name)'")
        }
        let words = type(of: value).wordsForMissing?(name)
        return attributeError(
            value, name, words ?? "'\(typeName(value))' object has no attribute '\(name)'")
    }

    /// `value.name`, or nil where Python raises `AttributeError`.
    package func lookUpAttribute(_ value: Value, _ name: String) throws -> Value? {
        let type = type(of: value)
        if let custom = type.special(.getattribute) {
            do {
                return try apply(custom, .getattribute, value, .string(name, in: self))
            } catch let failure as PythonError
                where failure.exception.type.isSubtype(of: types.exception("AttributeError"))
            {
                guard type.special(.getattr) != nil else { throw failure }
            }
        } else if let found = try ordinaryAttribute(value, name, type) {
            return found
        }
        guard let fallback = type.special(.getattr) else { return nil }
        return try apply(fallback, .getattr, value, .string(name, in: self))
    }

    /// `object.__getattribute__`: data descriptors, then the instance, then the class.
    package func ordinaryAttribute(_ value: Value, _ name: String, _ type: TypeObject) throws
        -> Value?
    {
        if let module = value.object as? ModuleObject {
            return try attribute(of: module, name, type)
        }
        if let own = value.object as? TypeObject { return try attribute(of: own, name, type) }
        if let proxy = value.object as? SuperObject { return try attribute(of: proxy, name) }
        let inClass = type.lookUp(name)
        if let inClass, isDataDescriptor(inClass) { return try bind(inClass, to: value, type) }
        if let instance = value.object as? InstanceObject, let own = instance.attribute(name) {
            return own
        }
        if let inClass { return try bind(inClass, to: value, type) }
        return try universalAttribute(value, name, type)
    }

    private func attribute(of module: ModuleObject, _ name: String, _ type: TypeObject) throws
        -> Value?
    {
        if let found = try moduleAttribute(module, name) { return found }
        if name == "__dict__" { return .object(namespaceDictionary(module.namespace)) }
        return try type.lookUp(name).map { try bind($0, to: .object(module), type) }
            ?? universalAttribute(.object(module), name, type)
    }

    /// An attribute of a class: the metaclass's data descriptors first, then the class and its ancestors.
    private func attribute(of own: TypeObject, _ name: String, _ metatype: TypeObject) throws
        -> Value?
    {
        let inMetatype = metatype.lookUp(name)
        if let inMetatype, isDataDescriptor(inMetatype) {
            return try bind(inMetatype, to: .object(own), metatype)
        }
        if let special = Special.named(name), let wrapper = specialAttribute(special, own) {
            return wrapper
        }
        if let found = own.lookUp(name) { return try bind(found, to: nil, own) }
        if let inMetatype { return try bind(inMetatype, to: .object(own), metatype) }
        return try universalAttribute(.object(own), name, metatype)
    }

    private func attribute(of proxy: SuperObject, _ name: String) throws -> Value? {
        let order = proxy.receiverType.mro
        guard let start = order.firstIndex(where: { $0 === proxy.start }) else { return nil }
        let receiver = proxy.receiver.object === proxy.receiverType ? nil : proxy.receiver
        for type in order[(start + 1)...] {
            if let found = type.ownAttribute(name) {
                return try bind(found, to: receiver, proxy.receiverType)
            }
            if let special = Special.named(name), let wrapper = type.ownWrapper(special) {
                let wrapper = Value.object(wrapper)
                return special == .new
                    ? wrapper : try bind(wrapper, to: receiver, proxy.receiverType)
            }
        }
        return nil
    }

    /// A built-in special method as an attribute; nil where the type has none, or one of Python first.
    func specialAttribute(_ special: Special, _ type: TypeObject) -> Value? {
        for ancestor in type.mro {
            if ancestor.ownAttribute(special.name) != nil { return nil }
            if let wrapper = ancestor.ownWrapper(special) { return .object(wrapper) }
        }
        // Everything can be asked for its order; the answer of `object` is that it has none.
        guard [.lt, .le, .gt, .ge].contains(special) else { return nil }
        let noOrder = SpecialMethod.binary { python, _, _ in python.notImplemented }
        return .object(WrapperDescriptor(special, noOrder, owner: types.object, in: self))
    }

    /// Attributes that everything has.
    private func universalAttribute(_ value: Value, _ name: String, _ type: TypeObject) throws
        -> Value?
    {
        guard name.hasPrefix("__") else { return nil }
        switch name {
        case "__class__": return .object(type)
        case "__dict__":
            guard let instance = value.object as? InstanceObject, type.slotNames == nil,
                !type.isBuiltin || type.hasInstanceDictionary || !Self.isContainer(instance)
            else {
                return nil
            }
            return .object(
                attributesBesideSlots(instance, type) ?? instance.attributeDictionary(in: self))
        default:
            guard let special = Special.named(name), let wrapper = specialAttribute(special, type)
            else {
                return nil
            }
            return special == .new ? wrapper : try bind(wrapper, to: value, type)
        }
    }

    /// A copy of an instance's attributes without those of `__slots__`; nil where there are none of them.
    private func attributesBesideSlots(
        _ instance: InstanceObject, _ type: TypeObject
    ) -> DictionaryObject? {
        guard type.mro.contains(where: \.hasOwnSlots) else { return nil }
        let shown = DictionaryObject(in: self)
        let own = instance.ownAttributes
        for (name, value) in own where !(type.lookUp(name)?.object is SlotMember) {
            shown[name] = value
        }
        return shown.count < own.count ? shown : nil
    }

    /// Whether an object is a container, whose instances have attributes only where a class extends its own.
    private static func isContainer(_ object: InstanceObject) -> Bool {
        object is DictionaryObject || object is ListObject || object is TupleObject
            || object is SetObject || object is ByteArrayObject
    }

    /// A dictionary of a module's variables as they are now; changes of it change the variables.
    package func namespaceDictionary(_ namespace: Namespace) -> DictionaryObject {
        DictionaryObject(of: namespace, in: self)
    }

    // MARK: Descriptors

    func isDataDescriptor(_ value: Value) -> Bool {
        guard let object = value.object else { return false }
        if object is PropertyObject || object is NativeProperty || object is SlotMember {
            return true
        }
        return mayDescribe(object)
            && (object.type.special(.set) != nil || object.type.special(.delete) != nil)
    }

    /// Whether an object may have `__set__` or `__delete__`: what the machine knows by its kind has none.
    private func mayDescribe(_ object: Object) -> Bool {
        object.kind == .instance || object.kind == .other
    }

    /// What an attribute of a class gives when it is read through an instance, or through the class (nil).
    func bind(_ attribute: Value, to receiver: Value?, _ type: TypeObject) throws -> Value {
        guard let object = attribute.object else { return attribute }
        switch object {
        case let function as FunctionObject: return bound(.object(function), receiver)
        case let native as NativeFunction:
            return native.isMethod ? bound(.object(native), receiver) : attribute
        case is WrapperDescriptor: return bound(attribute, receiver)
        case let property as PropertyObject:
            guard let receiver else { return attribute }
            guard !property.getter.isNone else {
                throw property.missing("getter", receiver, in: self)
            }
            return try call(property.getter, [receiver])
        case let property as NativeProperty:
            guard let receiver else { return attribute }
            return try property.get(self, receiver)
        case let wrapper as MethodWrapper:
            if wrapper.isStatic { return wrapper.function }
            return .object(BoundMethodObject(wrapper.function, receiver: .object(type), in: self))
        case let member as SlotMember:
            return try receiver.map { try member.get($0, in: self) } ?? attribute
        default:
            guard let get = object.type.special(.get) else { return attribute }
            return try apply(get, .get, attribute, receiver ?? .none, .object(type))
        }
    }

    private func bound(_ function: Value, _ receiver: Value?) -> Value {
        receiver.map { .object(BoundMethodObject(function, receiver: $0, in: self)) } ?? function
    }

    // MARK: Writing

    /// `value.name = new`.
    package func setAttribute(_ value: Value, _ name: String, _ new: Value) throws {
        let type = type(of: value)
        if let custom = type.special(.setattr) {
            _ = try apply(custom, .setattr, value, .string(name, in: self), new)
            return
        }
        try setOrdinaryAttribute(value, name, new)
    }

    /// `object.__setattr__`.
    package func setOrdinaryAttribute(_ value: Value, _ name: String, _ new: Value) throws {
        if let module = value.object as? ModuleObject {
            module.namespace[name] = new
            return
        }
        if let own = value.object as? TypeObject { return try setAttribute(of: own, name, new) }
        let type = type(of: value)
        if let inClass = type.lookUp(name), try setThroughDescriptor(inClass, value, name, new) {
            return
        }
        guard let instance = value.object as? InstanceObject, accepts(instance, name) else {
            throw unsettable(value, name, type)
        }
        if name == "__class__" {
            guard let new = new.object as? TypeObject else {
                throw typeError(
                    "__class__ must be set to a class, not '\(typeName(new))' object")
            }
            instance.typePointer = Unmanaged.passUnretained(new)
            return
        }
        instance.setAttribute(name, new)
    }

    private func setThroughDescriptor(
        _ attribute: Value, _ receiver: Value, _ name: String, _ new: Value
    ) throws -> Bool {
        switch attribute.object {
        case let property as PropertyObject:
            guard !property.setter.isNone else {
                throw property.missing("setter", receiver, in: self)
            }
            _ = try call(property.setter, [receiver, new])
        case let property as NativeProperty:
            guard let set = property.set else {
                throw error(
                    "AttributeError",
                    "attribute '\(name)' of '\(typeName(receiver))' objects is not writable")
            }
            try set(self, receiver, new)
        case let member as SlotMember: try member.set(receiver, new, in: self)
        case let object?:
            guard mayDescribe(object), let set = object.type.special(.set) else {
                let deletesOnly = mayDescribe(object) && object.type.special(.delete) != nil
                if deletesOnly { throw error("AttributeError", "__set__") }
                return false
            }
            _ = try apply(set, .set, attribute, receiver, new)
        case nil: return false
        }
        return true
    }

    /// Whether an object takes attributes of any name.
    private func accepts(_ instance: InstanceObject, _ name: String) -> Bool {
        if instance.type.isBuiltin { return instance.type.hasInstanceDictionary }
        return instance.type.slotNames == nil
    }

    private func unsettable(_ value: Value, _ name: String, _ type: TypeObject) -> PythonError {
        if type.lookUp(name) != nil || Special.named(name).flatMap({ type.special($0) }) != nil {
            return error("AttributeError", "'\(type.name)' object attribute '\(name)' is read-only")
        }
        return attributeError(value, name, "'\(type.name)' object has no attribute '\(name)'")
    }

    private func setAttribute(of own: TypeObject, _ name: String, _ new: Value) throws {
        guard !own.isBuiltin || own.hasInstanceDictionary else {
            throw typeError("cannot set '\(name)' attribute of immutable type '\(own.name)'")
        }
        if let inMetatype = own.type.lookUp(name),
            try setThroughDescriptor(inMetatype, .object(own), name, new)
        {
            return
        }
        own.setTypeAttribute(name, new)
    }

    /// `del value.name`.
    package func deleteAttribute(_ value: Value, _ name: String) throws {
        let type = type(of: value)
        if let custom = type.special(.delattr) {
            _ = try apply(custom, .delattr, value, .string(name, in: self))
            return
        }
        try deleteOrdinaryAttribute(value, name)
    }

    /// `object.__delattr__`.
    package func deleteOrdinaryAttribute(_ value: Value, _ name: String) throws {
        let type = type(of: value)
        if let module = value.object as? ModuleObject, module.namespace[name] != nil {
            module.namespace[name] = nil
            return
        }
        if let own = value.object as? TypeObject, !own.isBuiltin, own.removeTypeAttribute(name) {
            return
        }
        if let inClass = type.lookUp(name)?.object {
            if let property = inClass as? PropertyObject {
                guard !property.deleter.isNone else {
                    throw property.missing("deleter", value, in: self)
                }
                _ = try call(property.deleter, [value])
                return
            }
            if let member = inClass as? SlotMember { return try member.delete(value, in: self) }
            if mayDescribe(inClass), let delete = inClass.type.special(.delete) {
                _ = try apply(delete, .delete, .object(inClass), value)
                return
            }
            if mayDescribe(inClass), inClass.type.special(.set) != nil {
                throw error("AttributeError", "__delete__")
            }
        }
        if let instance = value.object as? InstanceObject, instance.removeAttribute(name) { return }
        throw missingAttribute(value, name)
    }

    /// All names that `dir` shows.
    package func attributeNames(_ value: Value) -> [String] {
        var names: Set<String> = []
        if let module = value.object as? ModuleObject {
            names.formUnion(module.namespace.names)
        } else if let own = value.object as? TypeObject {
            for type in own.mro { names.formUnion(type.ownNames) }
        } else {
            if let instance = value.object as? InstanceObject {
                names.formUnion(instance.ownAttributes.map(\.name))
            }
            for type in type(of: value).mro { names.formUnion(type.ownNames) }
        }
        return names.sorted()
    }
}
