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
