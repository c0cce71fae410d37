// Objects count their holders, so circles never go by themselves: a class and its methods, a recursive inner
// function and its own variable, a module and the functions that see it. While a note runs they stay; when it
// is over, everything that can be part of a circle is emptied, and the counts do the rest.

extension Interpreter {
    /// Ends the interpreter and gives back what it holds. No value of it may be used afterwards.
    package func close() {
        displayed = nil
        output = OutputSink()
        errorTranslators = []
        machine.handling.release()
        machine.handling = .none
        var containers = Containers()
        for module in modules.loaded.values { containers.add(module) }
        containers.add(main)
        for type in keptTypes { containers.add(type) }
        containers.follow()
        containers.empty()
        builtins.removeAll()
        modules.close()
        forgetStates()
    }
}

/// Everything that can be reached from some objects and holds others.
private struct Containers {
    private var known: Set<ObjectIdentifier> = []
    /// Kept until all are empty, so that none goes while another is being emptied.
    private var found: [Object] = []
    private var namespaces: [ObjectIdentifier: Namespace] = [:]

    mutating func add(_ object: Object) {
        switch object {
        case is StringObject, is BigIntegerObject, is BytesObject, is RangeObject, is ComplexObject:
            return
        default:
            if known.insert(ObjectIdentifier(object)).inserted { found.append(object) }
        }
    }

    private mutating func add(_ values: some Sequence<Value>) {
        for case .object(let object) in values { add(object) }
    }

    private mutating func add(_ namespace: Namespace) {
        guard namespaces.updateValue(namespace, forKey: ObjectIdentifier(namespace)) == nil else {
            return
        }
        add(namespace.values)
    }

    /// Finds what the objects hold, what that holds, and so on.
    mutating func follow() {
        var next = 0
        while next < found.count {
            addHeld(by: found[next])
            next += 1
        }
    }

    private mutating func addHeld(by object: Object) {
        if let instance = object as? InstanceObject {
            if let dictionary = instance.dictionary {
                add(dictionary)
            } else {
                add(instance.ownAttributes.map(\.value))
            }
        }
        switch object {
        case let list as ListObject: add(list.items)
        case let tuple as TupleObject: add(tuple.items)
        case let dictionary as DictionaryObject:
            add(dictionary.items.flatMap { [$0.key, $0.value] })
        case let set as SetObject: add(set.items)
        case let cell as CellObject: add([cell.slot.isUndefined ? .none : cell.slot.value])
        case let method as BoundMethodObject: add([method.function, method.receiver])
        case let type as TypeObject: add(type.ownNames.compactMap { type.ownAttribute($0) })
        case let module as ModuleObject: add(module.namespace)
        case let function as FunctionObject:
            for cell in function.closure { add(cell) }
            add(function.defaults)
            add(function.keywordDefaults.values)
            add(function.code.namespace)
        case let generator as GeneratorObject: add(generator.function)
        case let exception as ExceptionObject:
            add([exception.cause, exception.context])
            add(exception.arguments)
        default: break
        }
    }

    func empty() {
        for namespace in namespaces.values { namespace.removeAll() }
        for object in found {
            if let instance = object as? InstanceObject { instance.removeFields() }
            switch object {
            case let list as ListObject: list.removeAll()
            case let dictionary as DictionaryObject: dictionary.removeAll()
            case let set as SetObject: set.removeAll()
            case let cell as CellObject: cell.clear()
            case let generator as GeneratorObject: generator.finish()
            case let module as ModuleObject: module.makeAttribute = nil
            case let type as TypeObject: type.close()
            case let function as FunctionObject:
                (function.defaults, function.keywordDefaults, function.annotations) = ([], [:], [])
            case let exception as ExceptionObject:
                (exception.cause, exception.context, exception.arguments) = (.none, .none, [])
            default: break
            }
        }
    }
}
