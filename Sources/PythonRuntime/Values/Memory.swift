import Glibc

/// Memory that can grow where it is: large blocks are moved by the system's tables of pages, not byte by byte.
enum Memory {
    /// Ends the process where the system has no memory left, as Swift's own allocations do.
    static func allocate(_ size: Int) -> UnsafeMutableRawPointer { checked(malloc(size), size) }

    static func resize(_ memory: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer {
        checked(realloc(memory, size), size)
    }

    static func free(_ memory: UnsafeMutableRawPointer) { Glibc.free(memory) }

    private static func checked(_ memory: UnsafeMutableRawPointer?, _ size: Int)
        -> UnsafeMutableRawPointer
    {
        guard let memory else { fatalError("the system has no memory left for \(size) bytes") }
        return memory
    }
}
