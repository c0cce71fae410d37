/// Calling from Swift code.
extension Interpreter {
    /// Calls anything callable.
    @discardableResult
    package func call(
        _ function: Value, _ arguments: [Value] = [], keywords: [(name: String, value: Value)] = []
    ) throws -> Value {
        try call(function, Arguments(arguments, keywords: keywords))
    }

    @discardableResult
    package func call(_ function: Value, _ arguments: Arguments) throws -> Value {
        guard let object = function.object else { throw notCallable(function) }
        switch object.kind {
        case .function:
            return try machine.call(unsafeDowncast(object, to: FunctionObject.self), arguments)
        case .nativeFunction:
            return try unsafeDowncast(object, to: NativeFunction.self).call(arguments, in: self)
        case .boundMethod:
            let method = unsafeDowncast(object, to: BoundMethodObject.self)
            return try call(method.function, arguments.prepending(method.receiver))
        case .type: return try construct(unsafeDowncast(object, to: TypeObject.self), arguments)
        default: break
        }
        if let wrapper = object as? WrapperDescriptor { return try call(wrapper, arguments) }
        if let method = object.type.special(.call) {
            return try apply(method, .call, function, arguments)
        }
        throw notCallable(function)
    }

    func notCallable(_ value: Value) -> PythonError {
        typeError("'\(typeName(value))' object is not callable")
    }

    /// `list.__len__(x)`: a special method as a function of its receiver.
    private func call(_ wrapper: WrapperDescriptor, _ arguments: Arguments) throws -> Value {
        guard let receiver = arguments.positional.first else {
            let name = wrapper.special.name
            if wrapper.special == .new {
                throw typeError("\(wrapper.owner.name).__new__(): not enough arguments")
            }
            throw typeError(
                wrapper.isOrdinaryMethod
                    ? "unbound method \(wrapper.owner.name).\(name)() needs an argument"
                    : "descriptor '\(name)' of '\(wrapper.owner.name)' object needs an argument")
        }
        let special = wrapper.special
        if special == .new { try checkNew(wrapper, of: receiver) }
        guard special == .new || type(of: receiver).isSubtype(of: wrapper.owner) else {
            throw typeError(
                "descriptor '\(special.name)' requires a '\(wrapper.owner.name)' object but received a '\(typeName(receiver))'"
            )
        }
        let rest = Arguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
        try checkMethod(rest.positional.count, wrapper)
        try checkUnpacked(rest.positional.count, wrapper)
        let result = try apply(wrapper.method, special, receiver, rest)
        if result.isIdentical(to: notImplemented), let other = rest.positional.first,
            let failure = sequenceMethodError(special, receiver, other)
        {
            throw failure
        }
        return result
    }

    /// Methods of sequences mistake an operand at once; only the operators ask the other side first.
    private func sequenceMethodError(
        _ special: Special, _ receiver: Value, _ other: Value
    ) -> PythonError? {
        switch special {
        case .add: return sequenceOperatorError("+", receiver, other)
        case .mul, .rmul, .imul:
            guard sequenceOperatorError("*", receiver, .none) != nil else { return nil }
            return typeError("'\(typeName(other))' object cannot be interpreted as an integer")
        default: return nil
        }
    }

    /// Special methods that CPython has as ordinary methods, which count their arguments in other words.
    private func checkMethod(_ given: Int, _ wrapper: WrapperDescriptor) throws {
        let name = "\(wrapper.owner.name).\(wrapper.special.name)()"
        switch wrapper.special {
        case .ceil, .floor, .trunc:
            guard given > 0 else { return }
            throw typeError("\(name) takes no arguments (\(given) given)")
        case .round:
            guard given > 1 else { return }
            throw typeError("__round__ expected at most 1 argument, got \(given)")
        case .format: break
        case .contains:
            guard [types.dict, types.set, types.frozenset].contains(wrapper.owner) else { return }
        case .getitem:
            guard wrapper.owner === types.dict || wrapper.owner === types.list else { return }
        default: return
        }
        guard given == 1 else {
            throw typeError("\(name) takes exactly one argument (\(given) given)")
        }
    }

    /// Some methods count their arguments in other words, which begin with the name that they do not have.
    private func checkUnpacked(_ given: Int, _ wrapper: WrapperDescriptor) throws {
        let bounds: ClosedRange<Int>
        switch wrapper.special {
        case .mul, .rmul, .imul:
            guard sequenceBase(wrapper.owner) != nil else { return }
            bounds = 1...1
        case .pow, .rpow, .get: bounds = 1...2
        case .setitem, .set: bounds = 2...2
        default: return
        }
        guard !bounds.contains(given) else { return }
        let number = given < bounds.lowerBound ? bounds.lowerBound : bounds.upperBound
        let bound =
            bounds.count == 1 ? "" : given < bounds.lowerBound ? "at least " : "at most "
        throw typeError(
            " expected \(bound)\(number) argument\(number == 1 ? "" : "s"), got \(given)")
    }

    /// `type(arguments)`: `__new__`, then `__init__` if it made an instance of the type.
    package func construct(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        if let custom = type.type.special(.call), type.type !== types.type {
            return try apply(custom, .call, .object(type), arguments)
        }
        return try callType(type, arguments)
    }

    /// `type.__call__`.
    package func makeInstance(_ type: TypeObject, _ arguments: Arguments) throws -> Value {
        guard let new = type.special(.new) else {
            throw typeError("cannot create '\(type.name)' instances")
        }
        let instance = try apply(new, .new, .object(type), arguments)
        if type.makesCompleteInstances { return instance }
        guard let made = instance.object, made.type.isSubtype(of: type),
            let initialize = made.type.special(.`init`)
        else { return instance }
        let result = try apply(initialize, .`init`, instance, arguments)
        guard result.isNone else {
            throw typeError("__init__() should return None, not '\(typeName(result))'")
        }
        return instance
    }

    // MARK: Special methods

    /// Calls a special method of a type on a receiver; the table entry was found before.
    package func apply(
        _ method: SpecialMethod, _ special: Special, _ receiver: Value, _ arguments: Arguments
    ) throws -> Value {
        let values = arguments.positional
        switch method {
        case .variadic(let body): return try body(self, receiver, arguments)
        case .attribute(let attribute):
            if special.isClassLevel {
                return try callClassLevel(attribute, receiver, arguments)
            }
            return try callAttribute(attribute, receiver, arguments)
        case .unary(let body):
            try check(values.count, 0, special)
            return try body(self, receiver)
        case .binary(let body):
            if special == .get || special == .pow || special == .rpow || special == .round
                || special == .format,
                values.isEmpty
            {
                return try body(self, receiver, .none)
            }
            try check(values.count, 1, special)
            return try body(self, receiver, values[0])
        case .ternary(let body):
            if values.count == 1 { return try body(self, receiver, values[0], .none) }
            try check(values.count, 2, special)
            return try body(self, receiver, values[0], values[1])
        }
    }

    private func check(_ given: Int, _ expected: Int, _ special: Special) throws {
        guard given != expected else { return }
        throw typeError("expected \(expected) argument\(expected == 1 ? "" : "s"), got \(given)")
    }

    /// `__new__`, `__init_subclass__` and `__class_getitem__` are implicitly static or class methods.
    private func callClassLevel(
        _ attribute: Value, _ receiver: Value, _ arguments: Arguments
    ) throws -> Value {
        let function = (attribute.object as? MethodWrapper)?.function ?? attribute
        return try call(function, arguments.prepending(receiver))
    }

    private func callAttribute(
        _ attribute: Value, _ receiver: Value, _ arguments: Arguments
    ) throws -> Value {
        if attribute.object is FunctionObject {
            return try call(attribute, arguments.prepending(receiver))
        }
        if attribute.isNone { throw typeError("'NoneType' object is not callable") }
        return try call(try bind(attribute, to: receiver, type(of: receiver)), arguments)
    }

    package func apply(_ method: SpecialMethod, _ special: Special, _ receiver: Value) throws
        -> Value
    {
        switch method {
        case .unary(let body): return try body(self, receiver)
        case .attribute(let attribute):
            if let function = plainFunction(attribute, 1, special) {
                return try machine.run(function, count: 1) {
                    $0[0] = Slot(counting: receiver)
                }
            }
        default: break
        }
        return try apply(method, special, receiver, Arguments())
    }

    package func apply(
        _ method: SpecialMethod, _ special: Special, _ receiver: Value, _ a: Value
    ) throws -> Value {
        switch method {
        case .binary(let body): return try body(self, receiver, a)
        case .attribute(let attribute):
            if let function = plainFunction(attribute, 2, special) {
                return try machine.run(function, count: 2) {
                    $0[0] = Slot(counting: receiver)
                    $0[1] = Slot(counting: a)
                }
            }
        default: break
        }
        return try apply(method, special, receiver, Arguments([a]))
    }

    package func apply(
        _ method: SpecialMethod, _ special: Special, _ receiver: Value, _ a: Value, _ b: Value
    ) throws -> Value {
        switch method {
        case .ternary(let body): return try body(self, receiver, a, b)
        case .attribute(let attribute):
            if let function = plainFunction(attribute, 3, special) {
                return try machine.run(function, count: 3) {
                    $0[0] = Slot(counting: receiver)
                    $0[1] = Slot(counting: a)
                    $0[2] = Slot(counting: b)
                }
            }
        default: break
        }
        return try apply(method, special, receiver, Arguments([a, b]))
    }

    /// The method as a Python function that takes exactly so many arguments, the receiver first.
    private func plainFunction(_ attribute: Value, _ count: Int, _ special: Special)
        -> FunctionObject?
    {
        guard let object = attribute.object, object.kind == .function, !special.isClassLevel else {
            return nil
        }
        let function = unsafeDowncast(object, to: FunctionObject.self)
        return function.plainCount == count ? function : nil
    }

    /// Calls a function with one argument, as `map` and `sorted` do for each item.
    func call(_ function: Value, with argument: Value) throws -> Value {
        guard let object = function.object else { throw notCallable(function) }
        if object.kind == .function {
            let function = unsafeDowncast(object, to: FunctionObject.self)
            if function.plainCount == 1 {
                return try machine.run(function, count: 1) { $0[0] = Slot(counting: argument) }
            }
        } else if object.kind == .nativeFunction {
            let function = unsafeDowncast(object, to: NativeFunction.self)
            guard case .one(let body) = function.body else {
                return try function.call(Arguments([argument]), in: self)
            }
            do {
                return try body(self, argument)
            } catch let failure as PythonError {
                throw function.wrongReceiver(argument, in: self) ?? failure
            }
        }
        return try call(function, [argument])
    }

    /// Calls a special method if the value's type has it.
    package func applySpecial(_ special: Special, _ receiver: Value, _ arguments: Value...) throws
        -> Value?
    {
        guard let method = type(of: receiver).special(special) else { return nil }
        return try apply(method, special, receiver, Arguments(arguments))
    }

    /// Calls a method by name.
    @discardableResult
    package func callMethod(_ receiver: Value, _ name: String, _ arguments: [Value] = []) throws
        -> Value
    {
        try call(getAttribute(receiver, name), arguments)
    }

    /// What messages about a call's stars begin with: `module.function() `.
    func callText(_ function: Value) -> String {
        guard isCallable(function) else { return "" }
        guard let name = (try? lookUpAttribute(function, "__qualname__"))?.text else {
            return ((try? str(function)) ?? "") + " "
        }
        let module = (try? lookUpAttribute(function, "__module__"))?.text
        guard let module, module != "builtins" else { return "\(name)() " }
        return "\(module).\(name)() "
    }

    /// Whether `callable(value)`.
    package func isCallable(_ value: Value) -> Bool {
        guard let object = value.object else { return false }
        switch object.kind {
        case .function, .nativeFunction, .boundMethod, .type: return true
        default: return object is WrapperDescriptor || object.type.special(.call) != nil
        }
    }
}
