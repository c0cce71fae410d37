/// Printed text as it stands when printing is over, without what no comparison is about.
enum SettledText {
    /// The lines: overwritten ones as they ended, without colours, blanks at their ends and empty lines around.
    static func lines(of text: String) -> [String] {
        var lines = withoutEscapes(text.replacing("\r\n", with: "\n"))
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { trimmedEnd(settled($0)) }
            .filter { !isTiming($0) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    /// What is left of a line whose beginning was printed over.
    private static func settled(_ line: Substring) -> Substring {
        let line = line.last == "\r" ? line.dropLast() : line
        let kept = line.lastIndex(of: "\r").map { line[line.index(after: $0)...] } ?? line
        return kept.contains("\u{8}") ? Substring(kept.filter { $0 != "\u{8}" }) : kept
    }

    private static func trimmedEnd(_ line: Substring) -> String {
        let end = line.lastIndex { !$0.isWhitespace }
        return end.map { String(line[...$0]) } ?? ""
    }

    /// A line that tells only how long something took, in the words of IPython's magics and of progress bars.
    private static func isTiming(_ line: String) -> Bool {
        line.hasPrefix("CPU times:") || line.hasPrefix("Wall time:")
            || line.contains(" per loop (mean")
            || line.contains("%|") && line.contains("it/s")
    }

    private static func withoutEscapes(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{1B}") else { return text }
        return text.replacing(/\u{1B}\[[0-9;]*[A-Za-z]/, with: "")
    }
}
