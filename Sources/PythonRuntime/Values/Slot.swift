// One of the three files with unsafe memory (with Heap.swift and Machine.swift). The rules:
//
// 1. A slot in a register, a list, a table or a cell owns one count of its object; a slot in a Swift
//    variable owns nothing and must not outlive the statement that read it, unless it was counted.
// 2. The new value is written before the old one is released, since a release may run Python code.
// 3. A slot read from the heap is counted before anything that can run Python code.
// 4. Swift code outside these files holds `Value`s, which are ordinary references.

/// A Python value as the machine keeps it: 16 plain bytes that Swift's reference counting never sees.
///
/// The tag tells what the bits are, and for an object of a built-in type also which, so that the usual
/// test reads no memory.
package struct Slot {
    var bits: UInt64
    var tag: UInt64

    @inline(__always) init(bits: UInt64, tag: UInt64) {
        self.bits = bits
        self.tag = tag
    }
}

extension Slot {
    // Computed, so that they are constants in the machine code and not loads from memory.
    @inline(__always) static var intTag: UInt64 { 0 }
    @inline(__always) static var floatTag: UInt64 { 1 }
    @inline(__always) static var boolTag: UInt64 { 2 }
    @inline(__always) static var noneTag: UInt64 { 3 }
    @inline(__always) static var undefinedTag: UInt64 { 4 }
    /// Tags from here on are objects; the difference is the object's kind.
    @inline(__always) static var objectTag: UInt64 { 8 }

    @inline(__always) static func tag(_ kind: Kind) -> UInt64 { objectTag &+ UInt64(kind.rawValue) }

    @inline(__always) static var none: Slot { Slot(bits: 0, tag: noneTag) }
    /// A register that holds nothing, an unbound name, a missing argument.
    @inline(__always) static var undefined: Slot { Slot(bits: 0, tag: undefinedTag) }

    @inline(__always) static func int(_ value: Int) -> Slot {
        Slot(bits: UInt64(bitPattern: Int64(value)), tag: intTag)
    }

    @inline(__always) static func float(_ value: Double) -> Slot {
        Slot(bits: value.bitPattern, tag: floatTag)
    }

    @inline(__always) static func bool(_ value: Bool) -> Slot {
        Slot(bits: value ? 1 : 0, tag: boolTag)
    }

    /// The object's address and tag; takes no count.
    @inline(__always) init(borrowing object: Object) {
        bits = UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
        tag = Slot.tag(object.kind)
    }

    /// The value's bits; takes no count.
    @inline(__always) init(borrowing value: Value) {
        switch value {
        case .none: self = .none
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .float(let value): self = .float(value)
        case .object(let object): self.init(borrowing: object)
        }
    }

    /// The value with a count taken, to be stored.
    @inline(__always) init(counting value: Value) {
        self.init(borrowing: value)
        self.retain()
    }

    @inline(__always) init(counting object: Object) {
        self.init(borrowing: object)
        self.retain()
    }

    /// A new object that nothing else holds: the slot takes over the reference that came with it.
    @inline(__always) init(owning object: consuming Object) {
        let reference = Unmanaged.passRetained(object)
        bits = UInt64(UInt(bitPattern: reference.toOpaque()))
        tag = reference._withUnsafeGuaranteedRef {
            $0.slotCount = 1
            return Slot.tag($0.kind)
        }
    }

    /// A temporary value, whose reference the slot takes over.
    @inline(__always) init(taking value: consuming Value) {
        switch consume value {
        case .none: self = .none
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .float(let value): self = .float(value)
        case .object(let object): self.init(taking: object)
        }
    }

    /// An object that somebody else may hold too: the slot takes over the reference that came with it.
    @inline(__always) init(taking object: consuming Object) {
        let reference = Unmanaged.passRetained(object)
        bits = UInt64(UInt(bitPattern: reference.toOpaque()))
        let (kind, isFirst) = reference._withUnsafeGuaranteedRef {
            $0.slotCount &+= 1
            return ($0.kind, $0.slotCount == 1)
        }
        tag = Slot.tag(kind)
        // One reference is all that the heap holds.
        if !isFirst { reference.release() }
    }

    @inline(__always) var isObject: Bool { tag >= Slot.objectTag }
    @inline(__always) var isUndefined: Bool { tag == Slot.undefinedTag }
    @inline(__always) var isInt: Bool { tag == Slot.intTag }
    @inline(__always) var isFloat: Bool { tag == Slot.floatTag }
    @inline(__always) var int: Int { Int(Int64(bitPattern: bits)) }
    @inline(__always) var float: Double { Double(bitPattern: bits) }
    @inline(__always) var bool: Bool { bits != 0 }
    /// An `int` of any size or a `float`, and no instance of a class that extends them.
    @inline(__always) var isNumber: Bool {
        tag <= Slot.floatTag || tag == Slot.tag(.bigInteger)
    }
    @inline(__always) func isKind(_ kind: Kind) -> Bool { tag == Slot.tag(kind) }

    @inline(__always) var pointer: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: UInt(bits)).unsafelyUnwrapped
    }

    /// The object, without a count or a Swift retain; only inside `body`.
    @inline(__always)
    func with<T: Object, Result>(_: T.Type, _ body: (T) throws -> Result) rethrows -> Result {
        try Unmanaged<T>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
    }

    /// A dictionary's table, without a count or a Swift retain; only inside `body`.
    @inline(__always)
    func withTable<Result>(_ body: (HashTable) throws -> Result) rethrows -> Result {
        try with(DictionaryObject.self) { $0.tablePointer }._withUnsafeGuaranteedRef(body)
    }

    /// The object as Swift holds it.
    @inline(__always) var object: Object {
        Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// The object as its class, which the caller knows from the tag.
    @inline(__always) func object<T: Object>(as _: T.Type) -> T {
        Unmanaged<T>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// The value as Swift holds it; `undefined` reads as None.
    @inline(__always) var value: Value {
        switch tag {
        case Slot.intTag: .int(int)
        case Slot.floatTag: .float(float)
        case Slot.boolTag: .bool(bool)
        case Slot.noneTag, Slot.undefinedTag: .none
        default: .object(object)
        }
    }

    /// Python's `is`, on slots.
    @inline(__always) func isIdentical(to other: Slot) -> Bool {
        tag == other.tag && bits == other.bits
    }
}

extension Slot {
    /// Takes a count of the object, if it is one.
    @inline(__always) func retain() {
        if tag >= Slot.objectTag { Heap.retain(pointer) }
    }

    /// The slot with a count taken.
    @inline(__always) var retained: Slot {
        retain()
        return self
    }

    /// Gives a count back; the object may be gone afterwards.
    @inline(__always) func release() {
        if tag >= Slot.objectTag { Heap.release(pointer) }
    }
}

extension UnsafeMutablePointer where Pointee == Slot {
    /// Replaces the slot by one whose count the caller hands over.
    @inline(__always) func set(_ new: Slot) {
        let old = pointee
        pointee = new
        old.release()
    }

    /// Fills unused memory with slots that stand `step` apart, and takes their counts.
    func copy(from source: UnsafeMutablePointer<Slot>, count: Int, step: Int = 1) {
        for index in 0..<count {
            let slot = source[index &* step]
            slot.retain()
            self[index] = slot
        }
    }
}
