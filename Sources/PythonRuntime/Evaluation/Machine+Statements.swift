import PythonSyntax

// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// Names, building, iteration, functions, classes and contexts.
extension Machine {
    // MARK: Names

    func unboundGlobal(_ code: Unmanaged<CodeObject>, _ index: Int) -> PythonError {
        let code = code.takeUnretainedValue()
        return python.nameError(
            code.globals[index].name, known: code.namespace.names + code.localNames.values.sorted())
    }

    func unboundLocal(_ code: Unmanaged<CodeObject>, _ register: Int) -> PythonError {
        let name = code.takeUnretainedValue().localNames[register] ?? "?"
        return python.error(
            "UnboundLocalError",
            "cannot access local variable '\(name)' where it is not associated with a value")
    }

    func unboundCell(_ code: Unmanaged<CodeObject>, _ name: Int, _ cell: Slot) -> PythonError {
        let code = code.takeUnretainedValue()
        let name = code.names[name]
        if code.freeNames.contains(name) {
            return python.error(
                "NameError",
                "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
            )
        }
        return python.error(
            "UnboundLocalError",
            "cannot access local variable '\(name)' where it is not associated with a value")
    }

    func deleteGlobal(_ code: Unmanaged<CodeObject>, _ index: Int) throws {
        let global = code.takeUnretainedValue().globals[index]
        if global.cell.slot.isUndefined { throw unboundGlobal(code, index) }
        global.cell.set(.undefined)
    }

    func deleteCell(_ code: Unmanaged<CodeObject>, _ cell: Slot, _ name: Int) throws {
        let object = cell.object(as: CellObject.self)
        if object.slot.isUndefined { throw unboundCell(code, name, cell) }
        let old = object.slot
        object.slot = .undefined
        old.release()
    }

    /// A name of a class body: its namespace, then the module, then the built-ins.
    func loadName(_ code: Unmanaged<CodeObject>, _ namespace: Slot, _ index: Int) throws -> Slot {
        let global = code.takeUnretainedValue().globals[index]
        if let own = try classVariable(namespace, global.name) { return own }
        for cell in [global.cell, global.builtin] where !cell.slot.isUndefined {
            cell.slot.retain()
            return cell.slot
        }
        throw unboundGlobal(code, index)
    }

    func loadNameOrCell(
        _ code: Unmanaged<CodeObject>, _ namespace: Slot, _ cell: Slot, _ name: Int
    ) throws -> Slot {
        if let own = try classVariable(namespace, code.takeUnretainedValue().names[name]) {
            return own
        }
        let slot = cell.object(as: CellObject.self).slot
        if slot.isUndefined { throw unboundCell(code, name, cell) }
        slot.retain()
        return slot
    }

    private func classVariable(_ namespace: Slot, _ name: String) throws -> Slot? {
        if namespace.isKind(.dictionary) {
            return namespace.object(as: DictionaryObject.self)[name].map(Slot.init(counting:))
        }
        let key = Value.string(name, in: python)
        guard try python.contains(namespace.value, key) else { return nil }
        return Slot(taking: try python.getItem(namespace.value, key))
    }

    func storeName(
        _ code: Unmanaged<CodeObject>, _ namespace: Slot, _ value: Slot, _ name: Int
    ) throws {
        let name = code.takeUnretainedValue().names[name]
        if namespace.isKind(.dictionary) {
            namespace.object(as: DictionaryObject.self)[name] = value.value
        } else {
            try python.setItem(namespace.value, .string(name, in: python), value.value)
        }
    }

    func deleteName(_ code: Unmanaged<CodeObject>, _ namespace: Slot, _ name: Int) throws {
        let name = code.takeUnretainedValue().names[name]
        guard let dictionary = namespace.value.object as? DictionaryObject,
            dictionary.remove(name) != nil
        else { throw python.nameError(name, known: []) }
    }

    func annotate(_ code: Unmanaged<CodeObject>, _ frame: Frame, _ value: Slot, _ name: Int) throws
    {
        let code = code.takeUnretainedValue()
        let key = "__annotations__"
        let owner: DictionaryObject
        if frame.function == nil || code.parameterCount == 0 {
            owner = code.namespace[key]?.object as? DictionaryObject ?? DictionaryObject(in: python)
            code.namespace[key] = .object(owner)
        } else {
            let namespace = frame.base[0].value.object as? DictionaryObject
            owner = namespace?[key]?.object as? DictionaryObject ?? DictionaryObject(in: python)
            namespace?[key] = .object(owner)
        }
        owner[code.names[name]] = value.value
    }

    // MARK: Building

    /// Registers whose counts went elsewhere.
    static func empty(_ first: UnsafeMutablePointer<Slot>, _ count: Int) {
        for index in 0..<count { first[index] = .undefined }
    }

    func buildSet(_ first: UnsafeMutablePointer<Slot>, _ count: Int) throws -> Slot {
        let set = SetObject(in: python)
        for index in 0..<count {
            try set.insert(first[index], hash: hash(first[index]), in: python)
        }
        return Slot(counting: set)
    }

    /// Appends what a star unpacks; `callee` is what the list becomes the arguments of.
    func listExtend(_ list: Slot, _ items: Slot, callee: Slot?) throws {
        let object = list.object(as: ListObject.self)
        do {
            object.append(contentsOf: try python.list(items.value))
        } catch let failure as PythonError where isNotIterable(items, failure) {
            let place = callee.map { python.callText($0.value) + "argument" } ?? "Value"
            throw python.typeError(
                "\(place) after * must be an iterable, not \(python.typeName(items.value))")
        }
    }

    private func isNotIterable(_ items: Slot, _ failure: PythonError) -> Bool {
        let type = python.type(of: items.value)
        return type.special(.iter) == nil && type.special(.getitem) == nil
            && !(items.value.object is IteratorObject)
            && failure.exception.trace.isEmpty
    }

    func setUpdate(_ set: Slot, _ items: Slot) throws {
        let object = set.object(as: SetObject.self)
        try object.insert(contentsOf: items.value, in: python)
    }

    func dictionaryUpdate(_ dictionary: Slot, _ mapping: Slot) throws {
        let object = dictionary.object(as: DictionaryObject.self)
        guard python.isMapping(mapping.value) else {
            throw python.typeError("'\(python.typeName(mapping.value))' object is not a mapping")
        }
        try python.forEachEntry(mapping.value) { try object.set($0, $1, in: python) }
    }

    /// Adds one keyword, or all of a mapping (without a value), to the keywords of a call.
    func dictionaryMerge(_ dictionary: Slot, _ key: Slot, _ value: Slot?, callee: Slot) throws {
        let object = dictionary.object(as: DictionaryObject.self)
        func add(_ key: Value, _ value: Value) throws {
            guard let name = key.text else { throw python.typeError("keywords must be strings") }
            guard object[name] == nil else {
                throw python.typeError(
                    python.callText(callee.value)
                        + "got multiple values for keyword argument '\(name)'")
            }
            object[name] = value
        }
        if let value { return try add(key.value, value.value) }
        guard python.isMapping(key.value) else {
            throw python.typeError(
                python.callText(callee.value)
                    + "argument after ** must be a mapping, not \(python.typeName(key.value))")
        }
        try python.forEachEntry(key.value, add)
    }

    /// One value of an f-string: conversion in the low two bits, a specification behind it with bit 2.
    @inline(never)
    func formatSlot(_ first: UnsafeMutablePointer<Slot>, flags: Int) throws -> Slot {
        if flags == 0 {
            if first[0].isKind(.string) { return first[0].retained }
            if first[0].isInt {
                return withPython { Slot(owning: StringObject.make(decimal: first[0].int, in: $0)) }
            }
        } else if flags == 4, let text = plainFormatted(first[0], first[1]) {
            return text
        }
        var value = first[0].value
        switch flags & 3 {
        case 1: value = .string(try python.str(value), in: python)
        case 2: value = .string(try python.repr(value), in: python)
        case 3: value = .string(python.ascii(try python.repr(value)), in: python)
        default: break
        }
        let specification = flags & 4 != 0 ? first[1].value.text ?? "" : ""
        return Slot(owning: StringObject.make(try python.format(value, specification), in: python))
    }

    /// A number or a text in one of the usual ways; nil where the general one must be taken.
    private func plainFormatted(_ value: Slot, _ specification: Slot) -> Slot? {
        guard !value.isObject || value.isKind(.string), specification.isKind(.string),
            let format = specification.with(
                StringObject.self, { $0.withUTF8 { PlainFormat($0) } })
        else { return nil }
        return withPython { format.text(value, in: $0).map { Slot(owning: $0) } }
    }

    @inline(never)
    func buildString(_ first: UnsafeMutablePointer<Slot>, _ count: Int) -> Slot {
        withPython { Slot(owning: StringObject.make(joining: first, count: count, in: $0)) }
    }

    // MARK: Iteration

    func getIterator(_ iterable: Slot, _ construct: Construct) throws -> Slot {
        if iterable.isKind(.list) {
            return withPython {
                Slot(owning: ListIterator(iterable.object(as: ListObject.self), in: $0))
            }
        }
        if iterable.isKind(.range) {
            return withPython { python in
                iterable.with(RangeObject.self) {
                    Slot(owning: RangeIterator($0, in: python))
                }
            }
        }
        return Slot(taking: try asking(construct) { try python.iterator(iterable.value) })
    }

    @inline(__always)
    static func next(_ iterator: ListIterator) -> Slot {
        guard let list = iterator.list, iterator.index < list.count else {
            iterator.list = nil
            return .undefined
        }
        let value = list.slots[iterator.index]
        iterator.index &+= 1
        value.retain()
        return value
    }

    /// The next value of any iterator, counted; undefined at its end. `target` is the register that takes it.
    @inline(never)
    func next(_ iterator: Slot, into target: UnsafeMutablePointer<Slot>) throws -> Slot {
        if iterator.isKind(.iterator) {
            return try Unmanaged<IteratorObject>.fromOpaque(iterator.pointer)
                ._withUnsafeGuaranteedRef { try $0.nextSlot(self, into: target) }
        }
        if iterator.isKind(.generator) {
            return try iterator.with(GeneratorObject.self) { generator in
                try resumeSlot(generator) { $0.set(.none) }
            }
        }
        if iterator.isKind(.stringIterator) {
            return iterator.with(StringIterator.self) { $0.next(self) }
        }
        if iterator.isKind(.rangeIterator) {
            return iterator.with(RangeIterator.self) { Machine.next($0) }
        }
        if iterator.isKind(.listIterator) {
            return Unmanaged<ListIterator>.fromOpaque(iterator.pointer)
                ._withUnsafeGuaranteedRef { Machine.next($0) }
        }
        if iterator.isKind(.tupleIterator) {
            return Unmanaged<TupleIterator>.fromOpaque(iterator.pointer)
                ._withUnsafeGuaranteedRef { iterator in
                    guard iterator.index < iterator.tuple.count else { return .undefined }
                    let value = iterator.tuple.slots[iterator.index]
                    iterator.index &+= 1
                    value.retain()
                    return value
                }
        }
        guard let value = try python.next(iterator.value) else { return .undefined }
        return Slot(taking: value)
    }

    @inline(__always)
    static func next(_ range: RangeIterator) -> Slot {
        guard range.left > 0 else { return .undefined }
        range.left &-= 1
        let current = range.current
        range.current = current &+ range.step
        return .int(current)
    }

    @inline(never)
    func unpack(_ first: UnsafeMutablePointer<Slot>, _ source: Slot, _ count: Int) throws {
        if source.isKind(.tuple), unpackTuple(first, source, count) { return }
        let items = try unpacked(source, limit: count)
        if items.count < count {
            throw python.valueError(
                "not enough values to unpack (expected \(count), got \(items.count))")
        }
        for index in 0..<count { (first + index).set(Slot(counting: items[index])) }
    }

    /// False where the tuple has another length.
    @inline(__always)
    private func unpackTuple(_ first: UnsafeMutablePointer<Slot>, _ source: Slot, _ count: Int)
        -> Bool
    {
        let tuple = Unmanaged<TupleObject>.fromOpaque(source.pointer)
        let (length, slots) = tuple._withUnsafeGuaranteedRef { ($0.count, $0.slots) }
        guard length == count else { return false }
        // The tuple may stand in one of the targets.
        source.retain()
        for index in 0..<count {
            let slot = slots[index]
            slot.retain()
            (first + index).set(slot)
        }
        source.release()
        return true
    }

    private func unpacked(_ source: Slot, limit: Int) throws -> [Value] {
        var items: [Value] = []
        let iterator = try iteratorForUnpacking(source)
        while let item = try python.next(iterator) {
            guard items.count < limit else {
                throw python.valueError("too many values to unpack (expected \(limit))")
            }
            items.append(item)
        }
        return items
    }

    private func iteratorForUnpacking(_ source: Slot) throws -> Value {
        let type = python.type(of: source.value)
        if type.special(.iter) == nil, type.special(.getitem) == nil,
            !(source.value.object is IteratorObject),
            !(source.value.object is GeneratorObject)
        {
            throw python.typeError("cannot unpack non-iterable \(type.name) object")
        }
        return try asking(.unpacking) { try python.iterator(source.value) }
    }

    func unpackStarred(
        _ first: UnsafeMutablePointer<Slot>, _ source: Slot, before: Int, after: Int
    ) throws {
        let items = try python.list(iteratorForUnpacking(source))
        guard items.count >= before + after else {
            throw python.valueError(
                "not enough values to unpack (expected at least \(before + after), got \(items.count))"
            )
        }
        let middle = Array(items[before..<(items.count - after)])
        for index in 0..<before { (first + index).set(Slot(counting: items[index])) }
        (first + before).set(Slot(owning: ListObject(middle, in: python)))
        for index in 0..<after {
            (first + before + 1 + index).set(Slot(counting: items[items.count - after + index]))
        }
    }

    /// One step of `yield from`: the value to yield on, or nil at the end, with the result in `received`.
    func delegate(_ received: UnsafeMutablePointer<Slot>, _ iterator: Slot) throws -> Slot? {
        let sent = received.pointee.value
        received.set(.none)
        if let generator = iterator.value.object as? GeneratorObject {
            if let value = try resume(generator, sending: sent) { return Slot(counting: value) }
            received.set(Slot(counting: returned))
            return nil
        }
        if !sent.isNone {
            let send = try python.getAttribute(iterator.value, "send")
            return Slot(taking: try python.call(send, [sent]))
        }
        do {
            if let method = python.type(of: iterator.value).special(.next) {
                return Slot(taking: try python.apply(method, .next, iterator.value))
            }
        } catch let failure as PythonError
            where failure.exception.type.isSubtype(of: python.types.exception("StopIteration"))
        {
            received.set(Slot(counting: failure.exception.arguments.first ?? .none))
            return nil
        }
        return try python.next(iterator.value).map(Slot.init(counting:))
    }

    // MARK: Functions and classes

    /// R[first …]: defaults, keyword defaults, annotations, closure.
    func makeFunction(
        _ code: Unmanaged<CodeObject>, _ first: UnsafeMutablePointer<Slot>, _ index: Int
    ) -> Slot {
        let body = code._withUnsafeGuaranteedRef { $0.codes[index] }
        let defaults = (first[0].value.object as? TupleObject)?.items ?? []
        let named = { (slot: Slot) in
            ((slot.value.object as? DictionaryObject)?.items ?? []).map {
                ($0.key.text ?? "", $0.value)
            }
        }
        let closure = ((first[3].value.object as? TupleObject)?.items ?? [])
            .compactMap { $0.object as? CellObject }
        return Slot(
            counting: FunctionObject(
                code: body, closure: closure, defaults: defaults,
                keywordDefaults: Dictionary(named(first[1])) { $1 }, annotations: named(first[2]),
                in: python))
    }

    /// R[first …]: the body's function, the name, the bases and keywords.
    func makeClass(_ first: UnsafeMutablePointer<Slot>) throws -> Slot {
        guard let body = first[0].value.object as? FunctionObject, let name = first[1].value.text,
            let bases = first[2].value.object as? ListObject,
            let keywords = first[3].value.object as? DictionaryObject
        else { return .none }
        let arguments = Arguments(
            bases.items, keywords: keywords.items.map { ($0.key.text ?? "", $0.value) })
        return Slot(taking: try python.makeClass(name, arguments, body: body))
    }

    func generator(_ function: FunctionObject, _ bound: [Value]) -> Value {
        withUnsafeTemporaryAllocation(of: Slot.self, capacity: max(bound.count, 1)) { buffer in
            for (index, value) in bound.enumerated() {
                buffer.initializeElement(at: index, to: Slot(counting: value))
            }
            return .object(
                GeneratorObject(
                    function, taking: buffer.baseAddress.unsafelyUnwrapped, count: bound.count,
                    in: python))
        }
    }

    // MARK: With

    /// R[first] becomes the bound `__exit__`, R[first + 1] what `__enter__` gave.
    func enterContext(_ first: UnsafeMutablePointer<Slot>, _ context: Slot) throws {
        let manager = context.value
        let type = python.type(of: manager)
        guard let enter = type.special(.enter) else {
            throw python.typeError(
                "'\(type.name)' object does not support the context manager protocol")
        }
        guard type.special(.exit) != nil else {
            throw python.typeError(
                "'\(type.name)' object does not support the context manager protocol (missed __exit__ method)"
            )
        }
        let exit = try python.getAttribute(manager, "__exit__")
        let entered = try python.apply(enter, .enter, manager)
        first.set(Slot(counting: exit))
        (first + 1).set(Slot(counting: entered))
    }

    func exitContext(_ exit: Slot) throws {
        _ = try python.call(exit.value, [.none, .none, .none])
    }

    /// Whether `__exit__` swallows an exception.
    func exitContext(_ exit: Slot, failing exception: Value) throws -> Bool {
        let type = Value.object(python.type(of: exception))
        return try python.isTrue(python.call(exit.value, [type, exception, .none]))
    }
}
