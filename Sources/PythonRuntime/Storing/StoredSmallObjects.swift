import BigInt

// Objects that never change: they are made whole.

extension StringObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(block: utf8) }

    package static func restored(from reader: StateReader) throws -> Object {
        StringObject.make(try reader.text(), in: reader.python)
    }
}

extension BytesObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(block: bytes) }

    package static func restored(from reader: StateReader) throws -> Object {
        BytesObject(Array(try reader.block()), in: reader.python)
    }
}

extension BigIntegerObject: Storable {
    package func store(in writer: StateWriter) throws { writer.write(String(value, radix: 16)) }

    package static func restored(from reader: StateReader) throws -> Object {
        guard let value = BigInt(try reader.text(), radix: 16), Int(exactly: value) == nil else {
            throw UnreadableState()
        }
        return BigIntegerObject(value, in: reader.python)
    }
}

extension RangeObject: Storable {
    package func store(in writer: StateWriter) throws {
        for number in [start, stop, step] { writer.write(number) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (start, stop, step) = (try reader.int(), try reader.int(), try reader.int())
        // What `range` itself lets through.
        guard step != 0, step != .min, !stop.subtractingReportingOverflow(start).overflow else {
            throw UnreadableState()
        }
        return RangeObject(start: start, stop: stop, step: step, in: reader.python)
    }
}

extension SliceObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write([start, stop, step]) }

    package static func restored(from reader: StateReader) throws -> Object {
        let parts = try reader.values()
        guard parts.count == 3 else { throw UnreadableState() }
        return SliceObject(start: parts[0], stop: parts[1], step: parts[2], in: reader.python)
    }
}

extension ComplexObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.write(real)
        writer.write(imaginary)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let real = try reader.double()
        return ComplexObject(real, try reader.double(), in: reader.python)
    }
}

extension BoundMethodObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write([function, receiver]) }

    package static func restored(from reader: StateReader) throws -> Object {
        let parts = try reader.values()
        guard parts.count == 2 else { throw UnreadableState() }
        return BoundMethodObject(parts[0], receiver: parts[1], in: reader.python)
    }
}

extension GenericAlias: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(origin)
        try writer.write(arguments)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let origin = try reader.object(as: TypeObject.self)
        let arguments = try reader.values()
        return GenericAlias(origin, .tuple(arguments, in: reader.python), in: reader.python)
    }
}

extension UnionObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(members) }

    package static func restored(from reader: StateReader) throws -> Object {
        UnionObject(try reader.values(), in: reader.python)
    }
}

extension SlotMember: Storable {
    package func store(in writer: StateWriter) throws {
        writer.write(name)
        try writer.write(owner)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let name = try reader.text()
        return SlotMember(name, owner: try reader.object(), in: reader.python)
    }
}

extension WrapperDescriptor: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(owner)
        writer.write(special.name)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let owner = try reader.object(as: TypeObject.self)
        guard let special = Special.named(try reader.text()), let own = owner.ownWrapper(special)
        else { throw UnreadableState() }
        return own
    }
}

extension CellObject: Storable {
    package func store(in writer: StateWriter) throws {}

    package static func restored(from reader: StateReader) throws -> Object {
        CellObject(taking: .undefined, in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws { try writer.write(slot) }

    package func restoreContents(from reader: StateReader) throws {
        let value = try reader.boundValue()
        clear()
        slot = value.map(Slot.init(counting:)) ?? .undefined
    }
}

extension MappingProxy: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(mapping) }

    package static func restored(from reader: StateReader) throws -> Object {
        MappingProxy(try reader.value(), in: reader.python)
    }
}
