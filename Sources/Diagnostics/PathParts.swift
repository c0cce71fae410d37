/// The parts of a path, by its text alone. (Foundation's own ends the process for `.`.)
package enum PathParts {
    private static let slash = UInt8(ascii: "/")

    /// What stands before the last part: `a` of `a/b` and of `a/b/`, nothing of `a` and of `.`, `/` of `/a`.
    package static func folder(of path: String) -> String {
        let bytes = trimmed(path)
        guard let end = bytes.lastIndex(of: slash) else { return "" }
        let head = bytes[..<end]
        guard let last = head.lastIndex(where: { $0 != slash }) else { return "/" }
        return String(decoding: head[...last], as: UTF8.self)
    }

    /// The last part: `b` of `a/b` and of `a/b/`, `/` of `/`.
    package static func name(of path: String) -> String {
        let bytes = trimmed(path)
        guard let start = bytes.lastIndex(of: slash), bytes.count > 1 else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: bytes[(start + 1)...], as: UTF8.self)
    }

    /// What stands behind the last point of the name: `md` of `a/b.md`, nothing of `.hidden`.
    package static func ending(of path: String) -> String {
        let name = name(of: path)
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point != name.startIndex
        else { return "" }
        return String(name[name.utf8.index(after: point)...])
    }

    /// The path without its ending and the point before it.
    package static func stem(of path: String) -> String {
        let ending = ending(of: path)
        let whole = String(decoding: trimmed(path), as: UTF8.self)
        return ending.isEmpty ? whole : String(whole.utf8.dropLast(ending.utf8.count + 1)) ?? whole
    }

    /// The path without slashes at its end, but for a lone one.
    private static func trimmed(_ path: String) -> ArraySlice<UInt8> {
        var bytes = Array(path.utf8)[...]
        while bytes.count > 1, bytes.last == slash { bytes = bytes.dropLast() }
        return bytes
    }
}
