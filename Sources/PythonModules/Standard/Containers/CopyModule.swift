import PythonRuntime

/// `copy`.
enum CopyModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("copy", pythonWording: true, in: python)
        m.def("copy(x)\n\nA new object with the same parts.") {
            (python: Interpreter, value: Value) in try shallow(value, python)
        }
        m.def("deepcopy(x, memo=None)\n\nA new object with copies of the parts.") {
            (python: Interpreter, value: Value, memo: Value) -> Value in
            let memo = memo.object as? DictionaryObject ?? DictionaryObject(in: python)
            return try deep(value, memo, python)
        }
        try m.set("Error", python.types.exception("Exception"))
        return m.module
    }

    /// Values without parts that could change, which are their own copies.
    private static func isAtomic(_ value: Value) -> Bool {
        guard let object = value.object else { return true }
        switch object {
        case is StringObject, is BigIntegerObject, is BytesObject, is ComplexObject, is RangeObject,
            is SliceObject, is TypeObject, is FunctionObject, is NativeFunction, is ModuleObject,
            is SingletonObject, is PropertyObject:
            return true
        default: return false
        }
    }

    private static func shallow(_ value: Value, _ python: Interpreter) throws -> Value {
        if isAtomic(value) { return value }
        if let method = python.type(of: value).lookUp("__copy__") {
            return try python.call(method, [value])
        }
        switch value.object {
        case let list as ListObject where list.kind == .list:
            return .list(list.items, in: python)
        case let tuple as TupleObject where tuple.kind == .tuple: return value
        case is DictionaryObject, is SetObject:
            if python.type(of: value).isBuiltin { return try python.callMethod(value, "copy") }
        default: break
        }
        if let recipe = try CopyRecipe(of: value, in: python) {
            return try recipe.make(in: python, memo: { _ in }) { $0 }
        }
        let made = try emptyCopy(value, python)
        try copyContents(value, made, python) { $0 }
        return made
    }

    private static func deep(
        _ value: Value, _ memo: DictionaryObject, _ python: Interpreter
    ) throws -> Value {
        if isAtomic(value) { return value }
        let key = Value.int(python.identity(value))
        if let known = try memo.get(key, in: python) { return known }
        if let method = python.type(of: value).lookUp("__deepcopy__") {
            let made = try python.call(method, [value, .object(memo)])
            try memo.set(key, made, in: python)
            return made
        }
        if let method = value.object as? BoundMethodObject {
            let receiver = try python.descending { try deep(method.receiver, memo, python) }
            return .object(BoundMethodObject(method.function, receiver: receiver, in: python))
        }
        if let tuple = value.object as? TupleObject, tuple.kind == .tuple {
            let items = try python.descending {
                try tuple.items.map { try deep($0, memo, python) }
            }
            if let known = try memo.get(key, in: python) { return known }
            return zip(items, tuple.items).allSatisfy { $0.isIdentical(to: $1) }
                ? value : .tuple(items, in: python)
        }
        if let recipe = try CopyRecipe(of: value, in: python) {
            return try python.descending {
                try recipe.make(in: python, memo: { try memo.set(key, $0, in: python) }) {
                    try deep($0, memo, python)
                }
            }
        }
        let made = try emptyCopy(value, python)
        try memo.set(key, made, in: python)
        try python.descending {
            try copyContents(value, made, python) { try deep($0, memo, python) }
        }
        return made
    }

    /// A new object of the class, without the contents that can change.
    private static func emptyCopy(_ value: Value, _ python: Interpreter) throws -> Value {
        let type = python.type(of: value)
        switch value.object {
        case let tuple as TupleObject:
            return .object(TupleObject(tuple.items, type: type, in: python))
        case let set as SetObject where type.isSubtype(of: python.types.frozenset):
            return try python.construct(type, Arguments([.list(set.items, in: python)]))
        case let boxed as BoxedObject: return .object(BoxedObject(boxed.base, type: type))
        case let exception as ExceptionObject:
            return .object(ExceptionObject(type: type, arguments: exception.arguments))
        case is ListObject, is DictionaryObject, is SetObject, is InstanceObject:
            guard let new = type.special(.new) else { break }
            return try python.apply(new, .new, .object(type), Arguments())
        default: break
        }
        throw python.typeError("cannot pickle '\(type.name)' object")
    }

    /// What the object's own methods say that its state is; nil where they say nothing.
    private static func ownState(_ value: Value, _ python: Interpreter) throws -> Value? {
        let type = python.type(of: value)
        if type.lookUp("__getstate__") != nil {
            return try python.callMethod(value, "__getstate__")
        }
        guard type.lookUp("__setstate__") != nil else { return nil }
        return try python.lookUpAttribute(value, "__dict__")
    }

    private static func copyContents(
        _ value: Value, _ made: Value, _ python: Interpreter, _ part: (Value) throws -> Value
    ) throws {
        switch (value.object, made.object) {
        case (let source as ListObject, let target as ListObject):
            for item in source.items { target.append(try part(item)) }
        case (let source as DictionaryObject, let target as DictionaryObject):
            for (key, value) in source.items {
                try target.set(part(key), part(value), in: python)
            }
        case (let source as SetObject, let target as SetObject):
            for item in source.items { try target.insert(part(item), in: python) }
        case (let source as ByteArrayObject, let target as ByteArrayObject):
            target.bytes = source.bytes
        default: break
        }
        guard let source = value.object as? InstanceObject,
            let target = made.object as? InstanceObject
        else { return }
        if let state = try ownState(value, python) {
            return try CopyRecipe.restore(part(state), in: made, python)
        }
        for (name, value) in source.ownAttributes { target.setAttribute(name, try part(value)) }
    }
}
