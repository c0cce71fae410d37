import CMachine

/// The small pieces of memory that the process uses.
package enum ProcessMemory {
    /// Lets all threads take them from one heap. Heaps of their own grow page by page, and one build of a preview
    /// after another leaves holes in all of them.
    package static func share() { machine_share_heap() }

    /// Gives those that nothing uses any more back to the system: a preview of many hours would otherwise keep
    /// what only one build needed.
    package static func giveBack() { machine_trim_heap() }
}
