// Functions, classes and modules.

extension FunctionObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(code)
        writer.write(closure.count)
        for cell in closure { try writer.write(cell) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let code = try reader.code()
        let closure = try (0..<reader.count()).map { _ in try reader.object(as: CellObject.self) }
        guard closure.count == code.freeNames.count else { throw UnreadableState() }
        return FunctionObject(
            code: code, closure: closure, defaults: [], keywordDefaults: [:], annotations: [],
            in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(name)
        writer.write(qualifiedName)
        try writer.write([documentation, moduleName])
        try writer.write(defaults)
        writer.write(keywordDefaults.count)
        for name in keywordDefaults.keys.sorted() {
            writer.write(name)
            try writer.write(keywordDefaults[name] ?? .none)
        }
        writer.write(annotations.count)
        for (name, value) in annotations {
            writer.write(name)
            try writer.write(value)
        }
        writer.write(annotationDictionary != nil)
        if let annotationDictionary { try writer.write(annotationDictionary) }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        (name, qualifiedName) = (try reader.text(), try reader.text())
        let facts = try reader.values()
        guard facts.count == 2 else { throw UnreadableState() }
        (documentation, moduleName) = (facts[0], facts[1])
        defaults = try reader.values()
        guard defaults.count <= code.signature.positional.count else { throw UnreadableState() }
        keywordDefaults = [:]
        for _ in 0..<(try reader.count()) {
            keywordDefaults[try reader.text()] = try reader.value()
        }
        annotations = try (0..<reader.count()).map { _ in
            (name: try reader.text(), value: try reader.value())
        }
        annotationDictionary = try reader.flag() ? try reader.object() : nil
        try reader.restoreAttributes(of: self)
    }
}

extension NativeFunction: StorableByAttributes {
    /// One that is not the library's at its place was made by a call, of what nobody knows.
    package func store(in writer: StateWriter) throws {
        throw Unstorable("the function \(name)", name: writer.name)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        throw UnreadableState()
    }
}

extension TypeObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard !isBuiltin, wordsForMissing == nil, documentationFunction == nil else {
            throw Unstorable("the class \(name)", name: writer.name)
        }
        writer.write(name)
        writer.write(moduleName)
        try writer.write(bases.map { .object($0) })
        try writer.write(type)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (name, module) = (try reader.text(), try reader.text())
        let bases = try reader.values().map { base -> TypeObject in
            guard let base = base.object as? TypeObject else { throw UnreadableState() }
            return base
        }
        guard !bases.isEmpty, TypeObject.linearize(bases) != nil else { throw UnreadableState() }
        return TypeObject(
            name, bases: bases, module: module, metatype: try reader.object(), isBuiltin: false,
            in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(name)
        writer.write(qualifiedName)
        writer.write(moduleName)
        writer.write(messageName)
        for flag in [hasInstanceDictionary, makesCompleteInstances, isExtensible] {
            writer.write(flag)
        }
        writer.write(slotNames?.count ?? -1)
        for name in (slotNames ?? []).sorted() { writer.write(name) }
        writer.write(ownNames.count)
        for name in ownNames {
            writer.write(name)
            try writer.write(ownAttribute(name) ?? .none)
        }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        name = try reader.text()
        qualifiedName = try reader.text()
        moduleName = try reader.text()
        messageName = try reader.optionalText()
        hasInstanceDictionary = try reader.flag()
        makesCompleteInstances = try reader.flag()
        isExtensible = try reader.flag()
        let slots = try reader.int()
        guard slots < 1 << 20 else { throw UnreadableState() }
        slotNames = slots < 0 ? nil : Set(try (0..<slots).map { _ in try reader.text() })
        for name in ownNames { _ = removeTypeAttribute(name) }
        for _ in 0..<(try reader.count()) {
            setTypeAttribute(try reader.text(), try reader.value())
        }
        findLayout()
        try reader.restoreAttributes(of: self)
    }
}

extension ModuleObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard makeAttribute == nil else {
            throw Unstorable("the module \(name)", name: writer.name)
        }
        writer.write(name)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        ModuleObject(try reader.text(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(contentsOf: namespace)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreContents(of: namespace)
    }
}
