import Foundation
import Glibc

/// Notices that files of some folders change, however deep they lie; hidden files and folders are nobody's business.
package final class FolderWatch {
    private let roots: [String]
    private let descriptor: Int32

    /// An editor writes a file in several steps: what follows within this time, in milliseconds, is the same change.
    private static let settling: Int32 = 12

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)

    /// Nil where the system has no watch left to give.
    package init?(_ roots: [String]) {
        self.roots = roots
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        addFolders()
    }

    deinit { close(descriptor) }

    /// Waits until something changes or the time, in milliseconds, is over; whether something changed.
    package func wait(_ milliseconds: Int32) -> Bool {
        guard isReadable(within: milliseconds), drain() else { return false }
        while isReadable(within: Self.settling) { _ = drain() }
        addFolders()
        return true
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Reads what there is; whether any of it is about a file that counts.
    private func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var counts = false
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return counts }
            if Self.names(in: buffer[..<count]).contains(where: Self.isWatched) { counts = true }
        }
    }

    /// An event is four words, the last of which is the length of the name behind them.
    private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var start = bytes.startIndex
        let head = 16
        while start + head <= bytes.endIndex {
            let length = bytes[(start + 12)..<(start + head)].reversed().reduce(0) {
                $0 << 8 | Int($1)
            }
            let end = min(start + head + length, bytes.endIndex)
            names.append(
                String(decoding: bytes[(start + head)..<end].prefix { $0 != 0 }, as: UTF8.self))
            start = end
        }
        return names
    }

    private static func isWatched(_ name: String) -> Bool {
        !name.hasPrefix(".") && !name.hasSuffix("~") && !name.hasSuffix(".tmp")
    }

    /// Watching a folder again changes nothing, so that new ones are found by adding all.
    private func addFolders() {
        for root in roots { add(root) }
    }

    private func add(_ folder: String) {
        guard inotify_add_watch(descriptor, folder, Self.events) >= 0 else { return }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where !name.hasPrefix(".") {
            var status = stat()
            let path = folder + "/" + name
            if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { add(path) }
        }
    }
}
