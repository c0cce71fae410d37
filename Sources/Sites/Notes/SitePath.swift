import Diagnostics
import Foundation

/// Paths inside a site, with `/` between their parts.
enum SitePath {
    /// The way from the folder of a page to the site's root: empty or `../` …
    static func root(from page: String) -> String {
        String(repeating: "../", count: page.split(separator: "/").count - 1)
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The path that a relative one means, seen from a file; nil where it leaves the root.
    static func resolve(_ relative: String, from file: String) -> String? {
        var parts = folder(of: file).split(separator: "/").map(String.init)
        for part in relative.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The path from one page to another.
    static func relative(_ target: String, from page: String) -> String {
        root(from: page) + target
    }

    /// The way from one folder to another, with `/` at its end: empty where they are the same.
    static func way(from folder: String, to target: String) -> String {
        func parts(_ path: String) -> [String] {
            URL(fileURLWithPath: path.isEmpty ? "." : path).standardizedFileURL
                .resolvingSymlinksInPath().pathComponents
        }
        let (start, end) = (parts(folder), parts(target))
        let shared = zip(start, end).prefix { $0 == $1 }.count
        let steps =
            Array(repeating: "..", count: start.count - shared) + Array(end.dropFirst(shared))
        return steps.map { $0 + "/" }.joined()
    }

    /// A path as an address.
    static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }

    /// The page of a note.
    static func page(of note: String) -> String {
        PathParts.stem(of: note) + ".html"
    }
}
