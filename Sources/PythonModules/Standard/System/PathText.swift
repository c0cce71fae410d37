/// Paths as texts, as `os.path` takes them apart on Unix.
enum PathText {
    static func join(_ first: String, _ rest: [String]) -> String {
        rest.reduce(first) { path, part in
            if part.hasPrefix("/") { return part }
            return path.isEmpty || path.hasSuffix("/") ? path + part : path + "/" + part
        }
    }

    static func split(_ path: String) -> (head: String, tail: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let head = String(path[...slash])
        let tail = String(path[path.index(after: slash)...])
        let isRoot = head.allSatisfy { $0 == "/" }
        return (isRoot ? head : trimmed(head), tail)
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.last == "/" { path.removeLast() }
        return path
    }

    /// The path before its last suffix, and the suffix with its point.
    static func splitSuffix(_ path: String) -> (root: String, suffix: String) {
        let name = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let point = path[name...].lastIndex(of: "."),
            path[name..<point].contains(where: { $0 != "." })
        else { return (path, "") }
        return (String(path[..<point]), String(path[point...]))
    }

    static func normalized(_ path: String) -> String {
        if path.isEmpty { return "." }
        var root = path.hasPrefix("/") ? "/" : ""
        if path.hasPrefix("//"), !path.hasPrefix("///") { root = "//" }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." || (root.isEmpty && (parts.isEmpty || parts.last == "..")) {
                parts.append(part)
            } else if !parts.isEmpty {
                parts.removeLast()
            }
        }
        let joined = root + parts.joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }

    static func relative(_ path: String, to start: String) -> String {
        let (path, start) = (path.split(separator: "/"), start.split(separator: "/"))
        let shared = zip(path, start).prefix { $0 == $1 }.count
        let parts = Array(repeating: "..", count: start.count - shared) + path[shared...]
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// The longest text that all begin with.
    static func commonPrefix(_ paths: [String]) -> String {
        guard let least = paths.min(), let greatest = paths.max() else { return "" }
        return String(zip(least, greatest).prefix { $0 == $1 }.map(\.0))
    }
}
