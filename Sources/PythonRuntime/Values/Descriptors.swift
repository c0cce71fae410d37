/// `property`.
package final class PropertyObject: InstanceObject {
    package var getter: Value
    package var setter: Value
    package var deleter: Value
    package var documentation: Value
    /// The name that the class gave it, for messages.
    var name: String?

    package init(
        getter: Value, setter: Value = .none, deleter: Value = .none, documentation: Value = .none,
        type: TypeObject? = nil, in python: Interpreter
    ) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
        self.documentation = documentation
        super.init(type: type ?? python.types.property)
    }
}

/// A property that Swift code computes.
package final class NativeProperty: Object {
    let name: String
    /// The class that has it, which lives as long as the interpreter. A weak reference would make the counting of
    /// references to every built-in class slow.
    unowned(unsafe) let owner: TypeObject
    let get: (Interpreter, Value) throws -> Value
    let set: ((Interpreter, Value, Value) throws -> Void)?

    init(
        _ name: String, of owner: TypeObject, get: @escaping (Interpreter, Value) throws -> Value,
        set: ((Interpreter, Value, Value) throws -> Void)?, in python: Interpreter
    ) {
        self.name = name
        self.owner = owner
        self.get = get
        self.set = set
        super.init(type: python.types.attributeDescriptor)
    }
}

/// `staticmethod` and `classmethod`.
package final class MethodWrapper: InstanceObject {
    package let function: Value
    package let isStatic: Bool

    package init(
        _ function: Value, isStatic: Bool, type: TypeObject? = nil, in python: Interpreter
    ) {
        self.function = function
        self.isStatic = isStatic
        super.init(type: type ?? (isStatic ? python.types.staticmethod : python.types.classmethod))
    }
}

/// `super()`: attributes of the ancestors after a class, bound to an instance or a class.
package final class SuperObject: Object {
    package let start: TypeObject
    package let receiver: Value
    /// The class whose order of ancestors is followed.
    package let receiverType: TypeObject

    package init(
        start: TypeObject, receiver: Value, receiverType: TypeObject, in python: Interpreter
    ) {
        self.start = start
        self.receiver = receiver
        self.receiverType = receiverType
        super.init(type: python.types.superType)
    }
}

/// A special method of a built-in type as an attribute: `list.__len__`.
package final class WrapperDescriptor: Object {
    let special: Special
    let method: SpecialMethod
    /// Whether CPython has it as a method like any other, which words mistakes in other ways.
    var isOrdinaryMethod: Bool { [.ceil, .floor, .trunc, .round, .format].contains(special) }
    unowned(unsafe) let owner: TypeObject

    init(_ special: Special, _ method: SpecialMethod, owner: TypeObject, in python: Interpreter) {
        self.special = special
        self.method = method
        self.owner = owner
        super.init(type: python.types.wrapperDescriptor)
    }
}
