import Diagnostics

/// What an interpreter is besides its library: the note's variables and all that they lead to, what it changed in
/// the library, and what the modules remember.
///
/// Reading it into a fresh interpreter makes one that goes on as the first would have.
package enum InterpreterState {
    /// What all states have together.
    private static let signature = "nbrun state 3"

    /// Where the lines of the note's cells stand, and the objects of the session around the interpreter: in
    /// the fresh one they are there already.
    package struct Surroundings {
        let origins: [LineOrigin]
        let objects: [Object]
        /// Whether a variable of the note is the session's.
        let ownsName: (String) -> Bool

        package init(
            origins: [LineOrigin], objects: [Object], ownsName: @escaping (String) -> Bool
        ) {
            self.origins = origins
            self.objects = objects
            self.ownsName = ownsName
        }
    }

    /// What a session adds to the state of its interpreter.
    package protocol Part: AnyObject {
        var python: Interpreter { get }
        var surroundings: Surroundings { get }
        func store(in writer: StateWriter) throws
        func restore(from reader: StateReader) throws
    }

    /// Writes the state of a session down. A fresh session shows what the library is by itself; in the end it is
    /// a copy of the first, and writes down the same bytes. Throws where it does not: what was forgotten would
    /// be missing later. With `words`, the essence comes along.
    package static func bytes(
        of own: some Part, beside its: some Part, limit: Int, words: Set<String>? = nil
    ) throws -> (state: [UInt8], essence: [UInt8]?) {
        let (head, places) = try library(of: own, beside: its)
        let essence = try words.map {
            try head + self.body(of: own, places, limit: limit, comparing: $0)
        }
        let body = try body(of: own, places, limit: limit - head.count)
        try check(body, with: its, places)
        return (head + body, essence)
    }

    /// What decides how a session goes on, but for the objects around its interpreter and their names: as long
    /// as no code asks for those, two sessions for which this is the same go on alike. `words` are all names
    /// that the code to come can say.
    package static func essence(
        of own: some Part, beside its: some Part, limit: Int, words: Set<String>
    ) throws -> [UInt8] {
        let (head, places) = try library(of: own, beside: its)
        return try head + body(of: own, places, limit: limit, comparing: words)
    }

    /// The parts of the library that a session has made, which are made in a fresh one too, and where they lie.
    private static func library(of own: some Part, beside its: some Part) throws
        -> (head: [UInt8], places: LibraryPlaces)
    {
        let (python, fresh) = (own.python, its.python)
        let imports = python.modules.imports
        try fresh.load(imports)
        let parts = python.storableKinds.parts.filter { $0.isMade(python) }.map(\.name)
        try fresh.make(parts)
        let made = fresh.makeAttributes(likeThoseOf: python)
        let roots = zip(its.surroundings.objects, own.surroundings.objects).map {
            (fresh: $0, used: Optional($1))
        }
        var head = StoredBytes()
        head.write(signature)
        head.write(imports.count)
        for name in imports { head.write(name) }
        head.write(parts.count)
        for name in parts { head.write(name) }
        head.write(made.count)
        for path in made {
            head.write(path.count)
            for name in path { head.write(name) }
        }
        return (head.bytes, LibraryPlaces(python, beside: fresh, roots: roots))
    }

    private static func check(
        _ bytes: [UInt8], with session: some Part, _ known: LibraryPlaces
    ) throws {
        let (python, own) = (session.python, session.surroundings)
        let places = LibraryPlaces(python, roots: own.objects)
        let reader = StateReader(
            StoredBytesReader(bytes), into: python, places: places, origins: own.origins)
        do {
            try reader.readInterpreter(session.restore)
        } catch is UnreadableState {
            throw Unstorable("something that cannot be made again")
        }
        guard try body(of: session, places.common(with: known)) == bytes else {
            throw Unstorable("something that comes out otherwise")
        }
    }

    /// The first of two passes finds the functions by which constants are known, and what must come early.
    private static func body(
        of session: some Part, _ places: LibraryPlaces, limit: Int = .max,
        comparing words: Set<String>? = nil
    ) throws -> [UInt8] {
        let (python, own) = (session.python, session.surroundings)
        let omission = words.map { StateOmission(surroundings: own, words: $0) }
        func pass(after first: StateWriter?) throws -> StateWriter {
            let writer = StateWriter(
                python, places: places, origins: own.origins, limit: limit, omitting: omission,
                after: first)
            try writer.writeInterpreter(session.store)
            return writer
        }
        return try pass(after: pass(after: nil)).bytes.bytes
    }

    /// Reads a state into a fresh session.
    package static func read(_ bytes: [UInt8], into session: some Part) throws {
        let (python, own) = (session.python, session.surroundings)
        var reader = StoredBytesReader(bytes)
        guard try reader.text() == signature else { throw UnreadableState() }
        try python.load((0..<reader.count()).map { _ in try reader.text() })
        try python.make((0..<reader.count()).map { _ in try reader.text() })
        for _ in 0..<(try reader.count()) {
            try python.makeAttribute(at: (0..<reader.count()).map { _ in try reader.text() })
        }
        let places = LibraryPlaces(python, roots: own.objects)
        let state = StateReader(reader, into: python, places: places, origins: own.origins)
        try state.readInterpreter(session.restore)
    }
}

extension StateWriter {
    fileprivate func writeInterpreter(_ more: (StateWriter) throws -> Void) throws {
        if let unknown = python.storableKinds.unknownState(in: python) {
            throw Unstorable("what \(unknown) remembers")
        }
        try writeTypes()
        try writeModules()
        let order = early.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }
        write(order.count)
        for entry in order { try write(entry.element.object) }
        try write(.object(python.main))
        for (place, object) in places.objects.enumerated() {
            if let object, !omits(object) { try write(contentsOf: object, at: place) }
        }
        write(-1)
        try writeStates()
        let identities = python.identities.all.filter { isReached($0.object) }
        write(python.identities.next)
        write(identities.count)
        for (object, number) in identities {
            try write(object)
            write(number)
        }
        write(python.recursionLimit)
        write(python.hasReadLines)
        try more(self)
        try finish()
    }

    /// The note's own classes, all of them and in their order: a class knows those that extend it.
    private func writeTypes() throws {
        let types = python.keptTypes.filter { !$0.isBuiltin && places.number(of: $0) == nil }
        write(types.count)
        for type in types { try write(type) }
    }

    /// The modules that lie beside the note.
    private func writeModules() throws {
        let names = python.modules.loaded.keys.filter { !python.modules.isLibrary($0) }.sorted()
        write(names.count)
        for name in names {
            write(name)
            try write(python.modules.loaded[name].map { .object($0) } ?? .none)
        }
    }

    private func writeStates() throws {
        let known = python.storableKinds.states.compactMap { entry in
            entry.find(python).map { (entry.name, $0) }
        }
        write(known.count)
        for (name, state) in known {
            write(name)
            try state.store(in: self)
        }
    }
}

extension StateReader {
    fileprivate func readInterpreter(_ more: (StateReader) throws -> Void) throws {
        for _ in 0..<(try count()) { _ = try object(as: TypeObject.self) }
        for _ in 0..<(try count()) {
            let name = try text()
            python.modules.add(try object(as: ModuleObject.self), as: name)
        }
        for _ in 0..<(try count()) { _ = try value() }
        _ = try value()
        try restoreLibrary()
        for _ in 0..<(try count()) {
            guard let state = python.storableKinds.makeState(try text(), in: python) else {
                throw UnreadableState()
            }
            try state.restore(from: self)
        }
        let next = try int()
        python.identities = IdentityTable(
            try (0..<count()).map { _ in (object: try object(), number: try int()) }, next: next)
        python.recursionLimit = try int()
        python.hasReadLines = try flag()
        try more(self)
        try finish()
    }
}

extension Interpreter {
    /// Imports modules of the library.
    fileprivate func load(_ names: [String]) throws {
        for name in names where modules.loaded[name] == nil {
            guard modules.isLibrary(name), try modules.find(name, in: self) != nil else {
                throw UnreadableState()
            }
        }
    }

    /// Makes parts of the library that are made when something needs them.
    fileprivate func make(_ parts: [String]) throws {
        for name in parts {
            guard let part = storableKinds.parts.first(where: { $0.name == name }) else {
                throw UnreadableState()
            }
            try part.make(self)
        }
    }

    /// Asks modules for attributes that those of another interpreter have made; gives what it asked for.
    fileprivate func makeAttributes(likeThoseOf other: Interpreter) -> [[String]] {
        var made: [[String]] = []
        var seen: Set<ObjectIdentifier> = []
        for name in modules.loaded.keys.sorted() {
            guard let own = modules.loaded[name], let its = other.modules.loaded[name] else {
                continue
            }
            makeAttributes(of: own, like: its, [name], &made, &seen)
        }
        return made
    }

    private func makeAttributes(
        of own: ModuleObject, like its: ModuleObject, _ path: [String], _ made: inout [[String]],
        _ seen: inout Set<ObjectIdentifier>
    ) {
        guard seen.insert(ObjectIdentifier(own)).inserted else { return }
        for name in its.namespace.names.sorted() {
            if own.namespace[name] == nil, own.makeAttribute != nil,
                let value = try? moduleAttribute(own, name), !value.isNone
            {
                made.append(path + [name])
            }
            if let inner = own.namespace[name]?.object as? ModuleObject,
                let other = its.namespace[name]?.object as? ModuleObject
            {
                makeAttributes(of: inner, like: other, path + [name], &made, &seen)
            }
        }
    }

    fileprivate func makeAttribute(at path: [String]) throws {
        guard path.count >= 2, var module = modules.loaded[path[0]] else {
            throw UnreadableState()
        }
        for name in path[1..<path.count - 1] {
            guard let inner = module.namespace[name]?.object as? ModuleObject else {
                throw UnreadableState()
            }
            module = inner
        }
        _ = try moduleAttribute(module, path[path.count - 1])
    }
}
