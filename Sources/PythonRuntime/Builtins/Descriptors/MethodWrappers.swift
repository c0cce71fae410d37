extension Builtins {
    /// `staticmethod`, `classmethod` and `super`.
    static func defineMethodWrappers(_ m: ModuleBuilder) {
        let types = m.python.types!
        for (type, isStatic) in [(types.staticmethod, true), (types.classmethod, false)] {
            let t = TypeBuilder(type, in: m.python)
            t.constructor("\(type.name)(function, /)") { python, type, given in
                .object(
                    MethodWrapper(
                        given[0], isStatic: isStatic, type: type, in: python))
            }
            t.property("__func__") { python, value in
                try MethodWrapper.from(value, in: python).function
            }
            t.property("__wrapped__") { python, value in
                try MethodWrapper.from(value, in: python).function
            }
            for name in ["__name__", "__qualname__", "__doc__", "__module__"] {
                t.property(name) { python, value -> Value in
                    try python.getAttribute(MethodWrapper.from(value, in: python).function, name)
                }
            }
            t.unary(.repr) { (python: Interpreter, method: MethodWrapper) in
                "<\(type.name)(\(try python.repr(method.function)))>"
            }
            t.variadic(.get) { python, method, arguments -> Value in
                let receiver = arguments.positional.first ?? .none
                let owner =
                    arguments.positional.dropFirst().first?.object as? TypeObject
                    ?? python.type(of: receiver)
                return try python.bind(method, to: receiver, owner)
            }
        }
        types.staticmethod.setSpecial(
            .call,
            .variadic { python, method, arguments in
                try python.call(MethodWrapper.from(method, in: python).function, arguments)
            })
        defineSuper(TypeBuilder(types.superType, in: m.python))
        defineMembers(TypeBuilder(types.memberDescriptor, in: m.python), what: "member")
        defineMembers(TypeBuilder(types.attributeDescriptor, in: m.python), what: "attribute")
    }

    /// The attributes that a class describes and Swift code keeps.
    private static func defineMembers(_ t: TypeBuilder, what: String) {
        func name(_ value: Value) -> String {
            (value.object as? SlotMember)?.name ?? (value.object as? NativeProperty)?.name ?? ""
        }
        func owner(_ value: Value) -> TypeObject? {
            (value.object as? SlotMember)?.owner ?? (value.object as? NativeProperty)?.owner
        }
        // What CPython keeps as a field of the object, and does not compute.
        func isField(_ value: Value) -> Bool {
            ["complex", "property", "range", "slice"].contains(owner(value)?.name)
                && owner(value)?.isBuiltin == true
        }
        t.property("__name__") { _, value in name(value) }
        t.property("__objclass__") { _, value in owner(value) }
        t.property("__doc__") { _, _ in Value.none }
        t.unary(.repr) { (_: Interpreter, value: Value) -> String in
            let what = isField(value) ? "member" : what
            return
                "<\(what) '\(name(value))'\(owner(value).map { " of '\($0.name)' objects" } ?? "")>"
        }
        t.variadic(.get) { python, member, arguments -> Value in
            let receiver = arguments.positional.first ?? .none
            if receiver.isNone { return member }
            if let owner = owner(member), !python.type(of: receiver).isSubtype(of: owner) {
                throw python.typeError(
                    "descriptor '\(name(member))' for '\(owner.name)' objects doesn't apply to a '\(python.typeName(receiver))' object"
                )
            }
            return try python.bind(member, to: receiver, python.type(of: receiver))
        }
    }

    private static func defineSuper(_ t: TypeBuilder) {
        t.variadic(.new) { python, _, arguments -> Value in
            try python.newSuper(arguments.positional)
        }
        t.makesCompleteInstances()
        t.unary(.repr) { (python: Interpreter, value: Value) -> String in
            guard let proxy = value.object as? SuperObject else { return "<super>" }
            return "<super: <class '\(proxy.start.name)'>, <\(proxy.receiverType.name) object>>"
        }
        t.property("__thisclass__") { _, value in (value.object as? SuperObject)?.start }
        t.property("__self__") { _, value in (value.object as? SuperObject)?.receiver }
        t.property("__self_class__") { _, value in (value.object as? SuperObject)?.receiverType }
    }
}

extension Interpreter {
    /// `super()`, or `super(type, object_or_type)`.
    fileprivate func newSuper(_ arguments: [Value]) throws -> Value {
        let start: TypeObject
        let receiver: Value
        switch arguments.count {
        case 0: (start, receiver) = try superArguments()
        case 2:
            guard let type = arguments[0].object as? TypeObject else {
                throw typeError(
                    "super() argument 1 must be a type, not \(typeName(arguments[0]))")
            }
            (start, receiver) = (type, arguments[1])
        case 1:
            guard arguments[0].object is TypeObject else {
                throw typeError(
                    "super() argument 1 must be a type, not \(typeName(arguments[0]))")
            }
            throw typeError("super() of one argument is not available in nbrun")
        default:
            throw typeError("super() expected at most 2 arguments, got \(arguments.count)")
        }
        if let type = receiver.object as? TypeObject, type.isSubtype(of: start) {
            return .object(
                SuperObject(start: start, receiver: receiver, receiverType: type, in: self))
        }
        let type = type(of: receiver)
        guard type.isSubtype(of: start) else {
            throw typeError("super(type, obj): obj must be an instance or subtype of type")
        }
        return .object(
            SuperObject(start: start, receiver: receiver, receiverType: type, in: self))
    }
}
