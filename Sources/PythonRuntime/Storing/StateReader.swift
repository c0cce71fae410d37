import Diagnostics

// The codes of functions are read in `StoredCode.swift`.

/// Makes again what a `StateWriter` wrote.
package final class StateReader {
    package let python: Interpreter
    package var bytes: StoredBytesReader
    let places: LibraryPlaces
    /// Where the lines of the note's cells stand now.
    let origins: [LineOrigin]
    private let kinds: StorableKinds
    private var made: [AnyObject] = []
    private var waiting: [(object: Object, kind: Int)] = []
    private var depth = 0
    private var last: [() -> Void] = []
    /// The codes of each unit that was read.
    var codes: [ObjectIdentifier: [CodeObject]] = [:]

    /// Above what a writer follows.
    private static let depthLimit = 3000

    init(
        _ bytes: StoredBytesReader, into python: Interpreter, places: LibraryPlaces,
        origins: [LineOrigin]
    ) {
        self.python = python
        self.bytes = bytes
        self.places = places
        self.origins = origins
        kinds = python.storableKinds
    }

    // MARK: Plain data

    package func int() throws -> Int { try bytes.int() }
    package func count() throws -> Int { try bytes.count() }
    package func flag() throws -> Bool { try bytes.flag() }
    package func text() throws -> String { try bytes.text() }
    package func optionalText() throws -> String? { try flag() ? try text() : nil }
    package func double() throws -> Double { Double(bitPattern: try bytes.bits()) }
    package func block() throws -> ArraySlice<UInt8> { try bytes.block() }

    // MARK: Values

    package func value() throws -> Value {
        guard let value = try boundValue() else { throw UnreadableState() }
        return value
    }

    /// A value; nil where a variable was not bound.
    func boundValue() throws -> Value? {
        guard let tag = ValueTag(rawValue: try bytes.byte()) else { throw UnreadableState() }
        switch tag {
        case .none: return .some(.none)
        case .false: return .bool(false)
        case .true: return .bool(true)
        case .int: return .int(try int())
        case .float: return .float(try double())
        case .undefined: return nil
        case .known:
            guard let object = try known() as? Object else { throw UnreadableState() }
            return .object(object)
        case .new: return .object(try newObject())
        case .place:
            guard let object = places.object(try int()) else { throw UnreadableState() }
            return .object(object)
        case .constant: return .object(try constant())
        }
    }

    package func values() throws -> [Value] { try (0..<count()).map { _ in try value() } }

    /// An object of a class.
    package func object<Wanted: Object>(as _: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let object = try value().object as? Wanted else { throw UnreadableState() }
        return object
    }

    private func known() throws -> AnyObject {
        let number = try int()
        guard made.indices.contains(number) else { throw UnreadableState() }
        return made[number]
    }

    private func newObject() throws -> Object {
        let kind = try int()
        guard kinds.kinds.indices.contains(kind) else { throw UnreadableState() }
        let object = try descend { try kinds.kinds[kind].restored(self) }
        // A class that its kind forgets would be missed too late.
        if object is InstanceObject, try text() != object.type.name { throw UnreadableState() }
        made.append(object)
        waiting.append((object, kind))
        return object
    }

    private func constant() throws -> Object {
        let code = try code()
        guard let object = code.constantObject(at: try int()) else { throw UnreadableState() }
        return object
    }

    private func descend<Result>(_ body: () throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw UnreadableState() }
        return try body()
    }

    /// Something of Swift's that several objects hold.
    package func shared<Shared: AnyObject>(_ make: () throws -> Shared) throws -> Shared {
        let number = try int()
        guard number < 0 else {
            guard made.indices.contains(number), let object = made[number] as? Shared else {
                throw UnreadableState()
            }
            return object
        }
        let object = try descend(make)
        made.append(object)
        return object
    }

    /// Something shared that was read before.
    package func shared<Shared: AnyObject>(number: Int, as _: Shared.Type) throws -> Shared {
        guard made.indices.contains(number), let object = made[number] as? Shared else {
            throw UnreadableState()
        }
        return object
    }

    /// Gives objects of the library what they held, up to a number that is no place.
    func restoreLibrary() throws {
        while true {
            let place = try int()
            if place < 0 { return }
            guard let object = places.object(place), let kind = kinds.number(of: object) else {
                throw UnreadableState()
            }
            try kinds.kinds[kind].restoreContents(object, self)
        }
    }

    /// Does something when everything else is done: what making objects again may disturb.
    package func atEnd(_ action: @escaping () -> Void) { last.append(action) }

    /// Gives all objects what they held.
    func finish() throws {
        var next = 0
        while next < waiting.count {
            try kinds.kinds[waiting[next].kind].restoreContents(waiting[next].object, self)
            next += 1
        }
        for action in last { action() }
        guard bytes.isAtEnd else { throw UnreadableState() }
    }
}
