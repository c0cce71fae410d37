#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The memory of the machine: what no tensor may be larger than.
enum MachineMemory {
    /// In bytes; a terabyte where the system does not tell.
    static let bytes: Double = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && size > 0 ? Double(pages) * Double(size) : 0x1p40
    }()
}
