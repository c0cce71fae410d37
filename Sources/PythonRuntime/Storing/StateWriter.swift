import Diagnostics

/// Writes down objects and everything that they hold: each once, however often it is held.
package final class StateWriter {
    package let python: Interpreter
    package private(set) var bytes = StoredBytes()
    let places: LibraryPlaces
    /// Where the lines of the note's cells stand.
    let origins: [LineOrigin]
    private let kinds: StorableKinds
    /// What has the variables that code may use, by their namespaces: modules, for the most part.
    private var holders: [ObjectIdentifier: Object]
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// What was written, so that no address is used again.
    private var kept: [AnyObject] = []
    private var waiting: [(object: Object, kind: Int, name: String?)] = []
    private var depth = 0
    let omission: StateOmission?
    /// The pass before this one.
    private let first: StateWriter?
    /// The variable of the note whose value is being written.
    package internal(set) var name: String?
    /// Where the constants of functions stand, so that the function and a variable go on sharing them.
    private(set) var constants: [ObjectIdentifier: ConstantPlace]
    /// Bytes that a state may have.
    private let limit: Int
    /// Objects that must be read before others that share parts of theirs, by their ranks.
    private(set) var early: [(rank: Int, object: Object)]

    /// How deep objects that are made from each other are followed.
    private static let depthLimit = 2000

    init(
        _ python: Interpreter, places: LibraryPlaces, origins: [LineOrigin], limit: Int,
        omitting omission: StateOmission? = nil, after first: StateWriter? = nil
    ) {
        self.python = python
        self.places = places
        self.origins = origins
        self.limit = limit
        self.omission = omission
        constants = first?.constants ?? [:]
        early = first?.early ?? []
        self.first = first
        kinds = python.storableKinds
        let all = python.modules.loaded.values + [python.main]
        holders = Dictionary(all.map { (ObjectIdentifier($0.namespace), $0) }) { $1 }
    }

    /// Whether the bytes are only written to find what must come early.
    package var isRehearsal: Bool { first == nil }

    /// Whether the bytes are only compared with others: what was said on the way does not count.
    package var isComparison: Bool { omission != nil }

    /// Whether what an object of the session holds is left out.
    func omits(_ object: Object) -> Bool {
        omission?.surroundings.objects.contains { $0 === object } ?? false
    }

    /// Lets an object be read before others, the lower ranks first: it owns what they only hold.
    package func putEarly(_ object: Object, rank: Int) {
        if isRehearsal { early.append((rank, object)) }
    }

    // MARK: Plain data

    package func write(_ number: Int) { bytes.write(number) }
    package func write(_ flag: Bool) { bytes.write(flag) }
    package func write(_ text: String) { bytes.write(text) }
    package func write(_ number: Double) { bytes.write(bits: number.bitPattern) }
    package func write(block: [UInt8]) throws {
        bytes.write(block: block)
        try requireRoom()
    }

    package func write(memory: UnsafeRawBufferPointer) throws {
        bytes.write(memory: memory)
        try requireRoom()
    }

    package func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    private func requireRoom() throws {
        if bytes.bytes.count > limit { throw Unstorable("more than \(limit >> 20) MiB") }
    }

    // MARK: Values

    package func write(_ value: Value) throws {
        switch value {
        case .none: tag(.none)
        case .bool(let value): tag(value ? .true : .false)
        case .int(let value):
            tag(.int)
            write(value)
        case .float(let value):
            tag(.float)
            write(value)
        case .object(let object): try write(object)
        }
    }

    func write(_ slot: Slot) throws {
        if slot.isUndefined { tag(.undefined) } else { try write(slot.value) }
    }

    package func write(_ values: [Value]) throws {
        write(values.count)
        for value in values { try write(value) }
    }

    /// An object, which is described where it is met first.
    package func write(_ object: Object) throws {
        if let place = places.number(of: object) {
            tag(.place)
            return write(place)
        }
        if let number = numbers[ObjectIdentifier(object)] {
            tag(.known)
            return write(number)
        }
        if let place = constants[ObjectIdentifier(object)] {
            tag(.constant)
            try write(place.unit, number: place.code)
            return write(place.index)
        }
        guard let kind = kinds.number(of: object) else {
            throw Unstorable(description(of: object), name: name)
        }
        tag(.new)
        write(kind)
        try descend { try kinds.kinds[kind].store(object, $0) }
        if object is InstanceObject { write(object.type.name) }
        number(object)
        waiting.append((object, kind, name))
        try requireRoom()
    }

    /// Whether something of the note or the library leads to an object: to one whose `id` was asked for, nothing
    /// may any more.
    func isReached(_ object: Object) -> Bool {
        guard let first else { return false }
        return first.numbers[ObjectIdentifier(object)] != nil
            || first.constants[ObjectIdentifier(object)] != nil
            || places.number(of: object) != nil
    }

    func holder(of namespace: Namespace) -> Object {
        if let known = holders[ObjectIdentifier(namespace)] { return known }
        let made = LooseVariables(namespace, in: python)
        holders[ObjectIdentifier(namespace)] = made
        return made
    }

    private func description(of object: Object) -> String {
        let name = object.type.name
        let isVowel = name.first.map { "aeiouAEIOU".contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(name)"
    }

    private func descend(_ body: (StateWriter) throws -> Void) throws {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw Unstorable("objects inside each other", name: name) }
        try body(self)
    }

    private func number(_ object: AnyObject) {
        numbers[ObjectIdentifier(object)] = numbers.count
        kept.append(object)
    }

    /// Something of Swift's that several objects hold, described by a body where it is met first.
    package func share<Shared: AnyObject>(
        _ object: Shared, _ body: (Shared) throws -> Void
    ) throws {
        let known = numbers[ObjectIdentifier(object)]
        write(known ?? -1)
        guard known == nil else { return }
        try descend { _ in try body(object) }
        number(object)
    }

    /// The number of something shared that was written before.
    package func sharedNumber(of identifier: ObjectIdentifier) -> Int? { numbers[identifier] }

    /// Writes what an object of the library holds, where that may change.
    func write(contentsOf object: Object, at place: Int) throws {
        guard let kind = kinds.number(of: object), object.mayChange else { return }
        write(place)
        try kinds.kinds[kind].storeContents(object, self)
    }

    /// Writes what the objects hold, and what that holds, until nothing is left.
    func finish() throws {
        var next = 0
        while next < waiting.count {
            let entry = waiting[next]
            name = entry.name
            try kinds.kinds[entry.kind].storeContents(entry.object, self)
            next += 1
        }
        name = nil
    }

    private func tag(_ tag: ValueTag) { bytes.write(byte: tag.rawValue) }

    /// Notes where the constants of a code stand.
    func note(_ code: CodeObject) {
        for index in 0..<code.constantCount {
            guard let object = code.constantObject(at: index) else { continue }
            constants[ObjectIdentifier(object)] = ConstantPlace(
                unit: code.unit, code: code.number, index: index)
        }
        kept.append(code)
    }
}

extension Object {
    /// Whether an object of the library may hold something else than when it was made.
    fileprivate var mayChange: Bool {
        switch self {
        case is TupleObject, is BoundMethodObject, is GenericAlias, is UnionObject, is SlotMember,
            is WrapperDescriptor, is StringObject:
            false
        case let type as TypeObject: !type.isBuiltin
        case let function as NativeFunction: !function.ownAttributes.isEmpty
        default: true
        }
    }
}

/// What is left out of a state that is only compared with others.
struct StateOmission {
    let surroundings: InterpreterState.Surroundings
    /// All names that the code to come can say.
    let words: Set<String>
}

/// What a stored value is.
enum ValueTag: UInt8 {
    case none, `false`, `true`, int, float, undefined
    /// An object that was described before.
    case known
    case new
    /// An object that every interpreter has.
    case place
    /// A constant of a function.
    case constant
}

/// Where a constant stands.
struct ConstantPlace {
    let unit: CodeUnit
    let code: Int
    let index: Int
}
