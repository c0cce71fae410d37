import Notebooks

extension BodyWriter {
    /// The table of contents as nested lists.
    mutating func contents() -> String {
        captured { writer in
            writer.isInLink = true
            var levels: [Int] = []
            for entry in writer.outline.contents {
                writer.html += Self.step(to: entry.level, from: &levels)
                writer.html += "<li><a href=\"#\(entry.anchor.escapedHTML)\">"
                writer.container { $0.write(entry.text.withoutNotes) }
                writer.html += "</a>"
            }
            writer.html += String(repeating: "</li></ol>", count: levels.count)
            writer.isInLink = false
        }
    }

    /// The tags between two entries: lists end, an entry ends, or a list begins inside it.
    private static func step(to level: Int, from levels: inout [Int]) -> String {
        var html = ""
        while let last = levels.last, last > level {
            html += "</li></ol>"
            levels.removeLast()
        }
        if levels.last == level { return html + "</li>" }
        levels.append(level)
        return html + "<ol>"
    }
}

extension [Inline] {
    /// The text without what may stand in a page only once or loads something: footnote marks, pictures.
    fileprivate var withoutNotes: [Inline] {
        filter { inline in
            switch inline {
            case .footnoteReference, .image, .html: false
            default: true
            }
        }
    }
}
