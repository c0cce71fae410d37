// Lists, tuples, dictionaries and sets, with those of classes that extend them.

extension StateWriter {
    /// A class, or nothing where it is the built-in one that the Swift class stands for.
    package func write(typeOf object: Object, unless usual: TypeObject) throws {
        let isUsual = object.type === usual
        write(isUsual)
        if !isUsual { try write(object.type) }
    }

    /// The attributes that an object has of its own.
    package func write(attributesOf instance: InstanceObject) throws {
        write(instance.dictionary != nil)
        if let dictionary = instance.dictionary { return try write(dictionary) }
        let attributes = instance.ownAttributes
        write(attributes.count)
        for (name, value) in attributes {
            write(name)
            try write(value)
        }
    }
}

extension StateReader {
    /// A class; nil for the usual one.
    package func type() throws -> TypeObject? { try flag() ? nil : try object() }

    package func restoreAttributes(of instance: InstanceObject) throws {
        instance.removeFields()
        instance.dictionary = nil
        if try flag() {
            instance.dictionary = try object(as: DictionaryObject.self)
            return
        }
        for _ in 0..<(try count()) { instance.setAttribute(try text(), try value()) }
    }
}

extension ListObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(typeOf: self, unless: writer.python.types.list)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        ListObject(type: try reader.type(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(count)
        for index in 0..<count { try writer.write(slots[index]) }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        removeAll()
        for _ in 0..<(try reader.count()) { append(try reader.value()) }
        try reader.restoreAttributes(of: self)
    }
}

extension TupleObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(typeOf: self, unless: writer.python.types.tuple)
        try writer.write(items)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.type()
        return TupleObject(try reader.values(), type: type, in: reader.python)
    }
}

extension DictionaryObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard shown == nil else {
            throw Unstorable("a dictionary of a module's variables", name: writer.name)
        }
        try writer.write(typeOf: self, unless: writer.python.types.dict)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        DictionaryObject(type: try reader.type(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(count)
        var position = 0
        while let index = table.next(from: position) {
            // Its hash is kept: that of an object of the note's own classes is its own business.
            let entry = table.entries[index]
            writer.write(entry.hash)
            try writer.write(entry.key)
            try writer.write(entry.value)
            position = index + 1
        }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        removeAll()
        for _ in 0..<(try reader.count()) {
            let hash = try reader.int()
            let (key, value) = (try reader.value(), try reader.value())
            table.insert(Slot(counting: key), hash: hash, Slot(counting: value))
        }
        try reader.restoreAttributes(of: self)
    }
}

extension SetObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(typeOf: self, unless: writer.python.types.set)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        SetObject(type: try reader.type(), in: reader.python)
    }

    /// A loop sees the elements in the order of their places, which depends on what stood there before.
    package func storeContents(in writer: StateWriter) throws {
        let (size, finger, places) = table.layout
        writer.write(size)
        writer.write(finger)
        writer.write(places.count)
        for (position, entry) in places {
            writer.write(position)
            writer.write(entry.hash)
            try writer.write(entry.key)
        }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let (size, finger) = (try reader.int(), try reader.int())
        let entries = try (0..<reader.count()).map { _ in
            (position: try reader.int(), hash: try reader.int(), key: try reader.boundValue())
        }
        guard size <= 4 * (entries.count + 2) * 8, finger >= 0,
            SetTable.isPossible(size: size, positions: entries.map(\.position))
        else { throw UnreadableState() }
        removeAll()
        table.restore(
            size: size, finger: finger,
            entries.map { entry in
                let key = entry.key.map(Slot.init(counting:)) ?? .undefined
                return (entry.position, SetTable.Entry(hash: entry.hash, key: key))
            })
        try reader.restoreAttributes(of: self)
    }
}

extension ByteArrayObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(typeOf: self, unless: writer.python.types.bytearray)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        ByteArrayObject([], type: try reader.type(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(block: bytes)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        bytes = Array(try reader.block())
        try reader.restoreAttributes(of: self)
    }
}
