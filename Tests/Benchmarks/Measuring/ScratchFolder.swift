import FoundationEssentials

/// A folder of its own for what a measurement writes.
struct ScratchFolder {
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "nbrun-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    /// Writes a text and returns where it is.
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: root.appendingPathComponent(name))
        return path(name)
    }

    /// Removes what may be there.
    func remove(_ name: String) {
        try? FileManager.default.removeItem(at: root.appendingPathComponent(name))
    }

    func removeAll() { try? FileManager.default.removeItem(at: root) }
}
