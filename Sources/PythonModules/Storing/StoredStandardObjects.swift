import PythonRuntime
import Tensors

// Objects of the standard library and generators of random numbers.

extension RandomStateObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(encoded: ownState) }

    package static func restored(from reader: StateReader) throws -> Object {
        if let own = try reader.decoded(NumPyRandomState?.self) {
            return RandomStateObject(own, in: reader.python)
        }
        return RandomStateObject(
            sharing: SessionRandom.of(reader.python).session, in: reader.python)
    }
}

extension GeneratorObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(encoded: generator) }

    package static func restored(from reader: StateReader) throws -> Object {
        GeneratorObject(try reader.decoded(), in: reader.python)
    }
}

extension PythonRandomObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        let isOwn = generator is OwnGenerator
        writer.write(isOwn)
        if isOwn { try writer.write(encoded: generator.value) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.object(as: TypeObject.self)
        guard try reader.flag() else {
            return PythonRandomObject(
                SharedGenerator(SessionRandom.of(reader.python).session), type: type)
        }
        return PythonRandomObject(OwnGenerator(try reader.decoded()), type: type)
    }
}

extension StateWriter {
    func write(_ arguments: Arguments) throws {
        try write(arguments.positional)
        write(arguments.keywords.count)
        for (name, value) in arguments.keywords {
            write(name)
            try write(value)
        }
    }
}

extension StateReader {
    func arguments() throws -> Arguments {
        let positional = try values()
        let keywords = try (0..<count()).map { _ in (name: try text(), value: try value()) }
        return Arguments(positional, keywords: keywords)
    }
}

extension PartialObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        try writer.write(function)
        try writer.write(arguments)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, function) = (try reader.object(as: TypeObject.self), try reader.value())
        return PartialObject(function, try reader.arguments(), type: type)
    }
}

extension CachedFunction: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write([function, information])
        writer.write(limit ?? -1)
        writer.write(isTyped)
        try writer.write(type)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let parts = try reader.values()
        guard parts.count == 2 else { throw UnreadableState() }
        let (limit, isTyped) = (try reader.int(), try reader.flag())
        return CachedFunction(
            parts[0], limit: limit < 0 ? nil : limit, isTyped: isTyped, information: parts[1],
            type: try reader.object(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(hits)
        writer.write(misses)
        try results.storeContents(in: writer)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let hits = try reader.int()
        restore(hits: hits, misses: try reader.int())
        try results.restoreContents(from: reader)
        try reader.restoreAttributes(of: self)
    }
}

extension DequeObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        writer.write(limit ?? -1)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, limit) = (try reader.object(as: TypeObject.self), try reader.int())
        return DequeObject(limit: limit < 0 ? nil : limit, type: type)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(items)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        while removeFirst() != nil {}
        for item in try reader.values() { append(item) }
        try reader.restoreAttributes(of: self)
    }
}

extension GetterObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        try writer.write(arguments)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.object(as: TypeObject.self)
        return GetterObject(try reader.arguments(), type: type)
    }
}

extension TupleItem: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        writer.write(index)
        try writer.write(documentation)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, index) = (try reader.object(as: TypeObject.self), try reader.int())
        return TupleItem(index, try reader.value(), type: type)
    }
}

extension RegexObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(source)
        writer.write(pattern.flags.rawValue)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (python, source) = (reader.python, try reader.value())
        guard !(source.object is RegexObject), let flags = try? Value.int(reader.int()),
            let made = try? ExpressionTypes.of(python).compile(source, flags, in: python)
        else { throw UnreadableState() }
        return made
    }
}

extension MatchObject: Storable {
    package func store(in writer: StateWriter) throws {
        try writer.write(regex)
        try writer.write(subject.value)
        writer.write(integers: places)
        writer.write(start)
        writer.write(end)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (python, regex) = (reader.python, try reader.object(as: RegexObject.self))
        let value = try reader.value()
        guard let subject = try? RegexSubject(value, isBytes: regex.isBytes, in: python) else {
            throw UnreadableState()
        }
        let (places, start) = (try reader.integers(), try reader.int())
        guard places.count == 2 * regex.program.groupCount + 3,
            places.allSatisfy({ $0 <= subject.scalars.count })
        else { throw UnreadableState() }
        return MatchObject(
            regex, subject, places, from: start, to: try reader.int(),
            type: ExpressionTypes.of(python).match)
    }
}
