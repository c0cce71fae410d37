/// `id()` for objects: small even numbers in the order of asking, the same on every run.
struct IdentityTable {
    private var known: [ObjectIdentifier: (object: Object, number: Int)] = [:]
    /// Looks like an address, as readers expect of `id`.
    private(set) var next = 0x7f00_0000_0010

    /// The objects with their numbers, in the order of asking.
    var all: [(object: Object, number: Int)] { known.values.sorted { $0.number < $1.number } }

    init() {}

    /// A table that goes on behind another's.
    init(_ all: [(object: Object, number: Int)], next: Int) {
        for entry in all { known[ObjectIdentifier(entry.object)] = entry }
        self.next = next
    }

    /// The object's number; the object is kept so that no other gets its address.
    mutating func number(of object: Object) -> Int {
        if let entry = known[ObjectIdentifier(object)] { return entry.number }
        defer { next &+= 48 }
        known[ObjectIdentifier(object)] = (object, next)
        return next
    }
}
