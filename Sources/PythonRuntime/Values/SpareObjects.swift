/// Objects that went out of use and wait to be used again, which costs a fraction of giving their memory back and
/// asking for it anew.
final class SpareObjects {
    private let places: UnsafeMutablePointer<UnsafeMutableRawPointer>
    private var count = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        places = .allocate(capacity: limit)
    }

    deinit {
        for index in 0..<count { Unmanaged<Object>.fromOpaque(places[index]).release() }
        places.deallocate()
    }

    /// One of them, whose reference is the caller's.
    @inline(__always) func take<T: Object>(as _: T.Type) -> T? {
        guard count > 0 else { return nil }
        count &-= 1
        return Unmanaged<T>.fromOpaque(places[count]).takeRetainedValue()
    }

    @inline(__always) var hasRoom: Bool { count < limit }

    /// Keeps an emptied object, which only the caller holds; the reference goes along.
    @inline(__always) func keep(_ object: UnsafeMutableRawPointer) {
        places[count] = object
        count &+= 1
    }
}
