import FoundationEssentials

/// What the benchmarks ask of the file system.
enum Files {
    static func isExecutable(_ path: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: path)
    }

    static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }

    /// A note itself, or the notes anywhere in a folder, in the order of their names.
    static func notes(_ path: String) -> [String] {
        if path.hasSuffix(".md") { return [path] }
        let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return inside.filter { $0.hasSuffix(".md") }.sorted().map { "\(path)/\($0)" }
    }

    /// The files of a folder whose names end so, in the order of their names.
    static func named(_ ending: String, in folder: String) -> [String] {
        let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return inside.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }

    /// What the comment in a file's first line says.
    static func title(of path: String) -> String {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }.description
    }
}
