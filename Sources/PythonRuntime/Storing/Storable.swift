/// An object that can be written down with a note's state and made again from it, everything that it keeps
/// included.
///
/// What an object is made from is written where it is met first. What it holds besides is written later, so
/// that it may hold itself.
package protocol Storable: Object {
    /// Writes what the object is made from.
    func store(in writer: StateWriter) throws
    /// Makes the object from that.
    static func restored(from reader: StateReader) throws -> Object
    /// Writes what the object holds and may change.
    func storeContents(in writer: StateWriter) throws
    /// Gives the object what it held.
    func restoreContents(from reader: StateReader) throws
}

extension Storable {
    package func storeContents(in writer: StateWriter) throws {}
    package func restoreContents(from reader: StateReader) throws {}
}

/// An object of which nothing but its attributes changes once it is made.
package protocol StorableByAttributes: Storable where Self: InstanceObject {}

extension StorableByAttributes {
    package func storeContents(in writer: StateWriter) throws {
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreAttributes(of: self)
    }
}

/// Something of a note that cannot be written down.
package struct Unstorable: Error, Equatable {
    /// What it is: `a generator`.
    package let what: String
    /// The variable of the note that leads to it; nil where none does.
    package var name: String?

    package init(_ what: String, name: String? = nil) {
        self.what = what
        self.name = name
    }
}

/// A state that modules keep beside their variables.
package protocol StoredState: AnyObject {
    func store(in writer: StateWriter) throws
    func restore(from reader: StateReader) throws
}

/// What can be stored in an interpreter: the classes of objects, and the states of modules.
package final class StorableKinds {
    /// A Swift class whose very instances can be stored; subclasses have entries of their own.
    struct Kind {
        let store: (Object, StateWriter) throws -> Void
        let restored: (StateReader) throws -> Object
        let storeContents: (Object, StateWriter) throws -> Void
        let restoreContents: (Object, StateReader) throws -> Void
    }

    private(set) var kinds: [Kind] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    private(set) var states: [(name: String, find: (Interpreter) -> (any StoredState)?)] = []
    /// The states that never change once they are made, by the names of their classes.
    private(set) var fixedStates: Set<String> = []

    static func of(_ python: Interpreter) -> StorableKinds {
        python.state(StorableKinds.self) { _ in
            let kinds = StorableKinds()
            kinds.addBuiltins()
            return kinds
        }
    }

    package func add<Kept: Storable>(_: Kept.Type) {
        func kept(_ object: Object) throws -> Kept {
            guard let object = object as? Kept else { throw UnreadableState() }
            return object
        }
        add(
            Kept.self,
            Kind(
                store: { try kept($0).store(in: $1) }, restored: { try Kept.restored(from: $0) },
                storeContents: { try kept($0).storeContents(in: $1) },
                restoreContents: { try kept($0).restoreContents(from: $1) }))
    }

    func add(_ kept: Object.Type, _ kind: Kind) {
        numbers[ObjectIdentifier(kept)] = kinds.count
        kinds.append(kind)
    }

    func number(of object: Object) -> Int? { numbers[ObjectIdentifier(Swift.type(of: object))] }

    /// Adds a state that changes while a note runs; it is made where it is not there yet.
    package func addState<State: StoredState>(
        _ name: String, _ make: @escaping (Interpreter) -> State
    ) {
        states.append((name, { python in python.hasState(State.self) ? make(python) : nil }))
        made[name] = make
        changing.insert(ObjectIdentifier(State.self))
    }

    private var made: [String: (Interpreter) -> any StoredState] = [:]
    private var changing: Set<ObjectIdentifier> = [ObjectIdentifier(StorableKinds.self)]

    func makeState(_ name: String, in python: Interpreter) -> (any StoredState)? {
        made[name]?(python)
    }

    /// A part of the library that no import makes, and no attribute of a module.
    struct Part {
        let name: String
        let isMade: (Interpreter) -> Bool
        let make: (Interpreter) throws -> Void
    }

    private(set) var parts: [Part] = []

    /// Adds such a part; the order is that of making.
    package func addPart(
        _ name: String, isMade: @escaping (Interpreter) -> Bool,
        _ make: @escaping (Interpreter) throws -> Void
    ) {
        parts.append(Part(name: name, isMade: isMade, make: make))
    }

    /// Says that states of these classes never change.
    package func addFixedStates(_ names: [String]) { fixedStates.formUnion(names) }

    /// The name of a state that nobody knows how to store; nil where all are known.
    func unknownState(in python: Interpreter) -> String? {
        python.stateClasses.first { !changing.contains($0.key) && !fixedStates.contains($0.name) }?
            .name
    }
}

extension Interpreter {
    /// What can be stored, for modules to add to.
    package var storableKinds: StorableKinds { .of(self) }
}
