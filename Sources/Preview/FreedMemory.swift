/// Memory that nothing uses any more.
package enum FreedMemory {
    /// Gives it back to the system. Each thread has a heap of its own, and one build after another leaves holes in all
    /// of them: a preview of many hours would grow by what only one build needs.
    package static func giveBack() { _ = trimHeaps(keeping: 0) }
}

/// glibc's own, from a header that Swift's view of glibc leaves out.
@_silgen_name("malloc_trim")
private func trimHeaps(keeping bytes: Int) -> CInt
