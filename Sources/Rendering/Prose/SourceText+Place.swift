import Diagnostics

extension SourceText {
    /// The file's name without its folders and its ending.
    var stem: String {
        let name = self.name.split(separator: "/").last.map(String.init) ?? self.name
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The place where a text stands, looked for from a line on; the line itself where it is not found.
    func place(of text: String, from line: Int) -> Diagnostic.Place {
        // A paragraph or a formula longer than this is found by its beginning.
        let reach = 400
        let needle = text.split(separator: "\n").lazy.map(\.trimmed).first { !$0.isEmpty } ?? ""
        // In Markdown a carriage return alone ends a line too: a block may stand behind the last one counted here.
        let end = max(line, min(line + reach, lineStarts.count + 1))
        for candidate in line..<end where !needle.isEmpty {
            let content = self.line(candidate)
            guard let range = content.firstRange(of: needle) else { continue }
            let column = content[..<range.lowerBound].unicodeScalars.count + 1
            return place(
                line: candidate, content, column: column, width: needle.unicodeScalars.count)
        }
        let content = self.line(line)
        return place(line: line, content, column: 1, width: max(content.unicodeScalars.count, 1))
    }

    private func place(line: Int, _ content: String, column: Int, width: Int) -> Diagnostic.Place {
        Diagnostic.Place(
            file: name, position: SourcePosition(line: line, column: column),
            excerpt: Diagnostic.Excerpt(line: content, column: column, width: width))
    }
}
