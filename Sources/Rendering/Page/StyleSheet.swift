/// Style sheets as pages carry them.
enum StyleSheet {
    /// The sheet without comments and the white space around its lines.
    static func compact(_ css: String) -> String {
        var lines: [String] = []
        for line in withoutComments(css).split(separator: "\n") {
            let line = line.trimmed
            if !line.isEmpty { lines.append(line) }
        }
        return lines.joined(separator: "\n")
    }

    private static func withoutComments(_ css: String) -> String {
        var result = ""
        var rest = Substring(css)
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        return result + rest
    }
}
