extension Builtins {
    /// Functions written in Swift, bound methods and special methods, as objects.
    static func defineNativeCallables(_ m: ModuleBuilder) {
        let types = m.python.types!
        for type in [types.builtinFunction, types.containers.methodDescriptor] {
            defineNativeFunctions(TypeBuilder(type, in: m.python))
        }
        for type in [types.method, types.containers.methodWrapper] {
            defineBoundMethods(TypeBuilder(type, in: m.python))
        }
        defineWrapperDescriptors(TypeBuilder(types.wrapperDescriptor, in: m.python))
        TypeBuilder(types.method, in: m.python).constructor("method(function, instance, /)") {
            python, _, given in
            guard python.isCallable(given[0]) else {
                throw python.typeError("first argument must be callable")
            }
            guard !given[1].isNone else {
                throw python.typeError("instance must not be None")
            }
            return .object(BoundMethodObject(given[0], receiver: given[1], in: python))
        }
    }

    private static func defineNativeFunctions(_ t: TypeBuilder) {
        t.unary(.repr) { (python: Interpreter, value: Value) -> String in
            if let method = value.object as? BoundMethodObject {
                return try python.description(of: method)
            }
            let function = try NativeFunction.from(value, in: python)
            if function.wording != .native {
                return
                    "<function \(function.qualifiedName) at \(python.address(.object(function)))>"
            }
            if function.isMethod, let owner = function.ownerName {
                return "<method '\(function.name)' of '\(owner)' objects>"
            }
            return "<built-in function \(function.name)>"
        }
        func read<R: ToPython>(_ name: String, _ get: @escaping (NativeFunction) throws -> R) {
            t.property(name) { python, value in
                let function = (value.object as? BoundMethodObject)?.function ?? value
                return try get(NativeFunction.from(function, in: python))
            }
        }
        read("__name__") { $0.name }
        read("__qualname__") { $0.qualifiedName }
        read("__module__") { $0.moduleName }
        read("__doc__") { $0.documentation }
        read("__text_signature__") { String($0.signatureText.dropFirst($0.name.count)) }
        t.property("__self__") { _, value in (value.object as? BoundMethodObject)?.receiver }
        methodIdentity(t)
        t.variadic(.call) { python, function, arguments in try python.call(function, arguments) }
    }

    private static func defineBoundMethods(_ t: TypeBuilder) {
        t.unary(.repr) { (python: Interpreter, method: BoundMethodObject) in
            try python.description(of: method)
        }
        t.property("__self__") { python, value in
            try BoundMethodObject.from(value, in: python).receiver
        }
        t.property("__func__") { python, value in
            try BoundMethodObject.from(value, in: python).function
        }
        t.variadic(.call) { python, method, arguments in try python.call(method, arguments) }
        methodIdentity(t)
        for name in ["__name__", "__qualname__", "__doc__", "__module__"] {
            t.property(name) { (python, value) -> Value in
                let function = try BoundMethodObject.from(value, in: python).function
                return try python.attributeIfAny(function, name) ?? .none
            }
        }
        // Other attributes are the function's: `__name__`, `__doc__`, whatever a decorator set.
        t.binary(.getattr) {
            (python: Interpreter, method: BoundMethodObject, name: Value) -> Value in
            guard let found = try python.lookUpAttribute(method.function, name.text ?? "") else {
                throw python.attributeError(
                    .object(method), name.text ?? "",
                    "'\(python.typeName(.object(method)))' object has no attribute '\(name.text ?? "")'"
                )
            }
            return found
        }
    }

    /// Bound methods are equal when function and receiver are the same.
    private static func methodIdentity(_ t: TypeBuilder) {
        t.binary(.eq) { python, a, b -> Value in
            guard let a = a.object as? BoundMethodObject, let b = b.object as? BoundMethodObject
            else { return a.isIdentical(to: b) ? .bool(true) : python.notImplemented }
            return .bool(
                a.receiver.isIdentical(to: b.receiver) && a.function.isIdentical(to: b.function))
        }
        t.unary(.hash) { (python: Interpreter, value: Value) -> Int in
            guard let method = value.object as? BoundMethodObject else {
                return NumberHash.hash(python.identity(value) / 16)
            }
            return NumberHash.tuple([
                python.identity(method.receiver), python.identity(method.function),
            ])
        }
    }

    private static func defineWrapperDescriptors(_ t: TypeBuilder) {
        func read<R: ToPython>(_ name: String, _ get: @escaping (WrapperDescriptor) -> R) {
            t.property(name) { _, value in (value.object as? WrapperDescriptor).map(get) }
        }
        read("__name__") { $0.special.name }
        read("__qualname__") { "\($0.owner.name).\($0.special.name)" }
        read("__objclass__") { $0.owner }
        t.unary(.repr) { (python: Interpreter, value: Value) -> String in
            guard let wrapper = value.object as? WrapperDescriptor else { return "" }
            if wrapper.special == .new {
                return
                    "<built-in method __new__ of type object at \(python.address(.object(wrapper.owner)))>"
            }
            return "<slot wrapper '\(wrapper.special.name)' of '\(wrapper.owner.name)' objects>"
        }
        t.variadic(.call) { python, wrapper, arguments in try python.call(wrapper, arguments) }
    }
}

extension NativeFunction {
    /// The type whose method it is.
    fileprivate var ownerName: String? {
        qualifiedName.hasSuffix(".\(name)")
            ? String(qualifiedName.dropLast(name.count + 1)) : nil
    }
}

extension Interpreter {
    /// `<bound method C.m of <__main__.C object at 0x…>>`, `<built-in method append of list object at 0x…>`.
    fileprivate func description(of method: BoundMethodObject) throws -> String {
        if let native = method.function.object as? NativeFunction, native.wording == .native {
            return
                "<built-in method \(native.name) of \(typeName(method.receiver)) object at \(address(method.receiver))>"
        }
        if let wrapper = method.function.object as? WrapperDescriptor {
            return
                "<method-wrapper '\(wrapper.special.name)' of \(typeName(method.receiver)) object at \(address(method.receiver))>"
        }
        let name =
            try attributeIfAny(method.function, "__qualname__")?.text
            ?? attributeIfAny(method.function, "__name__")?.text ?? "?"
        return "<bound method \(name) of \(try repr(method.receiver))>"
    }
}
