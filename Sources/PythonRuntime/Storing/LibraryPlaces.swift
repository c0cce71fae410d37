/// The objects that every interpreter has once it has imported the same modules, in the same order: what the
/// library is made of. They are stored as their place in that order.
///
/// The order is that of a walk through a fresh interpreter. A note's own interpreter is walked beside it, and an
/// object of its counts as the library's where the fresh one has the like at the same place.
struct LibraryPlaces {
    private(set) var objects: [Object?] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    func number(of object: Object) -> Int? { numbers[ObjectIdentifier(object)] }

    func object(_ number: Int) -> Object? {
        objects.indices.contains(number) ? objects[number] : nil
    }

    /// The places in a fresh interpreter.
    init(_ fresh: Interpreter, roots: [Object]) {
        var walk = LibraryWalk()
        walk.walk(fresh, beside: nil, roots: zip(roots, roots.map { _ in nil }).map { $0 })
        self.init(walk.objects)
    }

    /// The places in a note's interpreter, by those of a fresh one.
    init(
        _ used: Interpreter, beside fresh: Interpreter, roots: [(fresh: Object, used: Object?)]
    ) {
        var walk = LibraryWalk()
        walk.walk(fresh, beside: used, roots: roots)
        self.init(walk.partners)
    }

    /// Only the places that another interpreter has too.
    func common(with other: LibraryPlaces) -> LibraryPlaces {
        LibraryPlaces(zip(objects, other.objects).map { $1 == nil ? nil : $0 })
    }

    private init(_ objects: [Object?]) {
        self.objects = objects
        for (number, object) in objects.enumerated() {
            guard let object, numbers[ObjectIdentifier(object)] == nil else { continue }
            numbers[ObjectIdentifier(object)] = number
        }
    }
}

/// A walk through what a fresh interpreter's library holds, and through a used one's beside it.
private struct LibraryWalk {
    private(set) var objects: [Object] = []
    /// The used interpreter's object at each place; nil where it has another thing there.
    private(set) var partners: [Object?] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    mutating func walk(
        _ fresh: Interpreter, beside used: Interpreter?, roots: [(fresh: Object, used: Object?)]
    ) {
        for code in 0..<128 {
            let character = Unicode.Scalar(UInt8(code))
            if let object = fresh.characters.text(character, in: fresh).object {
                add(object, used?.characters.text(character, in: fresh).object)
            }
        }
        for (object, partner) in roots { visit(object, partner) }
        visit(fresh.main, used?.main)
        visit(fresh.notImplemented, used?.notImplemented)
        visit(fresh.ellipsis, used?.ellipsis)
        visit(fresh.missing, used?.missing)
        visit(fresh.builtins, used?.builtins)
        for name in fresh.modules.loaded.keys.sorted() {
            guard let module = fresh.modules.loaded[name] else { continue }
            visit(module, used?.modules.loaded[name])
        }
        let known = used.map { Dictionary($0.keptTypes.map { ($0.storedName, $0) }) { $1 } }
        for type in fresh.keptTypes { visit(type, known?[type.storedName]) }
    }

    private mutating func visit(_ namespace: Namespace, _ partner: Namespace?) {
        for name in namespace.names.sorted() {
            guard let value = namespace[name] else { continue }
            visit(value, partner?[name])
        }
    }

    private mutating func visit(_ value: Value, _ partner: Value?) {
        guard let object = value.object else { return }
        visit(object, partner?.object)
    }

    private mutating func visit(_ object: Object, _ partner: Object?) {
        let partner = partner.flatMap { object.isLike($0) ? $0 : nil }
        if let known = numbers[ObjectIdentifier(object)] {
            partners[known] = partners[known] ?? partner
            return
        }
        guard !object.isPlainData else { return }
        let number = objects.count
        add(object, partner)
        visitContents(of: object, partner)
        if let tuple = object as? TupleObject, let other = partner as? TupleObject,
            !isSame(tuple, other)
        {
            partners[number] = nil
        }
    }

    private mutating func add(_ object: Object, _ partner: Object?) {
        numbers[ObjectIdentifier(object)] = objects.count
        objects.append(object)
        partners.append(partner)
    }

    /// Whether a tuple holds what stands in the same places as in another.
    private func isSame(_ tuple: TupleObject, _ other: TupleObject) -> Bool {
        tuple.count == other.count
            && zip(tuple.items, other.items).allSatisfy { mine, its in
                guard let object = mine.object else { return mine.isIdentical(to: its) }
                guard let number = numbers[ObjectIdentifier(object)] else { return false }
                return partners[number] === its.object
            }
    }

    private mutating func visitContents(of object: Object, _ partner: Object?) {
        switch object {
        case let module as ModuleObject:
            visit(module.namespace, (partner as? ModuleObject)?.namespace)
        case let type as TypeObject: visitAttributes(of: type, partner as? TypeObject)
        case let function as FunctionObject:
            visitParts(of: function, partner as? FunctionObject)
        case let cell as CellObject:
            if !cell.slot.isUndefined {
                visit(cell.slot.value, (partner as? CellObject).map { $0.slot.value })
            }
        case let list as ListObject: visit(list.items, (partner as? ListObject)?.items)
        case let tuple as TupleObject: visit(tuple.items, (partner as? TupleObject)?.items)
        case let dictionary as DictionaryObject:
            for (key, value) in dictionary.items {
                visit(key, nil)
                visit(value, key.text.flatMap { (partner as? DictionaryObject)?[$0] })
            }
        case let set as SetObject: visit(set.items, nil)
        case let method as BoundMethodObject:
            visit(method.function, (partner as? BoundMethodObject)?.function)
            visit(method.receiver, (partner as? BoundMethodObject)?.receiver)
        case let wrapper as MethodWrapper:
            visit(wrapper.function, (partner as? MethodWrapper)?.function)
        case let property as PropertyObject:
            let other = partner as? PropertyObject
            visit(property.getter, other?.getter)
            visit(property.setter, other?.setter)
            visit(property.deleter, other?.deleter)
        default: break
        }
        guard let instance = object as? InstanceObject, !(object is TypeObject) else { return }
        let other = partner as? InstanceObject
        for (name, value) in instance.ownAttributes.sorted(by: { $0.name < $1.name }) {
            visit(value, other?.attribute(name))
        }
    }

    private mutating func visit(_ values: [Value], _ partners: [Value]?) {
        for (index, value) in values.enumerated() {
            visit(value, partners.flatMap { index < $0.count ? $0[index] : nil })
        }
    }

    private mutating func visitAttributes(of type: TypeObject, _ partner: TypeObject?) {
        visit(type.type, partner?.type)
        for name in type.ownNames.sorted() {
            guard let value = type.ownAttribute(name) else { continue }
            visit(value, partner?.ownAttribute(name))
        }
    }

    private mutating func visitParts(of function: FunctionObject, _ partner: FunctionObject?) {
        for (index, cell) in function.closure.enumerated() {
            visit(cell, partner.flatMap { index < $0.closure.count ? $0.closure[index] : nil })
        }
        visit(function.defaults, partner?.defaults)
        for name in function.keywordDefaults.keys.sorted() {
            visit(function.keywordDefaults[name] ?? .none, partner?.keywordDefaults[name])
        }
    }
}

extension Object {
    /// Whether the object is nothing but what it reads: text, bytes, numbers.
    fileprivate var isPlainData: Bool {
        self is StringObject || self is BytesObject || self is BigIntegerObject
            || self is RangeObject || self is ComplexObject
    }

    /// Whether an object of another interpreter is this one there, as far as it shows.
    fileprivate func isLike(_ other: Object) -> Bool {
        guard Swift.type(of: self) == Swift.type(of: other) else { return false }
        switch (self, other) {
        case (let a as ModuleObject, let b as ModuleObject): return a.name == b.name
        case (let a as TypeObject, let b as TypeObject): return a.storedName == b.storedName
        case (let a as NativeFunction, let b as NativeFunction):
            return a.literal == b.literal && a.qualifiedName == b.qualifiedName
        case (let a as FunctionObject, let b as FunctionObject):
            return a.code.source.name == b.code.source.name && a.code.number == b.code.number
                && a.code.unit.source.utf8 == b.code.unit.source.utf8
        case (let a as NativeProperty, let b as NativeProperty): return a.name == b.name
        case (let a as SingletonObject, let b as SingletonObject): return a.name == b.name
        default: return type.storedName == other.type.storedName
        }
    }
}

extension TypeObject {
    /// What a class is found by in another interpreter.
    var storedName: String { "\(moduleName).\(qualifiedName) \(isBuiltin)" }
}
