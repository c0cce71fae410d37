import NeuralNetworks
import PythonRuntime
import Tensors

// Losses, rules and schedules: made again by the call that made them, with what they were told and have drawn.

extension StateWriter {
    func write(made object: ConfiguredObject) throws {
        try write(object.type)
        write(object.construction != nil)
        if let construction = object.construction { try write(construction) }
    }

    func write(configurationOf object: ConfiguredObject) throws {
        write(object.configuration.count)
        for (name, value) in object.configuration {
            write(name)
            try write(value)
        }
        try write(attributesOf: object)
    }
}

extension StateReader {
    func made<Made: ConfiguredObject>(_: Made.Type = Made.self) throws -> Made {
        let made = Made(type: try object())
        guard try flag() else { return made }
        let construction = try construction()
        try construct(made, construction)
        made.construction = construction
        return made
    }

    func restoreConfiguration(of object: ConfiguredObject) throws {
        object.configuration = try (0..<count()).map { _ in
            (name: try text(), value: try value())
        }
        try restoreAttributes(of: object)
    }
}

/// What its construction and its configuration say, and no more.
package protocol StorableByConfiguration: Storable where Self: ConfiguredObject {}

extension StorableByConfiguration {
    package func store(in writer: StateWriter) throws { try writer.write(made: self) }

    package static func restored(from reader: StateReader) throws -> Object {
        try reader.made(Self.self)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configurationOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreConfiguration(of: self)
    }
}

extension RegularizerObject: StorableByConfiguration {}
extension ConstraintObject: StorableByConfiguration {}
extension ScheduleObject: StorableByConfiguration {}

extension LossObject: StorableByConfiguration {
    package func storeContents(in writer: StateWriter) throws {
        writer.write(loss?.name)
        try writer.write(configurationOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let name = try reader.optionalText()
        guard (name == nil) == (loss == nil) else { throw UnreadableState() }
        if let name { loss?.name = name }
        try reader.restoreConfiguration(of: self)
    }
}

extension InitializerObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard let rule = initializer.stored else {
            throw Unstorable("an initializer of a value", name: writer.name)
        }
        try writer.write(type)
        writer.write(drawsInOrder)
        try writer.share(initializer) { _ in try writer.write(encoded: rule) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, draws) = (try reader.object(as: TypeObject.self), try reader.flag())
        let initializer = try reader.shared { Initializer(try reader.decoded()) }
        return InitializerObject(initializer, drawsInOrder: draws, type: type)
    }

    package func storeContents(in writer: StateWriter) throws {
        // What it has drawn since.
        try writer.write(encoded: initializer.drawnSeed)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let seed: Int? = try reader.decoded()
        reader.atEnd { self.initializer.drawnSeed = seed }
        try reader.restoreAttributes(of: self)
    }
}
